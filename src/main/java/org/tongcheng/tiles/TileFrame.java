package org.tongcheng.tiles;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.tongcheng.geometry.Datum;

/**
 * Brings longitude and latitude into units of one tile. A position always gives the same units, whatever it belongs to.
 *
 * <p>Mercator's northing near the tile is a polynomial of fourth degree around the tile's middle, whose error stays below 0.01
 * units from {@link #NEAR_ZOOM} on; elsewhere it is computed in full. One thread; holds scratch memory.
 */
final class TileFrame {

    /** Above this a tile is too high for the polynomial. */
    private static final int NEAR_ZOOM = 8;

    private final TileMatrixSet set;
    private final Datum datum;
    private final double scale;
    private final double left;
    private final double top;
    private final double middle;
    private final double reach;
    private final double[] northing = new double[5];

    TileFrame(TileAddress address, Datum datum) {
        this.set = address.set();
        this.datum = datum;
        this.scale = (double) (1L << address.zoom()) * Tile.EXTENT;
        this.left = (double) address.column() * Tile.EXTENT;
        this.top = (double) address.row() * Tile.EXTENT;
        this.middle = set.lat((address.row() + 0.5) / (1L << address.zoom()));
        boolean polynomial = set == TileMatrixSet.WEB_MERCATOR_QUAD && address.zoom() >= NEAR_ZOOM;
        this.reach = polynomial ? 180.0 / (1L << address.zoom()) : -1;
        expand();
    }

    /** Writes a sequence's positions as x, y, x, y … in units; {@code into} is long enough. */
    void bring(CoordinateSequence from, double[] into) {
        int size = from.size();
        for (int i = 0; i < size; i++) {
            double lon = from.getX(i);
            double lat = from.getY(i);
            if (datum != Datum.WGS84) {
                Coordinate shifted = datum.fromWgs84(new Coordinate(lon, lat));
                lon = shifted.x;
                lat = shifted.y;
            }
            into[2 * i] = set.across(lon) * scale - left;
            into[2 * i + 1] = y(lat);
        }
    }

    double y(double lat) {
        double off = lat - middle;
        if (Math.abs(off) > reach) {
            return set.down(lat) * scale - top;
        }
        return (((northing[4] * off + northing[3]) * off + northing[2]) * off + northing[1]) * off + northing[0];
    }

    /** Taylor's series of the Mercator northing: its derivatives by latitude are polynomials in secant and tangent. */
    private void expand() {
        double degree = Math.toRadians(1);
        double tangent = Math.tan(middle * degree);
        double square = tangent * tangent;
        double secant = Math.sqrt(1 + square);
        double units = -scale / (2 * Math.PI);
        northing[0] = set.down(middle) * scale - top;
        northing[1] = units * secant * degree;
        northing[2] = units * secant * tangent * degree * degree / 2;
        northing[3] = units * secant * (2 * square + 1) * Math.pow(degree, 3) / 6;
        northing[4] = units * secant * tangent * (6 * square + 5) * Math.pow(degree, 4) / 24;
    }
}
