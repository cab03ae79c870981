package org.tongcheng.geometry;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.operation.transform.AbstractMathTransform;

/**
 * The transverse Mercator projection of the ellipsoid of CGCS2000 with scale 1 on its central meridian: longitude, latitude in
 * degrees to easting (with 500 km added) and northing in metres.
 *
 * <p>Krüger's series to the sixth order: C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy
 * 85 (2011), equations 7–18, 25–36, doi:10.1007/s00190-011-0445-3. A transform for GeoTools, which calls it in place of its
 * own: that one's series is meant for the zone and is off by 0.3 m at 16° from the central meridian (Chengdu in the zone of
 * Shanghai) and by metres in the way back; this one is true to 0.1 mm as far as {@link #DOMAIN_DEGREES}.
 */
final class GaussKruger extends AbstractMathTransform {

    /** How far from the central meridian a position may lie. */
    static final double DOMAIN_DEGREES = 60;

    private static final double FALSE_EASTING = 500_000;

    private static final double F = 1 / Ellipsoid.INVERSE_FLATTENING;
    private static final double E2 = F * (2 - F);
    private static final double E = Math.sqrt(E2);
    private static final double N = F / (2 - F);

    /** The circumference of a meridian divided by 2π (equation 14). */
    private static final double RADIUS =
            Ellipsoid.EQUATORIAL_METRES / (1 + N) * polynomial(N * N, 1, 1 / 4.0, 1 / 64.0, 1 / 256.0);

    /** Equation 35. */
    private static final double[] ALPHA = {
        N * polynomial(N, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
        N * N * polynomial(N, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
        Math.pow(N, 3) * polynomial(N, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
        Math.pow(N, 4) * polynomial(N, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
        Math.pow(N, 5) * polynomial(N, 34729 / 80640.0, -3418889 / 1995840.0),
        Math.pow(N, 6) * (212378941 / 319334400.0)
    };

    /** Equation 36, negated so that both ways add. */
    private static final double[] MINUS_BETA = {
        -N * polynomial(N, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
        -N * N * polynomial(N, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
        -Math.pow(N, 3) * polynomial(N, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
        -Math.pow(N, 4) * polynomial(N, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
        -Math.pow(N, 5) * polynomial(N, 4583 / 161280.0, -108847 / 3991680.0),
        -Math.pow(N, 6) * (20648693 / 638668800.0)
    };

    private final double centralMeridian;
    private final boolean inverted;

    GaussKruger(double centralMeridian) {
        this(centralMeridian, false);
    }

    private GaussKruger(double centralMeridian, boolean inverted) {
        this.centralMeridian = centralMeridian;
        this.inverted = inverted;
    }

    @Override
    public int getSourceDimensions() {
        return 2;
    }

    @Override
    public int getTargetDimensions() {
        return 2;
    }

    @Override
    public MathTransform inverse() {
        return new GaussKruger(centralMeridian, !inverted);
    }

    /** Positions out of the domain become NaN, which {@link Crs} refuses. */
    @Override
    public void transform(double[] from, int fromOffset, double[] to, int toOffset, int positions) {
        for (int i = 0; i < positions; i++) {
            double x = from[fromOffset + 2 * i];
            double y = from[fromOffset + 2 * i + 1];
            double[] position = inverted ? unproject(x, y) : project(x, y);
            to[toOffset + 2 * i] = position[0];
            to[toOffset + 2 * i + 1] = position[1];
        }
    }

    private double[] project(double lon, double lat) {
        double lambda = Math.toRadians(lon - centralMeridian);
        if (!(Math.abs(lon - centralMeridian) <= DOMAIN_DEGREES && Math.abs(lat) <= 90)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double tau = conformal(Math.tan(Math.toRadians(lat)));
        double xi = Math.atan2(tau, Math.cos(lambda));
        double eta = asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
        double[] sum = series(ALPHA, xi, eta);
        return new double[] {FALSE_EASTING + RADIUS * sum[1], RADIUS * sum[0]};
    }

    private double[] unproject(double easting, double northing) {
        double[] sum = series(MINUS_BETA, northing / RADIUS, (easting - FALSE_EASTING) / RADIUS);
        double lambda = Math.atan2(Math.sinh(sum[1]), Math.cos(sum[0]));
        double lon = Math.toDegrees(lambda);
        if (!(Math.abs(lon) <= DOMAIN_DEGREES + 1e-9 && Math.abs(sum[0]) <= Math.PI / 2 + 1e-15)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double conformal = Math.sin(sum[0]) / Math.hypot(Math.sinh(sum[1]), Math.cos(sum[0]));
        return new double[] {centralMeridian + lon, Math.toDegrees(Math.atan(geographic(conformal)))};
    }

    /** The tangent of the conformal latitude (equations 7–9). */
    private static double conformal(double tau) {
        double sigma = Math.sinh(E * atanh(E * tau / Math.hypot(1, tau)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }

    /** The tangent of the latitude by Newton's method (equations 19–21); three steps reach the last digit. */
    private static double geographic(double conformal) {
        double tau = conformal / (1 - E2);
        for (int i = 0; i < 4; i++) {
            double reached = conformal(tau);
            tau += (conformal - reached) / Math.hypot(1, reached)
                    * (1 + (1 - E2) * tau * tau) / ((1 - E2) * Math.hypot(1, tau));
        }
        return tau;
    }

    /** {@code {xi, eta}} with Σ c sin 2jζ added (equations 11 and 15), for complex ζ = ξ + iη, by Clenshaw's scheme. */
    private static double[] series(double[] coefficients, double xi, double eta) {
        double sin = Math.sin(2 * xi);
        double cos = Math.cos(2 * xi);
        double sinh = Math.sinh(2 * eta);
        double cosh = Math.cosh(2 * eta);
        double stepRe = 2 * cos * cosh;
        double stepIm = -2 * sin * sinh;
        double re = 0;
        double im = 0;
        double beforeRe = 0;
        double beforeIm = 0;
        for (int j = coefficients.length - 1; j >= 0; j--) {
            double nextRe = stepRe * re - stepIm * im - beforeRe + coefficients[j];
            double nextIm = stepRe * im + stepIm * re - beforeIm;
            beforeRe = re;
            beforeIm = im;
            re = nextRe;
            im = nextIm;
        }
        return new double[] {xi + re * sin * cosh - im * cos * sinh, eta + re * cos * sinh + im * sin * cosh};
    }

    private static double polynomial(double x, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    private static double asinh(double x) {
        return Math.copySign(Math.log(Math.abs(x) + Math.hypot(1, x)), x);
    }

    private static double atanh(double x) {
        return 0.5 * Math.log1p(2 * x / (1 - x));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussKruger that && that.inverted == inverted && that.centralMeridian == centralMeridian;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(centralMeridian) + (inverted ? 1 : 0);
    }
}
