package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

/** What lies near a seed and can be come to from it without leaving the land. Threads: immutable. */
final class IsochroneVicinity {

    private final IsochroneMesh mesh;

    IsochroneVicinity(IsochroneMesh mesh) {
        this.mesh = mesh;
    }

    /** A corner of a triangle. */
    Coordinate at(int t, int i) {
        int v = mesh.corner[3 * t + i];
        return new Coordinate(mesh.lon[v], mesh.lat[v]);
    }

    /** Key of the edge from corner {@code i} to the next. */
    long edge(int t, int i) {
        return IsochroneEdges.key(mesh.corner[3 * t + i], mesh.corner[3 * t + (i + 1) % 3]);
    }

    /** The triangle that holds the seed, or -1. */
    int holding(int[] near, IsochroneSeed seed) {
        Coordinate p = new Coordinate(seed.lon(), seed.lat());
        for (int t : near) {
            if (Orientation.index(at(t, 0), at(t, 1), p) >= 0
                    && Orientation.index(at(t, 1), at(t, 2), p) >= 0
                    && Orientation.index(at(t, 2), at(t, 0), p) >= 0) {
                return t;
            }
        }
        return -1;
    }

    /** Triangles within the radius that hang together with the first. */
    List<Integer> connected(int[] near, int start, IsochroneSeed seed, double radius) {
        Map<Long, List<Integer>> byEdge = new HashMap<>();
        for (int t : near) {
            if (t == start || withinReach(t, seed, radius)) {
                for (int i = 0; i < 3; i++) {
                    byEdge.computeIfAbsent(edge(t, i), none -> new ArrayList<>(2)).add(t);
                }
            }
        }
        List<Integer> reached = new ArrayList<>(List.of(start));
        BitSet seen = new BitSet();
        seen.set(start);
        for (int k = 0; k < reached.size(); k++) {
            for (int i = 0; i < 3; i++) {
                for (int u : byEdge.get(edge(reached.get(k), i))) {
                    if (!seen.get(u)) {
                        seen.set(u);
                        reached.add(u);
                    }
                }
            }
        }
        return reached;
    }

    private boolean withinReach(int t, IsochroneSeed seed, double radius) {
        double scale = Math.cos(Math.toRadians(seed.lat()));
        Coordinate p = new Coordinate(seed.lon() * scale, seed.lat());
        double degrees = IsochroneLattice.degrees(radius);
        for (int i = 0; i < 3; i++) {
            Coordinate a = at(t, i);
            Coordinate b = at(t, (i + 1) % 3);
            a.x *= scale;
            b.x *= scale;
            if (Distance.pointToSegment(p, a, b) <= degrees) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of the outline's edges on these triangles: three times the triangle's, and the corner's. */
    int[] rimOf(List<Integer> triangles) {
        return triangles.stream().flatMapToInt(t -> IntStream.range(3 * t, 3 * t + 3))
                .filter(e -> mesh.isRim(mesh.corner[e], mesh.corner[e - e % 3 + (e + 1) % 3]))
                .toArray();
    }

    /** Whether an edge of the outline stands between a seed and a place. */
    boolean hidden(IsochroneSeed seed, Coordinate p, int[] rim) {
        Coordinate from = new Coordinate(seed.lon(), seed.lat());
        for (int e : rim) {
            Coordinate a = at(e / 3, e % 3);
            Coordinate b = at(e / 3, (e % 3 + 1) % 3);
            if (Orientation.index(from, p, a) * Orientation.index(from, p, b) < 0
                    && Orientation.index(a, b, from) * Orientation.index(a, b, p) < 0) {
                return true;
            }
        }
        return false;
    }
}
