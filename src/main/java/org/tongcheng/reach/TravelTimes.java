package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Streets;

/**
 * Shortest times from (or to) the nearest of some origins to every node within a budget, with the tree of shortest paths.
 *
 * <p>Nodes are numbered as in the {@link Network}; times are whole milliseconds. Holds only what was reached.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class TravelTimes {

    private final Network network;
    private final Direction direction;
    private final int budgetMillis;
    private final List<Foothold> origins;
    private final int[] node;
    private final int[] millis;
    private final int[] parent;
    private final int[] corridor;
    private final int[] slots;

    /**
     * A stop within the budget.
     *
     * @param place  the stop
     * @param millis to its street side
     */
    public record ReachedStop(Place place, int millis) {}

    private TravelTimes(Network network, Direction direction, int budgetMillis, List<Foothold> origins, int[] node, int[] slots) {
        this.network = network;
        this.direction = direction;
        this.budgetMillis = budgetMillis;
        this.origins = List.copyOf(origins);
        this.node = node;
        this.slots = slots;
        this.millis = new int[node.length];
        this.parent = new int[node.length];
        this.corridor = new int[node.length];
    }

    static TravelTimes of(
            Network network, Direction direction, int budget, List<Foothold> origins, int[] settled, Workspace work) {
        int[] slots = new int[Integer.highestOneBit(Math.max(8, settled.length)) * 4];
        Arrays.fill(slots, -1);
        for (int i = 0; i < settled.length; i++) {
            int slot = slot(slots, settled, settled[i]);
            slots[slot] = i;
        }
        TravelTimes times = new TravelTimes(network, direction, budget, origins, settled, slots);
        for (int i = 0; i < settled.length; i++) {
            int parent = work.parent(settled[i]);
            times.millis[i] = work.millis(settled[i]);
            times.parent[i] = parent < 0 ? parent : times.slots[slot(slots, settled, parent)];
            times.corridor[i] = work.corridor(settled[i]);
        }
        return times;
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

    /** How many nodes were reached; they are numbered from 0 in the order of their times. */
    public int reached() {
        return node.length;
    }

    /** Node number of the i-th reached node. */
    public int reachedNode(int i) {
        return node[i];
    }

    /** Time of the i-th reached node. */
    public int reachedMillis(int i) {
        return millis[i];
    }

    /** Time of a node, or {@link Streets#UNREACHED}. */
    public int millis(int ofNode) {
        int slot = slots[slot(slots, node, ofNode)];
        return slot < 0 ? Streets.UNREACHED : millis[slot];
    }

    /**
     * Time at a point, or {@link Streets#UNREACHED} where it is beyond the budget or joins no street: over the nodes around it,
     * or straight from a stop or an origin beside it.
     */
    public int millisAt(double lon, double lat) {
        Optional<Foothold> foothold = network.streets().ground().find(lon, lat, network.snapMetres());
        return foothold.map(this::millisAt).orElse(Streets.UNREACHED);
    }

    /** As {@link #millisAt(double, double)}, for a point that was placed before. */
    public int millisAt(Foothold at) {
        boolean from = direction == Direction.FROM;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < at.nodes().length; i++) {
            best = Math.min(best, sum(millis(at.nodes()[i]), from ? at.millisBack()[i] : at.millis()[i]));
        }
        for (Place place : network.placesBeside(at)) {
            best = Math.min(best, sum(millis(place.node()), direct(place.foothold(), at)));
        }
        for (Foothold origin : origins) {
            best = Math.min(best, sum(0, direct(origin, at)));
        }
        return best > budgetMillis ? Streets.UNREACHED : (int) best;
    }

    /** Straight from an origin or a stop to a point, or the other way where one arrives. */
    private int direct(Foothold known, Foothold at) {
        boolean from = direction == Direction.FROM;
        return network.streets().ground().directMillis(from ? known : at, from ? at : known);
    }

    private static long sum(int a, int b) {
        return a == Streets.UNREACHED || b == Streets.UNREACHED ? Long.MAX_VALUE : (long) a + b;
    }

    /** Ids of the corridors that shortest paths to street nodes within the time ride, in the order of the alphabet. */
    public SortedSet<String> corridorsUsed(int withinMillis) {
        boolean[] useful = new boolean[node.length];
        SortedSet<String> used = new TreeSet<>();
        for (int i = node.length - 1; i >= 0; i--) {
            useful[i] |= node[i] < network.streets().nodes() && millis[i] <= withinMillis;
            if (!useful[i]) {
                continue;
            }
            if (parent[i] >= 0) {
                useful[parent[i]] = true;
            }
            if (corridor[i] != Overlay.NO_CORRIDOR) {
                used.add(network.corridors().get(corridor[i]).id());
            }
        }
        return used;
    }

    /** Ids of the corridors ridden on the shortest path to (or from) a node, in the order of travel; empty where none is. */
    public List<String> corridorsTo(int ofNode) {
        List<String> ridden = new ArrayList<>();
        for (int i = slots[slot(slots, node, ofNode)]; i >= 0; i = parent[i]) {
            if (corridor[i] != Overlay.NO_CORRIDOR) {
                String id = network.corridors().get(corridor[i]).id();
                if (ridden.isEmpty() || !ridden.get(ridden.size() - 1).equals(id)) {
                    ridden.add(id);
                }
            }
        }
        if (direction == Direction.FROM) {
            java.util.Collections.reverse(ridden);
        }
        return ridden;
    }

    /** Number of the reached node before this one (see {@link #reachedNode}), or -1 minus the number of the origin. */
    public int parent(int i) {
        return parent[i];
    }

    /** The stops within the time, soonest first. */
    public List<ReachedStop> stops(int withinMillis) {
        List<ReachedStop> stops = new ArrayList<>();
        for (int i = 0; i < node.length && millis[i] <= withinMillis; i++) {
            if (network.isPlace(node[i])) {
                stops.add(new ReachedStop(network.place(node[i]), millis[i]));
            }
        }
        return stops;
    }

    /** The street nodes within the time at which the streets end for want of data although land goes on, soonest first. */
    public int[] openEnds(int withinMillis) {
        int[] ends = new int[16];
        int count = 0;
        for (int i = 0; i < node.length && millis[i] <= withinMillis; i++) {
            if (node[i] < network.streets().nodes() && network.streets().graph().isOpenEnd(node[i])) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = node[i];
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /** Where the node stands in the table, or the free slot where it would; never more than half full. */
    private static int slot(int[] slots, int[] node, int wanted) {
        int mask = slots.length - 1;
        int slot = wanted * 0x9E3779B9 >>> 7 & mask;
        while (slots[slot] >= 0 && node[slots[slot]] != wanted) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
