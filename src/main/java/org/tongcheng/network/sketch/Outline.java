package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A unit's outline in lattice coordinates {@code (a, b)}: a node stands wherever both are whole, {@code a} grows to the east and
 * {@code b} to the north-east, one a spacing. Inside is what an odd number of rings hold.
 */
final class Outline {

    private final List<double[]> rings = new ArrayList<>();
    private double minA = Double.POSITIVE_INFINITY;
    private double maxA = Double.NEGATIVE_INFINITY;
    private double minB = Double.POSITIVE_INFINITY;
    private double maxB = Double.NEGATIVE_INFINITY;

    private Outline() {}

    static Outline of(Geometry polygons, Lattice lattice) {
        Outline outline = new Outline();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            outline.add(polygon.getExteriorRing(), lattice);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                outline.add(polygon.getInteriorRingN(hole), lattice);
            }
        }
        return outline;
    }

    private void add(LinearRing ring, Lattice lattice) {
        Coordinate[] corners = ring.getCoordinates();
        double[] ab = new double[corners.length * 2];
        for (int i = 0; i < corners.length; i++) {
            double[] at = lattice.coordinates(corners[i].x, corners[i].y);
            ab[2 * i] = at[0];
            ab[2 * i + 1] = at[1];
            minA = Math.min(minA, at[0]);
            maxA = Math.max(maxA, at[0]);
            minB = Math.min(minB, at[1]);
            maxB = Math.max(maxB, at[1]);
        }
        rings.add(ab);
    }

    /** Corners of each ring, {@code a} and {@code b} by turns; the first again at the end. */
    List<double[]> rings() {
        return rings;
    }

    /** Whether it could come within {@code margin} of the box. */
    boolean near(double fromA, double toA, double fromB, double toB, double margin) {
        return minA <= toA + margin && maxA >= fromA - margin && minB <= toB + margin && maxB >= fromB - margin;
    }

    boolean contains(double a, double b) {
        if (!near(a, a, b, b, 0)) {
            return false;
        }
        boolean inside = false;
        for (double[] ring : rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double b0 = ring[i + 1];
                double b1 = ring[i + 3];
                if (b0 <= b != b1 <= b && a < ring[i] + (b - b0) / (b1 - b0) * (ring[i + 2] - ring[i])) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
