package org.tongcheng.geometry;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinates that Chinese maps publish: true ones (WGS84, the same as CGCS2000 here), those shifted for publication
 * (GCJ-02: AMap, Tencent, Google in China) and those shifted once more (BD-09: Baidu). Longitude, latitude in degrees.
 *
 * <p>The shift is the one known from published source code (Krasovsky's ellipsoid, {@code eviltransform} and its kin; there is
 * no official text). It holds for longitudes 72.004 … 137.8347 and latitudes 0.8293 … 55.8271; outside all three are one. The
 * way back is found by iteration, so that there and back again is exact to 1 mm; only along 0.02° of that edge, where the
 * shift begins at once, can a position have two originals or none.
 */
public enum Datum {
    WGS84("WGS84") {
        @Override
        Coordinate fromWgs84Inside(Coordinate wgs84) {
            return wgs84;
        }
    },
    GCJ_02("GCJ-02") {
        @Override
        Coordinate fromWgs84Inside(Coordinate wgs84) {
            return gcj02(wgs84);
        }
    },
    BD_09("BD-09") {
        @Override
        Coordinate fromWgs84Inside(Coordinate wgs84) {
            return bd09(gcj02(wgs84));
        }
    };

    private static final double WEST = 72.004;
    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;

    private static final double KRASOVSKY_METRES = 6378245.0;
    private static final double KRASOVSKY_E2 = 0.00669342162296594323;
    private static final double BD_PI = Math.PI * 3000.0 / 180.0;

    /** 1e-12 degrees are a ten-thousandth of a millimetre; the iteration gains a factor of 30 or more each time. */
    private static final double SETTLED_DEGREES = 1e-12;
    private static final int MOST_ITERATIONS = 60;

    private final String label;

    Datum(String label) {
        this.label = label;
    }

    /** As it is written in requests: {@code WGS84}, {@code GCJ-02}, {@code BD-09}. */
    public String label() {
        return label;
    }

    /** The datum of that label, in any case of letters. */
    public static Optional<Datum> find(String label) {
        for (Datum datum : values()) {
            if (datum.label.equalsIgnoreCase(label)) {
                return Optional.of(datum);
            }
        }
        return Optional.empty();
    }

    /** A geometry in this datum from a true one; the same object for WGS84. */
    public Geometry fromWgs84(Geometry geometry) {
        return this == WGS84 ? geometry : Globe.moved(geometry, this::fromWgs84);
    }

    /** The true geometry of one in this datum; the same object for WGS84. */
    public Geometry toWgs84(Geometry geometry) {
        return this == WGS84 ? geometry : Globe.moved(geometry, this::toWgs84);
    }

    public Coordinate fromWgs84(Coordinate wgs84) {
        return isShifted(wgs84) ? fromWgs84Inside(wgs84) : wgs84;
    }

    public Coordinate toWgs84(Coordinate shifted) {
        return isShifted(shifted) ? inverse(this::fromWgs84Inside, shifted) : shifted;
    }

    /**
     * The true polygons of a box given in this datum: its edges are cut every 0.01° and follow the shift within 1 m, those
     * longer than 20° within 20 m.
     */
    public List<Geometry> areas(Box box) {
        return box.polygons().stream().map(part -> this == WGS84 ? part : toWgs84(Box.cut(part, 0.01))).toList();
    }

    abstract Coordinate fromWgs84Inside(Coordinate wgs84);

    private static boolean isShifted(Coordinate c) {
        return c.x >= WEST && c.x <= EAST && c.y >= SOUTH && c.y <= NORTH;
    }

    /** Fixed-point iteration: the shift changes by less than a thirtieth of the way one moves. */
    private static Coordinate inverse(UnaryOperator<Coordinate> shift, Coordinate wanted) {
        double lon = wanted.x;
        double lat = wanted.y;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            Coordinate there = shift.apply(new Coordinate(lon, lat));
            double offLon = wanted.x - there.x;
            double offLat = wanted.y - there.y;
            lon += offLon;
            lat += offLat;
            if (Math.abs(offLon) < SETTLED_DEGREES && Math.abs(offLat) < SETTLED_DEGREES) {
                break;
            }
        }
        return new Coordinate(lon, lat);
    }

    private static Coordinate gcj02(Coordinate wgs84) {
        double x = wgs84.x - 105;
        double y = wgs84.y - 35;
        double phi = Math.toRadians(wgs84.y);
        double w2 = 1 - KRASOVSKY_E2 * Math.sin(phi) * Math.sin(phi);
        double meridian = KRASOVSKY_METRES * (1 - KRASOVSKY_E2) / (w2 * Math.sqrt(w2));
        double parallel = KRASOVSKY_METRES / Math.sqrt(w2) * Math.cos(phi);
        double common = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
        return new Coordinate(
                wgs84.x + Math.toDegrees(eastMetres(x, y, common) / parallel),
                wgs84.y + Math.toDegrees(northMetres(x, y, common) / meridian));
    }

    private static double northMetres(double x, double y, double common) {
        double sum = common
                + 20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)
                + 160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y / 30 * Math.PI);
        return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + sum * 2 / 3;
    }

    private static double eastMetres(double x, double y, double common) {
        double sum = common
                + 20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)
                + 150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI);
        return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + sum * 2 / 3;
    }

    private static Coordinate bd09(Coordinate gcj02) {
        double radius = Math.hypot(gcj02.x, gcj02.y) + 0.00002 * Math.sin(gcj02.y * BD_PI);
        double angle = Math.atan2(gcj02.y, gcj02.x) + 0.000003 * Math.cos(gcj02.x * BD_PI);
        return new Coordinate(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }
}
