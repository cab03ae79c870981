package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins directed pieces of boundary, what is reached lying to their left, into rings and polygons. Pieces meet where they name
 * the same edge or corner, never because coordinates are close. A ring that comes back to a place is taken apart there, so each
 * ring is simple; anticlockwise ones are shells, clockwise ones holes of the smallest shell around them.
 */
final class IsochroneRings {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private long[] from = new long[256];
    private long[] to = new long[256];
    private Coordinate[][] path = new Coordinate[256][];
    private int pieces;

    /**
     * Adds a piece.
     *
     * @param start key of where it starts ({@link IsochroneEdges#key})
     * @param end   key of where it ends
     * @param along its coordinates from start to end, both included
     */
    void add(long start, long end, Coordinate... along) {
        if (pieces == from.length) {
            from = Arrays.copyOf(from, 2 * pieces);
            to = Arrays.copyOf(to, 2 * pieces);
            path = Arrays.copyOf(path, 2 * pieces);
        }
        from[pieces] = start;
        to[pieces] = end;
        path[pieces++] = along;
    }

    MultiPolygon polygons() {
        return assemble(rings());
    }

    /** Every piece belongs to one ring: as many pieces start at a place as end there. */
    private List<LinearRing> rings() {
        IsochroneEdges first = new IsochroneEdges(pieces);
        int[] next = new int[pieces];
        for (int s = pieces - 1; s >= 0; s--) {
            next[s] = first.getOr(from[s], IsochroneEdges.NONE);
            first.put(from[s], s);
        }
        boolean[] used = new boolean[pieces];
        IsochroneEdges placeInWalk = new IsochroneEdges(pieces);
        int[] walk = new int[pieces];
        List<LinearRing> rings = new ArrayList<>();
        for (int s = 0; s < pieces; s++) {
            int length = 0;
            for (int piece = used[s] ? IsochroneEdges.NONE : s; piece != IsochroneEdges.NONE; ) {
                used[piece] = true;
                placeInWalk.put(from[piece], length);
                walk[length++] = piece;
                length = closed(walk, length, placeInWalk, rings);
                piece = length == 0 ? IsochroneEdges.NONE : unused(first, next, used, to[walk[length - 1]]);
            }
        }
        return rings;
    }

    /** Takes the ring off the walk's end where its last piece came back to a place on it; returns what is left of the walk. */
    private int closed(int[] walk, int length, IsochroneEdges placeInWalk, List<LinearRing> rings) {
        int place = placeInWalk.getOr(to[walk[length - 1]], IsochroneEdges.NONE);
        if (place == IsochroneEdges.NONE) {
            return length;
        }
        rings.add(ring(walk, place, length));
        for (int k = place; k < length; k++) {
            placeInWalk.put(from[walk[k]], IsochroneEdges.NONE);
        }
        return place;
    }

    private int unused(IsochroneEdges first, int[] next, boolean[] used, long key) {
        int piece = first.getOr(key, IsochroneEdges.NONE);
        while (piece != IsochroneEdges.NONE && used[piece]) {
            piece = next[piece];
        }
        if (piece == IsochroneEdges.NONE) {
            throw new IllegalStateException("the boundary breaks off between points " + (key >>> 32) + " and " + (int) key);
        }
        first.put(key, piece);
        return piece;
    }

    private LinearRing ring(int[] walk, int begin, int end) {
        int size = 1;
        for (int k = begin; k < end; k++) {
            size += path[walk[k]].length - 1;
        }
        Coordinate[] coordinates = new Coordinate[size];
        int n = 0;
        for (int k = begin; k < end; k++) {
            Coordinate[] piece = path[walk[k]];
            System.arraycopy(piece, 0, coordinates, n, piece.length - 1);
            n += piece.length - 1;
        }
        coordinates[n] = coordinates[0];
        return FACTORY.createLinearRing(coordinates);
    }

    private static MultiPolygon assemble(List<LinearRing> rings) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            double area = -Area.ofRingSigned(ring.getCoordinateSequence());
            if (area > 0) {
                shells.add(new Shell(ring, area, ring.getEnvelopeInternal(), new ArrayList<>()));
            } else {
                holes.add(ring);
            }
        }
        shells.sort((a, b) -> Double.compare(a.area, b.area));
        for (LinearRing hole : holes) {
            shellOf(hole, shells).holes.add(hole);
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            Shell shell = shells.get(shells.size() - 1 - i);
            polygons[i] = FACTORY.createPolygon(shell.ring, shell.holes.toArray(LinearRing[]::new));
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static Shell shellOf(LinearRing hole, List<Shell> shells) {
        Envelope box = hole.getEnvelopeInternal();
        for (Shell shell : shells) {
            if (shell.box.covers(box) && shell.holds(hole)) {
                return shell;
            }
        }
        throw new IllegalStateException("a hole at " + hole.getCoordinate() + " lies in no shell");
    }

    /** An outer ring, its area in square degrees, its box, and the holes found in it so far. */
    private record Shell(LinearRing ring, double area, Envelope box, List<LinearRing> holes) {

        /** Decided by a corner of the hole that does not touch the shell. */
        boolean holds(LinearRing hole) {
            for (Coordinate c : hole.getCoordinates()) {
                int location = PointLocation.locateInRing(c, ring.getCoordinates());
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return true;
        }
    }
}
