package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.Network;
import org.tongcheng.network.Place;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;

/**
 * Shortest times from (or to) the nearest of some origins to every node within a budget, and the lines that shortest ways ride.
 *
 * <p>Nodes are numbered as in the {@link Network}; times are whole milliseconds. Holds only what was reached: the times of street nodes
 * stand on pages of {@link #PAGE_NODES} nodes, and a page on which nothing is reached does not exist.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class TravelTimes {

    /** How many street nodes stand on a page. */
    public static final int PAGE_NODES = Pages.SIZE;

    private final Network network;
    private final Direction direction;
    private final int budgetMillis;
    private final List<Foothold> origins;
    private final Pages millis;
    private final int[] own;
    private final Ways ways;

    /**
     * A stop within the budget.
     *
     * @param place  the stop
     * @param millis to its street side
     */
    public record ReachedStop(Place place, int millis) {}

    /**
     * @param millis of street nodes
     * @param own    times of the lines' own nodes
     * @param ways   null where there are no lines and but one origin
     */
    TravelTimes(Network network, Direction direction, int budgetMillis, List<Foothold> origins, Pages millis, int[] own, Ways ways) {
        this.network = network;
        this.direction = direction;
        this.budgetMillis = budgetMillis;
        this.origins = List.copyOf(origins);
        this.millis = millis;
        this.own = own;
        this.ways = ways;
    }

    /**
     * The times on one of the streets that stand beside each other, for drawing: its nodes and places alone, without the lines ridden.
     * Origins that do not join it, or at which one has to be picked up first, are none of its own.
     */
    TravelTimes part(int number) {
        Streets streets = network.streets();
        if (streets.parts().size() == 1) {
            return this;
        }
        Network part = network.part(number);
        int first = streets.firstNodes()[number];
        Pages there = new Pages(part.streets().nodes());
        for (int node = 0; node < part.streets().nodes(); node++) {
            int time = millis.get(first + node);
            if (time != Streets.UNREACHED) {
                there.set(node, time);
            }
        }
        int[] places = network.placesOn(number).stream().mapToInt(place -> millis(place.node())).toArray();
        List<Foothold> from = origins.stream().map(origin -> origin.part(number))
                .filter(origin -> origin != null && origin.parts().isEmpty()).toList();
        return new TravelTimes(part, direction, budgetMillis, from, there, places, null);
    }

    /** Whole seconds, rounded up, as answers give them. */
    public static int seconds(int millis) {
        return (int) ((millis + 999L) / 1000);
    }

    /** The same; null of {@link Streets#UNREACHED}. */
    public static Integer secondsIfReached(int millis) {
        return millis == Streets.UNREACHED ? null : Integer.valueOf(seconds(millis));
    }

    public Network network() {
        return network;
    }

    public Direction direction() {
        return direction;
    }

    /** The longest time that was looked for. */
    public int budgetMillis() {
        return budgetMillis;
    }

    public List<Foothold> origins() {
        return origins;
    }

    /** How many pages the street nodes would fill. */
    public int pages() {
        return millis.count();
    }

    /**
     * Times of the street nodes {@code page * PAGE_NODES} and after, {@link Streets#UNREACHED} where one is not reached (and beyond the
     * last node); null where none of them is. Must not be written to.
     */
    public int[] page(int page) {
        return millis.page(page);
    }

    /** Time of a node of the streets or the lines, or {@link Streets#UNREACHED}. */
    public int millis(int node) {
        int streets = network.streets().nodes();
        return node < streets ? millis.get(node) : own[node - streets];
    }

    /**
     * Time at a point, or {@link Streets#UNREACHED} where it is beyond the budget or joins no street: over the nodes around it,
     * or straight from a stop or an origin beside it.
     */
    public int millisAt(double lon, double lat) {
        Optional<Foothold> foothold = network.find(lon, lat);
        return foothold.map(this::millisAt).orElse(Streets.UNREACHED);
    }

    /** As {@link #millisAt(double, double)}, for a point that was placed before. */
    public int millisAt(Foothold at) {
        long millis = arrival(at).millis();
        return millis > budgetMillis ? Streets.UNREACHED : (int) millis;
    }

    /** Ids of the corridors ridden on the shortest way to (or from) a point, in the order of travel; empty where none is. */
    public List<String> corridorsTo(Foothold at) {
        int node = arrival(at).node();
        return node < 0 ? List.of() : corridorsTo(node);
    }

    /**
     * A stretch of the shortest way on a line, between neighbouring nodes of it.
     *
     * @param corridor number of the corridor in the network
     * @param from     node of the network where it begins
     * @param to       node where it ends; of the same stop where a vehicle only dwells
     */
    public record Ride(int corridor, int from, int to) {}

    /** What is ridden on the shortest way to (or from) a point, in the order of travel; empty where nothing is. */
    public List<Ride> ridesTo(Foothold at) {
        int node = arrival(at).node();
        return node < 0 || ways == null || millis(node) == Streets.UNREACHED ? List.of() : ways.rides(node, direction);
    }

    /** Which of the streets that stand beside each other the shortest way to (or from) a point takes; 0 where they stand alone. */
    public int partTo(Foothold at) {
        List<Streets> parts = network.streets().parts();
        Arrival arrival = arrival(at);
        for (int i = 1; i < parts.size(); i++) {
            if (at.part(i) != null && leadsOver(arrival, at, i)) {
                return i;
            }
        }
        return 0;
    }

    private boolean leadsOver(Arrival arrival, Foothold at, int part) {
        int node = arrival.node();
        if (node < 0) {
            Ground ground = network.streets().parts().get(part).ground();
            boolean from = direction == Direction.FROM;
            return origins.stream().map(origin -> origin.part(part)).filter(Objects::nonNull).anyMatch(origin -> arrival.millis()
                    == ground.directMillis(from ? origin : at.part(part), from ? at.part(part) : origin));
        }
        return network.isPlace(node) ? network.place(node).foothold().part(part) != null
                : node >= network.streets().firstNodes()[part] && node < network.streets().firstNodes()[part] + network.streets().parts().get(part).nodes();
    }

    /**
     * Which of the origins the shortest way to a point begins at (or that from it ends at), as a number in {@link #origins}; of equal
     * ones any. -1 where the point is not reached.
     */
    public int originTo(Foothold at) {
        Arrival arrival = arrival(at);
        if (arrival.millis() > budgetMillis) {
            return -1;
        }
        return arrival.origin() >= 0 ? arrival.origin() : ways == null ? 0 : ways.origin(arrival.node());
    }

    /**
     * @param node   over which a point is reached; -1 straight from an origin or not at all
     * @param origin straight from which; -1 over a node or not at all
     */
    private record Arrival(long millis, int node, int origin) {

        Arrival orSooner(long other, int over) {
            return other < millis ? new Arrival(other, over, -1) : this;
        }

        Arrival orStraight(long other, int from) {
            return other < millis ? new Arrival(other, -1, from) : this;
        }
    }

    private Arrival arrival(Foothold at) {
        boolean from = direction == Direction.FROM;
        Arrival best = new Arrival(Long.MAX_VALUE, -1, -1);
        for (int i = 0; i < at.nodes().length; i++) {
            best = best.orSooner(sum(millis(at.nodes()[i]), from ? at.millisBack()[i] : at.millis()[i]), at.nodes()[i]);
        }
        for (Place place : network.placesBeside(at)) {
            best = best.orSooner(sum(millis(place.node()), direct(place.foothold(), at)), place.node());
        }
        for (int i = 0; i < origins.size(); i++) {
            best = best.orStraight(sum(0, direct(origins.get(i), at)), i);
        }
        return best;
    }

    /** Straight from an origin or a stop to a point, or the other way where one arrives. */
    private int direct(Foothold known, Foothold at) {
        boolean from = direction == Direction.FROM;
        return network.streets().ground().directMillis(from ? known : at, from ? at : known);
    }

    private static long sum(int a, int b) {
        return a == Streets.UNREACHED || b == Streets.UNREACHED ? Long.MAX_VALUE : (long) a + b;
    }

    /** Ids of the corridors that shortest ways to street nodes (or stations, where there are no streets) within the time ride, in the order of the alphabet. */
    public SortedSet<String> corridorsUsed(int withinMillis) {
        if (ways == null) {
            return new TreeSet<>();
        }
        return network.isOfStations() ? ways.usedTo(own, withinMillis) : ways.used(millis, withinMillis);
    }

    /** Ids of the corridors ridden on the shortest way to (or from) a node, in the order of travel; empty where none is. */
    public List<String> corridorsTo(int node) {
        return ways == null || millis(node) == Streets.UNREACHED ? List.of() : ways.to(node, direction);
    }

    /** The stops within the time, soonest first; of those at one time the lower node first. On whatever streets they are reached. */
    public List<ReachedStop> stops(int withinMillis) {
        List<ReachedStop> stops = new ArrayList<>();
        for (Place place : network.places()) {
            int time = stopMillis(place);
            if (time <= withinMillis && time != Streets.UNREACHED) {
                stops.add(new ReachedStop(place, time));
            }
        }
        stops.sort(Comparator.comparingInt(ReachedStop::millis));
        return stops;
    }

    /** A stop stands on the streets that its line is joined to; beside others it may be reached sooner on those. */
    private int stopMillis(Place place) {
        int onItsStreets = millis(place.node());
        return network.streets().parts().size() == 1 ? onItsStreets
                : Math.min(onItsStreets, millisAt(place.foothold().lon(), place.foothold().lat()));
    }

    /** The street nodes within the time at which the streets end for want of data although land goes on, in the order of their numbers. */
    public int[] openEnds(int withinMillis) {
        StreetGraph graph = network.streets().graph();
        int[] ends = new int[16];
        int count = 0;
        for (int p = 0; p < millis.count(); p++) {
            int[] times = millis.page(p);
            for (int i = 0; times != null && i < times.length; i++) {
                if (times[i] <= withinMillis && times[i] != Streets.UNREACHED && graph.isOpenEnd(p * PAGE_NODES + i)) {
                    ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
                    ends[count++] = p * PAGE_NODES + i;
                }
            }
        }
        return Arrays.copyOf(ends, count);
    }
}
