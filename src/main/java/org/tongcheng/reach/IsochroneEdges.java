package org.tongcheng.reach;

import java.util.Arrays;

/**
 * A set of edges and corners, each with a number: the edge between the points {@code a} and {@code b} whichever way round, or
 * the point {@code a} itself where both are the same. Open addressing over a power of two. Threads: one.
 */
final class IsochroneEdges {

    /** A number that no edge has. */
    static final int NONE = -1;

    private static final long FREE = -1L;

    private long[] keys;
    private int[] values;
    private int size;

    IsochroneEdges(int expected) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4);
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(keys, FREE);
    }

    static long key(int a, int b) {
        return a < b ? (long) a << 32 | b : (long) b << 32 | a;
    }

    int getOr(long key, int otherwise) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : otherwise;
    }

    boolean contains(long key) {
        return keys[slot(key)] == key;
    }

    void put(long key, int value) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
