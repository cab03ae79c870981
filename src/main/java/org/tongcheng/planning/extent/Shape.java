package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.AnswerNumbers;

/**
 * What a surface looks like.
 *
 * @param islands      polygons beside the largest
 * @param holesKm2     area of all holes, km²
 * @param compactness  how near it comes to a disc
 * @param farthestPair the two places of it that lie farthest apart
 */
record Shape(Islands islands, double holesKm2, Compactness compactness, FarthestPair farthestPair) {

    /** A degree of longitude is up to 0.7 % longer than one of latitude; what comes nearer to the longest chord of a sphere is measured. */
    private static final double CHORD_ERROR = 0.012;

    /**
     * @param count   how many
     * @param areaKm2 of all of them together
     * @param largest in the middle of the largest of them; null where there is none
     */
    record Islands(int count, double areaKm2, Double largestKm2, Coordinate largest) {}

    /**
     * @param method name of the measure
     * @param value  4π × area / perimeter², both on the ellipsoid, the perimeter of all rings: 1 for a disc in the plane, near 0 for a thread
     */
    record Compactness(String method, double value) {}

    /** @param km geodesic; between two vertices of the convex hull in longitude and latitude */
    record FarthestPair(double km, Coordinate from, Coordinate to) {}

    static Shape of(List<Polygon> polygons) {
        double holes = 0;
        for (Polygon polygon : polygons) {
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                holes += Geodesy.areaSquareMetres(polygon.getFactory().createPolygon(polygon.getInteriorRingN(i).getCoordinateSequence()));
            }
        }
        MultiPolygon all = polygons.get(0).getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
        return new Shape(islands(polygons), AnswerNumbers.km2(holes), compactness(all), farthest(all.convexHull().getCoordinates()));
    }

    private static Islands islands(List<Polygon> polygons) {
        List<Polygon> byArea = new ArrayList<>(polygons);
        byArea.sort(Comparator.comparingDouble(Geodesy::areaSquareMetres).reversed());
        if (byArea.size() == 1) {
            return new Islands(0, 0, null, null);
        }
        double rest = byArea.stream().skip(1).mapToDouble(Geodesy::areaSquareMetres).sum();
        Polygon largest = byArea.get(1);
        Coordinate middle = largest.getInteriorPoint().getCoordinate();
        return new Islands(byArea.size() - 1, AnswerNumbers.km2(rest), AnswerNumbers.km2(Geodesy.areaSquareMetres(largest)),
                new Coordinate(AnswerNumbers.rounded(middle.x, 7), AnswerNumbers.rounded(middle.y, 7)));
    }

    /** Of figures that are not rounded, so that small features are as right as large ones. */
    private static Compactness compactness(MultiPolygon all) {
        double metres = Geodesy.perimeterMetres(all);
        return new Compactness("Polsby–Popper", metres == 0 ? 0 : AnswerNumbers.rounded(4 * Math.PI * Geodesy.areaSquareMetres(all) / (metres * metres), 6));
    }

    /** The geodesic is measured only of pairs whose chord comes near the longest. */
    static FarthestPair farthest(Coordinate[] vertices) {
        double[][] at = new double[vertices.length][];
        double longest = 0;
        for (int i = 0; i < vertices.length; i++) {
            at[i] = onUnitSphere(vertices[i]);
            for (int j = 0; j < i; j++) {
                longest = Math.max(longest, squared(at[i], at[j]));
            }
        }
        double least = longest * (1 - CHORD_ERROR) * (1 - CHORD_ERROR);
        FarthestPair farthest = new FarthestPair(-1, null, null);
        for (int i = 0; i < vertices.length; i++) {
            for (int j = 0; j < i; j++) {
                if (squared(at[i], at[j]) >= least) {
                    double km = Geodesy.distanceMetres(vertices[i].x, vertices[i].y, vertices[j].x, vertices[j].y) / 1000;
                    farthest = km > farthest.km() ? new FarthestPair(km, vertices[j], vertices[i]) : farthest;
                }
            }
        }
        return new FarthestPair(AnswerNumbers.rounded(farthest.km(), 3), farthest.from(), farthest.to());
    }

    private static double[] onUnitSphere(Coordinate at) {
        double lon = Math.toRadians(at.x);
        double lat = Math.toRadians(at.y);
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }

    private static double squared(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return x * x + y * y + z * z;
    }
}
