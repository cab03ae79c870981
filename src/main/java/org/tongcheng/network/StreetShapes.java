package org.tongcheng.network;

/**
 * The edges of real streets: which arcs run along each, its course and its rank. An edge has two arcs, one each way, even where one
 * way is closed.
 *
 * <p>The course runs from the edge's first node to its last; its inner points stand in {@link #lon} and {@link #lat} at the numbers
 * {@code firstPoint(e) .. firstPoint(e + 1) - 1}. Time passes evenly along its length.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class StreetShapes {

    /** Coordinates are kept in units of 1e-7 degrees, as OpenStreetMap does. */
    public static final double DEGREES = 1e-7;

    private final int[] along;
    private final int[] against;
    private final int[] firstPoint;
    private final int[] lon;
    private final int[] lat;
    private final byte[] roadClass;

    /**
     * Takes the arrays over; the caller must not write to them again.
     *
     * @param along      number of each edge's arc from its first node to its last
     * @param against    number of its arc back
     * @param firstPoint number of each edge's first inner point; one longer than the edges
     * @param lon        longitudes of inner points, 1e-7 degrees
     * @param lat        latitudes of inner points, 1e-7 degrees
     * @param roadClass  {@link RoadClass} of each edge by its ordinal
     */
    public StreetShapes(int[] along, int[] against, int[] firstPoint, int[] lon, int[] lat, byte[] roadClass) {
        this.along = along;
        this.against = against;
        this.firstPoint = firstPoint;
        this.lon = lon;
        this.lat = lat;
        this.roadClass = roadClass;
    }

    public int edges() {
        return along.length;
    }

    /** The arc from the edge's first node to its last. */
    public int along(int edge) {
        return along[edge];
    }

    /** The arc from the edge's last node to its first. */
    public int against(int edge) {
        return against[edge];
    }

    public int firstPoint(int edge) {
        return firstPoint[edge];
    }

    /** Longitude of an inner point, degrees. */
    public double lon(int point) {
        return lon[point] * DEGREES;
    }

    /** Latitude of an inner point, degrees. */
    public double lat(int point) {
        return lat[point] * DEGREES;
    }

    public RoadClass roadClass(int edge) {
        return RoadClass.values()[roadClass[edge]];
    }
}
