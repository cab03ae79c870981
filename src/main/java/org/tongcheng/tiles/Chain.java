package org.tongcheng.tiles;

import java.util.Arrays;

/** Positions in units, x, y, x, y …, in an array that grows. One thread. */
final class Chain {

    private double[] xy = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xy[2 * i];
    }

    double y(int i) {
        return xy[2 * i + 1];
    }

    void add(double x, double y) {
        if (2 * size == xy.length) {
            xy = Arrays.copyOf(xy, xy.length * 2);
        }
        xy[2 * size] = x;
        xy[2 * size + 1] = y;
        size++;
    }

    /** The array itself, made long enough for so many positions, which it is then said to hold. */
    double[] room(int positions) {
        if (xy.length < 2 * positions) {
            xy = new double[2 * Math.max(positions, xy.length)];
        }
        size = positions;
        return xy;
    }

    /** Leaves the last position out. */
    void dropLast() {
        size--;
    }
}
