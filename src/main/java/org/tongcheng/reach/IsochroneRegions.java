package org.tongcheng.reach;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Which side of closed constraints each triangle of a triangulation lies on. */
final class IsochroneRegions {

    private IsochroneRegions() {}

    /** For each triangle the marks crossed an odd number of times on the way to it from outside. */
    private static byte[] of(IsochroneTriangulation triangulation) {
        byte[] region = new byte[triangulation.triangles()];
        Arrays.fill(region, (byte) -1);
        int[] stack = new int[region.length + 1];
        int size = 0;
        int outside = 0;
        while (!triangulation.outer(outside)) {
            outside++;
        }
        region[outside] = 0;
        stack[size++] = outside;
        while (size > 0) {
            int t = stack[--size];
            for (int i = 0; i < 3; i++) {
                int u = triangulation.across(t, i);
                if (u >= 0 && region[u] < 0) {
                    region[u] = (byte) (region[t] ^ triangulation.mark(t, i));
                    stack[size++] = u;
                }
            }
        }
        return region;
    }

    /**
     * Corners of the triangles of one region, three each, under other numbers.
     *
     * @param among  the marks that tell regions apart; others are only kept as edges
     * @param wanted those of them that are crossed on the way to the region
     */
    static int[] corners(IsochroneTriangulation triangulation, int among, int wanted, IntUnaryOperator number) {
        byte[] region = of(triangulation);
        int[] corners = new int[3 * region.length];
        int size = 0;
        for (int t = 0; t < region.length; t++) {
            for (int i = 0; i < 3 && (region[t] & among) == wanted; i++) {
                corners[size++] = number.applyAsInt(triangulation.corner(t, i));
            }
        }
        return Arrays.copyOf(corners, size);
    }
}
