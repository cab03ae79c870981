package org.tongcheng.reach;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;

/**
 * One-to-many shortest times over streets and lines joined, exact, within a budget.
 *
 * <pre>
 *   Foothold xiamen = network.foothold(118.09, 24.48);
 *   TravelTimes times = Search.run(network, List.of(xiamen), Direction.FROM, Duration.ofHours(1));
 * </pre>
 *
 * On streets that have an order of contraction by sweeps ({@link SweepSearch}), on others by Dijkstra ({@link JoinedSearch}).
 *
 * <p>Threads: any number may search.
 */
public final class Search {

    /** No node. */
    static final int NOWHERE = -1;

    private Search() {}

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
        return run(network, origins, direction, Math.toIntExact(budget.toMillis()), null);
    }

    /**
     * Times when some nodes of the lines let nobody through: a way may end there but not go on.
     *
     * @param closed numbers of nodes in the network, none of them of the streets
     */
    public static TravelTimes past(Network network, List<Foothold> origins, BitSet closed, Duration budget) {
        try (Workspace work = Workspace.take()) {
            return engine(network, origins, Math.toIntExact(budget.toMillis()), work).past(closed, NOWHERE);
        }
    }

    /** As {@link #past}, from a node of the lines, which may itself be closed: a way may begin there. */
    public static TravelTimes from(Network network, int node, BitSet closed, Duration budget) {
        if (node < network.streets().nodes() || node >= network.nodes()) {
            throw new IllegalArgumentException("node " + node + " is none of the lines");
        }
        try (Workspace work = Workspace.take()) {
            return engine(network, List.of(), Math.toIntExact(budget.toMillis()), work).past(closed, node);
        }
    }

    /** A way of searching that can leave nodes out. */
    interface Engine {

        /** @param node of the lines to begin at, or {@link #NOWHERE} */
        TravelTimes past(BitSet closed, int node);
    }

    private static Engine engine(Network network, List<Foothold> origins, int millis, Workspace work) {
        return network.streets().isOrdered()
                ? new SweepSearch(network, origins, Direction.FROM, millis, work.sweep())
                : new JoinedSearch(network, origins, Direction.FROM, millis, work);
    }

    /** As {@link #run(Network, List, Direction, Duration)} from origins; of points other than the destinations some may be missing. */
    public static TravelTimes between(Network network, List<Foothold> origins, List<Foothold> destinations, Duration budget) {
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("a search needs an origin");
        }
        BitSet wanted = new BitSet();
        for (Foothold at : destinations) {
            Arrays.stream(at.nodes()).forEach(wanted::set);
            network.placesBeside(at).forEach(place -> wanted.set(place.node()));
        }
        return run(network, origins, Direction.FROM, Math.toIntExact(budget.toMillis()), wanted);
    }

    /** Times from an origin to some nodes; of others some may be missing. */
    static TravelTimes until(Network network, Foothold origin, int budget, BitSet wanted) {
        return run(network, List.of(origin), Direction.FROM, budget, wanted);
    }

    private static TravelTimes run(Network network, List<Foothold> origins, Direction direction, int millis, BitSet wanted) {
        try (Workspace work = Workspace.take()) {
            return network.streets().isOrdered()
                    ? new SweepSearch(network, origins, direction, millis, work.sweep()).run()
                    : new JoinedSearch(network, origins, direction, millis, work).run(wanted);
        }
    }
}
