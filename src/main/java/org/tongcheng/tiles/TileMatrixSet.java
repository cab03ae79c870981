package org.tongcheng.tiles;

import java.util.Arrays;
import java.util.Optional;
import org.tongcheng.catalog.Text;

/**
 * A division of the land into square tiles (OGC 17-083r4): each zoom halves the tiles of the one before. Positions are given as
 * fractions of a tile of zoom 0, from the north-west corner.
 */
public enum TileMatrixSet {

    /** The one of nearly all web maps: EPSG:3857, one tile at zoom 0. */
    WEB_MERCATOR_QUAD("WebMercatorQuad", new Text("Web 墨卡托瓦片", "Web Mercator quad tiles"), "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad", 1, 24) {
        @Override
        double across(double lon) {
            return (lon + 180) / 360;
        }

        @Override
        double down(double lat) {
            double sine = Math.sin(Math.toRadians(Math.max(-MERCATOR_LATITUDE, Math.min(MERCATOR_LATITUDE, lat))));
            return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        }

        @Override
        double lon(double across) {
            return across * 360 - 180;
        }

        @Override
        double lat(double down) {
            return Math.toDegrees(Math.atan(Math.sinh((0.5 - down) * 2 * Math.PI)));
        }

        @Override
        public double tileSide() {
            return 2 * Math.PI * EQUATORIAL_METRES;
        }

        @Override
        public double[] origin() {
            return new double[] {-Math.PI * EQUATORIAL_METRES, Math.PI * EQUATORIAL_METRES};
        }

        @Override
        double metresOfUnit() {
            return 1;
        }
    },

    /** China's: EPSG:4490 in degrees, two tiles side by side at zoom 0. */
    CGCS2000_QUAD("CGCS2000Quad", new Text("CGCS2000 经纬度瓦片", "CGCS2000 quad tiles"),
            "http://www.opengis.net/def/crs/EPSG/0/4490", null, 2, 23) {
        @Override
        double across(double lon) {
            return (lon + 180) / 180;
        }

        @Override
        double down(double lat) {
            return (90 - lat) / 180;
        }

        @Override
        double lon(double across) {
            return across * 180 - 180;
        }

        @Override
        double lat(double down) {
            return 90 - down * 180;
        }

        @Override
        public double tileSide() {
            return 180;
        }

        /** Latitude first, as EPSG orders the axes of 4490. */
        @Override
        public double[] origin() {
            return new double[] {90, -180};
        }

        @Override
        double metresOfUnit() {
            return Math.toRadians(EQUATORIAL_METRES);
        }
    };

    /** Cells of a tile's side by which the standard states scales. */
    public static final int CELLS = 256;

    /** Side of the standard's pixel, by which it turns cells into scales. */
    private static final double PIXEL_METRES = 0.00028;

    private static final double EQUATORIAL_METRES = 6378137;

    /** Beyond lies nothing that a tile shows (they end at 85.06°); the pole itself would be infinitely far. */
    private static final double MERCATOR_LATITUDE = 89.9;

    private final String id;
    private final Text title;
    private final String crs;
    private final String uri;
    private final int columnsAtFirst;
    private final int maxZoom;

    TileMatrixSet(String id, Text title, String crs, String uri, int columnsAtFirst, int maxZoom) {
        this.id = id;
        this.title = title;
        this.crs = crs;
        this.uri = uri;
        this.columnsAtFirst = columnsAtFirst;
        this.maxZoom = maxZoom;
    }

    /** As in addresses. */
    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    /** URI of its coordinate reference system. */
    public String crs() {
        return crs;
    }

    /** Its URI in OGC's register; empty where it is not registered. */
    public Optional<String> uri() {
        return Optional.ofNullable(uri);
    }

    /** The set of that id, letter by letter. */
    public static Optional<TileMatrixSet> find(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }

    /** The last zoom; the first is 0. */
    public int maxZoom() {
        return maxZoom;
    }

    public long columns(int zoom) {
        return (long) columnsAtFirst << zoom;
    }

    public long rows(int zoom) {
        return 1L << zoom;
    }

    /** Side of a tile of zoom 0 in the units of the system. */
    public abstract double tileSide();

    /** The north-west corner of the whole, in the system's own axis order. */
    public abstract double[] origin();

    /** Side of a cell in the units of the system. */
    public double cellSize(int zoom) {
        return tileSide() / CELLS / (1L << zoom);
    }

    public double scaleDenominator(int zoom) {
        return cellSize(zoom) * metresOfUnit() / PIXEL_METRES;
    }

    /** How many tiles of zoom 0 a longitude lies east of the corner. */
    abstract double across(double lon);

    /** How many tiles of zoom 0 a latitude lies south of the corner. */
    abstract double down(double lat);

    abstract double lon(double across);

    abstract double lat(double down);

    abstract double metresOfUnit();
}
