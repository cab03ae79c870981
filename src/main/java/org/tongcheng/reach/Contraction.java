package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * Takes the nodes out of the streets one by one in a given order and puts in a shortcut wherever the way over the node may be the only
 * shortest one between two of its neighbours (Geisberger, Sanders, Schultes, Delling: Contraction hierarchies, 2008,
 * doi:10.1007/978-3-540-68552-4_24). What a node is joined to when it is taken out are its edges upward.
 *
 * <p>The search for another way as short is cut off early: a shortcut too many costs time and changes nothing. Shortcuts that take
 * longer than an int holds are ways that no budget allows and left out.
 */
final class Contraction {

    /** Nodes settled before a search for another way gives up; more find few. */
    private static final int MOST_SETTLED = 120;
    private static final int NONE = Streets.UNREACHED;

    /** What is left of the graph: neighbours of each node, time to and from each. */
    private final int[][] neighbour;
    private final int[][] to;
    private final int[][] from;
    private final int[] degree;

    private final int[] distance;
    private final LongHeap heap = new LongHeap();
    private int[] touched = new int[1024];
    private int touchedCount;

    /** Edges upward in the order of contraction; the first of each node. */
    private final int[] first;
    private int[] above;
    private int[] up;
    private int[] down;
    private int edges;

    private Contraction(Streets streets) {
        int nodes = streets.nodes();
        neighbour = new int[nodes][];
        to = new int[nodes][];
        from = new int[nodes][];
        degree = new int[nodes];
        distance = new int[nodes];
        Arrays.fill(distance, NONE);
        first = new int[nodes + 1];
        above = new int[2 * nodes + 16];
        up = new int[above.length];
        down = new int[above.length];
    }

    /**
     * The edges upward of each node, in the order of contraction.
     *
     * @return where each node's edges begin (by rank, one longer), the nodes above, the time up to each and down from it
     */
    static int[][] of(Streets streets) {
        Contraction contraction = new Contraction(streets);
        for (int node = 0; node < streets.nodes(); node++) {
            contraction.take(streets, node);
        }
        for (int rank = 0; rank < streets.nodes(); rank++) {
            contraction.contract(streets.ordered(rank));
            contraction.first[rank + 1] = contraction.edges;
        }
        int edges = contraction.edges;
        return new int[][] {contraction.first, Arrays.copyOf(contraction.above, edges), Arrays.copyOf(contraction.up, edges),
            Arrays.copyOf(contraction.down, edges)};
    }

    private void take(Streets streets, int node) {
        int arcs = Math.max(2, streets.firstOut(node + 1) - streets.firstOut(node));
        neighbour[node] = neighbour[node] == null ? new int[arcs] : neighbour[node];
        to[node] = to[node] == null ? new int[arcs] : to[node];
        from[node] = from[node] == null ? new int[arcs] : from[node];
        for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
            if (streets.head(arc) != node) {
                join(node, streets.head(arc), streets.millis(arc), streets.millisBack(arc));
            }
        }
    }

    /** One side of an edge; of parallel ones the shortest counts. */
    private void join(int node, int other, int there, int back) {
        for (int i = 0; i < degree[node]; i++) {
            if (neighbour[node][i] == other) {
                to[node][i] = Math.min(to[node][i], there);
                from[node][i] = Math.min(from[node][i], back);
                return;
            }
        }
        int at = degree[node]++;
        if (at == neighbour[node].length) {
            neighbour[node] = Arrays.copyOf(neighbour[node], 2 * at);
            to[node] = Arrays.copyOf(to[node], 2 * at);
            from[node] = Arrays.copyOf(from[node], 2 * at);
        }
        neighbour[node][at] = other;
        to[node][at] = there;
        from[node][at] = back;
    }

    private void contract(int node) {
        int count = degree[node];
        int[] beside = neighbour[node];
        int[] away = to[node];
        int[] here = from[node];
        keep(beside, away, here, count);
        for (int i = 0; i < count; i++) {
            leave(beside[i], node);
        }
        for (int i = 0; i < count; i++) {
            if (here[i] != NONE) {
                bridge(beside, away, here[i], i, count);
            }
        }
        neighbour[node] = null;
        to[node] = null;
        from[node] = null;
    }

    private void keep(int[] beside, int[] away, int[] here, int count) {
        if (edges + count > above.length) {
            int length = edges + count + above.length / 2;
            above = Arrays.copyOf(above, length);
            up = Arrays.copyOf(up, length);
            down = Arrays.copyOf(down, length);
        }
        System.arraycopy(beside, 0, above, edges, count);
        System.arraycopy(away, 0, up, edges, count);
        System.arraycopy(here, 0, down, edges, count);
        edges += count;
    }

    private void leave(int node, int gone) {
        int last = --degree[node];
        int at = 0;
        while (neighbour[node][at] != gone) {
            at++;
        }
        neighbour[node][at] = neighbour[node][last];
        to[node][at] = to[node][last];
        from[node][at] = from[node][last];
    }

    /** Shortcuts from the {@code start}-th neighbour over the node to the others, where no other way is as short. */
    private void bridge(int[] beside, int[] away, int here, int start, int count) {
        long longest = -1;
        for (int j = 0; j < count; j++) {
            if (j != start && away[j] != NONE) {
                longest = Math.max(longest, (long) here + away[j]);
            }
        }
        if (longest < 0) {
            return;
        }
        search(beside[start], (int) Math.min(longest, NONE - 1), count);
        for (int j = 0; j < count; j++) {
            long over = (long) here + away[j];
            if (j != start && away[j] != NONE && over < NONE && distance[beside[j]] > over) {
                join(beside[start], beside[j], (int) over, NONE);
                join(beside[j], beside[start], NONE, (int) over);
            }
        }
        for (int i = 0; i < touchedCount; i++) {
            distance[touched[i]] = NONE;
        }
    }

    private void search(int start, int longest, int targets) {
        heap.clear();
        touchedCount = 0;
        reach(start, 0);
        int most = MOST_SETTLED + 2 * targets;
        for (int settled = 0; settled < most && !heap.isEmpty(); settled++) {
            long least = heap.pop();
            int node = (int) least;
            int time = (int) (least >>> 32);
            if (time > longest) {
                return;
            }
            if (time > distance[node]) {
                continue;
            }
            for (int i = 0; i < degree[node]; i++) {
                int there = to[node][i];
                if (there <= longest - time && time + there < distance[neighbour[node][i]]) {
                    reach(neighbour[node][i], time + there);
                }
            }
        }
    }

    private void reach(int node, int time) {
        if (distance[node] == NONE) {
            touched = touchedCount == touched.length ? Arrays.copyOf(touched, 2 * touchedCount) : touched;
            touched[touchedCount++] = node;
        }
        distance[node] = time;
        heap.push((long) time << 32 | node);
    }
}
