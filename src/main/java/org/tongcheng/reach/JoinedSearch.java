package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Streets;

/**
 * Dijkstra (1959) on streets and lines joined, for streets without an order of contraction.
 *
 * <p>The graph is never joined in memory: the arcs of a node are its street arcs and its row of the overlay. A node is settled
 * when it comes up with its own time; nothing later than the budget is ever labelled.
 *
 * <p>A queue of buckets (Dial, 1969) instead of the heap saves 0.1 of 0.27 ms in an hour's search on the lattice: too little beside
 * the rest of a question to give up settling in order ({@code src/docs/benchmarks.md}).
 */
final class JoinedSearch implements Search.Engine {

    private final Network network;
    private final Streets streets;
    private final Overlay overlay;
    private final Direction direction;
    private final int budget;
    private final List<Foothold> origins;
    private final Workspace work;

    JoinedSearch(Network network, List<Foothold> origins, Direction direction, int budget, Workspace work) {
        this.network = network;
        this.streets = network.streets();
        this.overlay = direction == Direction.TO ? network.backward() : network.forward();
        this.direction = direction;
        this.budget = budget;
        this.origins = origins;
        this.work = work;
    }

    /** @param wanted stops when all of these are settled; null for all there are */
    TravelTimes run(BitSet wanted) {
        return run(wanted, null, Search.NOWHERE);
    }

    @Override
    public TravelTimes past(BitSet closed, int node) {
        return run(null, closed, node);
    }

    /** @param closed null for none; then the ways are noted */
    private TravelTimes run(BitSet wanted, BitSet closed, int first) {
        int left = wanted == null ? -1 : wanted.cardinality();
        work.begin(network.nodes());
        for (int i = 0; i < origins.size(); i++) {
            start(origins.get(i), i);
        }
        if (first != Search.NOWHERE) {
            work.improve(first, 0, 0, Overlay.NO_CORRIDOR);
        }
        int own = overlay.ownNodes();
        Pages millis = new Pages(streets.nodes());
        Ways ways = own == 0 && origins.size() == 1 || closed != null ? null : new Ways(network, origins.size(), new Pages(streets.nodes()), new int[own], new int[own]);
        int[] ownMillis = new int[own];
        Arrays.fill(ownMillis, Streets.UNREACHED);
        while (left != 0 && !work.isEmpty()) {
            long least = work.pop();
            int node = (int) least;
            int time = (int) (least >>> 32);
            if (time > work.millis(node)) {
                continue;
            }
            left -= wanted != null && wanted.get(node) ? 1 : 0;
            int source = work.source(node);
            if (node < streets.nodes()) {
                millis.set(node, time);
                if (ways != null) {
                    ways.legs().set(node, source);
                }
                relaxStreets(node, time, source);
            } else {
                int number = node - streets.nodes();
                ownMillis[number] = time;
                if (ways != null) {
                    ways.before()[number] = source;
                    ways.corridors()[number] = work.corridor(node);
                } else if (closed.get(node) && node != first) {
                    continue;
                }
                source = origins.size() + number;
            }
            relaxLines(node, time, source);
        }
        return new TravelTimes(network, direction, budget, origins, millis, ownMillis, ways);
    }

    private void start(Foothold origin, int source) {
        boolean backward = direction == Direction.TO;
        for (int i = 0; i < origin.nodes().length; i++) {
            int millis = backward ? origin.millisBack()[i] : origin.millis()[i];
            reach(origin.nodes()[i], 0, millis, source, Overlay.NO_CORRIDOR);
        }
        for (Place place : network.placesBeside(origin)) {
            Foothold from = backward ? place.foothold() : origin;
            Foothold to = backward ? origin : place.foothold();
            reach(place.node(), 0, streets.ground().directMillis(from, to), source, Overlay.NO_CORRIDOR);
        }
    }

    private void relaxStreets(int node, int time, int source) {
        boolean backward = direction == Direction.TO;
        int end = streets.firstOut(node + 1);
        for (int arc = streets.firstOut(node); arc < end; arc++) {
            reach(streets.head(arc), time, backward ? streets.millisBack(arc) : streets.millis(arc), source, Overlay.NO_CORRIDOR);
        }
    }

    private void relaxLines(int node, int time, int source) {
        int end = overlay.end(node);
        for (int arc = overlay.first(node); arc < end; arc++) {
            reach(overlay.head(arc), time, overlay.millis(arc), source, overlay.corridor(arc));
        }
    }

    private void reach(int node, int time, int millis, int source, int corridor) {
        if (millis <= budget - time) {
            work.improve(node, time + millis, source, corridor);
        }
    }
}
