package org.tongcheng.tiles;

import java.util.Arrays;

/**
 * Grid points x, y, x, y … in order, to which positions are rounded as they come. A point equal to the one before it is not taken
 * twice, and one that lies straight between its neighbours is left out, which changes no shape. One thread.
 */
final class GridPath {

    private int[] xy = new int[64];
    private int size;

    /** The points of a line; null where fewer than two are left. */
    int[] line(Chain chain) {
        size = 0;
        for (int i = 0; i < chain.size(); i++) {
            push(round(chain.x(i)), round(chain.y(i)), false);
        }
        return size < 2 ? null : Arrays.copyOf(xy, 2 * size);
    }

    /** The points of a ring, the first not repeated; spikes without width are left out; null where no area is left. */
    int[] ring(Chain chain) {
        size = 0;
        for (int i = 0; i < chain.size(); i++) {
            push(round(chain.x(i)), round(chain.y(i)), true);
        }
        int from = closed();
        return size - from < 3 ? null : Arrays.copyOfRange(xy, 2 * from, 2 * size);
    }

    /** To the nearest grid point; what lies in the middle of two goes east and south. */
    static int round(double units) {
        return (int) Math.floor(units + 0.5);
    }

    private void push(int x, int y, boolean ring) {
        while (size > 0) {
            if (xy[2 * size - 2] == x && xy[2 * size - 1] == y) {
                return;
            }
            if (size < 2 || !straight(size - 2, size - 1, x, y, ring)) {
                break;
            }
            size--;
        }
        if (2 * size == xy.length) {
            xy = Arrays.copyOf(xy, xy.length * 2);
        }
        xy[2 * size] = x;
        xy[2 * size + 1] = y;
        size++;
    }

    /** Makes the end meet the beginning; gives the index of the first point that stays. */
    private int closed() {
        int from = 0;
        boolean changed = true;
        while (changed && size - from >= 3) {
            boolean same = xy[2 * size - 2] == xy[2 * from] && xy[2 * size - 1] == xy[2 * from + 1];
            if (same || straight(size - 2, size - 1, xy[2 * from], xy[2 * from + 1], true)) {
                size--;
            } else if (straight(size - 1, from, xy[2 * from + 2], xy[2 * from + 3], true)) {
                from++;
            } else {
                changed = false;
            }
        }
        return from;
    }

    /** Whether the point at {@code b} adds nothing between that at {@code a} and x, y; of a ring, also where the way turns back. */
    private boolean straight(int a, int b, int x, int y, boolean ring) {
        long dx1 = xy[2 * b] - (long) xy[2 * a];
        long dy1 = xy[2 * b + 1] - (long) xy[2 * a + 1];
        long dx2 = x - (long) xy[2 * b];
        long dy2 = y - (long) xy[2 * b + 1];
        return dx1 * dy2 == dy1 * dx2 && (ring || dx1 * dx2 + dy1 * dy2 > 0);
    }
}
