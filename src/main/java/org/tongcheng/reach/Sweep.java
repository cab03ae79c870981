package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * Times over the streets alone, spread from sources that may come in several rounds: each round goes up the hierarchy from what improved,
 * then once down over the blocks to which something improved leads.
 *
 * <p>A label is one long, the time in its upper half and the source in its lower, so that of equal ways that of the lower source is
 * taken. Times are kept less 2³¹: the least int stands for no time at all, and 0, which fresh memory holds, for unreached; adding any
 * arc to any label never overflows, and what is unreached stays so.
 *
 * <p>Threads: one at a time. Scratch memory is cleared where it was touched: nothing here takes time for nodes that are not near
 * anything reached, but for a look at one byte for each block.
 */
final class Sweep {

    private static final int BLOCK_BITS = Hierarchy.BLOCK_BITS;
    private static final int BLOCK = Hierarchy.BLOCK;
    private static final int TIME = 32;

    private long[] label = {};
    /** Positions from which the way up is still to go, a bit each; of words that hold one, a bit each again. */
    private long[] climbing = {};
    private long[] climbingWords = {};
    /** Blocks to visit in this round, and those visited in any. */
    private byte[] due = {};
    private byte[] touched = {};
    /** Positions that this round came to on the way up. */
    private int[] climbed = new int[1024];
    private int climbedCount;

    private Hierarchy hierarchy;
    private int[] rise;
    private int[] fall;
    private int limit;
    private int firstDue;
    private int lastDue;

    /** Makes it ready. The budget is in milliseconds. */
    void begin(Hierarchy over, Direction direction, int budget) {
        hierarchy = over;
        boolean backward = direction == Direction.TO;
        rise = backward ? over.down : over.up;
        fall = backward ? over.up : over.down;
        limit = Math.min(budget, Streets.UNREACHED - 1) + Integer.MIN_VALUE;
        int blocks = over.blocks();
        if (due.length < blocks) {
            label = new long[blocks << BLOCK_BITS];
            climbing = new long[blocks << BLOCK_BITS >>> 6];
            climbingWords = new long[(climbing.length >>> 6) + 1];
            due = new byte[blocks];
            touched = new byte[blocks];
        }
        firstDue = Integer.MAX_VALUE;
        lastDue = -1;
    }

    /** Time of a street node, or {@link Streets#UNREACHED} where none within the budget is found yet. */
    int millis(int node) {
        int time = (int) (label[hierarchy.position[node]] >> TIME);
        return time > limit ? Streets.UNREACHED : time - Integer.MIN_VALUE;
    }

    /** Source of the last leg to a street node that is reached. */
    int source(int node) {
        return (int) label[hierarchy.position[node]];
    }

    /** Where something is to spread from in the next round. Whether it is a gain. */
    boolean start(int node, int millis, int source) {
        int at = hierarchy.position[node];
        int time = millis + Integer.MIN_VALUE;
        if (time > limit || time >= (int) (label[at] >> TIME)) {
            return false;
        }
        label[at] = (long) time << TIME | source;
        climbFrom(at);
        return true;
    }

    /** One round. */
    void run() {
        climb();
        for (int i = 0; i < climbedCount; i++) {
            visit(climbed[i] >>> BLOCK_BITS);
            visitBelow(climbed[i]);
        }
        for (int b = firstDue; b <= lastDue; b++) {
            if (due[b] != 0) {
                due[b] = 0;
                touched[b] = 1;
                settle(b);
            }
        }
        firstDue = Integer.MAX_VALUE;
        lastDue = -1;
    }

    /** The way up alone: improves the labels of what stands above and lists it. */
    private void climb() {
        climbedCount = 0;
        for (int i = climbingWords.length - 1; i >= 0; i--) {
            while (climbingWords[i] != 0) {
                int word = (i << 6) + 63 - Long.numberOfLeadingZeros(climbingWords[i]);
                climbWord(word);
                climbingWords[i] &= ~(1L << word);
            }
        }
    }

    private void climbFrom(int at) {
        climbing[at >>> 6] |= 1L << at;
        climbingWords[at >>> 12] |= 1L << (at >>> 6);
    }

    /** Positions fall on the way up: the last of a word goes first, and what it adds to the word stands before it. */
    private void climbWord(int word) {
        int[] above = hierarchy.above;
        while (climbing[word] != 0) {
            int at = (word << 6) + 63 - Long.numberOfLeadingZeros(climbing[word]);
            climbing[word] &= ~(1L << at);
            climbed = climbedCount == climbed.length ? Arrays.copyOf(climbed, 2 * climbedCount) : climbed;
            climbed[climbedCount++] = at;
            long from = label[at];
            int end = hierarchy.first[at + 1];
            for (int e = hierarchy.first[at]; e < end; e++) {
                long key = from + ((long) rise[e] << TIME);
                if (key < label[above[e]] && (int) (key >> TIME) <= limit) {
                    label[above[e]] = key;
                    climbFrom(above[e]);
                }
            }
        }
    }

    private void visit(int block) {
        due[block] = 1;
        firstDue = Math.min(firstDue, block);
        lastDue = Math.max(lastDue, block);
    }

    private void visitBelow(int at) {
        int end = hierarchy.firstBlock[at + 1];
        for (int i = hierarchy.firstBlock[at]; i < end; i++) {
            visit(hierarchy.block[i]);
        }
    }

    private void settle(int block) {
        long[] labels = label;
        int[] first = hierarchy.first;
        int[] above = hierarchy.above;
        int[] time = fall;
        int start = block << BLOCK_BITS;
        int end = Math.min(start + BLOCK, hierarchy.nodes());
        int e = first[start];
        for (int at = start; at < end; at++) {
            long old = labels[at];
            long best = old;
            for (int stop = first[at + 1]; e < stop; e++) {
                best = Math.min(best, labels[above[e]] + ((long) time[e] << TIME));
            }
            if (best < old) {
                labels[at] = best;
                if ((int) (best >> TIME) <= limit) {
                    visitBelow(at);
                }
            }
        }
    }

    /** Takes the times on the way up. */
    interface Ascent {

        /** @param time in milliseconds less 2³¹ */
        void reach(int position, int time);
    }

    /** The way up from what was started, without a way down; clears the scratch memory. */
    void ascend(Ascent ascent) {
        climb();
        for (int i = 0; i < climbedCount; i++) {
            ascent.reach(climbed[i], (int) (label[climbed[i]] >> TIME));
            label[climbed[i]] = 0;
        }
        hierarchy = null;
    }

    /** Whether it stopped half way and left scratch memory uncleared. */
    boolean isBroken() {
        return hierarchy != null;
    }

    /** Writes what was reached and clears the scratch memory. */
    void finish(Pages millis, Pages sources) {
        int[] node = hierarchy.node;
        int blocks = hierarchy.blocks();
        for (int b = 0; b < blocks; b++) {
            if (touched[b] == 0) {
                continue;
            }
            touched[b] = 0;
            int start = b << BLOCK_BITS;
            int end = Math.min(start + BLOCK, node.length);
            for (int at = start; at < end; at++) {
                int time = (int) (label[at] >> TIME);
                if (time <= limit) {
                    millis.set(node[at], time - Integer.MIN_VALUE);
                    if (sources != null) {
                        sources.set(node[at], (int) label[at]);
                    }
                }
            }
            Arrays.fill(label, start, start + BLOCK, 0);
        }
        hierarchy = null;
    }
}
