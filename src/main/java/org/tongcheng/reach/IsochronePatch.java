package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.Streets;

/**
 * The part of a mesh around seeds, cut finer so that a disc around each shows: its triangles give way to smaller ones with the
 * seeds and a grid of points among their corners. The outline of the part stays as it is, so that it fits into the mesh.
 *
 * <p>A seed works on the triangles that one comes to from its own without leaving the land, up to one and a half lattice edges
 * away; farther out the nodes tell enough.
 */
final class IsochronePatch {

    private static final int OUTLINE = 1;
    private static final int INNER = 2;
    private static final double REACH_IN_EDGES = 1.5;
    private static final double GRID_METRES = 200;
    private static final int MOST_PARTS = 10;
    private static final double NEAR_METRES = 40;
    private static final double LEAST_SHARE = 1e-9;

    private final IsochroneMesh mesh;
    private final IsochroneVicinity vicinity;
    private final List<IsochroneSeed> seeds;
    private final Map<Integer, List<Sight>> seedsOf = new HashMap<>();
    private final BitSet replaced = new BitSet();
    private final List<Integer> order = new ArrayList<>();
    private final List<Coordinate> points = new ArrayList<>();
    private final List<int[]> trianglesOfPoint = new ArrayList<>();
    private final List<int[]> innerEdges = new ArrayList<>();
    private int[] corners = {};

    /** A seed that works on a triangle, and the outline's edges that may hide parts of it. */
    private record Sight(int seed, int[] rim) {}

    /**
     * Cuts the part in which seeds matter: where a corner lies beyond a budget that reaches the seed.
     *
     * @param time    of the mesh's corners
     * @param budgets milliseconds, rising
     */
    IsochronePatch(IsochroneMesh mesh, List<IsochroneSeed> seeds, int[] time, int[] budgets) {
        this.mesh = mesh;
        this.vicinity = new IsochroneVicinity(mesh);
        this.seeds = seeds;
        for (int s = 0; s < seeds.size(); s++) {
            long rest = (long) budgets[budgets.length - 1] - seeds.get(s).millis();
            if (rest > 0) {
                spread(s, rest / seeds.get(s).millisPerMetre(), time, budgets);
            }
        }
        if (!order.isEmpty()) {
            placePoints();
            cut();
        }
    }

    /** The triangles of the mesh that give way. */
    BitSet replaced() {
        return replaced;
    }

    /** Points added; the first has the number of the mesh's corners. */
    List<Coordinate> points() {
        return points;
    }

    /** For each point added a corner of the triangle it was put into. */
    int[] cornersBeside() {
        return trianglesOfPoint.stream().mapToInt(t -> mesh.corner[3 * t[0]]).toArray();
    }

    /** Corners of the triangles that take their place, three each. */
    int[] corners() {
        return corners;
    }

    private void spread(int s, double metres, int[] time, int[] budgets) {
        IsochroneSeed seed = seeds.get(s);
        double radius = Math.min(metres + GRID_METRES, REACH_IN_EDGES * mesh.spacingMetres);
        int[] near = mesh.trianglesNear(seed.lon(), seed.lat(), radius);
        int start = vicinity.holding(near, seed);
        if (start < 0) {
            return;
        }
        List<Integer> reached = vicinity.connected(near, start, seed, radius);
        Sight sight = new Sight(s, vicinity.rimOf(reached));
        for (int t : reached) {
            if (matters(t, seed, time, budgets)) {
                if (!replaced.get(t)) {
                    replaced.set(t);
                    order.add(t);
                }
                seedsOf.computeIfAbsent(t, none -> new ArrayList<>()).add(sight);
            }
        }
    }

    private boolean matters(int t, IsochroneSeed seed, int[] time, int[] budgets) {
        int latest = Math.max(time[mesh.corner[3 * t]], Math.max(time[mesh.corner[3 * t + 1]], time[mesh.corner[3 * t + 2]]));
        for (int budget : budgets) {
            if (seed.millis() < budget && latest > budget) {
                return true;
            }
        }
        return false;
    }

    private void placePoints() {
        Map<Long, Boolean> taken = new HashMap<>();
        for (int t : order) {
            for (Sight sight : seedsOf.get(t)) {
                IsochroneSeed seed = seeds.get(sight.seed);
                if (vicinity.holding(new int[] {t}, seed) == t && farFromCorners(t, seed)) {
                    Coordinate p = inwards(t, seed);
                    if (taken.putIfAbsent(Math.round(p.x * 1e4) << 32 | Math.round(p.y * 1e4) & 0xFFFFFFFFL, true) == null) {
                        add(t, p, t);
                    }
                }
            }
        }
        Map<Long, Integer> firstOn = new HashMap<>();
        for (int t : order) {
            placeGrid(t);
            for (int i = 0; i < 3; i++) {
                Integer other = firstOn.putIfAbsent(vicinity.edge(t, i), t);
                if (other != null) {
                    placeAlong(t, i, other);
                }
            }
        }
    }

    private void add(int t, Coordinate p, int other) {
        points.add(p);
        trianglesOfPoint.add(new int[] {t, other});
    }

    /** Points on the edge between two triangles of the part; the pieces of the edge stay edges. */
    private void placeAlong(int t, int i, int other) {
        int a = mesh.corner[3 * t + i];
        int b = mesh.corner[3 * t + (i + 1) % 3];
        int parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.round(mesh.metres(a, b) / GRID_METRES)));
        int before = a;
        for (int k = 1; k < parts; k++) {
            double share = (double) k / parts;
            int number = mesh.lon.length + points.size();
            add(t, new Coordinate(mesh.lon[a] + share * (mesh.lon[b] - mesh.lon[a]),
                    mesh.lat[a] + share * (mesh.lat[b] - mesh.lat[a])), other);
            innerEdges.add(new int[] {before, number});
            before = number;
        }
        innerEdges.add(new int[] {before, b});
    }

    private boolean farFromCorners(int t, IsochroneSeed seed) {
        for (int i = 0; i < 3; i++) {
            Coordinate corner = vicinity.at(t, i);
            if (IsochroneLattice.metres(seed.lon(), seed.lat(), corner.x, corner.y) < NEAR_METRES / 8) {
                return false;
            }
        }
        return true;
    }

    /** The seed's place, moved off an edge by a hundredth of the triangle so that no edge of the outline runs through it. */
    private Coordinate inwards(int t, IsochroneSeed seed) {
        Coordinate p = new Coordinate(seed.lon(), seed.lat());
        double[] share = shares(t, p);
        if (Math.min(share[0], Math.min(share[1], share[2])) > 0.001) {
            return p;
        }
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            share[i] = Math.max(share[i], 0.01);
            sum += share[i];
        }
        return blend(t, share[0] / sum, share[1] / sum, share[2] / sum);
    }

    private Coordinate blend(int t, double a, double b, double c) {
        Coordinate p = vicinity.at(t, 0);
        Coordinate q = vicinity.at(t, 1);
        Coordinate r = vicinity.at(t, 2);
        return new Coordinate(a * p.x + b * q.x + c * r.x, a * p.y + b * q.y + c * r.y);
    }

    /** How near the point is to each corner, adding up to 1. */
    private double[] shares(int t, Coordinate p) {
        Coordinate a = vicinity.at(t, 0);
        Coordinate b = vicinity.at(t, 1);
        Coordinate c = vicinity.at(t, 2);
        double whole = cross(a, b, c);
        return new double[] {cross(p, b, c) / whole, cross(a, p, c) / whole, cross(a, b, p) / whole};
    }

    private static double cross(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    private void placeGrid(int t) {
        double longest = 0;
        for (int i = 0; i < 3; i++) {
            longest = Math.max(longest, mesh.metres(mesh.corner[3 * t + i], mesh.corner[3 * t + (i + 1) % 3]));
        }
        int parts = (int) Math.min(MOST_PARTS, Math.round(longest / GRID_METRES));
        for (int i = 1; i < parts; i++) {
            for (int j = 1; i + j < parts; j++) {
                Coordinate p = blend(t, (double) i / parts, (double) j / parts, (double) (parts - i - j) / parts);
                if (farFromSeeds(t, p)) {
                    add(t, p, t);
                }
            }
        }
    }

    private boolean farFromSeeds(int t, Coordinate p) {
        for (Sight sight : seedsOf.get(t)) {
            IsochroneSeed seed = seeds.get(sight.seed);
            if (IsochroneLattice.metres(seed.lon(), seed.lat(), p.x, p.y) < NEAR_METRES) {
                return false;
            }
        }
        return true;
    }

    private void cut() {
        int[] triangles = new int[3 * order.size()];
        for (int k = 0; k < triangles.length; k++) {
            triangles[k] = mesh.corner[3 * order.get(k / 3) + k % 3];
        }
        Map<Integer, Integer> local = new HashMap<>();
        List<Integer> global = new ArrayList<>();
        for (int v : triangles) {
            if (local.putIfAbsent(v, global.size()) == null) {
                global.add(v);
            }
        }
        int size = global.size() + points.size();
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            boolean old = i < global.size();
            x[i] = old ? mesh.lon[global.get(i)] : points.get(i - global.size()).x;
            y[i] = old ? mesh.lat[global.get(i)] : points.get(i - global.size()).y;
        }
        IsochroneTriangulation cut = new IsochroneTriangulation(x, y, size, Math.cos(Math.toRadians(y[0])));
        IsochroneConstraints lines = new IsochroneConstraints(cut);
        int[] outline = IsochroneShore.once(IsochroneShore.edgesOf(triangles));
        for (int k = 0; k < outline.length; k += 2) {
            lines.constrain(local.get(outline[k]), local.get(outline[k + 1]), OUTLINE);
        }
        // The old edges stay, so that time between two points is never later than it was before the cutting.
        for (int[] edge : innerEdges) {
            lines.constrain(number(edge[0], local, global), number(edge[1], local, global), INNER);
        }
        lines.openFlat();
        corners = IsochroneRegions.corners(cut, OUTLINE, OUTLINE,
                p -> p < global.size() ? global.get(p) : mesh.lon.length + p - global.size());
    }

    private int number(int corner, Map<Integer, Integer> local, List<Integer> global) {
        return corner < mesh.lon.length ? local.get(corner) : global.size() + corner - mesh.lon.length;
    }

    /**
     * When an added point is reached: as the corners of its triangle say, or straight from a seed.
     *
     * @param time  of the mesh's corners
     * @param own   seeds that count, by number
     */
    int millis(int point, int[] time, BitSet own, IsochronePace pace) {
        int[] around = trianglesOfPoint.get(point);
        Coordinate p = points.get(point);
        double best = straight(around[0], p, own, between(around[0], p, time, pace));
        best = around[1] == around[0] ? best : straight(around[1], p, own, best);
        return best >= Streets.UNREACHED ? Streets.UNREACHED : (int) Math.ceil(best);
    }

    /** The sooner of the time given and the ways straight from the seeds that work on a triangle. */
    private double straight(int t, Coordinate p, BitSet own, double before) {
        double best = before;
        for (Sight sight : seedsOf.get(t)) {
            if (own.get(sight.seed)) {
                IsochroneSeed seed = seeds.get(sight.seed);
                double straight = seed.millis()
                        + seed.millisPerMetre() * IsochroneLattice.metres(seed.lon(), seed.lat(), p.x, p.y);
                if (straight < best && !vicinity.hidden(seed, p, sight.rim)) {
                    best = straight;
                }
            }
        }
        return best;
    }

    private double between(int t, Coordinate p, int[] time, IsochronePace pace) {
        double[] share = shares(t, p);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            int v = mesh.corner[3 * t + i];
            double at = time[v];
            if (share[i] < LEAST_SHARE) {
                continue; // on the edge opposite, where this corner says nothing
            }
            if (time[v] == Streets.UNREACHED) {
                at = Double.POSITIVE_INFINITY;
                for (int j = 1; j < 3; j++) {
                    int u = mesh.corner[3 * t + (i + j) % 3];
                    at = time[u] == Streets.UNREACHED ? at : Math.min(at, time[u] + pace.wayMillis(u, v));
                }
            }
            sum += share[i] * at;
        }
        return sum;
    }
}
