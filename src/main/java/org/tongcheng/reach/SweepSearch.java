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
 * Sweeps over ordered streets and rides on the lines by turns: sweep from the origins, ride from the stops reached, sweep again from
 * where the rides let off, until no time improves. Exact: nothing improves any more by any arc of streets or lines.
 */
final class SweepSearch implements Search.Engine {

    private final Network network;
    private final Streets streets;
    private final Direction direction;
    private final int budget;
    private final List<Foothold> origins;
    private final Overlay rides;
    /** The same arcs by the node they lead to. */
    private final Overlay arrivals;
    private final Sweep sweep;
    private final LongHeap heap = new LongHeap();
    private final int[] own;
    private final int[] before;
    private final int[] corridor;
    /** Null where all are open; then the ways are noted. */
    private BitSet closed;
    private int first = Search.NOWHERE;

    SweepSearch(Network network, List<Foothold> origins, Direction direction, int budget, Sweep sweep) {
        boolean backward = direction == Direction.TO;
        this.network = network;
        this.streets = network.streets();
        this.direction = direction;
        this.budget = budget;
        this.origins = origins;
        this.rides = backward ? network.backward() : network.forward();
        this.arrivals = backward ? network.forward() : network.backward();
        this.sweep = sweep;
        this.own = new int[rides.ownNodes()];
        this.before = new int[own.length];
        this.corridor = new int[own.length];
        Arrays.fill(own, Streets.UNREACHED);
    }

    @Override
    public TravelTimes past(BitSet shut, int node) {
        closed = shut;
        first = node;
        return run();
    }

    TravelTimes run() {
        sweep.begin(Hierarchy.of(streets), direction, budget);
        for (int i = 0; i < origins.size(); i++) {
            start(origins.get(i), i);
        }
        if (first != Search.NOWHERE) {
            reach(first, 0, 0, 0, Overlay.NO_CORRIDOR);
            ride();
        }
        do {
            sweep.run();
            board();
        } while (ride());
        Pages millis = new Pages(streets.nodes());
        Ways ways = !mayRide() && origins.size() == 1 || closed != null ? null : new Ways(network, origins.size(), new Pages(streets.nodes()), before, corridor);
        sweep.finish(millis, ways == null ? null : ways.legs());
        return new TravelTimes(network, direction, budget, origins, millis, own, ways);
    }

    /** Whether any line can be boarded: at a stop on the streets, or because one starts on a line. */
    private boolean mayRide() {
        return !network.places().isEmpty() || first != Search.NOWHERE || own.length > 0
                && origins.stream().flatMapToInt(origin -> Arrays.stream(origin.nodes())).anyMatch(node -> node >= streets.nodes());
    }

    private void start(Foothold origin, int source) {
        boolean backward = direction == Direction.TO;
        for (int i = 0; i < origin.nodes().length; i++) {
            int millis = backward ? origin.millisBack()[i] : origin.millis()[i];
            if (origin.nodes()[i] >= streets.nodes()) {
                reach(origin.nodes()[i], 0, millis, source, Overlay.NO_CORRIDOR);
            } else if (millis != Streets.UNREACHED) {
                sweep.start(origin.nodes()[i], millis, source);
            }
        }
        for (Place place : network.placesBeside(origin)) {
            Foothold from = backward ? place.foothold() : origin;
            Foothold to = backward ? origin : place.foothold();
            reach(place.node(), 0, streets.ground().directMillis(from, to), source, Overlay.NO_CORRIDOR);
        }
    }

    /** From the streets to the lines. */
    private void board() {
        for (int number = 0; number < own.length; number++) {
            int node = streets.nodes() + number;
            int end = arrivals.end(node);
            for (int arc = arrivals.first(node); arc < end; arc++) {
                int from = arrivals.head(arc);
                int time = from < streets.nodes() ? sweep.millis(from) : Streets.UNREACHED;
                if (time != Streets.UNREACHED) {
                    reach(node, time, arrivals.millis(arc), sweep.source(from), arrivals.corridor(arc));
                }
            }
        }
    }

    /** Along the lines and back to the streets. Whether that improved a time on the streets. */
    private boolean ride() {
        boolean improved = false;
        while (!heap.isEmpty()) {
            long least = heap.pop();
            int number = (int) least;
            int time = (int) (least >>> 32);
            if (time > own[number]) {
                continue;
            }
            int node = streets.nodes() + number;
            if (closed != null && closed.get(node) && node != first) {
                continue;
            }
            int end = rides.end(node);
            for (int arc = rides.first(node); arc < end; arc++) {
                int head = rides.head(arc);
                if (head >= streets.nodes()) {
                    reach(head, time, rides.millis(arc), origins.size() + number, rides.corridor(arc));
                } else if (rides.millis(arc) <= budget - time) {
                    improved |= sweep.start(head, time + rides.millis(arc), origins.size() + number);
                }
            }
        }
        return improved;
    }

    private void reach(int node, int time, int millis, int from, int ridden) {
        int number = node - streets.nodes();
        if (millis <= budget - time && time + millis < own[number]) {
            own[number] = time + millis;
            before[number] = from;
            corridor[number] = ridden;
            heap.push((long) own[number] << 32 | number);
        }
    }
}
