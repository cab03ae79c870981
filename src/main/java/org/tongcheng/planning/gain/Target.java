package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Place;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.TravelTimes;

/**
 * A point that is reached or not, and from which nodes.
 *
 * @param people       thousandths of a person who stand there
 * @param squareMetres of land that it stands for
 * @param units        1 where it is the seat of a unit
 * @param foothold     where it joins the streets
 * @param nodes        nodes of the network from which it is reached
 * @param millis       and how long that takes
 */
record Target(long people, long squareMetres, int units, Foothold foothold, int[] nodes, int[] millis) {

    static Target of(Network network, Foothold foothold, long people, long squareMetres, int units) {
        List<Place> beside = network.placesBeside(foothold);
        int around = foothold.nodes().length;
        int[] nodes = new int[around + beside.size()];
        int[] millis = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            Place place = i < around ? null : beside.get(i - around);
            nodes[i] = place == null ? foothold.nodes()[i] : place.node();
            millis[i] = place == null ? foothold.millisBack()[i]
                    : network.streets().ground().directMillis(place.foothold(), foothold);
        }
        return new Target(people, squareMetres, units, foothold, nodes, millis);
    }

    static List<Target> seats(Network network, List<Foothold> footholds) {
        List<Target> seats = new ArrayList<>();
        footholds.forEach(f -> seats.add(of(network, f, 0, 0, 1)));
        return seats;
    }

    /**
     * When a search that leaves the players' nodes out comes here, or {@link Streets#UNREACHED}.
     *
     * @param skeleton null where no node was left out
     * @param first    the player's node that the search began at; -1 where it began at origins
     */
    int millis(TravelTimes times, Skeleton skeleton, int first) {
        long best = Streets.UNREACHED;
        for (int i = 0; i < nodes.length; i++) {
            boolean open = skeleton == null || nodes[i] == first || skeleton.number(nodes[i]) < 0;
            int time = open && millis[i] != Streets.UNREACHED ? times.millis(nodes[i]) : Streets.UNREACHED;
            if (time != Streets.UNREACHED) {
                best = Math.min(best, (long) time + millis[i]);
            }
        }
        for (Foothold origin : times.origins()) {
            best = Math.min(best, times.network().streets().ground().directMillis(origin, foothold));
        }
        return best > times.budgetMillis() ? Streets.UNREACHED : (int) best;
    }
}
