package org.tongcheng.reach;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Scratch memory of one search at a time: a {@link Sweep}, or labels of all nodes, valid where their stamp is that of the running
 * search, so that nothing is cleared between searches, and a heap ({@code millis << 32 | node}) in which outdated entries stay until
 * they come up.
 *
 * <p>There are as many workspaces as ever searched at once; each takes 8 to 16 bytes a node. Who asks sees to it that no more search
 * at once than there are processors, for more would gain nothing.
 */
final class Workspace implements AutoCloseable {

    private static final ConcurrentLinkedDeque<Workspace> KEPT = new ConcurrentLinkedDeque<>();

    private int[] millis = {};
    private int[] source = {};
    private int[] corridor = {};
    private int[] stamp = {};
    private int now;
    private final LongHeap heap = new LongHeap();
    private Sweep sweep = new Sweep();

    private Workspace() {}

    /** A workspace that is free; must be closed. */
    static Workspace take() {
        Workspace kept = KEPT.poll();
        return kept == null ? new Workspace() : kept;
    }

    /** Gives it back for the next search. */
    @Override
    public void close() {
        if (sweep.isBroken()) {
            sweep = new Sweep();
        }
        KEPT.push(this);
    }

    Sweep sweep() {
        return sweep;
    }

    /** Makes the labels ready for a search over so many nodes. */
    void begin(int nodes) {
        if (stamp.length < nodes) {
            millis = new int[nodes];
            source = new int[nodes];
            corridor = new int[nodes];
            stamp = new int[nodes];
            now = 0;
        }
        if (++now == 0) {
            Arrays.fill(stamp, 0);
            now = 1;
        }
        heap.clear();
    }

    /** Labels the node if it has no label yet or a later one. */
    void improve(int node, int time, int from, int ridden) {
        if (stamp[node] == now && millis[node] <= time) {
            return;
        }
        stamp[node] = now;
        millis[node] = time;
        source[node] = from;
        corridor[node] = ridden;
        heap.push((long) time << 32 | node);
    }

    int millis(int node) {
        return millis[node];
    }

    /** Where the way to it over the streets began, or what of the lines comes before it. */
    int source(int node) {
        return source[node];
    }

    int corridor(int node) {
        return corridor[node];
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    /** Takes out the least entry; there must be one. */
    long pop() {
        return heap.pop();
    }
}
