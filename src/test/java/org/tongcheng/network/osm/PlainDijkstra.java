package org.tongcheng.network.osm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.tongcheng.network.Streets;

/** The slow obvious search on the streets alone. */
final class PlainDijkstra {

    private PlainDijkstra() {}

    private record Reached(int node, int millis) {}

    /** Milliseconds from a node to every other. */
    static int[] millis(Streets streets, int from) {
        int[] best = new int[streets.nodes()];
        Arrays.fill(best, Streets.UNREACHED);
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingInt(Reached::millis));
        best[from] = 0;
        queue.add(new Reached(from, 0));
        while (!queue.isEmpty()) {
            Reached at = queue.remove();
            for (int arc = streets.firstOut(at.node()); at.millis() == best[at.node()] && arc < streets.firstOut(at.node() + 1); arc++) {
                long millis = (long) at.millis() + streets.millis(arc);
                if (streets.millis(arc) < Streets.UNREACHED && millis < best[streets.head(arc)]) {
                    best[streets.head(arc)] = (int) millis;
                    queue.add(new Reached(streets.head(arc), (int) millis));
                }
            }
        }
        return best;
    }
}
