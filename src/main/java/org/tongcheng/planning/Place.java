package org.tongcheng.planning;

import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.geometry.Datum;

/** Where a question starts from or leads to: a point, or a feature that a rule turns into points. */
public sealed interface Place {

    /** Longitude and latitude in degrees. */
    record Point(double lon, double lat) implements Place, InDatum {

        @Override
        public Point toWgs84(Datum datum) {
            Coordinate moved = datum.toWgs84(new Coordinate(lon, lat));
            return new Point(moved.x, moved.y);
        }

        @Override
        public String toString() {
            return number(lon) + "," + number(lat);
        }

        private static String number(double value) {
            return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
    }

    /** A unit stands for its seat, an area for its core cities' seats, a line for its stops, another polygon for a point on it. */
    record Site(FeatureRef feature) implements Place {
        @Override
        public String toString() {
            return feature.toString();
        }
    }

    /** Reads {@code lon,lat} or {@code collection/id}; throws {@link IllegalArgumentException} where it is neither. */
    static Place of(String text) {
        return text.indexOf('/') >= 0 ? new Site(FeatureRef.of(text)) : pointOf(text);
    }

    /** Reads {@code lon,lat}; throws {@link IllegalArgumentException} where it is none or out of range. */
    static Point pointOf(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not lon,lat");
        }
        double lon = Form.finite(parts[0]);
        double lat = Form.finite(parts[1]);
        if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
            throw new IllegalArgumentException("'" + text + "' lies outside -180..180, -90..90");
        }
        return new Point(lon + 0.0, lat + 0.0);
    }
}
