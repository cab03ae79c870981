package org.tongcheng.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Area and first moments of polygons on the ellipsoid, their edges straight in longitude and latitude, by Green's theorem:
 *
 * <pre>
 *   area            = ∮ λ w dφ          w(φ) = M N cos φ = b² cos φ / (1 − e² sin² φ)²
 *   area · mean lon = ∮ λ²/2 w dφ       (M, N: radii of curvature; b: polar radius)
 *   area · mean lat = ∮ λ φ w dφ
 * </pre>
 *
 * <p>λ and φ are linear along an edge and count from the ring's first position, so that small rings lose no digits. Each edge is
 * integrated by three-point Gauss–Legendre quadrature on pieces of at most 0.02 rad of latitude. With n = 3 the rule's
 * remainder is h⁷ (3!)⁴ / (7 (6!)³) f⁽⁶⁾, here below 1e-16 of the edge's own integral however long the edge is.
 */
final class AreaIntegral {

    private static final double LONGEST_PIECE_RADIANS = 0.02;
    private static final double[] NODES = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    private static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};

    private static final double F = 1 / Ellipsoid.INVERSE_FLATTENING;
    private static final double E2 = F * (2 - F);
    private static final double POLAR_METRES = Ellipsoid.EQUATORIAL_METRES * (1 - F);

    private double area;
    private double momentLon;
    private double momentLat;

    private AreaIntegral() {}

    /** Over all polygons of the geometry, each counted on its own. */
    static AreaIntegral of(Geometry geometry) {
        AreaIntegral total = new AreaIntegral();
        total.addParts(geometry);
        return total;
    }

    /** In square metres; never below 0 for a valid geometry. */
    double squareMetres() {
        return area;
    }

    /** Mean longitude and latitude by area; meaningless where there is none. */
    Coordinate centroid() {
        return new Coordinate(Math.toDegrees(momentLon / area), Math.toDegrees(momentLat / area));
    }

    private void addParts(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            add(polygon);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                addParts(geometry.getGeometryN(i));
            }
        }
    }

    private void add(Polygon polygon) {
        if (polygon.isEmpty()) {
            return;
        }
        add(polygon.getExteriorRing(), 1);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            add(polygon.getInteriorRingN(i), -1);
        }
    }

    /** Adds the ring's figures with the given sign, whichever way it runs. */
    private void add(LineString ring, int sign) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        double lon0 = positions.getX(0);
        double lat0 = positions.getY(0);
        Ring sums = new Ring(Math.toRadians(lat0));
        for (int i = 1; i < positions.size(); i++) {
            sums.addEdge(
                    Math.toRadians(positions.getX(i - 1) - lon0), Math.toRadians(positions.getY(i - 1) - lat0),
                    Math.toRadians(positions.getX(i) - lon0), Math.toRadians(positions.getY(i) - lat0));
        }
        double turn = sums.area < 0 ? -sign : sign;
        area += turn * sums.area;
        momentLon += turn * (sums.momentLon + Math.toRadians(lon0) * sums.area);
        momentLat += turn * (sums.momentLat + Math.toRadians(lat0) * sums.area);
    }

    /** The sums of one ring, in radians from its first position; positive where it runs counterclockwise. */
    private static final class Ring {

        private final double phi0;
        private double area;
        private double momentLon;
        private double momentLat;

        Ring(double phi0) {
            this.phi0 = phi0;
        }

        void addEdge(double lambda1, double phi1, double lambda2, double phi2) {
            double dPhi = phi2 - phi1;
            double dLambda = lambda2 - lambda1;
            int pieces = Math.max(1, (int) Math.ceil(Math.abs(dPhi) / LONGEST_PIECE_RADIANS));
            for (int piece = 0; piece < pieces; piece++) {
                for (int node = 0; node < NODES.length; node++) {
                    double t = (piece + NODES[node]) / pieces;
                    double lambda = lambda1 + t * dLambda;
                    double phi = phi1 + t * dPhi;
                    double part = lambda * squareMetresPerRadian(phi0 + phi) * WEIGHTS[node] * dPhi / pieces;
                    area += part;
                    momentLon += part * lambda / 2;
                    momentLat += part * phi;
                }
            }
        }

        private static double squareMetresPerRadian(double phi) {
            double sin = Math.sin(phi);
            double w = 1 - E2 * sin * sin;
            return POLAR_METRES * POLAR_METRES * Math.cos(phi) / (w * w);
        }
    }
}
