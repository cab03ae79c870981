package org.tongcheng.planning.connectivity;

import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Unit;
import org.tongcheng.reach.TravelTimes;

/**
 * A unit and where it stands on the streets.
 *
 * @param unit        a member, or a core city that is none
 * @param origin      the points that stand for it
 * @param points      where they join the streets; empty where none does
 * @param containedIn adcode of the member that holds it; null where none does
 * @param member      whether it is a member
 * @param core        whether it is a core city
 */
record Seat(Unit unit, Origin origin, List<Foothold> points, String containedIn, boolean member, boolean core) {

    static List<Foothold> points(Origin origin, Network network) {
        return origin.points().stream()
                .flatMap(p -> p.on(network).stream()).toList();
    }

    /** Whether it is in shares and losses. */
    boolean counts() {
        return member && containedIn == null;
    }

    /** 0 where unknown. */
    long people() {
        return unit.population() == null ? 0 : unit.population();
    }

    /** The point soonest reached; null where none is. */
    Foothold soonest(TravelTimes times) {
        Foothold soonest = null;
        int least = Streets.UNREACHED;
        for (Foothold point : points) {
            int millis = times.millisAt(point);
            if (millis < least) {
                least = millis;
                soonest = point;
            }
        }
        return soonest;
    }
}
