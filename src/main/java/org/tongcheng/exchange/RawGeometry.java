package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry as the numbers of a file or request, before any check: positions as {@code x, y, x, y, …} in the order and system
 * of their source.
 *
 * @param type      GeoJSON's name of the type
 * @param parts     a point, its positions or a line are one part of one sequence; lines one part of many; a polygon one part,
 *                  shell first; a multipolygon a part for each polygon; empty for an empty geometry and for a collection
 * @param members   of a GeometryCollection
 * @param emptyPart whether a part without positions was left out of {@code parts}
 * @param vertices  how many positions the source has; {@code parts} may hold fewer where they are too many
 */
public record RawGeometry(
        String type, List<List<double[]>> parts, List<RawGeometry> members, boolean emptyPart, long vertices) {

    static final String COLLECTION = "GeometryCollection";

    static RawGeometry of(String type, List<List<double[]>> parts) {
        long numbers = parts.stream().flatMap(List::stream).mapToLong(sequence -> sequence.length).sum();
        return new RawGeometry(type, parts, List.of(), false, numbers / 2);
    }

    static RawGeometry point(double x, double y) {
        return of("Point", List.of(List.of(new double[] {x, y})));
    }

    static RawGeometry empty(String type) {
        return of(type, List.of());
    }

    static RawGeometry collection(List<RawGeometry> members) {
        return new RawGeometry(COLLECTION, List.of(), members, false, members.stream().mapToLong(RawGeometry::vertices).sum());
    }

    /** The numbers of a geometry that a library has read. */
    public static RawGeometry of(Geometry geometry) {
        String type = geometry.getGeometryType();
        if (geometry.isEmpty()) {
            return empty(type.equals("LinearRing") ? "LineString" : type);
        }
        return switch (type) {
            case "Point", "LineString", "Polygon" -> of(type, List.of(sequences(geometry)));
            case "LinearRing" -> of("LineString", List.of(sequences(geometry)));
            case "MultiPoint" -> of(type, List.of(List.of(joined(geometry))));
            case "MultiLineString" -> of(type, List.of(each(geometry).stream().flatMap(line -> sequences(line).stream()).toList()));
            case "MultiPolygon" -> of(type, each(geometry).stream().map(RawGeometry::sequences).toList());
            default -> collection(each(geometry).stream().map(RawGeometry::of).toList());
        };
    }

    private static List<Geometry> each(Geometry geometry) {
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            members.add(geometry.getGeometryN(i));
        }
        return members;
    }

    private static List<double[]> sequences(Geometry geometry) {
        if (geometry instanceof Point point) {
            return List.of(numbers(point.getCoordinateSequence()));
        }
        if (geometry instanceof LineString line) {
            return List.of(numbers(line.getCoordinateSequence()));
        }
        Polygon polygon = (Polygon) geometry;
        List<double[]> rings = new ArrayList<>();
        rings.add(numbers(polygon.getExteriorRing().getCoordinateSequence()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(numbers(polygon.getInteriorRingN(i).getCoordinateSequence()));
        }
        return rings;
    }

    private static double[] joined(Geometry points) {
        double[] numbers = new double[2 * points.getNumGeometries()];
        for (int i = 0; i < points.getNumGeometries(); i++) {
            Point point = (Point) points.getGeometryN(i);
            numbers[2 * i] = point.isEmpty() ? Double.NaN : point.getX();
            numbers[2 * i + 1] = point.isEmpty() ? Double.NaN : point.getY();
        }
        return numbers;
    }

    private static double[] numbers(CoordinateSequence sequence) {
        double[] numbers = new double[2 * sequence.size()];
        for (int i = 0; i < sequence.size(); i++) {
            numbers[2 * i] = sequence.getX(i);
            numbers[2 * i + 1] = sequence.getY(i);
        }
        return numbers;
    }
}
