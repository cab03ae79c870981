package org.tongcheng.reach;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Streets;

/**
 * One-to-many shortest times over streets and lines joined, exact, within a budget: Dijkstra (1959) on flat arrays.
 *
 * <p>The graph is never joined in memory: the arcs of a node are its street arcs and its row of the overlay. A node is settled
 * when it comes up with its own time; nothing later than the budget is ever labelled.
 *
 * <pre>
 *   Foothold xiamen = network.foothold(118.09, 24.48);
 *   TravelTimes times = Search.run(network, List.of(xiamen), Direction.FROM, Duration.ofHours(1));
 * </pre>
 *
 * Threads: any number may ask; as many search at once as there are processors.
 */
public final class Search {

    /** Parent of a node that is entered straight from an origin: this minus the origin's number. */
    static final int ORIGIN = -1;

    private final Network network;
    private final Streets streets;
    private final Overlay overlay;
    private final boolean backward;
    private final int budget;
    private final Workspace work;

    private Search(Network network, Direction direction, int budget, Workspace work) {
        this.network = network;
        this.streets = network.streets();
        this.backward = direction == Direction.TO;
        this.overlay = backward ? network.backward() : network.forward();
        this.budget = budget;
        this.work = work;
    }

    /**
     * Times from the nearest of the origins, or to it.
     *
     * @param origins where one starts (or arrives), at least one
     * @param budget  the longest time wanted, at most 24 days
     */
    public static TravelTimes run(Network network, List<Foothold> origins, Direction direction, Duration budget) {
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("a search needs an origin");
        }
        int millis = Math.toIntExact(budget.toMillis());
        try (Workspace work = Workspace.ready(network.nodes())) {
            return new Search(network, direction, millis, work).run(origins, direction);
        }
    }

    private TravelTimes run(List<Foothold> origins, Direction direction) {
        for (int i = 0; i < origins.size(); i++) {
            start(origins.get(i), ORIGIN - i);
        }
        int[] settled = new int[1024];
        int count = 0;
        while (!work.isEmpty()) {
            long least = work.pop();
            int node = (int) least;
            int time = (int) (least >>> 32);
            if (time > work.millis(node)) {
                continue;
            }
            if (count == settled.length) {
                settled = Arrays.copyOf(settled, count * 2);
            }
            settled[count++] = node;
            if (node < streets.nodes()) {
                relaxStreets(node, time);
            }
            relaxLines(node, time);
        }
        return TravelTimes.of(network, direction, budget, origins, Arrays.copyOf(settled, count), work);
    }

    private void start(Foothold origin, int parent) {
        for (int i = 0; i < origin.nodes().length; i++) {
            int millis = backward ? origin.millisBack()[i] : origin.millis()[i];
            reach(origin.nodes()[i], 0, millis, parent, Overlay.NO_CORRIDOR);
        }
        for (Place place : network.placesBeside(origin)) {
            Foothold from = backward ? place.foothold() : origin;
            Foothold to = backward ? origin : place.foothold();
            reach(place.node(), 0, streets.ground().directMillis(from, to), parent, Overlay.NO_CORRIDOR);
        }
    }

    private void relaxStreets(int node, int time) {
        int end = streets.firstOut(node + 1);
        for (int arc = streets.firstOut(node); arc < end; arc++) {
            reach(streets.head(arc), time, backward ? streets.millisBack(arc) : streets.millis(arc), node, Overlay.NO_CORRIDOR);
        }
    }

    private void relaxLines(int node, int time) {
        int end = overlay.end(node);
        for (int arc = overlay.first(node); arc < end; arc++) {
            reach(overlay.head(arc), time, overlay.millis(arc), node, overlay.corridor(arc));
        }
    }

    private void reach(int node, int time, int millis, int parent, int corridor) {
        if (millis <= budget - time) {
            work.improve(node, time + millis, parent, corridor);
        }
    }
}
