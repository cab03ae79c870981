package org.tongcheng.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * The edges of a geometry cut into short pieces, in degrees and as chords in space (earth-centred, metres), under a tree of
 * boxes in space. A point is a piece of no length. Frozen once built.
 */
final class Pieces {

    /** 2.2 km: a chord strays at most 0.2 m from its edge. */
    private static final double LONGEST_DEGREES = 0.02;
    private static final int LEAF = 8;

    private static final double F = 1 / Ellipsoid.INVERSE_FLATTENING;
    private static final double E2 = F * (2 - F);

    /** One box of the tree: the pieces {@code order[from … to)}; no children where these are few. */
    record Node(int from, int to, double[] low, double[] high, Node left, Node right) {

        boolean isLeaf() {
            return left == null;
        }

        /** The distance in space of two boxes. */
        double distance(Node other) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double gap = Math.max(0, Math.max(other.low[axis] - high[axis], low[axis] - other.high[axis]));
                square += gap * gap;
            }
            return Math.sqrt(square);
        }

        double size() {
            return Math.max(high[0] - low[0], Math.max(high[1] - low[1], high[2] - low[2]));
        }
    }

    /** Four numbers a piece: lon, lat, lon, lat. */
    private double[] degrees = new double[64];

    /** Six numbers a piece: x, y, z, x, y, z. */
    private double[] metres = new double[96];
    private int count;
    private int[] order;
    private Node root;
    private double stray;

    private Pieces() {}

    static Pieces of(Geometry geometry) {
        Pieces pieces = new Pieces();
        geometry.apply((GeometryComponentFilter) part -> {
            if (part instanceof Point point && !point.isEmpty()) {
                pieces.add(point.getX(), point.getY(), point.getX(), point.getY());
            } else if (part instanceof LineString line) {
                pieces.addLine(line.getCoordinateSequence());
            }
        });
        pieces.order = new int[pieces.count];
        Arrays.setAll(pieces.order, i -> i);
        pieces.root = pieces.node(0, pieces.count);
        return pieces;
    }

    Node root() {
        return root;
    }

    /** The piece at that place of the tree's order. */
    int piece(int place) {
        return order[place];
    }

    /** How far a piece's edge is from its chord at most, in metres. */
    double stray() {
        return stray;
    }

    /** Longitude, latitude at a fraction of the piece's length. */
    Coordinate at(int piece, double fraction) {
        int i = 4 * piece;
        return new Coordinate(
                degrees[i] + fraction * (degrees[i + 2] - degrees[i]),
                degrees[i + 1] + fraction * (degrees[i + 3] - degrees[i + 1]));
    }

    /** One of the six numbers of its chord. */
    double metres(int piece, int ordinate) {
        return metres[6 * piece + ordinate];
    }

    private void addLine(CoordinateSequence positions) {
        for (int i = 1; i < positions.size(); i++) {
            double lon = positions.getX(i - 1);
            double lat = positions.getY(i - 1);
            double dLon = positions.getX(i) - lon;
            double dLat = positions.getY(i) - lat;
            int parts = Math.max(1, (int) Math.ceil(Math.hypot(dLon, dLat) / LONGEST_DEGREES));
            for (int part = 0; part < parts; part++) {
                double from = (double) part / parts;
                double to = (part + 1.0) / parts;
                add(lon + from * dLon, lat + from * dLat, lon + to * dLon, lat + to * dLat);
            }
        }
    }

    private void add(double lon1, double lat1, double lon2, double lat2) {
        if (4 * count == degrees.length) {
            degrees = Arrays.copyOf(degrees, 2 * degrees.length);
            metres = Arrays.copyOf(metres, 2 * metres.length);
        }
        degrees[4 * count] = lon1;
        degrees[4 * count + 1] = lat1;
        degrees[4 * count + 2] = lon2;
        degrees[4 * count + 3] = lat2;
        toSpace(lon1, lat1, 6 * count);
        toSpace(lon2, lat2, 6 * count + 3);
        double turn = Math.toRadians(Math.abs(lon2 - lon1) + Math.abs(lat2 - lat1));
        stray = Math.max(stray, Ellipsoid.EQUATORIAL_METRES * turn * turn / 8);
        count++;
    }

    private void toSpace(double lon, double lat, int to) {
        double sin = Math.sin(Math.toRadians(lat));
        double n = Ellipsoid.EQUATORIAL_METRES / Math.sqrt(1 - E2 * sin * sin);
        double axial = n * Math.cos(Math.toRadians(lat));
        metres[to] = axial * Math.cos(Math.toRadians(lon));
        metres[to + 1] = axial * Math.sin(Math.toRadians(lon));
        metres[to + 2] = n * (1 - E2) * sin;
    }

    private Node node(int from, int to) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int place = from; place < to; place++) {
            for (int ordinate = 0; ordinate < 6; ordinate++) {
                double value = metres(order[place], ordinate);
                low[ordinate % 3] = Math.min(low[ordinate % 3], value);
                high[ordinate % 3] = Math.max(high[ordinate % 3], value);
            }
        }
        if (to - from <= LEAF) {
            return new Node(from, to, low, high, null, null);
        }
        int middle = split(from, to, low, high);
        return new Node(from, to, low, high, node(from, middle), node(middle, to));
    }

    /** Puts the pieces on the low side of the box's longest axis first; returns where the others begin. */
    private int split(int from, int to, double[] low, double[] high) {
        int axis = 0;
        for (int other = 1; other < 3; other++) {
            axis = high[other] - low[other] > high[axis] - low[axis] ? other : axis;
        }
        double middle = (low[axis] + high[axis]) / 2;
        int next = from;
        for (int place = from; place < to; place++) {
            int piece = order[place];
            if ((metres(piece, axis) + metres(piece, axis + 3)) / 2 < middle) {
                order[place] = order[next];
                order[next++] = piece;
            }
        }
        return next == from || next == to ? (from + to) / 2 : next;
    }
}
