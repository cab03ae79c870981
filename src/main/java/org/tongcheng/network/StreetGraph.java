package org.tongcheng.network;

import java.util.BitSet;
import java.util.List;

/**
 * The shape of the streets, shared by all ways of travelling on them: nodes with coordinates and directed arcs.
 *
 * <p>Arcs leave node {@code v} at the numbers {@code firstOut(v) .. firstOut(v + 1) - 1}. Coordinates are longitude and latitude
 * in degrees (CGCS2000 / WGS84).
 *
 * <p>In a lattice each node has at most six neighbours, numbered counter-clockwise from the east:
 *
 * <pre>
 *      2   1
 *       \ /
 *    3 - v - 0
 *       / \
 *      4   5
 * </pre>
 *
 * Its arcs stand in that order, and {@link #neighbour} finds one by its direction. A triangle of the lattice is land where its
 * three edges are there: {@code v}, {@code neighbour(v, d)} and {@code neighbour(v, d + 1)} with an edge between the latter two.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class StreetGraph {

    /** Directions of a lattice. */
    public static final int DIRECTIONS = 6;

    /** Degrees in units of {@link StreetShapes#DEGREES}, or null where {@link #lon} has them. */
    private final int[] lonUnits;
    private final int[] latUnits;
    private final double[] lon;
    private final double[] lat;
    private final int[] firstOut;
    private final int[] head;
    private final byte[] directions;
    private final BitSet openEnds;
    private final StreetShapes shapes;

    /**
     * A graph whose arcs run straight.
     *
     * Takes the arrays over; the caller must not write to them again.
     *
     * @param lon        longitude of each node, degrees
     * @param lat        latitude of each node, degrees
     * @param firstOut   number of each node's first arc; one longer than the nodes
     * @param head       node each arc leads to
     * @param directions bit {@code d} of a node's byte is set where it has a neighbour in direction {@code d}; null where the
     *                   streets are no lattice
     * @param openEnds   the nodes where the streets end although land goes on, for want of data
     */
    public StreetGraph(double[] lon, double[] lat, int[] firstOut, int[] head, byte[] directions, BitSet openEnds) {
        this(lon, lat, firstOut, head, directions, openEnds, null);
    }

    /**
     * A graph of real streets. Its nodes are numbered along a Hilbert curve, so that near ones have near numbers.
     *
     * @param shapes the course of each edge
     */
    public StreetGraph(double[] lon, double[] lat, int[] firstOut, int[] head, BitSet openEnds, StreetShapes shapes) {
        this(lon, lat, firstOut, head, null, openEnds, shapes);
    }

    /**
     * The same with coordinates in units of 1e-7 degrees, as OpenStreetMap has them and in half the memory.
     */
    public StreetGraph(int[] lonUnits, int[] latUnits, int[] firstOut, int[] head, BitSet openEnds, StreetShapes shapes) {
        this.lonUnits = lonUnits;
        this.latUnits = latUnits;
        this.lon = null;
        this.lat = null;
        this.firstOut = firstOut;
        this.head = head;
        this.directions = null;
        this.openEnds = openEnds;
        this.shapes = shapes;
    }

    private StreetGraph(double[] lon, double[] lat, int[] firstOut, int[] head, byte[] directions, BitSet openEnds,
            StreetShapes shapes) {
        this.lonUnits = null;
        this.latUnits = null;
        this.lon = lon;
        this.lat = lat;
        this.firstOut = firstOut;
        this.head = head;
        this.directions = directions;
        this.openEnds = openEnds;
        this.shapes = shapes;
    }

    /** Graphs beside each other as one, numbered one after the other; nothing leads from one to another. Arcs run straight. */
    public static StreetGraph beside(List<StreetGraph> graphs) {
        int nodes = graphs.stream().mapToInt(StreetGraph::nodes).sum();
        int arcs = graphs.stream().mapToInt(StreetGraph::arcs).sum();
        double[] lon = new double[nodes];
        double[] lat = new double[nodes];
        int[] firstOut = new int[nodes + 1];
        int[] head = new int[arcs];
        byte[] directions = graphs.stream().allMatch(StreetGraph::isLattice) ? new byte[nodes] : null;
        BitSet openEnds = new BitSet();
        int node = 0;
        int arc = 0;
        for (StreetGraph graph : graphs) {
            int firstNode = node;
            int firstArc = arc;
            for (int v = 0; v < graph.nodes(); v++, node++) {
                lon[node] = graph.lon(v);
                lat[node] = graph.lat(v);
                firstOut[node + 1] = firstArc + graph.firstOut[v + 1];
                openEnds.set(node, graph.openEnds.get(v));
            }
            for (int a = 0; a < graph.arcs(); a++, arc++) {
                head[arc] = firstNode + graph.head[a];
            }
            if (directions != null) {
                System.arraycopy(graph.directions, 0, directions, firstNode, graph.nodes());
            }
        }
        return new StreetGraph(lon, lat, firstOut, head, directions, openEnds);
    }

    public int nodes() {
        return firstOut.length - 1;
    }

    public int arcs() {
        return head.length;
    }

    public double lon(int node) {
        return lon == null ? lonUnits[node] * StreetShapes.DEGREES : lon[node];
    }

    public double lat(int node) {
        return lat == null ? latUnits[node] * StreetShapes.DEGREES : lat[node];
    }

    /** In units of 1e-7 degrees, to the nearest. */
    public int lonUnits(int node) {
        return lon == null ? lonUnits[node] : (int) Math.rint(lon[node] / StreetShapes.DEGREES);
    }

    public int latUnits(int node) {
        return lat == null ? latUnits[node] : (int) Math.rint(lat[node] / StreetShapes.DEGREES);
    }

    public int firstOut(int node) {
        return firstOut[node];
    }

    public int head(int arc) {
        return head[arc];
    }

    /** The courses of real streets; null where arcs run straight. */
    public StreetShapes shapes() {
        return shapes;
    }

    public boolean isLattice() {
        return directions != null;
    }

    /**
     * The neighbour in a direction, or -1 where there is none: at the edge of the land.
     *
     * @param direction 0 to 5, counter-clockwise from the east
     */
    public int neighbour(int node, int direction) {
        int arc = arc(node, direction);
        return arc < 0 ? -1 : head[arc];
    }

    /** The arc in a direction (0 to 5), or -1 where there is none. */
    public int arc(int node, int direction) {
        int mask = directions[node];
        if ((mask >> direction & 1) == 0) {
            return -1;
        }
        return firstOut[node] + Integer.bitCount(mask & ((1 << direction) - 1));
    }

    /** Whether an arc leads from one node to the other. */
    public boolean joined(int from, int to) {
        for (int arc = firstOut[from]; arc < firstOut[from + 1]; arc++) {
            if (head[arc] == to) {
                return true;
            }
        }
        return false;
    }

    /** Whether the streets end at this node although land goes on beyond it, for want of data. */
    public boolean isOpenEnd(int node) {
        return openEnds.get(node);
    }
}
