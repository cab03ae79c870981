package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;
import org.tongcheng.network.Streets;

/**
 * The part of a hierarchy that lies above some destinations, to be swept for many origins at once (Delling, Goldberg, Werneck: Faster
 * batched shortest paths in road networks, 2011, doi:10.4230/OASIcs.ATMOS.2011.52). Each node has a row of times, one for each origin:
 * a lane. Lanes are counted as in {@link Sweep}: less 2³¹, so that 0 is unreached.
 *
 * <p>Threads: immutable, safe for any number.
 */
final class Descent {

    /** Origins swept at once: a row of them is one line of the cache, 64 bytes. */
    static final int LANES = 16;

    private final long[] chosen;
    private final int[] chosenBefore;
    private final int nodes;
    private final int[] first;
    private final int[] above;
    private final int[] millis;

    /** @param targets positions of the destinations' nodes */
    Descent(Hierarchy hierarchy, int[] targets) {
        BitSet set = above(hierarchy, targets);
        nodes = set.cardinality();
        chosen = set.toLongArray();
        chosenBefore = new int[chosen.length];
        for (int word = 1; word < chosen.length; word++) {
            chosenBefore[word] = chosenBefore[word - 1] + Long.bitCount(chosen[word - 1]);
        }
        first = new int[nodes + 1];
        int[] heads = new int[16 + 4 * nodes];
        int[] times = new int[heads.length];
        int row = 0;
        int count = 0;
        for (int at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
            for (int e = hierarchy.first[at]; e < hierarchy.first[at + 1]; e++) {
                if (hierarchy.down[e] != Streets.UNREACHED) {
                    if (count == heads.length) {
                        heads = Arrays.copyOf(heads, 2 * count);
                        times = Arrays.copyOf(times, 2 * count);
                    }
                    heads[count] = row(hierarchy.above[e]);
                    times[count++] = hierarchy.down[e];
                }
            }
            first[++row] = count;
        }
        above = Arrays.copyOf(heads, count);
        millis = Arrays.copyOf(times, count);
    }

    private static BitSet above(Hierarchy hierarchy, int[] targets) {
        BitSet set = new BitSet(hierarchy.nodes());
        for (int target : targets) {
            set.set(target);
        }
        for (int at = set.length() - 1; at >= 0; at = set.previousSetBit(at - 1)) {
            for (int e = hierarchy.first[at]; e < hierarchy.first[at + 1]; e++) {
                if (hierarchy.down[e] != Streets.UNREACHED) {
                    set.set(hierarchy.above[e]);
                }
            }
        }
        return set;
    }

    /** How many nodes lie above the destinations, themselves included. */
    int nodes() {
        return nodes;
    }

    /** Row of a position, or -1 where nothing leads from it to a destination. */
    int row(int position) {
        int word = position >>> 6;
        if (word >= chosen.length || (chosen[word] >>> position & 1) == 0) {
            return -1;
        }
        return chosenBefore[word] + Long.bitCount(chosen[word] & (1L << position) - 1);
    }

    /** Spreads the times down all rows; each row has {@link #LANES} of them. */
    void sweep(int[] lanes) {
        for (int row = 0; row < nodes; row++) {
            int end = first[row + 1];
            for (int e = first[row]; e < end; e++) {
                improve(lanes, row * LANES, above[e] * LANES, millis[e]);
            }
        }
    }

    /** A loop of its own, of which the compiler makes vector instructions. */
    private static void improve(int[] lanes, int to, int from, int millis) {
        for (int k = 0; k < LANES; k++) {
            lanes[to + k] = Math.min(lanes[to + k], lanes[from + k] + millis);
        }
    }
}
