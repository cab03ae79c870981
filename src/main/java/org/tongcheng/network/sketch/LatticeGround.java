package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;

/**
 * Joins points to the lattice. In a triangle of land a point joins its three corners. Near the shore, where no such triangle holds
 * it, it joins up to three nodes to which the straight way stays on land. Off the land it joins the nearest node and those of
 * that node's neighbours that are as near as the caller allows, so that one shore alone is joined.
 *
 * <p>The time to a node is the length of the straight way at the mean of the local speeds at both ends.
 */
final class LatticeGround implements Ground {

    /** Shore points look this many spacings around: any triangle that holds them has its corners nearer. */
    private static final double SHORE_SPACINGS = 1.5;

    private static final double FARTHEST_METRES = 50_000;
    private static final int MOST_NODES = 3;

    private final Lattice lattice;
    private final Land land;
    private final LatticeNodes nodes;
    private final StreetGraph graph;
    private final IntToDoubleFunction millisPerMetre;
    private final LandUnion union;

    /** @param millisPerMetre how slow one is at a node */
    LatticeGround(Lattice lattice, Land land, LatticeNodes nodes, StreetGraph graph, IntToDoubleFunction millisPerMetre,
            LandUnion union) {
        this.union = union;
        this.lattice = lattice;
        this.land = land;
        this.nodes = nodes;
        this.graph = graph;
        this.millisPerMetre = millisPerMetre;
    }

    private record Near(int node, int i, int j, double metres) {}

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        double[] ab = lattice.coordinates(lon, lat);
        int[] corners = corners(ab[0], ab[1]);
        if (corners != null) {
            double[] metres = new double[corners.length];
            for (int i = 0; i < corners.length; i++) {
                metres[i] = metres(lon, lat, corners[i]);
            }
            return Optional.of(foothold(lon, lat, corners, metres));
        }
        List<Near> joined = land.contains(ab[0], ab[1]) ? onShore(ab[0], ab[1], lat) : offShore(ab[0], ab[1], lat, withinMetres);
        if (joined.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(foothold(lon, lat,
                joined.stream().mapToInt(Near::node).toArray(), joined.stream().mapToDouble(Near::metres).toArray()));
    }

    /** Corners of the triangle of land that holds the point, or null. */
    private int[] corners(double a, double b) {
        int i = (int) Math.floor(a);
        int j = (int) Math.floor(b);
        boolean lower = a - i + (b - j) <= 1;
        int south = lower ? nodes.find(i, j) : nodes.find(i + 1, j + 1);
        int east = nodes.find(i + 1, j);
        int north = nodes.find(i, j + 1);
        if (south < 0 || east < 0 || north < 0
                || !graph.joined(south, east) || !graph.joined(south, north) || !graph.joined(east, north)) {
            return null;
        }
        return new int[] {south, east, north};
    }

    private List<Near> onShore(double a, double b, double lat) {
        return around(a, b, lat, SHORE_SPACINGS * lattice.spacing()).stream()
                .filter(near -> land.joins(a, b, near.i(), near.j()))
                .limit(MOST_NODES)
                .toList();
    }

    private List<Near> offShore(double a, double b, double lat, double withinMetres) {
        List<Near> around = around(a, b, lat, withinMetres);
        if (around.isEmpty()) {
            return around;
        }
        Near nearest = around.get(0);
        return around.stream()
                .filter(near -> near == nearest || graph.joined(nearest.node(), near.node()))
                .limit(MOST_NODES)
                .toList();
    }

    /** Nodes within so many metres, nearest first; of equal ones the lower number. */
    private List<Near> around(double a, double b, double lat, double metres) {
        double scale = ConicPlane.scale(lat);
        int reach = (int) Math.ceil(metres * scale / lattice.spacing() * 2 / Math.sqrt(3)) + 1;
        List<Near> found = new ArrayList<>();
        for (int j = (int) Math.floor(b) - reach; j <= b + reach; j++) {
            for (int i = (int) Math.floor(a) - reach; i <= a + reach; i++) {
                double distance = lattice.planeMetres(i - a, j - b) / scale;
                int node = distance <= metres ? nodes.find(i, j) : -1;
                if (node >= 0) {
                    found.add(new Near(node, i, j, distance));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Near::metres).thenComparingInt(Near::node));
        return found;
    }

    private Foothold foothold(double lon, double lat, int[] joined, double[] metres) {
        double here = 0;
        for (int node : joined) {
            here += millisPerMetre.applyAsDouble(node) / joined.length;
        }
        int[] millis = new int[joined.length];
        for (int i = 0; i < joined.length; i++) {
            millis[i] = (int) Math.round(metres[i] * (here + millisPerMetre.applyAsDouble(joined[i])) / 2);
        }
        return new Foothold(lon, lat, joined, millis);
    }

    private double metres(double lon, double lat, int node) {
        return metres(lon, lat, graph.lon(node), graph.lat(node));
    }

    private double metres(double lon, double lat, double otherLon, double otherLat) {
        double[] from = ConicPlane.project(lon, lat);
        double[] to = ConicPlane.project(otherLon, otherLat);
        return Math.hypot(to[0] - from[0], to[1] - from[1]) / ConicPlane.scale((lat + otherLat) / 2);
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        double[] ab = lattice.coordinates(lon, lat);
        for (double metres = 2_000; metres <= FARTHEST_METRES; metres *= 5) {
            List<Near> around = around(ab[0], ab[1], lat, metres);
            if (!around.isEmpty()) {
                return around.get(0).metres();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public int directMillis(Foothold from, Foothold to) {
        if (from.shared(to) < 2) {
            return Streets.UNREACHED;
        }
        double slow = 0;
        for (int node : from.nodes()) {
            slow += millisPerMetre.applyAsDouble(node) / from.nodes().length / 2;
        }
        for (int node : to.nodes()) {
            slow += millisPerMetre.applyAsDouble(node) / to.nodes().length / 2;
        }
        return (int) Math.round(metres(from.lon(), from.lat(), to.lon(), to.lat()) * slow);
    }

    @Override
    public Geometry land() {
        return union.land();
    }
}
