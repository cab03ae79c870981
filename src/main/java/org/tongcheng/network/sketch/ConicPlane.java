package org.tongcheng.network.sketch;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/**
 * Lambert's conformal conic projection of the CGCS2000 ellipsoid with two standard parallels, in which the lattice is regular
 * (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, p. 107–109).
 *
 * <p>Coordinates in the plane are metres east and north of 108°E 33°N. The parallels, 24°N and 42°N, keep the scale between 0.987
 * and 1.030 from 18°N to 47°N.
 */
final class ConicPlane {

    private static final double SEMI_MAJOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY = sqrt(FLATTENING * (2 - FLATTENING));
    private static final double CENTRAL_LON = toRadians(108);
    private static final double N;
    private static final double F;
    private static final double RHO_ORIGIN;

    static {
        double south = toRadians(24);
        double north = toRadians(42);
        N = (log(parallelRadius(south)) - log(parallelRadius(north))) / (log(t(south)) - log(t(north)));
        F = parallelRadius(south) / (N * pow(t(south), N));
        RHO_ORIGIN = SEMI_MAJOR * F * pow(t(toRadians(33)), N);
    }

    private ConicPlane() {}

    /** Radius of a parallel on the ellipsoid, in semi-major axes. */
    private static double parallelRadius(double lat) {
        double s = ECCENTRICITY * sin(lat);
        return cos(lat) / sqrt(1 - s * s);
    }

    private static double t(double lat) {
        double s = ECCENTRICITY * sin(lat);
        return tan(PI / 4 - lat / 2) / pow((1 - s) / (1 + s), ECCENTRICITY / 2);
    }

    /** Metres east and north, from degrees. */
    static double[] project(double lon, double lat) {
        double rho = SEMI_MAJOR * F * pow(t(toRadians(lat)), N);
        double theta = N * (toRadians(lon) - CENTRAL_LON);
        return new double[] {rho * sin(theta), RHO_ORIGIN - rho * cos(theta)};
    }

    /** Longitude and latitude in degrees, from metres; exact to 1e-11 degrees. */
    static double[] unproject(double x, double y) {
        double down = RHO_ORIGIN - y;
        double t = pow(hypot(x, down) / (SEMI_MAJOR * F), 1 / N);
        double lat = PI / 2 - 2 * atan(t);
        for (int i = 0; i < 10; i++) {
            double s = ECCENTRICITY * sin(lat);
            double next = PI / 2 - 2 * atan(t * pow((1 - s) / (1 + s), ECCENTRICITY / 2));
            if (abs(next - lat) < 1e-13) {
                break;
            }
            lat = next;
        }
        return new double[] {toDegrees(CENTRAL_LON + atan2(x, down) / N), toDegrees(lat)};
    }

    /** Metres in the plane over metres on the ellipsoid, at a latitude in degrees. */
    static double scale(double lat) {
        double radians = toRadians(lat);
        return F * N * pow(t(radians), N) / parallelRadius(radians);
    }
}
