package org.tongcheng.network;

/**
 * The base network for one way of travelling: a directed graph with coordinates, frozen. A sketch and an imported street file
 * give the same; nothing above this room can tell them apart but by {@link #provenance()}.
 *
 * <p>Arcs leave node {@code v} at the numbers {@code firstOut[v] .. firstOut[v + 1] - 1}. Coordinates are longitude and
 * latitude in degrees (CGCS2000 / WGS84); times are whole milliseconds.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class Streets {

    /** The time of a node that is not reached. */
    public static final int UNREACHED = Integer.MAX_VALUE;

    private final Provenance provenance;
    private final double[] lon;
    private final double[] lat;
    private final int[] firstOut;
    private final int[] head;
    private final int[] millis;

    /**
     * Where the streets came from.
     *
     * @param kind    {@code sketch} or {@code osm}
     * @param source  what they were read from or made of, for people
     * @param vintage date or year the source stands for, or null
     */
    public record Provenance(String kind, String source, String vintage) {}

    /**
     * Takes the arrays over; the caller must not write to them again.
     *
     * @param lon      longitude of each node, degrees
     * @param lat      latitude of each node, degrees
     * @param firstOut number of each node's first arc; one longer than the nodes
     * @param head     node each arc leads to
     * @param millis   time along each arc, milliseconds, at least 1
     */
    public Streets(Provenance provenance, double[] lon, double[] lat, int[] firstOut, int[] head, int[] millis) {
        this.provenance = provenance;
        this.lon = lon;
        this.lat = lat;
        this.firstOut = firstOut;
        this.head = head;
        this.millis = millis;
    }

    public Provenance provenance() {
        return provenance;
    }

    public int nodes() {
        return lon.length;
    }

    public int arcs() {
        return head.length;
    }

    public double lon(int node) {
        return lon[node];
    }

    public double lat(int node) {
        return lat[node];
    }

    public int firstOut(int node) {
        return firstOut[node];
    }

    public int head(int arc) {
        return head[arc];
    }

    public int millis(int arc) {
        return millis[arc];
    }
}
