package org.tongcheng.geometry;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Lengths, distances and areas on the ellipsoid of CGCS2000 of geometries in longitude, latitude. */
public final class Geodesy {

    /** One sentence for answers. */
    public static final String METHOD = "Areas on the CGCS2000 ellipsoid (a = 6378137 m, 1/f = 298.257222101) of polygons whose"
            + " edges are straight in longitude and latitude (RFC 7946), integrated along each edge to 1e-12;"
            + " lengths and distances are geodesic (Karney 2013).";

    /** Karney, Algorithms for geodesics, J. Geodesy 87 (2013), doi:10.1007/s00190-012-0578-z: 15 nm. */
    static final net.sf.geographiclib.Geodesic GEODESIC =
            new net.sf.geographiclib.Geodesic(Ellipsoid.EQUATORIAL_METRES, 1 / Ellipsoid.INVERSE_FLATTENING);

    /** Less than any degree of latitude on the ellipsoid, and of longitude at the equator. */
    private static final double LEAST_METRES_PER_DEGREE = 110_500;

    private Geodesy() {}

    /**
     * The area of all polygons in the geometry, each counted on its own, holes taken off; 0 where there is none. Relative error
     * below 1e-12 (of a ring of at least 1 km²; below that the coordinates' own last digit counts, 1 nm).
     */
    public static double areaSquareMetres(Geometry geometry) {
        return Math.max(0, AreaIntegral.of(geometry).squareMetres());
    }

    /** The length of all lines in the geometry, geodesic from vertex to vertex; 0 for points and polygons. */
    public static double lengthMetres(Geometry geometry) {
        if (geometry instanceof LineString line) {
            return alongMetres(line.getCoordinateSequence());
        }
        return sumOfParts(geometry, Geodesy::lengthMetres);
    }

    /** The length of all rings of all polygons in the geometry, holes included, geodesic from vertex to vertex. */
    public static double perimeterMetres(Geometry geometry) {
        if (geometry instanceof Polygon) {
            return lengthMetres(geometry.getBoundary());
        }
        return sumOfParts(geometry, Geodesy::perimeterMetres);
    }

    /**
     * A box that holds all within so many metres of another one, and somewhat more; longitudes beyond 180° are not turned over.
     *
     * @param middle longitude, latitude in degrees, off the poles
     */
    public static Envelope around(Envelope middle, double metres) {
        double north = metres / LEAST_METRES_PER_DEGREE;
        double steepest = Math.min(89, Math.max(Math.abs(middle.getMinY()), Math.abs(middle.getMaxY())) + north);
        Envelope box = new Envelope(middle);
        box.expandBy(north / Math.cos(Math.toRadians(steepest)), north);
        return box;
    }

    /** The geodesic distance of two positions, longitude, latitude in degrees. */
    public static double distanceMetres(Coordinate a, Coordinate b) {
        return distanceMetres(a.x, a.y, b.x, b.y);
    }

    /** The geodesic distance of two positions in degrees. */
    public static double distanceMetres(double lon1, double lat1, double lon2, double lat2) {
        return GEODESIC.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    }

    /**
     * The shortest distance between any position of one geometry and any of the other; 0 where they meet. The way may run
     * across the antimeridian; edges are straight in longitude and latitude and do not. Error below 1e-9 of the distance or
     * 0.01 mm, whichever is larger. Throws {@link IllegalArgumentException} for an empty geometry.
     */
    public static double distanceMetres(Geometry a, Geometry b) {
        return NearestDistance.metres(a, b);
    }

    /** So many positions at a geodesic distance from another, from north on clockwise, evenly by azimuth. */
    public static List<Coordinate> ring(Coordinate middle, double metres, int positions) {
        return IntStream.range(0, positions).mapToObj(i -> GEODESIC.Direct(middle.y, middle.x, 360.0 * i / positions, metres))
                .map(end -> new Coordinate(end.lon2, end.lat2)).toList();
    }

    /**
     * What lies within a true distance of any of the geometries, as valid polygons in longitude, latitude. The outline is off by
     * at most 0.03 % of the distance; the area around a point is right to 0.01 %. Throws {@link IllegalArgumentException} for a
     * distance that is not greater than 0 or above 1000 km, and where the buffer reaches a pole or across the antimeridian.
     */
    public static Geometry buffer(Iterable<? extends Geometry> geometries, double metres) {
        return GeodesicBuffer.of(geometries, metres);
    }

    /**
     * The mean position: of the polygons by their true area, else of the lines by length, else of the points; its longitude
     * and latitude are the means of longitude and latitude. Throws {@link IllegalArgumentException} for an empty geometry.
     */
    public static Point centroid(Geometry geometry) {
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry has no centroid");
        }
        AreaIntegral integral = AreaIntegral.of(geometry);
        Coordinate mean = integral.squareMetres() > 0 ? integral.centroid() : scaledCentroid(geometry);
        return Globe.FACTORY.createPoint(mean);
    }

    /** Of lines and points; the scale of longitudes at the middle latitude makes the weights right. */
    private static Coordinate scaledCentroid(Geometry geometry) {
        double scale = Math.cos(Math.toRadians(geometry.getEnvelopeInternal().centre().y));
        Coordinate mean = Globe.moved(geometry, c -> new Coordinate(c.x * scale, c.y)).getCentroid().getCoordinate();
        return new Coordinate(mean.x / scale, mean.y);
    }

    private static double sumOfParts(Geometry geometry, ToDoubleFunction<Geometry> measure) {
        double sum = 0;
        for (int i = 0; geometry instanceof GeometryCollection && i < geometry.getNumGeometries(); i++) {
            sum += measure.applyAsDouble(geometry.getGeometryN(i));
        }
        return sum;
    }

    private static double alongMetres(CoordinateSequence positions) {
        double sum = 0;
        for (int i = 1; i < positions.size(); i++) {
            sum += distanceMetres(positions.getX(i - 1), positions.getY(i - 1), positions.getX(i), positions.getY(i));
        }
        return sum;
    }
}
