package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/** The triangles of a street network: every three nodes that are joined each to each, anticlockwise. */
final class IsochroneLattice {

    private static final double METRES_PER_DEGREE = 111_195.0;

    private final Streets streets;
    private int[] corner = new int[3072];
    private int size;

    private IsochroneLattice(Streets streets) {
        this.streets = streets;
    }

    /** Corners of the triangles, three each. */
    static int[] triangles(Streets streets) {
        IsochroneLattice lattice = new IsochroneLattice(streets);
        for (int u = 0; u < streets.nodes(); u++) {
            for (int e = streets.firstOut(u); e < streets.firstOut(u + 1); e++) {
                if (streets.head(e) > u) {
                    lattice.addTrianglesOn(u, streets.head(e), e);
                }
            }
        }
        return Arrays.copyOf(lattice.corner, lattice.size);
    }

    private void addTrianglesOn(int u, int v, int arc) {
        for (int e = streets.firstOut(u); e < streets.firstOut(u + 1); e++) {
            int w = streets.head(e);
            if (w > v && arc(streets, v, w) >= 0) {
                add(u, v, w);
            }
        }
    }

    private void add(int u, int v, int w) {
        double turn = (streets.lon(v) - streets.lon(u)) * (streets.lat(w) - streets.lat(u))
                - (streets.lat(v) - streets.lat(u)) * (streets.lon(w) - streets.lon(u));
        if (turn == 0) {
            return;
        }
        if (size == corner.length) {
            corner = Arrays.copyOf(corner, 2 * size);
        }
        corner[size++] = u;
        corner[size++] = turn > 0 ? v : w;
        corner[size++] = turn > 0 ? w : v;
    }

    /** The arc from {@code u} to {@code v}, or -1. */
    static int arc(Streets streets, int u, int v) {
        for (int e = streets.firstOut(u); e < streets.firstOut(u + 1); e++) {
            if (streets.head(e) == v) {
                return e;
            }
        }
        return -1;
    }

    /** Metres between two near places, on a sphere, flat: good to 0.5 % within 10 km. */
    static double metres(double lonA, double latA, double lonB, double latB) {
        double dx = (lonB - lonA) * Math.cos(Math.toRadians((latA + latB) / 2));
        return METRES_PER_DEGREE * Math.hypot(dx, latB - latA);
    }

    /** Degrees of latitude that many metres are. */
    static double degrees(double metres) {
        return metres / METRES_PER_DEGREE;
    }
}
