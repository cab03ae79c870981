package org.tongcheng.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tongcheng.catalog.Text;

/**
 * The base network for one way of travelling: a directed graph with coordinates and times, frozen. A sketch and an imported
 * street file give the same; nothing above this room can tell them apart but by {@link #provenance()}.
 *
 * <p>Arcs leave node {@code v} at the numbers {@code firstOut(v) .. firstOut(v + 1) - 1}. Coordinates are longitude and
 * latitude in degrees (CGCS2000 / WGS84); times are whole milliseconds. {@link #graph()} is shared between ways of travelling.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class Streets {

    /** The time of a node that is not reached. */
    public static final int UNREACHED = Integer.MAX_VALUE;

    private final Provenance provenance;
    private final StreetGraph graph;
    private final int[] millis;
    private final int[] millisBack;
    private final Ground ground;
    private final int[] order;
    private final Shelf shelf;
    /** Empty where they stand alone. */
    private final List<Streets> parts;

    /**
     * Where the streets came from.
     *
     * @param kind    {@code sketch} or {@code osm}
     * @param source  what they were read from or made of, for people
     * @param vintage date or year the source stands for, or null
     * @param assumed what must be known before their times are believed; null where they were surveyed
     */
    public record Provenance(String kind, String source, String vintage, Text assumed) {}

    /**
     * Streets on which every arc has its opposite and both take the same time.
     *
     * @param millis time along each arc, milliseconds, at least 1; taken over, the caller must not write to it again
     * @param ground finds where a point joins the streets
     */
    public Streets(Provenance provenance, StreetGraph graph, int[] millis, Ground ground) {
        this(provenance, graph, millis, millis, ground);
    }

    /**
     * Streets with times that differ by direction. Every arc must have its opposite in the graph; a one-way street has
     * {@link #UNREACHED} the wrong way.
     *
     * @param millisBack time along the opposite of each arc
     */
    public Streets(Provenance provenance, StreetGraph graph, int[] millis, int[] millisBack, Ground ground) {
        this(provenance, graph, millis, millisBack, ground, null, Shelf.NONE);
    }

    /**
     * Streets whose nodes have an order of contraction (Geisberger, Sanders, Schultes, Delling: Contraction hierarchies, 2008,
     * doi:10.1007/978-3-540-68552-4_24).
     *
     * @param order all nodes, the least important first; taken over
     * @param shelf where what is computed from these streets is kept
     */
    public Streets(Provenance provenance, StreetGraph graph, int[] millis, int[] millisBack, Ground ground, int[] order, Shelf shelf) {
        this(provenance, graph, new int[][] {millis, millisBack, order}, ground, shelf, List.of());
    }

    private Streets(Provenance provenance, StreetGraph graph, int[][] arrays, Ground ground, Shelf shelf, List<Streets> parts) {
        this.parts = parts;
        this.provenance = provenance;
        this.graph = graph;
        this.millis = arrays[0];
        this.millisBack = arrays[1];
        this.order = arrays[2];
        this.ground = ground;
        this.shelf = shelf;
    }

    /**
     * The streets of several ways of travelling beside each other, so that one search finds the times of all. Nothing leads from one
     * to another; a point stands on each of them. Nodes are numbered one after the other.
     *
     * @param parts at least one, each standing alone, of one source
     */
    public static Streets beside(List<Streets> parts) {
        return beside(parts, StreetGraph.beside(parts.stream().map(Streets::graph).toList()));
    }

    /** The same on a graph that others share, that of the parts beside each other. */
    public static Streets beside(List<Streets> parts, StreetGraph graph) {
        int[] millis = joined(parts, part -> part.millis);
        boolean same = parts.stream().allMatch(part -> part.millis == part.millisBack);
        int[] millisBack = same ? millis : joined(parts, part -> part.millisBack);
        int[] firstNode = firstNodes(parts);
        int[] order = !parts.stream().allMatch(Streets::isOrdered) ? null : IntStream.range(0, parts.size())
                .flatMap(i -> Arrays.stream(parts.get(i).order).map(node -> firstNode[i] + node)).toArray();
        Ground ground = new GroundsBeside(parts.stream().map(Streets::ground).toList(), firstNode);
        return new Streets(parts.get(0).provenance, graph, new int[][] {millis, millisBack, order}, ground, Shelf.NONE, List.copyOf(parts));
    }

    /** The same, but a point joins them as the ground says; what is joined to them otherwise stays. */
    public Streets on(Ground other) {
        return new Streets(provenance, graph, new int[][] {millis, millisBack, order}, other, shelf, parts);
    }

    /** No streets at all: what stands on the ground is joined to lines alone. */
    public static Streets none(Ground ground) {
        StreetGraph graph = new StreetGraph(new double[0], new double[0], new int[1], new int[0], null, new BitSet());
        return new Streets(new Provenance("none", null, null, null), graph, new int[0], ground);
    }

    private static int[] joined(List<Streets> parts, Function<Streets, int[]> numbers) {
        int[] all = new int[parts.stream().mapToInt(part -> numbers.apply(part).length).sum()];
        int next = 0;
        for (Streets part : parts) {
            int[] some = numbers.apply(part);
            System.arraycopy(some, 0, all, next, some.length);
            next += some.length;
        }
        return all;
    }

    private static int[] firstNodes(List<Streets> parts) {
        int[] first = new int[parts.size()];
        for (int i = 1; i < first.length; i++) {
            first[i] = first[i - 1] + parts.get(i - 1).nodes();
        }
        return first;
    }

    /** The streets that stand beside each other here; these alone where there are no others. */
    public List<Streets> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** A foothold on one of the streets that stand beside each other here, as one on all of them. */
    public Foothold onPart(int part, Foothold foothold) {
        return ground instanceof GroundsBeside beside ? beside.beside(foothold, part) : foothold;
    }

    /** Number that the first node of each of the {@link #parts} has here. */
    public int[] firstNodes() {
        return firstNodes(parts());
    }

    public Provenance provenance() {
        return provenance;
    }

    public StreetGraph graph() {
        return graph;
    }

    public Ground ground() {
        return ground;
    }

    public int nodes() {
        return graph.nodes();
    }

    public int arcs() {
        return graph.arcs();
    }

    public double lon(int node) {
        return graph.lon(node);
    }

    public double lat(int node) {
        return graph.lat(node);
    }

    public int firstOut(int node) {
        return graph.firstOut(node);
    }

    public int head(int arc) {
        return graph.head(arc);
    }

    /** Time from the node an arc leaves to its head. */
    public int millis(int arc) {
        return millis[arc];
    }

    /** Time from an arc's head back to the node it leaves. */
    public int millisBack(int arc) {
        return millisBack[arc];
    }

    /** Whether the nodes have an order of contraction; a lattice does not pay for one. */
    public boolean isOrdered() {
        return order != null;
    }

    /** The node that is contracted as the so-many-th, from 0. */
    public int ordered(int rank) {
        return order[rank];
    }

    /** Where what is computed from these streets is kept for the next start. */
    public Shelf shelf() {
        return shelf;
    }
}
