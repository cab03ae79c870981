package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Place;
import org.tongcheng.network.Streets;

/**
 * The slow obvious twin of {@link Search}: Dijkstra with objects over a graph written out arc by arc. It reads the lines' forward
 * arcs alone and turns them round itself.
 */
final class SlowSearch {

    private record Arc(int head, int millis) {}

    private record Entry(int node, long millis) {}

    private final Network network;
    private final boolean backward;
    private final List<List<Arc>> arcs = new ArrayList<>();

    SlowSearch(Network network, Direction direction) {
        this.network = network;
        this.backward = direction == Direction.TO;
        for (int node = 0; node < network.nodes(); node++) {
            arcs.add(new ArrayList<>(6));
        }
        Streets streets = network.streets();
        for (int node = 0; node < network.nodes(); node++) {
            for (int arc = network.forward().first(node); arc < network.forward().end(node); arc++) {
                add(node, network.forward().head(arc), network.forward().millis(arc));
            }
            for (int arc = node < streets.nodes() ? streets.firstOut(node) : 0;
                    node < streets.nodes() && arc < streets.firstOut(node + 1); arc++) {
                add(node, streets.head(arc), streets.millis(arc));
            }
        }
    }

    private void add(int from, int to, int millis) {
        arcs.get(backward ? to : from).add(new Arc(backward ? from : to, millis));
    }

    /** Times of all nodes; those later than the budget are unreached. */
    int[] times(List<Foothold> origins, int budget) {
        int[] times = new int[network.nodes()];
        Arrays.fill(times, Streets.UNREACHED);
        PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingLong(Entry::millis));
        for (Foothold origin : origins) {
            for (int i = 0; i < origin.nodes().length; i++) {
                int millis = backward ? origin.millisBack()[i] : origin.millis()[i];
                queue.add(new Entry(origin.nodes()[i], millis == Streets.UNREACHED ? Long.MAX_VALUE : millis));
            }
            for (Place place : network.places()) {
                Foothold at = place.foothold();
                int direct = network.streets().ground().directMillis(backward ? at : origin, backward ? origin : at);
                if (direct != Streets.UNREACHED) {
                    queue.add(new Entry(place.node(), direct));
                }
            }
        }
        while (!queue.isEmpty()) {
            Entry least = queue.remove();
            if (least.millis() > budget || times[least.node()] != Streets.UNREACHED) {
                continue;
            }
            times[least.node()] = (int) least.millis();
            for (Arc arc : arcs.get(least.node())) {
                if (arc.millis() != Streets.UNREACHED) {
                    queue.add(new Entry(arc.head(), least.millis() + arc.millis()));
                }
            }
        }
        return times;
    }
}
