package org.tongcheng.planning.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.network.LineStop;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Segment;

/**
 * The graph of stops and of the tracks between them: stops between which one transfers without the streets are one node. Told of it is
 * what lies in an area, but cuts are those of the whole. Of one thread.
 */
final class StopGraph {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Network network;
    private final Tracks tracks;
    private final PreparedGeometry land;
    private final List<LineStop> stops;
    private final Map<Integer, Integer> numberOf = new HashMap<>();
    /** The node of each stop. */
    private final int[] node;
    /** The track of each link; of tracks that close on themselves there is none. */
    private final List<Integer> trackOf = new ArrayList<>();
    private final CutGraph graph;

    /**
     * What hangs together.
     *
     * @param stops     nodes of it in the area
     * @param corridors that stop there, by id
     */
    record Component(int stops, List<String> corridors) {}

    /** A track without which stops fall off: {@code cutsOff} of them, on the smaller side. */
    record CutLink(int track, int cutsOff) {}

    /** A place without which stops fall off the largest part left. */
    record CutStop(List<LineStop> stops, int cutsOff) {

        Point at() {
            Coordinate at = new Coordinate(stops.get(0).stop().lon(), stops.get(0).stop().lat());
            return FACTORY.createPoint(at);
        }
    }

    StopGraph(Network network, Tracks tracks, Geometry land) {
        this.network = network;
        this.tracks = tracks;
        this.land = PreparedGeometryFactory.prepare(land);
        this.stops = network.lineStops();
        for (int i = 0; i < stops.size(); i++) {
            numberOf.put(stops.get(i).arriving(), i);
            numberOf.put(stops.get(i).departing(), i);
        }
        this.node = nodes();
        int nodes = (int) Arrays.stream(node).distinct().count();
        this.graph = links(nodes);
    }

    /** Joins stops by the arcs between lines that are no run of either. */
    private int[] nodes() {
        int[] parent = new int[stops.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        Overlay arcs = network.forward();
        for (int i = 0; i < parent.length; i++) {
            int from = stops.get(i).arriving();
            for (int arc = arcs.first(from); arc < arcs.end(from); arc++) {
                Integer other = arcs.corridor(arc) == Overlay.NO_CORRIDOR ? numberOf.get(arcs.head(arc)) : null;
                if (other != null) {
                    parent[root(parent, i)] = root(parent, other);
                }
            }
        }
        Map<Integer, Integer> dense = new TreeMap<>();
        int[] nodes = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = root(parent, i);
            Integer known = dense.putIfAbsent(root, dense.size());
            nodes[i] = known == null ? dense.get(root) : known;
        }
        return nodes;
    }

    private static int root(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Lines that share track are one link; a track whose rows stop at different nodes is one for each pair of nodes. */
    private CutGraph links(int nodes) {
        List<int[]> ends = new ArrayList<>();
        for (int track = 0; track < tracks.count(); track++) {
            Set<Long> seen = new LinkedHashSet<>();
            for (Segment segment : tracks.segments(track)) {
                int a = nodeOf(segment.from());
                int b = nodeOf(segment.to());
                if (a != b && seen.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
                    ends.add(new int[] {a, b});
                    trackOf.add(track);
                }
            }
        }
        return new CutGraph(nodes, ends.stream().mapToInt(e -> e[0]).toArray(), ends.stream().mapToInt(e -> e[1]).toArray());
    }

    private int nodeOf(LineStop stop) {
        return node[numberOf.get(stop.arriving())];
    }

    private boolean inArea(LineStop stop) {
        return land.intersects(FACTORY.createPoint(new Coordinate(stop.stop().lon(), stop.stop().lat())));
    }

    /** Those with a stop in the area, the largest first. */
    List<Component> components() {
        Map<Integer, Set<Integer>> nodes = new TreeMap<>();
        Map<Integer, TreeSet<String>> corridors = new TreeMap<>();
        for (int i = 0; i < stops.size(); i++) {
            if (inArea(stops.get(i))) {
                int component = graph.componentOf(node[i]);
                nodes.computeIfAbsent(component, c -> new TreeSet<>()).add(node[i]);
                corridors.computeIfAbsent(component, c -> new TreeSet<>()).add(network.corridors().get(stops.get(i).corridor()).id());
            }
        }
        List<Component> components = new ArrayList<>();
        nodes.forEach((component, inside) -> components.add(new Component(inside.size(), List.copyOf(corridors.get(component)))));
        components.sort(Comparator.comparingInt(Component::stops).reversed().thenComparing(c -> c.corridors().get(0)));
        return components;
    }

    /** Those that begin or end in the area, the ones that cut off most first. */
    List<CutLink> cutLinks() {
        List<CutLink> cuts = new ArrayList<>();
        for (int link = 0; link < trackOf.size(); link++) {
            int off = graph.cutOffByLink(link);
            Segment segment = tracks.segments(trackOf.get(link)).get(0);
            if (off > 0 && (inArea(segment.from()) || inArea(segment.to()))) {
                cuts.add(new CutLink(trackOf.get(link), off));
            }
        }
        cuts.sort(Comparator.comparingInt(CutLink::cutsOff).reversed().thenComparingInt(CutLink::track));
        return cuts;
    }

    /** Those in the area, the ones that cut off most first. */
    List<CutStop> cutStops() {
        Map<Integer, List<LineStop>> byNode = new TreeMap<>();
        for (int i = 0; i < stops.size(); i++) {
            byNode.computeIfAbsent(node[i], n -> new ArrayList<>()).add(stops.get(i));
        }
        List<CutStop> cuts = new ArrayList<>();
        byNode.forEach((n, here) -> {
            int off = graph.cutOffByNode(n);
            if (off > 0 && here.stream().anyMatch(this::inArea)) {
                cuts.add(new CutStop(here, off));
            }
        });
        cuts.sort(Comparator.comparingInt(CutStop::cutsOff).reversed().thenComparing(c -> c.stops().get(0).stop().id()));
        return cuts;
    }
}
