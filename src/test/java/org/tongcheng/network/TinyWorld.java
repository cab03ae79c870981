package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;

/**
 * Streets small enough to reckon in the head, written as text: nodes {@code A 0.0 0.0} (longitude, latitude) and edges
 * {@code A-B 600} (seconds both ways). A point joins the nearest node alone, walking 1 m in 1 ms.
 */
public final class TinyWorld implements StreetSource, Ground {

    private final Map<String, Integer> names = new TreeMap<>();
    private final StreetGraph graph;
    private final Streets streets;

    private TinyWorld(TinyWorld other) {
        names.putAll(other.names);
        graph = other.graph;
        int[] order = IntStream.range(0, graph.nodes()).toArray();
        int[] millis = IntStream.range(0, graph.arcs()).map(other.streets::millis).toArray();
        streets = new Streets(other.streets.provenance(), graph, millis, millis, this, order, Shelf.NONE);
    }

    public TinyWorld(String nodes, String edges) {
        String[] rows = nodes.strip().split("\\s*;\\s*");
        double[] lon = new double[rows.length];
        double[] lat = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\s+");
            names.put(cells[0], i);
            lon[i] = Double.parseDouble(cells[1]);
            lat[i] = Double.parseDouble(cells[2]);
        }
        List<int[]> arcs = new ArrayList<>();
        for (String row : edges.isBlank() ? new String[0] : edges.strip().split("\\s*;\\s*")) {
            String[] cells = row.split("[-\\s]+");
            int millis = (int) Math.round(Double.parseDouble(cells[2]) * 1000);
            arcs.add(new int[] {names.get(cells[0]), names.get(cells[1]), millis});
            arcs.add(new int[] {names.get(cells[1]), names.get(cells[0]), millis});
        }
        arcs.sort((a, b) -> a[0] != b[0] ? a[0] - b[0] : a[1] - b[1]);
        int[] firstOut = new int[rows.length + 1];
        arcs.forEach(arc -> firstOut[arc[0] + 1]++);
        Arrays.parallelPrefix(firstOut, Integer::sum);
        this.graph = new StreetGraph(lon, lat, firstOut, arcs.stream().mapToInt(a -> a[1]).toArray(), null, new BitSet());
        this.streets = new Streets(new Streets.Provenance("tiny", "a test", null, Text.of("made up")), graph,
                arcs.stream().mapToInt(a -> a[2]).toArray(), this);
    }

    /** The same with its nodes in an order of contraction, that of their names. */
    public TinyWorld ordered() {
        return new TinyWorld(this);
    }

    public Map<String, Integer> names() {
        return names;
    }

    @Override
    public Streets streets(Profile profile) {
        return streets;
    }

    @Override
    public double snapMetres() {
        return 1000;
    }

    @Override
    public double headMetres() {
        return 2000;
    }

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int node = 0; node < graph.nodes(); node++) {
            double metres = Geodesy.distanceMetres(lon, lat, graph.lon(node), graph.lat(node));
            if (metres < least) {
                least = metres;
                nearest = node;
            }
        }
        return least > withinMetres
                ? Optional.empty()
                : Optional.of(new Foothold(lon, lat, new int[] {nearest}, new int[] {(int) Math.round(least)}));
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        return find(lon, lat, 50_000)
                .map(f -> Geodesy.distanceMetres(lon, lat, graph.lon(f.nodes()[0]), graph.lat(f.nodes()[0])))
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public int directMillis(Foothold from, Foothold to) {
        return Streets.UNREACHED;
    }

    /** A degree around the nodes. */
    @Override
    public Geometry land() {
        Envelope box = new Envelope();
        for (int node = 0; node < graph.nodes(); node++) {
            box.expandToInclude(graph.lon(node), graph.lat(node));
        }
        box.expandBy(1);
        return new GeometryFactory().toGeometry(box);
    }
}
