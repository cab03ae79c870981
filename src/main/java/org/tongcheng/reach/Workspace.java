package org.tongcheng.reach;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Scratch memory of one search at a time: labels of all nodes, valid where their stamp is that of the running search, so that
 * nothing is cleared between searches, and a binary heap of longs ({@code millis << 32 | node}) in which outdated entries stay
 * until they come up.
 *
 * <p>There are as many workspaces as processors, however many threads ask: each takes 16 bytes a node, and more searches at once
 * than processors would gain nothing. A search waits until one is free; none asks for a second.
 */
final class Workspace implements AutoCloseable {

    private static final Semaphore FREE = new Semaphore(Runtime.getRuntime().availableProcessors());
    private static final ConcurrentLinkedDeque<Workspace> KEPT = new ConcurrentLinkedDeque<>();

    private int[] millis = {};
    private int[] source = {};
    private int[] corridor = {};
    private int[] stamp = {};
    private int now;
    private long[] heap = new long[1024];
    private int size;

    private Workspace() {}

    /** A workspace made ready for a search over so many nodes; must be closed. */
    static Workspace ready(int nodes) {
        FREE.acquireUninterruptibly();
        boolean ready = false;
        try {
            Workspace kept = KEPT.poll();
            Workspace workspace = kept == null ? new Workspace() : kept;
            workspace.begin(nodes);
            ready = true;
            return workspace;
        } finally {
            if (!ready) {
                FREE.release();
            }
        }
    }

    /** Gives it back for the next search. */
    @Override
    public void close() {
        KEPT.push(this);
        FREE.release();
    }

    private void begin(int nodes) {
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
        size = 0;
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
        push((long) time << 32 | node);
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
        return size == 0;
    }

    private void push(long entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int above = at - 1 >>> 1;
            if (heap[above] <= entry) {
                break;
            }
            heap[at] = heap[above];
            at = above;
        }
        heap[at] = entry;
    }

    /** Takes out the least entry; there must be one. */
    long pop() {
        long least = heap[0];
        long last = heap[--size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && heap[below + 1] < heap[below]) {
                below++;
            }
            if (last <= heap[below]) {
                break;
            }
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = last;
        return least;
    }
}
