package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells quickly that large polygons are valid, where their rings meet nowhere, or that two edges cross: a sweep from west to
 * east (Shamos and Hoey, Geometric intersection problems, 1976) that stops at the first contact of two edges, in O(n log n)
 * whatever the shape. JTS compares all edges whose extents overlap, which for a star of 100 000 spikes is half a minute.
 *
 * <p>Positions are ordered by x, then y, so that an upright edge leans to the right and "above" an edge is left of its way from
 * its lower to its higher end. A ring's parent, the innermost ring around it, follows from the edge below its first position.
 */
final class RingSweep {

    private static final int NONE = -1;
    private static final int UNKNOWN = -2;

    /** A ring, with what it is in its geometry; {@code ccw} by the numbers as they stand. */
    private record Ring(LinearRing line, int polygon, boolean hole, boolean ccw) {}

    private final List<Ring> rings = new ArrayList<>();
    private final int[] parent;

    /** Ends of the edges, the lower one first; the ring they belong to; whether the ring runs from lower to higher. */
    private final double[] lowX;
    private final double[] lowY;
    private final double[] highX;
    private final double[] highY;
    private final int[] ringOf;
    private final boolean[] forward;
    private int edges;

    /** Edges that have begun and not ended, from south to north. */
    private final TreeSet<Integer> active = new TreeSet<>(this::compareEdges);
    private boolean met;
    private Coordinate crossing;
    private final boolean surelyValid;

    private RingSweep(Geometry polygons) {
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            addRings((Polygon) polygons.getGeometryN(i), i);
        }
        int most = polygons.getNumPoints();
        lowX = new double[most];
        lowY = new double[most];
        highX = new double[most];
        highY = new double[most];
        ringOf = new int[most];
        forward = new boolean[most];
        parent = new int[rings.size()];
        Arrays.fill(parent, UNKNOWN);
        for (int ring = 0; ring < rings.size(); ring++) {
            addEdges(ring);
        }
        surelyValid = ringsMeetNowhere() && ringsLieWhereTheyShould();
    }

    /** Over a Polygon or MultiPolygon without empty parts. */
    static RingSweep over(Geometry polygons) {
        return new RingSweep(polygons);
    }

    boolean isSurelyValid() {
        return surelyValid;
    }

    /** Where two edges cross; empty where none do before they touch, which needs a closer look. */
    Optional<Coordinate> findCrossing() {
        return Optional.ofNullable(crossing);
    }

    private void addRings(Polygon polygon, int number) {
        addRing(polygon.getExteriorRing(), number, false);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            addRing(polygon.getInteriorRingN(i), number, true);
        }
    }

    private void addRing(LinearRing line, int polygon, boolean hole) {
        rings.add(new Ring(line, polygon, hole, Orientation.isCCW(line.getCoordinateSequence())));
    }

    private void addEdges(int ring) {
        CoordinateSequence positions = rings.get(ring).line().getCoordinateSequence();
        for (int i = 1; i < positions.size(); i++) {
            double x1 = positions.getX(i - 1);
            double y1 = positions.getY(i - 1);
            double x2 = positions.getX(i);
            double y2 = positions.getY(i);
            int order = comparePositions(x1, y1, x2, y2);
            if (order != 0) {
                lowX[edges] = order < 0 ? x1 : x2;
                lowY[edges] = order < 0 ? y1 : y2;
                highX[edges] = order < 0 ? x2 : x1;
                highY[edges] = order < 0 ? y2 : y1;
                ringOf[edges] = ring;
                forward[edges] = order < 0;
                edges++;
            }
        }
    }

    /** An event is twice an edge's number where it ends, one more where it begins; where both meet, ends come first. */
    private boolean ringsMeetNowhere() {
        Integer[] events = new Integer[2 * edges];
        Arrays.setAll(events, i -> i);
        Arrays.sort(events, this::compareEvents);
        if (!everyPositionJoinsTwoEdges(events)) {
            return false;
        }
        for (Integer event : events) {
            Integer edge = event >> 1;
            Integer below = active.lower(edge);
            Integer above = active.higher(edge);
            boolean begins = (event & 1) == 1;
            boolean changed = begins ? active.add(edge) : active.remove(edge);
            if (!changed || met || (begins ? meet(below, edge) || meet(edge, above) : meet(below, above))) {
                return false;
            }
            if (begins && parent[ringOf[edge]] == UNKNOWN) {
                parent[ringOf[edge]] = around(below);
            }
        }
        return true;
    }

    private boolean everyPositionJoinsTwoEdges(Integer[] events) {
        for (int i = 0; i < events.length; i += 2) {
            boolean pair = samePosition(events[i], events[i + 1]);
            if (!pair || i > 0 && samePosition(events[i - 1], events[i])) {
                return false;
            }
        }
        return true;
    }

    /** The innermost ring around a position just above that edge. */
    private int around(Integer below) {
        if (below == null) {
            return NONE;
        }
        int ring = ringOf[below];
        boolean inside = forward[below] == rings.get(ring).ccw();
        return inside ? ring : parent[ring];
    }

    /** A hole directly in its own shell, a shell in nothing or in a hole; a ring of one position alone has no parent known. */
    private boolean ringsLieWhereTheyShould() {
        for (int i = 0; i < parent.length; i++) {
            if (parent[i] == UNKNOWN) {
                return false;
            }
            Ring ring = rings.get(i);
            Ring outer = parent[i] == NONE ? null : rings.get(parent[i]);
            boolean right = ring.hole()
                    ? outer != null && !outer.hole() && outer.polygon() == ring.polygon()
                    : outer == null || outer.hole();
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private int compareEvents(Integer a, Integer b) {
        int order = comparePositions(x(a), y(a), x(b), y(b));
        return order != 0 ? order : Integer.compare(a & 1, b & 1);
    }

    private boolean samePosition(int a, int b) {
        return x(a) == x(b) && y(a) == y(b);
    }

    private double x(int event) {
        return (event & 1) == 1 ? lowX[event >> 1] : highX[event >> 1];
    }

    private double y(int event) {
        return (event & 1) == 1 ? lowY[event >> 1] : highY[event >> 1];
    }

    private static int comparePositions(double x1, double y1, double x2, double y2) {
        if (x1 != x2) {
            return x1 < x2 ? -1 : 1;
        }
        return y1 < y2 ? -1 : y1 > y2 ? 1 : 0;
    }

    /** South to north, for edges that are active at once; notes where one begins on the other. */
    private int compareEdges(Integer a, Integer b) {
        if (a.equals(b)) {
            return 0;
        }
        if (comparePositions(lowX[a], lowY[a], lowX[b], lowY[b]) > 0) {
            return -compareEdges(b, a);
        }
        int side = side(a, lowX[b], lowY[b]);
        if (side == 0 && lowX[a] == lowX[b] && lowY[a] == lowY[b]) {
            side = side(a, highX[b], highY[b]);
        }
        met |= side == 0;
        return -side;
    }

    /** Whether two neighbours meet elsewhere than at the position that joins them in their ring. */
    private boolean meet(Integer a, Integer b) {
        if (a == null || b == null) {
            return false;
        }
        boolean endToEnd = highX[a] == lowX[b] && highY[a] == lowY[b] || highX[b] == lowX[a] && highY[b] == lowY[a];
        if (endToEnd) {
            return false;
        }
        if (lowX[a] == lowX[b] && lowY[a] == lowY[b]) {
            return side(a, highX[b], highY[b]) == 0;
        }
        if (highX[a] == highX[b] && highY[a] == highY[b]) {
            return side(a, lowX[b], lowY[b]) == 0;
        }
        int acrossA = side(a, lowX[b], lowY[b]) * side(a, highX[b], highY[b]);
        int acrossB = side(b, lowX[a], lowY[a]) * side(b, highX[a], highY[a]);
        if (acrossA < 0 && acrossB < 0) {
            crossing = Intersection.intersection(
                    new Coordinate(lowX[a], lowY[a]), new Coordinate(highX[a], highY[a]),
                    new Coordinate(lowX[b], lowY[b]), new Coordinate(highX[b], highY[b]));
        }
        return acrossA <= 0 && acrossB <= 0;
    }

    /** 1 above the edge, -1 below, 0 on its line; exact. */
    private int side(int edge, double x, double y) {
        return CGAlgorithmsDD.orientationIndex(lowX[edge], lowY[edge], highX[edge], highY[edge], x, y);
    }
}
