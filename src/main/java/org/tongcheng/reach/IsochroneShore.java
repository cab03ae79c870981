package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.network.Streets;

/**
 * The strip between the lattice's triangles and the outline of the land, cut into triangles of its own, so that together they
 * cover the land exactly. Its corners are outer lattice nodes, nodes that belong to no triangle, and the outline's vertices
 * (with more put in where an edge is longer than half the lattice's spacing).
 *
 * <p>A lattice triangle that an outline edge crosses gives way to the strip. A lake too small to hold a lattice triangle counts
 * as land: no street of the lattice could go round it.
 */
final class IsochroneShore {

    private static final int COAST = 1;
    private static final int LATTICE = 2;
    private static final double LEAST_EDGE_DEGREES = 1e-8;

    private final Streets streets;
    private final double[] spacing;
    private final int[] full;
    private final int[] border;
    private final List<Coordinate> vertices = new ArrayList<>();
    private final Map<Coordinate, Integer> numbers = new HashMap<>();
    private final List<Coordinate[]> rings = new ArrayList<>();
    private int[] strip;
    private int[] nodeOf;

    /**
     * Cuts the strip.
     *
     * @param triangles corners of the lattice's triangles
     */
    IsochroneShore(Streets streets, int[] triangles) {
        this.streets = streets;
        this.spacing = spacing(triangles);
        collectRings(streets.ground().land());
        this.full = uncrossed(triangles);
        this.border = border();
        triangulate();
    }

    /** Corners of the lattice's triangles that lie wholly on land. */
    int[] latticeTriangles() {
        return full;
    }

    /** Corners of the strip's triangles; numbers from {@code streets.nodes()} on are the outline's vertices. */
    int[] stripTriangles() {
        return strip;
    }

    /** Edges with a lattice triangle on one side only, two corners each, the triangle to the left. */
    int[] latticeBorder() {
        return border;
    }

    /** The outline's vertices that are not lattice nodes. */
    List<Coordinate> outline() {
        return vertices;
    }

    /** Mean length of a lattice edge, metres. */
    double spacingMetres() {
        return spacing[0];
    }

    /** Mean edge in metres and the largest triangle in square degrees. */
    private double[] spacing(int[] triangles) {
        double sum = 0;
        double largest = 0;
        for (int k = 0; k < triangles.length; k += 3) {
            int a = triangles[k];
            int b = triangles[k + 1];
            int c = triangles[k + 2];
            sum += IsochroneLattice.metres(streets.lon(a), streets.lat(a), streets.lon(b), streets.lat(b));
            double twice = (streets.lon(b) - streets.lon(a)) * (streets.lat(c) - streets.lat(a))
                    - (streets.lat(b) - streets.lat(a)) * (streets.lon(c) - streets.lon(a));
            largest = Math.max(largest, twice / 2);
        }
        return new double[] {triangles.length == 0 ? 2000 : sum / (triangles.length / 3), largest};
    }

    private void collectRings(Geometry land) {
        for (int i = 0; i < land.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) land.getGeometryN(i);
            if (polygon.isEmpty()) {
                continue;
            }
            rings.add(densified(polygon.getExteriorRing()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                LinearRing hole = polygon.getInteriorRingN(h);
                if (Area.ofRing(hole.getCoordinateSequence()) > spacing[1]) {
                    rings.add(densified(hole));
                }
            }
        }
    }

    /** Without vertices so near the one before that a cut between the two would be lost in the last digits. */
    private static Coordinate[] apart(Coordinate[] ring) {
        List<Coordinate> kept = new ArrayList<>();
        for (int k = 0; k + 1 < ring.length; k++) {
            if (kept.isEmpty() || kept.get(kept.size() - 1).distance(ring[k]) > LEAST_EDGE_DEGREES) {
                kept.add(ring[k]);
            }
        }
        while (kept.size() > 3 && kept.get(kept.size() - 1).distance(kept.get(0)) <= LEAST_EDGE_DEGREES) {
            kept.remove(kept.size() - 1);
        }
        kept.add(kept.get(0));
        return kept.toArray(Coordinate[]::new);
    }

    private Coordinate[] densified(LinearRing ring) {
        Coordinate[] corners = apart(ring.getCoordinates());
        List<Coordinate> out = new ArrayList<>();
        for (int k = 0; k + 1 < corners.length; k++) {
            Coordinate a = corners[k];
            Coordinate b = corners[k + 1];
            int parts = Math.max(1, (int) Math.ceil(2 * IsochroneLattice.metres(a.x, a.y, b.x, b.y) / spacing[0]));
            for (int p = 0; p < parts; p++) {
                out.add(p == 0 ? a : new Coordinate(a.x + (b.x - a.x) * p / parts, a.y + (b.y - a.y) * p / parts));
            }
        }
        out.add(corners[0]);
        return out.toArray(Coordinate[]::new);
    }

    private int[] uncrossed(int[] triangles) {
        IsochroneSegments segments = new IsochroneSegments(rings, IsochroneLattice.degrees(spacing[0]));
        int[] kept = new int[triangles.length];
        int size = 0;
        for (int k = 0; k < triangles.length; k += 3) {
            Coordinate a = node(triangles[k]);
            Coordinate b = node(triangles[k + 1]);
            Coordinate c = node(triangles[k + 2]);
            if (!segments.cross(a, b, c)) {
                System.arraycopy(triangles, k, kept, size, 3);
                size += 3;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private Coordinate node(int v) {
        return new Coordinate(streets.lon(v), streets.lat(v));
    }

    private void triangulate() {
        int[] pointOfNode = new int[streets.nodes()];
        List<Coordinate> points = new ArrayList<>();
        int nodes = addNodes(pointOfNode, points);
        for (Coordinate[] ring : rings) {
            for (Coordinate c : ring) {
                if (numbers.putIfAbsent(c, points.size()) == null) {
                    points.add(c);
                    vertices.add(c);
                }
            }
        }
        IsochroneTriangulation cut = triangulation(points);
        IsochroneConstraints lines = new IsochroneConstraints(cut);
        for (Coordinate[] ring : rings) {
            for (int k = 0; k + 1 < ring.length; k++) {
                lines.constrain(numbers.get(ring[k]), numbers.get(ring[k + 1]), COAST);
            }
        }
        for (int k = 0; k < border.length; k += 2) {
            lines.constrain(pointOfNode[border[k]], pointOfNode[border[k + 1]], LATTICE);
        }
        lines.openFlat();
        strip = IsochroneRegions.corners(cut, COAST | LATTICE, COAST, p -> p < nodes ? nodeOf[p] : streets.nodes() + p - nodes);
    }

    /**
     * Edges of the lattice's triangles with a triangle on one side only, two corners each, the triangle to the left. Both ends
     * of such an edge have fewer triangles than neighbours: only those edges are counted.
     */
    private int[] border() {
        int[] around = new int[streets.nodes()];
        for (int v : full) {
            around[v]++;
        }
        for (int v = 0; v < around.length; v++) {
            around[v] -= streets.firstOut(v + 1) - streets.firstOut(v);
        }
        int[] edges = new int[1024];
        int size = 0;
        for (int k = 0; k < full.length; k++) {
            int b = full[k - k % 3 + (k + 1) % 3];
            if (around[full[k]] != 0 && around[b] != 0) {
                edges = size + 2 > edges.length ? Arrays.copyOf(edges, 2 * size) : edges;
                edges[size++] = full[k];
                edges[size++] = b;
            }
        }
        return once(Arrays.copyOf(edges, size));
    }

    /** Those of directed edges, two corners each, that come in one direction only. */
    static int[] once(int[] edges) {
        IsochroneEdges count = new IsochroneEdges(edges.length / 2);
        for (int k = 0; k < edges.length; k += 2) {
            long key = IsochroneEdges.key(edges[k], edges[k + 1]);
            count.put(key, count.getOr(key, 0) + 1);
        }
        int[] kept = new int[edges.length];
        int size = 0;
        for (int k = 0; k < edges.length; k += 2) {
            if (count.getOr(IsochroneEdges.key(edges[k], edges[k + 1]), 0) == 1) {
                kept[size++] = edges[k];
                kept[size++] = edges[k + 1];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** The edges of triangles, two corners each, the triangle to the left. */
    static int[] edgesOf(int[] triangles) {
        int[] edges = new int[2 * triangles.length];
        for (int k = 0; k < triangles.length; k++) {
            edges[2 * k] = triangles[k];
            edges[2 * k + 1] = triangles[k - k % 3 + (k + 1) % 3];
        }
        return edges;
    }

    /** Puts in the nodes on the border of the lattice's triangles and those in none. */
    private int addNodes(int[] pointOfNode, List<Coordinate> points) {
        boolean[] inside = new boolean[streets.nodes()];
        for (int v : full) {
            inside[v] = true;
        }
        for (int v : border) {
            inside[v] = false;
        }
        nodeOf = new int[streets.nodes()];
        for (int v = 0; v < inside.length; v++) {
            if (!inside[v] && numbers.putIfAbsent(node(v), points.size()) == null) {
                pointOfNode[v] = points.size();
                nodeOf[points.size()] = v;
                points.add(node(v));
            }
        }
        return points.size();
    }

    /** Nodes come in row by row and outlines vertex by vertex, so that each is found close to the one before. */
    private IsochroneTriangulation triangulation(List<Coordinate> points) {
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = points.get(i).x;
            y[i] = points.get(i).y;
            sum += y[i];
        }
        return new IsochroneTriangulation(x, y, x.length, Math.cos(Math.toRadians(sum / Math.max(1, x.length))));
    }
}
