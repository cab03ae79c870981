package org.tongcheng.planning.continuity;

import java.time.Duration;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Travel;
import org.tongcheng.reach.Matrix;
import org.tongcheng.reach.TravelTimes;

/** What joining two ends would save: the time from one to the other before and after a line at grade is put in. Of one thread. */
final class Joins {

    private static final Duration LIMIT = Duration.ofHours(4);

    /** No id of the catalogue holds a slash. */
    private static final String ID = "continuity/join";

    private final Travel travel;
    private final AsOf asOf;
    private final Network before;

    /** @param before nothing is joined */
    Joins(Travel travel, AsOf asOf, Network before) {
        this.travel = travel;
        this.asOf = asOf;
        this.before = before;
    }

    /**
     * @param speedKmh of the line; null for the profile's on arterials
     * @param road     that it leads to
     */
    Finding.Join of(Coordinate from, Coordinate to, Double speedKmh, String road) {
        double metres = Geodesy.distanceMetres(from, to);
        Integer secondsBefore = seconds(before, from, to);
        Integer secondsAfter = metres == 0 ? secondsBefore : seconds(joined(from, to, speedKmh), from, to);
        Integer gained = secondsBefore == null || secondsAfter == null ? null : Integer.valueOf(secondsBefore - secondsAfter);
        return new Finding.Join(road, to, Pairing.round(metres), secondsBefore, secondsAfter, gained);
    }

    private Network joined(Coordinate from, Coordinate to, Double speedKmh) {
        Corridor.Terms terms = new Corridor.Terms(speedKmh, null, false, null);
        return travel.network(asOf, List.of(Corridors.own(ID, Mode.ARTERIAL, terms, List.of(from, to), List.of())));
    }

    /** Rounded up; null where there is no way. */
    private static Integer seconds(Network network, Coordinate from, Coordinate to) {
        Foothold start = network.find(from.x, from.y).orElse(null);
        Foothold end = network.find(to.x, to.y).orElse(null);
        if (start == null || end == null) {
            return null;
        }
        int millis = Matrix.to(network, List.of(end), LIMIT).from(List.of(start))[0][0];
        return TravelTimes.secondsIfReached(millis);
    }
}
