package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.planning.Unit;

/**
 * Imported streets of class secondary and above at the borders: where they end in nothing, cross, or change class at the border.
 * Where the file holds no street at all across the border nearby, the data end there and not the road. Of one thread.
 */
final class StreetRoads {

    /** What surveyed and traced streets are usually right to. */
    static final double ACCURACY_M = 20;

    /** If no street of the file lies across the border within this distance beyond the tolerance, it holds nothing there. */
    private static final double DATA_METRES = 2000;

    private final StreetGraph graph;
    private final StreetShapes shapes;
    private final Tiles tiles;
    private final double tolerance;
    private final int[] edgeOf;
    private final Map<Integer, Optional<Unit>> hosts = new HashMap<>();
    private final List<Integer> main = new ArrayList<>();
    private final Map<String, Integer> crossings = new TreeMap<>();
    private final Map<String, Unit[]> borders = new TreeMap<>();
    private final List<End> ends = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int dataEnds;

    /**
     * A node at a border where the street that comes over it goes on in another class.
     *
     * @param end    the street of the higher class at the node
     * @param other  class of the lower one
     * @param across the unit that the crossing street comes from
     */
    record Change(End end, String other, Tiles.Near across) {}

    /** @param graph with shapes */
    StreetRoads(StreetGraph graph, Tiles tiles, double toleranceM) {
        this.graph = graph;
        this.shapes = graph.shapes();
        this.tiles = tiles;
        this.tolerance = toleranceM;
        this.edgeOf = new int[graph.arcs()];
        Envelope box = tiles.box(toleranceM);
        for (int edge = 0; edge < shapes.edges(); edge++) {
            edgeOf[shapes.along(edge)] = edge;
            edgeOf[shapes.against(edge)] = edge;
        }
        for (int edge = 0; edge < shapes.edges(); edge++) {
            if (shapes.roadClass(edge).compareTo(RoadClass.SECONDARY) <= 0
                    && (box.contains(at(first(edge))) || box.contains(at(last(edge))))) {
                look(edge);
            }
        }
        ends.removeIf(this::isDataEnd);
    }

    /** Ends in nothing, in some area. */
    List<End> ends() {
        return ends;
    }

    List<Change> changes() {
        return changes;
    }

    /** How many streets (a carriageway is one) cross each border; see {@link BorderTally#key}. */
    Map<String, Integer> crossings() {
        return crossings;
    }

    /** The two units of each of them. */
    Collection<Unit[]> borders() {
        return borders.values();
    }

    /** How many ends were taken for the end of the file. */
    int dataEnds() {
        return dataEnds;
    }

    /** Whether the street comes over the border, so that it does not stop short of it. */
    boolean crosses(End end, Unit across) {
        return tiles.covers(across, end.before());
    }

    /** The nearest node of a main street in the unit within so many metres; null where there is none. */
    Coordinate entrance(Coordinate from, Unit unit, double metres) {
        Envelope box = Tiles.around(from, metres);
        Coordinate nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (int edge : main) {
            for (int node : new int[] {first(edge), last(edge)}) {
                Coordinate at = at(node);
                double distance = box.contains(at) && host(node) == unit ? Geodesy.distanceMetres(from, at) : Double.POSITIVE_INFINITY;
                if (distance < least) {
                    least = distance;
                    nearest = at;
                }
            }
        }
        return nearest;
    }

    private void look(int edge) {
        main.add(edge);
        Unit from = host(first(edge));
        Unit to = host(last(edge));
        if (from != null && to != null && from != to && tiles.concerns(from, to)) {
            crossings.merge(BorderTally.key(from, to), 1, Integer::sum);
            borders.putIfAbsent(BorderTally.key(from, to), new Unit[] {from, to});
            change(edge, first(edge), from, to);
            change(edge, last(edge), to, from);
        }
        addEnd(edge, first(edge), before(edge, true), from);
        addEnd(edge, last(edge), before(edge, false), to);
    }

    private void addEnd(int edge, int node, Coordinate before, Unit host) {
        if (degree(node) == 1 && host != null && tiles.inSomeArea(at(node))) {
            ends.add(end(edge, node, before, host));
        }
    }

    private End end(int edge, int node, Coordinate before, Unit host) {
        Coordinate at = at(node);
        String ref = String.format(Locale.ROOT, "streets/%.7f,%.7f", at.x, at.y);
        return new End(ref, null, shapes.roadClass(edge).label(), at, before, ACCURACY_M, null, host);
    }

    /** At a node where nothing else meets, within the tolerance of the border that the edge crosses. */
    private void change(int edge, int node, Unit host, Unit across) {
        if (degree(node) != 2) {
            return;
        }
        int arc = graph.firstOut(node);
        int other = edgeOf[arc] == edge ? edgeOf[arc + 1] : edgeOf[arc];
        if (shapes.roadClass(other) != shapes.roadClass(edge)) {
            Coordinate before = before(edge, first(edge) == node);
            tiles.neighbours(at(node), host, tolerance).stream().filter(near -> near.unit() == across).findFirst()
                    .ifPresent(near -> changes.add(new Change(end(edge, node, before, host), shapes.roadClass(other).label(), near)));
        }
    }

    private boolean isDataEnd(End end) {
        List<Tiles.Near> near = tiles.neighbours(end.at(), end.unit(), tolerance);
        boolean held = near.isEmpty();
        Envelope box = Tiles.around(end.at(), tolerance + DATA_METRES);
        for (int node = 0; node < graph.nodes() && !held; node++) {
            if (box.contains(graph.lon(node), graph.lat(node))) {
                Coordinate at = at(node);
                held = near.stream().anyMatch(n -> tiles.covers(n.unit(), at));
            }
        }
        dataEnds += held ? 0 : 1;
        return !held;
    }

    private Unit host(int node) {
        return hosts.computeIfAbsent(node, n -> Optional.ofNullable(tiles.host(at(n), at(n)))).orElse(null);
    }

    /** The place of the edge next to its first or last node. */
    private Coordinate before(int edge, boolean atFirst) {
        int from = shapes.firstPoint(edge);
        int to = shapes.firstPoint(edge + 1);
        if (from == to) {
            return at(atFirst ? last(edge) : first(edge));
        }
        int point = atFirst ? from : to - 1;
        return new Coordinate(shapes.lon(point), shapes.lat(point));
    }

    private int first(int edge) {
        return graph.head(shapes.against(edge));
    }

    private int last(int edge) {
        return graph.head(shapes.along(edge));
    }

    private int degree(int node) {
        return graph.firstOut(node + 1) - graph.firstOut(node);
    }

    private Coordinate at(int node) {
        return new Coordinate(graph.lon(node), graph.lat(node));
    }
}
