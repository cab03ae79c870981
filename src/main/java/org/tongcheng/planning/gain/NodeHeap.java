package org.tongcheng.planning.gain;

import java.util.Arrays;

/** Nodes by time, the least first; a node stands in it once, at its best time. Of one thread. */
final class NodeHeap {

    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] times;
    private final int[] place;
    private int size;

    NodeHeap(int nodes) {
        heap = new int[nodes];
        times = new int[nodes];
        place = new int[nodes];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts a node in, or forward where it stands in it with a later time. */
    void improve(int node, int time) {
        int at = place[node];
        if (at == ABSENT) {
            at = size++;
        }
        times[node] = time;
        while (at > 0 && times[heap[(at - 1) >> 1]] > time) {
            put(heap[(at - 1) >> 1], at);
            at = (at - 1) >> 1;
        }
        put(node, at);
    }

    /** Takes the least out; there must be one. */
    int pop() {
        int least = heap[0];
        place[least] = ABSENT;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return least;
    }

    private void sink(int node) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && times[heap[child + 1]] < times[heap[child]]) {
                child++;
            }
            if (times[heap[child]] >= times[node]) {
                break;
            }
            put(heap[child], at);
            at = child;
            child = 2 * at + 1;
        }
        put(node, at);
    }

    private void put(int node, int at) {
        heap[at] = node;
        place[node] = at;
    }
}
