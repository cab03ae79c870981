package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Streets;

/**
 * Which lines shortest ways ride: of each street node the source of its last leg over the streets, of each node of the lines the
 * source or the node before it.
 *
 * <p>A source is a number: origins come first, then the lines' own nodes.
 *
 * @param origins   how many there are
 * @param legs      source of each street node's last leg
 * @param before    source or node of the lines before each of the lines' own nodes
 * @param corridors corridor ridden to it from there
 */
record Ways(Network network, int origins, Pages legs, int[] before, int[] corridors) {

    private static final int PAGE = TravelTimes.PAGE_NODES;

    /**
     * Ids of the corridors that shortest ways to street nodes within the time ride. Where streets of one graph stand beside each other
     * only the fastest way to each of its nodes counts; nodes of different graphs are different places.
     */
    SortedSet<String> used(Pages millis, int within) {
        List<Streets> parts = network.streets().parts();
        boolean oneGraph = parts.stream().map(Streets::graph).distinct().count() == 1;
        int copies = oneGraph ? parts.size() : 1;
        int nodes = network.streets().nodes() / copies;
        boolean[] seen = new boolean[origins + before.length];
        SortedSet<String> used = new TreeSet<>();
        for (int p = 0; p < millis.count(); p++) {
            int[] times = millis.page(p);
            for (int i = 0; times != null && i < PAGE; i++) {
                if (times[i] <= within && times[i] != Streets.UNREACHED && isLeast(times[i], millis, (p * PAGE + i) % nodes, nodes, copies)) {
                    follow(legs.page(p)[i], seen, used);
                }
            }
        }
        return used;
    }

    /** Ids of the corridors that shortest ways to places within the time ride. */
    SortedSet<String> usedTo(int[] own, int within) {
        boolean[] seen = new boolean[origins + before.length];
        SortedSet<String> used = new TreeSet<>();
        for (int place = 0; place < network.places().size(); place++) {
            if (own[place] <= within && own[place] != Streets.UNREACHED) {
                follow(origins + place, seen, used);
            }
        }
        return used;
    }

    /** Among the copies of a node. */
    private static boolean isLeast(int time, Pages millis, int node, int nodes, int copies) {
        for (int copy = 0; copy < copies; copy++) {
            if (copies > 1 && millis.get(node + copy * nodes) < time) {
                return false;
            }
        }
        return true;
    }

    private void follow(int from, boolean[] seen, SortedSet<String> used) {
        for (int source = from; !seen[source]; source = before[source - origins]) {
            seen[source] = true;
            if (source < origins) {
                return;
            }
            int corridor = corridors[source - origins];
            if (corridor != Overlay.NO_CORRIDOR) {
                used.add(id(corridor));
            }
        }
    }

    /** Ids of the corridors ridden on the shortest way to a node that is reached, in the order of travel. */
    List<String> to(int node, Direction direction) {
        int streets = network.streets().nodes();
        List<String> ridden = new ArrayList<>();
        int source = node < streets ? legs.get(node) : origins + node - streets;
        for (; source >= origins; source = before[source - origins]) {
            int corridor = corridors[source - origins];
            if (corridor != Overlay.NO_CORRIDOR && (ridden.isEmpty() || !ridden.get(ridden.size() - 1).equals(id(corridor)))) {
                ridden.add(id(corridor));
            }
        }
        if (direction == Direction.FROM) {
            Collections.reverse(ridden);
        }
        return ridden;
    }

    /** The stretches from one node of the lines to the next that are ridden on the shortest way to a node, in the order of travel. */
    List<TravelTimes.Ride> rides(int node, Direction direction) {
        int streets = network.streets().nodes();
        List<TravelTimes.Ride> rides = new ArrayList<>();
        int source = node < streets ? legs.get(node) : origins + node - streets;
        for (; source >= origins; source = before[source - origins]) {
            int earlier = before[source - origins];
            if (corridors[source - origins] != Overlay.NO_CORRIDOR && earlier >= origins) {
                int near = earlier - origins + streets;
                int far = source - origins + streets;
                boolean from = direction == Direction.FROM;
                rides.add(new TravelTimes.Ride(corridors[source - origins], from ? near : far, from ? far : near));
            }
        }
        if (direction == Direction.FROM) {
            Collections.reverse(rides);
        }
        return rides;
    }

    /** The origin that the shortest way to a node that is reached begins at. */
    int origin(int node) {
        int streets = network.streets().nodes();
        int source = node < streets ? legs.get(node) : origins + node - streets;
        while (source >= origins) {
            source = before[source - origins];
        }
        return source;
    }

    private String id(int corridor) {
        return network.corridors().get(corridor).id();
    }
}
