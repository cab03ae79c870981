package org.tongcheng.reach;

import java.util.Arrays;

/** A binary heap of longs, the least on top. Threads: one at a time. */
final class LongHeap {

    private long[] heap = new long[1024];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void push(long entry) {
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
