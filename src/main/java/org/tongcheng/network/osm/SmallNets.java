package org.tongcheng.network.osm;

import java.util.Arrays;
import java.util.BitSet;
import org.tongcheng.network.Streets;

/**
 * Finds the edges of small nets: parts of the streets between whose nodes there is a way both ways, but not to and from the rest, as
 * on a closed car park or where a one-way street is drawn the wrong way round. As with GraphHopper, a net with fewer than
 * {@value #FEWEST_EDGES} edges is small unless it is the largest; its streets stay and are travelled, only nobody is joined to them
 * who is near others.
 *
 * <p>Strongly connected components by Tarjan (1972, doi:10.1137/0201010), without recursion.
 */
final class SmallNets {

    static final int FEWEST_EDGES = 200;
    private static final int UNSEEN = 0;

    private final StreetArrays streets;
    private final int[] seen;
    private final int[] lowest;
    private final int[] nextArc;
    private final int[] net;
    private int[] open = new int[64];
    private int openCount;
    private int[] path = new int[64];
    private int pathCount;
    private int clock;
    private int nets;

    private SmallNets(StreetArrays streets) {
        this.streets = streets;
        this.seen = new int[streets.nodes()];
        this.lowest = new int[streets.nodes()];
        this.net = new int[streets.nodes()];
        this.nextArc = Arrays.copyOf(streets.firstOut(), streets.nodes());
        Arrays.fill(net, -1);
    }

    static BitSet edges(StreetArrays streets) {
        SmallNets search = new SmallNets(streets);
        for (int node = 0; node < streets.nodes(); node++) {
            if (search.seen[node] == UNSEEN) {
                search.walk(node);
            }
        }
        return search.small();
    }

    private void walk(int start) {
        enter(start);
        while (pathCount > 0) {
            int node = path[pathCount - 1];
            if (nextArc[node] < streets.firstOut()[node + 1]) {
                int arc = nextArc[node]++;
                int head = streets.head()[arc];
                if (streets.measure()[arc] != Streets.UNREACHED) {
                    if (seen[head] == UNSEEN) {
                        enter(head);
                    } else if (net[head] < 0) {
                        lowest[node] = Math.min(lowest[node], seen[head]);
                    }
                }
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        seen[node] = ++clock;
        lowest[node] = clock;
        open = pushed(open, openCount++, node);
        path = pushed(path, pathCount++, node);
    }

    private void leave(int node) {
        pathCount--;
        if (pathCount > 0) {
            lowest[path[pathCount - 1]] = Math.min(lowest[path[pathCount - 1]], lowest[node]);
        }
        if (lowest[node] == seen[node]) {
            int member;
            do {
                member = open[--openCount];
                net[member] = nets;
            } while (member != node);
            nets++;
        }
    }

    private static int[] pushed(int[] stack, int at, int node) {
        int[] grown = at == stack.length ? Arrays.copyOf(stack, 2 * at) : stack;
        grown[at] = node;
        return grown;
    }

    private BitSet small() {
        int[] size = new int[nets];
        for (int edge = 0; edge < streets.edges(); edge++) {
            int own = netOf(edge);
            if (own >= 0) {
                size[own]++;
            }
        }
        int largest = Arrays.stream(size).max().orElse(0);
        BitSet small = new BitSet(streets.edges());
        for (int edge = 0; edge < streets.edges(); edge++) {
            int own = netOf(edge);
            small.set(edge, own < 0 || size[own] < FEWEST_EDGES && size[own] < largest);
        }
        return small;
    }

    /** The net that holds both ends of an edge, or -1: a one-way edge between two nets is in neither. */
    private int netOf(int edge) {
        int first = net[streets.head()[streets.against()[edge]]];
        return first == net[streets.head()[streets.along()[edge]]] ? first : -1;
    }
}
