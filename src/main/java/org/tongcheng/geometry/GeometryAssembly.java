package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Builds geometries from the raw numbers that a reader finds, which may be anything: rings left open or of two positions, lines
 * of no length, numbers off the globe. A part arrives as one array {@code lon, lat, lon, lat, …} in degrees.
 *
 * <p>A strict assembly throws {@link InvalidGeometry} with place and reason at the first fault. A mending one closes open rings
 * and leaves out parts that have no extent; it throws where nothing is left, and for what cannot be mended: numbers off the
 * globe, too many vertices. What an assembly returns may still cross itself: ask {@link Validity} or {@link Repair} next.
 *
 * <pre>{@code GeometryAssembly.strict().polygon(List.of(new double[] {0, 0, 1, 0, 1, 1, 0, 0}))}</pre>
 */
public final class GeometryAssembly {

    private static final GeometryAssembly STRICT = new GeometryAssembly(false);
    private static final GeometryAssembly MENDING = new GeometryAssembly(true);

    private final boolean mend;

    private GeometryAssembly(boolean mend) {
        this.mend = mend;
    }

    public static GeometryAssembly strict() {
        return STRICT;
    }

    public static GeometryAssembly mending() {
        return MENDING;
    }

    /** {@link #mending()} where {@code repair}, else {@link #strict()}. */
    public static GeometryAssembly of(boolean repair) {
        return repair ? MENDING : STRICT;
    }

    /** Longitude and latitude of positions that have {@code dimension} ordinates each; the others are dropped. */
    public static double[] lonLat(double[] ordinates, int dimension) {
        if (dimension < 2 || ordinates.length % dimension != 0) {
            throw new IllegalArgumentException(
                    ordinates.length + " numbers are no positions of " + dimension + " ordinates");
        }
        if (dimension == 2) {
            return ordinates;
        }
        double[] pairs = new double[ordinates.length / dimension * 2];
        for (int from = 0, to = 0; to < pairs.length; from += dimension, to += 2) {
            pairs[to] = ordinates[from];
            pairs[to + 1] = ordinates[from + 1];
        }
        return pairs;
    }

    public Point point(double lon, double lat) {
        return Globe.FACTORY.createPoint(sequence(new double[] {lon, lat}));
    }

    public MultiPoint multiPoint(double[] lonLat) {
        checkSize(List.of(lonLat));
        requirePart(lonLat.length > 0);
        return Globe.FACTORY.createMultiPoint(sequence(lonLat));
    }

    public LineString lineString(double[] lonLat) {
        checkSize(List.of(lonLat));
        LineString line = findLine(lonLat);
        requirePart(line != null);
        return line;
    }

    public MultiLineString multiLineString(List<double[]> lines) {
        checkSize(lines);
        List<LineString> kept = new ArrayList<>(lines.size());
        for (double[] lonLat : lines) {
            LineString line = findLine(lonLat);
            if (line != null) {
                kept.add(line);
            }
        }
        requirePart(!kept.isEmpty());
        return Globe.FACTORY.createMultiLineString(kept.toArray(LineString[]::new));
    }

    /** The first ring is the shell, the others its holes. */
    public Polygon polygon(List<double[]> rings) {
        checkSize(rings);
        Polygon polygon = findPolygon(rings);
        requirePart(polygon != null);
        return polygon;
    }

    /** Each polygon is a list of rings, shell first. */
    public MultiPolygon multiPolygon(List<List<double[]>> polygons) {
        checkSize(polygons.stream().flatMap(List::stream).toList());
        List<Polygon> kept = new ArrayList<>(polygons.size());
        for (List<double[]> rings : polygons) {
            Polygon polygon = findPolygon(rings);
            if (polygon != null) {
                kept.add(polygon);
            }
        }
        requirePart(!kept.isEmpty());
        return Globe.FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
    }

    public Geometry collection(List<Geometry> parts) {
        requirePart(!parts.isEmpty());
        return Globe.FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    /** Null where a mending assembly leaves the part out. */
    private LineString findLine(double[] lonLat) {
        CoordinateSequence positions = sequence(lonLat);
        if (distinct(positions) < 2) {
            return without(positions, "A line needs two positions that differ; this one has " + distinct(positions) + ".");
        }
        return Globe.FACTORY.createLineString(positions);
    }

    private Polygon findPolygon(List<double[]> rings) {
        if (rings.isEmpty()) {
            return without(sequence(new double[0]), null);
        }
        LinearRing shell = findRing(rings.get(0));
        if (shell == null) {
            return null;
        }
        List<LinearRing> holes = new ArrayList<>(rings.size() - 1);
        for (double[] lonLat : rings.subList(1, rings.size())) {
            LinearRing hole = findRing(lonLat);
            if (hole != null) {
                holes.add(hole);
            }
        }
        return Globe.FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private LinearRing findRing(double[] lonLat) {
        CoordinateSequence positions = sequence(mend ? closed(lonLat) : lonLat);
        int size = positions.size();
        if (size == 0) {
            return without(positions, null);
        }
        if (!positions.getCoordinate(0).equals2D(positions.getCoordinate(size - 1))) {
            Coordinate last = positions.getCoordinate(size - 1);
            Coordinate first = positions.getCoordinate(0);
            throw new InvalidGeometry(new Fault(Fault.UNCLOSED_RING,
                    "A ring ends elsewhere than at its first position " + first.x + ", " + first.y + ".", last.x, last.y));
        }
        if (size < 4 || distinct(positions) < 3) {
            return without(positions, "A ring needs four positions, the last equal to the first; this one has "
                    + size + ", of which " + distinct(positions) + " differ.");
        }
        return Globe.FACTORY.createLinearRing(positions);
    }

    /** Null for a mending assembly, which leaves the part out; the fault for a strict one. */
    private <T> T without(CoordinateSequence positions, String tooFew) {
        if (mend) {
            return null;
        }
        if (positions.size() == 0) {
            throw new InvalidGeometry(Fault.nowhere(Fault.EMPTY, "A part of the geometry has no positions."));
        }
        Coordinate place = positions.getCoordinate(0);
        throw new InvalidGeometry(new Fault(Fault.TOO_FEW_POINTS, tooFew, place.x, place.y));
    }

    private static void requirePart(boolean there) {
        if (!there) {
            throw new InvalidGeometry(Fault.nowhere(Fault.EMPTY, "The geometry has no positions that make up a shape."));
        }
    }

    private static void checkSize(List<double[]> parts) {
        long vertices = parts.stream().mapToLong(part -> part.length / 2).sum();
        if (vertices > Validity.MAX_VERTICES) {
            throw new InvalidGeometry(Validity.tooManyVertices(vertices));
        }
    }

    private static double[] closed(double[] lonLat) {
        int n = lonLat.length;
        if (n == 0 || (lonLat[0] == lonLat[n - 2] && lonLat[1] == lonLat[n - 1])) {
            return lonLat;
        }
        double[] closed = Arrays.copyOf(lonLat, n + 2);
        closed[n] = lonLat[0];
        closed[n + 1] = lonLat[1];
        return closed;
    }

    private static CoordinateSequence sequence(double[] lonLat) {
        if (lonLat.length % 2 != 0) {
            throw new IllegalArgumentException(lonLat.length + " numbers are no pairs of longitude and latitude");
        }
        for (int i = 0; i < lonLat.length; i += 2) {
            if (!Globe.isLongitude(lonLat[i]) || !Globe.isLatitude(lonLat[i + 1])) {
                throw new InvalidGeometry(Fault.outOfRange(lonLat[i], lonLat[i + 1]));
            }
        }
        return new PackedCoordinateSequence.Double(lonLat, 2, 0);
    }

    /** The number of different positions, counted up to three. */
    private static int distinct(CoordinateSequence positions) {
        int found = 0;
        Coordinate first = null;
        Coordinate second = null;
        for (int i = 0; i < positions.size() && found < 3; i++) {
            Coordinate position = positions.getCoordinate(i);
            if (!position.equals(first) && !position.equals(second)) {
                found++;
                second = first == null ? null : position;
                first = first == null ? position : first;
            }
        }
        return found;
    }
}
