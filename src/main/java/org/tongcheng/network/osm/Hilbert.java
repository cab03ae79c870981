package org.tongcheng.network.osm;

import java.util.Arrays;

/**
 * Numbers points along a Hilbert curve, so that near ones have near numbers (Warren, Hacker's Delight, 2nd ed. 2012, ch. 16).
 */
final class Hilbert {

    private static final int BITS = 16;
    private static final int SIDE = 1 << BITS;

    private Hilbert() {}

    /**
     * The points' numbers in the order of the curve over the square around them; of equal places the lower number first.
     *
     * @param lon longitudes in any unit
     * @param lat latitudes in the same unit
     */
    static int[] order(int[] lon, int[] lat) {
        int west = Arrays.stream(lon).min().orElse(0);
        int south = Arrays.stream(lat).min().orElse(0);
        long width = (long) Arrays.stream(lon).max().orElse(0) - west;
        long height = (long) Arrays.stream(lat).max().orElse(0) - south;
        double scale = (SIDE - 1) / (double) Math.max(1, Math.max(width, height));
        long[] keyed = new long[lon.length];
        for (int i = 0; i < keyed.length; i++) {
            int x = (int) (((long) lon[i] - west) * scale);
            int y = (int) (((long) lat[i] - south) * scale);
            keyed[i] = index(x, y) << Integer.SIZE - 1 | i;
        }
        Arrays.sort(keyed);
        int[] order = new int[keyed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (keyed[i] & Integer.MAX_VALUE);
        }
        return order;
    }

    /** How far along the curve the cell is, of {@code SIDE} by {@code SIDE}. */
    static long index(int cellX, int cellY) {
        int x = cellX;
        int y = cellY;
        long index = 0;
        for (int side = SIDE / 2; side > 0; side /= 2) {
            int right = (x & side) == 0 ? 0 : 1;
            int upper = (y & side) == 0 ? 0 : 1;
            index = index << 2 | 3 * right ^ upper;
            if (upper == 0) {
                if (right == 1) {
                    x = SIDE - 1 - x;
                    y = SIDE - 1 - y;
                }
                int swapped = x;
                x = y;
                y = swapped;
            }
        }
        return index;
    }
}
