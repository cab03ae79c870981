package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What lies within a true distance of geometries: around each point a ring of geodesic end points, along each edge the hull of
 * the rings at the ends of its pieces, of a polygon the polygon besides; all united.
 *
 * <p>A ring of n corners at the distance itself would have a smaller area than the circle; its corners stand farther out by
 * √(θ / sin θ), θ = 2π / n, so that the areas are equal. Its outline then runs between {@code 1 − θ²/24} and {@code 1 + θ²/12}
 * of the distance: with 128 corners from −0.011 % to +0.021 %.
 */
final class GeodesicBuffer {

    private static final int CORNERS = 128;
    private static final double CORNER_FACTOR = cornerFactor();

    /** Over 10 km the line at a distance of 100 km strays from the hull's straight side by a few centimetres. */
    private static final double LONGEST_PIECE_METRES = 10_000;

    private static final double MOST_METRES = 1_000_000;

    private final double metres;
    private final List<Geometry> pieces = new ArrayList<>();

    private GeodesicBuffer(double metres) {
        this.metres = metres;
    }

    static Geometry of(Iterable<? extends Geometry> geometries, double metres) {
        if (!(metres > 0 && metres <= MOST_METRES)) {
            throw new IllegalArgumentException("a buffer reaches more than 0 and at most " + MOST_METRES + " m, not " + metres);
        }
        GeodesicBuffer buffer = new GeodesicBuffer(metres);
        for (Geometry geometry : geometries) {
            geometry.apply((GeometryComponentFilter) buffer::add);
        }
        return buffer.pieces.isEmpty() ? Globe.FACTORY.createPolygon() : OverlayNGRobust.union(buffer.pieces);
    }

    private void add(Geometry part) {
        if (part.isEmpty()) {
            return;
        }
        if (part instanceof Point point) {
            pieces.add(Globe.FACTORY.createPolygon(ring(point.getX(), point.getY())));
        } else if (part instanceof Polygon polygon) {
            pieces.add(polygon);
        } else if (part instanceof LineString line) {
            addLine(line.getCoordinateSequence());
        }
    }

    private void addLine(CoordinateSequence positions) {
        Coordinate[] before = ring(positions.getX(0), positions.getY(0));
        for (int i = 1; i < positions.size(); i++) {
            double lon = positions.getX(i - 1);
            double lat = positions.getY(i - 1);
            double dLon = positions.getX(i) - lon;
            double dLat = positions.getY(i) - lat;
            double length = Geodesy.distanceMetres(lon, lat, lon + dLon, lat + dLat);
            int parts = Math.max(1, (int) Math.ceil(length / LONGEST_PIECE_METRES));
            for (int part = 1; part <= parts; part++) {
                double to = (double) part / parts;
                Coordinate[] after = ring(lon + to * dLon, lat + to * dLat);
                pieces.add(hull(before, after));
                before = after;
            }
        }
    }

    private static Geometry hull(Coordinate[] a, Coordinate[] b) {
        Coordinate[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return Globe.FACTORY.createMultiPointFromCoords(both).convexHull();
    }

    /** Counterclockwise and closed; throws {@link IllegalArgumentException} where it holds a pole or crosses the antimeridian. */
    private Coordinate[] ring(double lon, double lat) {
        Coordinate[] ring = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            GeodesicData end = Geodesy.GEODESIC.Direct(lat, lon, -360.0 * i / CORNERS, metres * CORNER_FACTOR,
                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
            if (Math.abs(end.lon2 - lon) > 90) {
                throw new IllegalArgumentException("what lies within " + metres + " m of " + lon + "," + lat
                        + " reaches a pole or across the antimeridian");
            }
            ring[i] = new Coordinate(end.lon2, end.lat2);
        }
        ring[CORNERS] = new Coordinate(ring[0]);
        return ring;
    }

    private static double cornerFactor() {
        double theta = 2 * Math.PI / CORNERS;
        return Math.sqrt(theta / Math.sin(theta));
    }
}
