package org.tongcheng.network;

import java.util.Arrays;

/**
 * The arcs that lines lay over the streets, in rows by one of their ends, frozen. Rows of the overlay's own nodes are found by
 * their number, those of street nodes, few among many, through a hash table with open addressing.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class Overlay {

    /** The corridor of an arc that belongs to none: a walk or drive between the streets and a stop, or between stops. */
    public static final int NO_CORRIDOR = -1;

    private final int streetNodes;
    private final int ownNodes;
    private final int[] keys;
    private final int[] rowOfKey;
    private final int[] first;
    private final int[] head;
    private final int[] millis;
    private final int[] corridor;

    private Overlay(int streetNodes, int ownNodes, int[] keys, int[] rowOfKey, int[] first, int[][] arcs) {
        this.streetNodes = streetNodes;
        this.ownNodes = ownNodes;
        this.keys = keys;
        this.rowOfKey = rowOfKey;
        this.first = first;
        this.head = arcs[0];
        this.millis = arcs[1];
        this.corridor = arcs[2];
    }

    /**
     * Rows by {@code from}; give the arrays the other way round for the backward rows.
     *
     * @param from     node each arc leaves
     * @param to       node it reaches
     * @param millis   its time, from 0
     * @param corridor number of the corridor ridden, or {@link #NO_CORRIDOR}
     */
    public static Overlay of(int streetNodes, int ownNodes, int[] from, int[] to, int[] millis, int[] corridor) {
        int capacity = Integer.highestOneBit(Math.max(8, from.length * 2)) * 2;
        int[] keys = new int[capacity];
        Arrays.fill(keys, -1);
        int[] rowOfKey = new int[capacity];
        int rows = ownNodes;
        int[] row = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= streetNodes) {
                row[i] = from[i] - streetNodes;
                continue;
            }
            int slot = slot(keys, from[i]);
            if (keys[slot] < 0) {
                keys[slot] = from[i];
                rowOfKey[slot] = rows++;
            }
            row[i] = rowOfKey[slot];
        }
        int[] first = new int[rows + 2];
        for (int r : row) {
            first[r + 2]++;
        }
        for (int r = 2; r < first.length; r++) {
            first[r] += first[r - 1];
        }
        int[][] arcs = new int[3][from.length];
        for (int i = 0; i < from.length; i++) {
            int at = first[row[i] + 1]++;
            arcs[0][at] = to[i];
            arcs[1][at] = millis[i];
            arcs[2][at] = corridor[i];
        }
        return new Overlay(streetNodes, ownNodes, keys, rowOfKey, first, arcs);
    }

    /** The same with the arcs of the corridor in this row to this head closed: {@link Streets#UNREACHED}. */
    Overlay closing(int node, int to, int number) {
        int[] fewer = millis.clone();
        for (int arc = first(node); arc < end(node); arc++) {
            fewer[arc] = head[arc] == to && corridor[arc] == number ? Streets.UNREACHED : fewer[arc];
        }
        return new Overlay(streetNodes, ownNodes, keys, rowOfKey, first, new int[][] {head, fewer, corridor});
    }

    /** How many nodes the lines add. */
    public int ownNodes() {
        return ownNodes;
    }

    /** Number of the first arc in the node's row. */
    public int first(int node) {
        int row = row(node);
        return row < 0 ? 0 : first[row];
    }

    /** Number after the last arc in the node's row; equal to {@link #first} where it has none. */
    public int end(int node) {
        int row = row(node);
        return row < 0 ? 0 : first[row + 1];
    }

    /** The other end of an arc. */
    public int head(int arc) {
        return head[arc];
    }

    /** Its time, or {@link Streets#UNREACHED} where it is closed. */
    public int millis(int arc) {
        return millis[arc];
    }

    /** Number of the corridor that is ridden on it, or {@link #NO_CORRIDOR}. */
    public int corridor(int arc) {
        return corridor[arc];
    }

    private int row(int node) {
        if (node >= streetNodes) {
            return node - streetNodes;
        }
        int slot = slot(keys, node);
        return keys[slot] < 0 ? -1 : rowOfKey[slot];
    }

    /** Where the key stands, or the free slot where it would; the table is never more than half full. */
    private static int slot(int[] keys, int key) {
        int mask = keys.length - 1;
        int slot = key * 0x9E3779B9 >>> 7 & mask;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
