package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;

/**
 * Joins points to the lattice. In a triangle of land a point joins its three corners. Near the shore, where no such triangle holds
 * it, it joins up to three nodes to which the straight way stays on land. Off the land it joins those that the nearest point of the
 * shore does, so that one shore alone is joined.
 *
 * <p>The time to a node is the length of the straight way at the mean of the local speeds at both ends.
 */
final class LatticeGround implements Ground {

    /** Shore points look this many spacings around: any triangle that holds them has its corners nearer. */
    private static final double SHORE_SPACINGS = 1.5;

    private static final double FARTHEST_METRES = 50_000;
    /** More than {@link #FARTHEST_METRES} in either direction up to 63° of latitude. */
    private static final double FARTHEST_DEGREES = 1;
    private static final int MOST_NODES = 3;
    private static final double SEMI_MAJOR_METRES = 6_378_137;
    private static final double SQUARED_ECCENTRICITY = (2 - 1 / 298.257222101) / 298.257222101;

    private final Lattice lattice;
    private final Land land;
    private final LatticeNodes nodes;
    private final StreetGraph graph;
    private final IntToDoubleFunction millisPerMetre;
    private final LandUnion union;
    private final Envelope surroundings;

    /** @param millisPerMetre how slow one is at a node */
    LatticeGround(Lattice lattice, Land land, LatticeNodes nodes, StreetGraph graph, IntToDoubleFunction millisPerMetre,
            LandUnion union) {
        this.union = union;
        this.lattice = lattice;
        this.land = land;
        this.nodes = nodes;
        this.graph = graph;
        this.millisPerMetre = millisPerMetre;
        this.surroundings = new Envelope();
        for (int node = 0; node < graph.nodes(); node++) {
            surroundings.expandToInclude(graph.lon(node), graph.lat(node));
        }
        surroundings.expandBy(FARTHEST_DEGREES);
    }

    private record Near(int node, int i, int j, double metres) {}

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        if (!surroundings.contains(lon, lat)) {
            // Towards the poles the plane stretches without bound, and so would the search for nodes around.
            return Optional.empty();
        }
        double[] ab = lattice.coordinates(lon, lat);
        int[] corners = corners(ab[0], ab[1]);
        if (corners != null) {
            double[] metres = new double[corners.length];
            for (int i = 0; i < corners.length; i++) {
                metres[i] = metres(lon, lat, corners[i]);
            }
            return Optional.of(foothold(lon, lat, corners, metres, 0));
        }
        if (land.contains(ab[0], ab[1])) {
            return foothold(lon, lat, onShore(ab[0], ab[1], lat), 0);
        }
        double[] shore = land.nearestShore(ab[0], ab[1], withinMetres * ConicPlane.scale(lat) / lattice.spacing());
        if (shore == null) {
            return Optional.empty();
        }
        double metresOff = lattice.planeMetres(shore[0] - ab[0], shore[1] - ab[1]) / ConicPlane.scale(lat);
        return foothold(lon, lat, offShore(lon, lat, shore, withinMetres), metresOff);
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

    /** The nodes that the nearest point of the shore joins; the nearest node and its neighbours where that shore has none. */
    private List<Near> offShore(double lon, double lat, double[] shore, double withinMetres) {
        List<Near> joined = onShore(shore[0], shore[1], lat).stream()
                .map(near -> new Near(near.node(), near.i(), near.j(), metres(lon, lat, near.node())))
                .toList();
        if (!joined.isEmpty()) {
            return joined;
        }
        double[] ab = lattice.coordinates(lon, lat);
        List<Near> around = around(ab[0], ab[1], lat, withinMetres);
        return around.stream()
                .filter(near -> near == around.get(0) || graph.joined(around.get(0).node(), near.node()))
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

    private Optional<Foothold> foothold(double lon, double lat, List<Near> joined, double metresOff) {
        return joined.isEmpty() ? Optional.empty() : Optional.of(foothold(lon, lat,
                joined.stream().mapToInt(Near::node).toArray(), joined.stream().mapToDouble(Near::metres).toArray(), metresOff));
    }

    private Foothold foothold(double lon, double lat, int[] joined, double[] metres, double metresOff) {
        double here = 0;
        for (int node : joined) {
            here += millisPerMetre.applyAsDouble(node) / joined.length;
        }
        int[] millis = new int[joined.length];
        for (int i = 0; i < joined.length; i++) {
            millis[i] = (int) Math.round(metres[i] * (here + millisPerMetre.applyAsDouble(joined[i])) / 2);
        }
        return new Foothold(lon, lat, joined, millis, millis, metresOff);
    }

    private double metres(double lon, double lat, int node) {
        return metres(lon, lat, graph.lon(node), graph.lat(node));
    }

    /** Along the ellipsoid's radii of curvature half way: right to 1e-7 over the few kilometres asked for here. */
    private static double metres(double lon, double lat, double otherLon, double otherLat) {
        double middle = Math.toRadians((lat + otherLat) / 2);
        double sine = Math.sin(middle);
        double flat = 1 - SQUARED_ECCENTRICITY * sine * sine;
        double prime = SEMI_MAJOR_METRES / Math.sqrt(flat);
        double north = Math.toRadians(otherLat - lat) * prime * (1 - SQUARED_ECCENTRICITY) / flat;
        double east = Math.toRadians(otherLon - lon) * prime * Math.cos(middle);
        return Math.sqrt(north * north + east * east);
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        if (!surroundings.contains(lon, lat)) {
            return Double.POSITIVE_INFINITY;
        }
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
        if (from.lon() == to.lon() && from.lat() == to.lat()) {
            return 0;
        }
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
