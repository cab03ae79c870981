package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of rings that neither cross nor touch, what is inside lying to their left: anticlockwise ones are shells, clockwise
 * ones holes of the shell around them, which the first ring to the west of a hole tells.
 */
final class IsochroneParts {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int EDGES_IN_BAND = 8;

    private final List<LinearRing> rings = new ArrayList<>();
    private double[] area = new double[16];

    /** Adds a closed ring. */
    void add(Coordinate[] closed) {
        LinearRing ring = FACTORY.createLinearRing(closed);
        if (rings.size() == area.length) {
            area = Arrays.copyOf(area, 2 * area.length);
        }
        area[rings.size()] = -Area.ofRingSigned(closed);
        rings.add(ring);
    }

    MultiPolygon polygons() {
        int count = rings.size();
        int[] shell = new int[count];
        Integer[] westToEast = new Integer[count];
        Coordinate[] west = new Coordinate[count];
        for (int r = 0; r < count; r++) {
            shell[r] = area[r] > 0 ? r : -1;
            westToEast[r] = r;
            west[r] = westmost(rings.get(r));
        }
        Arrays.sort(westToEast, (a, b) -> Double.compare(west[a].x, west[b].x));
        Bands bands = null;
        for (int r : westToEast) {
            if (shell[r] < 0) {
                bands = bands == null ? new Bands(rings) : bands;
                int beside = bands.ringWestOf(west[r], r);
                if (beside < 0 || shell[beside] < 0) {
                    throw new IllegalStateException("a hole at " + west[r] + " lies in no shell");
                }
                shell[r] = shell[beside];
            }
        }
        return assemble(shell);
    }

    private static Coordinate westmost(LinearRing ring) {
        Coordinate west = ring.getCoordinateN(0);
        for (Coordinate c : ring.getCoordinates()) {
            west = c.x < west.x ? c : west;
        }
        return west;
    }

    private MultiPolygon assemble(int[] shell) {
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int r = 0; r < shell.length; r++) {
            holes.add(new ArrayList<>());
        }
        List<Integer> shells = new ArrayList<>();
        for (int r = 0; r < shell.length; r++) {
            if (shell[r] == r) {
                shells.add(r);
            } else {
                holes.get(shell[r]).add(rings.get(r));
            }
        }
        shells.sort((a, b) -> Double.compare(area[b], area[a]));
        Polygon[] polygons = shells.stream()
                .map(r -> FACTORY.createPolygon(rings.get(r), holes.get(r).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
        return FACTORY.createMultiPolygon(polygons);
    }

    /** The edges of all rings by bands of latitude. */
    private static final class Bands {

        private final double south;
        private final double height;
        private final int[] first;
        private final int[] ringOf;
        private final Coordinate[] from;
        private final Coordinate[] to;

        Bands(List<LinearRing> rings) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            int edges = 0;
            for (LinearRing ring : rings) {
                low = Math.min(low, ring.getEnvelopeInternal().getMinY());
                high = Math.max(high, ring.getEnvelopeInternal().getMaxY());
                edges += ring.getNumPoints() - 1;
            }
            int bands = Math.max(1, edges / EDGES_IN_BAND);
            south = low;
            height = (high - low) / bands * (1 + 1e-12) + 1e-300;
            first = new int[bands + 2];
            for (LinearRing ring : rings) {
                count(ring, bands);
            }
            for (int b = 1; b < first.length; b++) {
                first[b] += first[b - 1];
            }
            ringOf = new int[first[bands + 1]];
            from = new Coordinate[ringOf.length];
            to = new Coordinate[ringOf.length];
            for (int r = 0; r < rings.size(); r++) {
                fill(rings.get(r), r, bands);
            }
        }

        private int band(double y, int bands) {
            return Math.min(bands - 1, Math.max(0, (int) ((y - south) / height)));
        }

        private void count(LinearRing ring, int bands) {
            Coordinate[] c = ring.getCoordinates();
            for (int i = 0; i + 1 < c.length; i++) {
                int last = band(Math.max(c[i].y, c[i + 1].y), bands);
                for (int b = band(Math.min(c[i].y, c[i + 1].y), bands); b <= last; b++) {
                    first[b + 2]++;
                }
            }
        }

        private void fill(LinearRing ring, int r, int bands) {
            Coordinate[] c = ring.getCoordinates();
            for (int i = 0; i + 1 < c.length; i++) {
                int last = band(Math.max(c[i].y, c[i + 1].y), bands);
                for (int b = band(Math.min(c[i].y, c[i + 1].y), bands); b <= last; b++) {
                    int at = first[b + 1]++;
                    ringOf[at] = r;
                    from[at] = c[i];
                    to[at] = c[i + 1];
                }
            }
        }

        /** The ring that a ray to the west meets first, or -1. */
        int ringWestOf(Coordinate place, int own) {
            int band = band(place.y, first.length - 2);
            double nearest = Double.NEGATIVE_INFINITY;
            int found = -1;
            for (int i = first[band]; i < first[band + 1]; i++) {
                Coordinate a = from[i];
                Coordinate b = to[i];
                if (ringOf[i] == own || a.y > place.y == b.y > place.y) {
                    continue;
                }
                double x = a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x);
                if (x <= place.x && x > nearest) {
                    nearest = x;
                    found = ringOf[i];
                }
            }
            return found;
        }
    }
}
