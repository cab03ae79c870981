package org.tongcheng.tiles;

import java.util.Arrays;
import java.util.List;

/**
 * Whether rings on the grid keep clear of each other and of themselves: no two edges meet but neighbours at their common point.
 * Exact, in whole numbers. Few edges are compared with each other, many after sorting by their west ends.
 */
final class RingCheck {

    private static final int FEW = 24;

    private int[] x1 = new int[64];
    private int[] y1 = new int[64];
    private int[] x2 = new int[64];
    private int[] y2 = new int[64];
    private int[] west = new int[64];
    private int[] east = new int[64];
    private int[] north = new int[64];
    private int[] south = new int[64];
    private int[] next = new int[64];
    private int count;

    /** @param rings as {@link GridPath#ring} gives them */
    boolean areClear(List<int[]> rings) {
        count = 0;
        rings.forEach(this::add);
        return count <= FEW ? fewAreClear() : manyAreClear();
    }

    private void add(int[] ring) {
        int points = ring.length / 2;
        if (count + points > x1.length) {
            grow(Math.max(count + points, 2 * x1.length));
        }
        int first = count;
        for (int i = 0; i < points; i++) {
            int j = i + 1 == points ? 0 : i + 1;
            x1[count] = ring[2 * i];
            y1[count] = ring[2 * i + 1];
            x2[count] = ring[2 * j];
            y2[count] = ring[2 * j + 1];
            west[count] = Math.min(x1[count], x2[count]);
            east[count] = Math.max(x1[count], x2[count]);
            north[count] = Math.min(y1[count], y2[count]);
            south[count] = Math.max(y1[count], y2[count]);
            next[count] = first + j;
            count++;
        }
    }

    private void grow(int length) {
        x1 = Arrays.copyOf(x1, length);
        y1 = Arrays.copyOf(y1, length);
        x2 = Arrays.copyOf(x2, length);
        y2 = Arrays.copyOf(y2, length);
        west = Arrays.copyOf(west, length);
        east = Arrays.copyOf(east, length);
        north = Arrays.copyOf(north, length);
        south = Arrays.copyOf(south, length);
        next = Arrays.copyOf(next, length);
    }

    private boolean fewAreClear() {
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (meet(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean manyAreClear() {
        long[] byWest = new long[count];
        for (int i = 0; i < count; i++) {
            byWest[i] = (long) west[i] << 32 | i;
        }
        Arrays.sort(byWest);
        for (int a = 0; a < count; a++) {
            int i = (int) byWest[a];
            for (int b = a + 1; b < count && byWest[b] >> 32 <= east[i]; b++) {
                if (meet(i, (int) byWest[b])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean meet(int i, int j) {
        if (east[i] < west[j] || east[j] < west[i] || south[i] < north[j] || south[j] < north[i]) {
            return false;
        }
        if (next[i] == j || next[j] == i) {
            return false;
        }
        return side(i, x1[j], y1[j]) * side(i, x2[j], y2[j]) <= 0 && side(j, x1[i], y1[i]) * side(j, x2[i], y2[i]) <= 0;
    }

    private int side(int edge, int x, int y) {
        return Long.signum((long) (x2[edge] - x1[edge]) * (y - y1[edge]) - (long) (y2[edge] - y1[edge]) * (x - x1[edge]));
    }

    /** Twice the area: positive where the ring runs clockwise as one sees it, y growing downward. */
    static long doubleArea(int[] ring) {
        long sum = 0;
        int last = ring.length - 2;
        for (int i = 0; i < ring.length; i += 2) {
            sum += (long) ring[last] * ring[i + 1] - (long) ring[i] * ring[last + 1];
            last = i;
        }
        return sum;
    }

    /** Whether a grid point lies inside a ring that does not touch it. */
    static boolean isInside(int x, int y, int[] ring) {
        boolean inside = false;
        int last = ring.length - 2;
        for (int i = 0; i < ring.length; i += 2) {
            int ya = ring[last + 1];
            int yb = ring[i + 1];
            if (ya > y != yb > y) {
                long cross = (long) (ring[i] - ring[last]) * (y - ya) - (long) (yb - ya) * (x - ring[last]);
                inside ^= cross > 0 == yb > ya;
            }
            last = i;
        }
        return inside;
    }
}
