package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/** Numbers the corners of a cutting and writes down what {@link IsochroneStreetMesh} keeps of it. Threads: one. */
final class IsochroneStreetFreezing {

    private final Streets streets;
    private final IsochroneStreetLines lines;
    private final IsochroneStreetCutting cutting;
    private final IsochroneTriangulation cut;
    /** New number of each corner of the cutting. */
    private final int[] number;
    private int[] cornerOf;
    private int inner;
    private long[] onEdges;
    private int onEdgesSize;

    IsochroneStreetFreezing(Streets streets) {
        this.streets = streets;
        lines = IsochroneStreetLines.of(streets);
        cutting = new IsochroneStreetCutting(lines, Math.cos(Math.toRadians(middleLat())));
        cut = cutting.triangles();
        number = new int[cut.corners()];
    }

    private double middleLat() {
        double south = 90;
        double north = -90;
        for (int v = 0; v < streets.nodes(); v++) {
            south = Math.min(south, streets.lat(v));
            north = Math.max(north, streets.lat(v));
        }
        return (south + north) / 2;
    }

    int[][] arrays() {
        int nodes = streets.nodes();
        Arrays.fill(number, -1);
        long[] also = aliases();
        int[][] places = innerCorners();
        int empties = 0;
        for (int c = 0; c < number.length; c++) {
            if (number[c] < 0) {
                number[c] = nodes + inner + empties++;
            }
        }
        cornerOf = new int[nodes + inner + empties];
        Arrays.fill(cornerOf, -1);
        for (int c = 0; c < number.length; c++) {
            cornerOf[number[c]] = c;
        }
        int[] x = new int[inner + empties];
        int[] y = new int[inner + empties];
        for (int v = nodes; v < cornerOf.length; v++) {
            x[v - nodes] = (int) cut.x[cornerOf[v]];
            y[v - nodes] = (int) cut.y[cornerOf[v]];
        }
        int[][] edges = edges();
        int[][] further = further(also, places[3], places[4], places[5]);
        return new int[][] {edges[0], edges[1], x, y, places[0], places[1], places[2], further[0], further[1], further[2]};
    }

    /** Numbers the nodes' corners; returns those of other nodes at the same place, corner and node in one. */
    private long[] aliases() {
        long[] also = new long[16];
        int size = 0;
        for (int v = 0; v < streets.nodes(); v++) {
            int point = lines.pointOf(v);
            if (point < 0) {
                continue;
            }
            if (number[point] < 0) {
                number[point] = v;
            } else {
                also = size == also.length ? Arrays.copyOf(also, 2 * size) : also;
                also[size++] = (long) number[point] << 32 | v;
            }
        }
        return Arrays.copyOf(also, size);
    }

    /** Pieces that count, by the page of the lower node of their edge, then by edge, then by their place on it. */
    private Integer[] sortedPieces() {
        Integer[] live = new Integer[cutting.pieces()];
        int size = 0;
        for (int i = 0; i < cutting.pieces(); i++) {
            if (cutting.edge(i) >= 0) {
                live[size++] = i;
            }
        }
        Integer[] sorted = Arrays.copyOf(live, size);
        Arrays.sort(sorted, (a, b) -> {
            int byPage = Integer.compare(page(cutting.edge(a)), page(cutting.edge(b)));
            int byEdge = byPage != 0 ? byPage : Integer.compare(cutting.edge(a), cutting.edge(b));
            return byEdge != 0 ? byEdge : Double.compare(cutting.shareTo(a), cutting.shareTo(b));
        });
        return sorted;
    }

    private int page(int edge) {
        var shapes = streets.graph().shapes();
        return Math.min(IsochroneStreetLines.first(shapes, streets, edge), IsochroneStreetLines.last(shapes, streets, edge))
                >>> IsochroneStreetMesh.PAGE_BITS;
    }

    /** Numbers them: edge, share, first of each page; then corner, edge and share of those that lie on further edges. */
    private int[][] innerCorners() {
        Integer[] sorted = sortedPieces();
        int[] edge = new int[sorted.length];
        int[] share = new int[sorted.length];
        int[] innerOfPage = new int[(streets.nodes() - 1 >>> IsochroneStreetMesh.PAGE_BITS) + 2];
        int[] alsoCorner = new int[sorted.length];
        int[] alsoEdge = new int[sorted.length];
        int[] alsoShare = new int[sorted.length];
        int also = 0;
        int pages = 0;
        int nodes = streets.nodes();
        for (int piece : sorted) {
            int e = cutting.edge(piece);
            while (pages <= page(e)) {
                innerOfPage[pages++] = nodes + inner;
            }
            int corner = cutting.to(piece);
            int at = IsochroneStreetMesh.share(cutting.shareTo(piece));
            if (corner == lines.pointOf(IsochroneStreetLines.last(streets.graph().shapes(), streets, e)) && cutting.shareTo(piece) == 1) {
                continue;
            }
            if (number[corner] < 0) {
                edge[inner] = e;
                share[inner] = at;
                number[corner] = nodes + inner++;
            } else {
                alsoCorner[also] = number[corner];
                alsoEdge[also] = e;
                alsoShare[also++] = at;
            }
        }
        while (pages < innerOfPage.length) {
            innerOfPage[pages++] = nodes + inner;
        }
        return new int[][] {
            Arrays.copyOf(edge, inner), Arrays.copyOf(share, inner), innerOfPage,
            Arrays.copyOf(alsoCorner, also), Arrays.copyOf(alsoEdge, also), Arrays.copyOf(alsoShare, also)
        };
    }

    /** Further places sorted by corner, those of nodes first. */
    private static int[][] further(long[] nodes, int[] corner, int[] edge, int[] share) {
        int size = nodes.length + corner.length;
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (i < nodes.length ? nodes[i] >>> 32 : (long) corner[i - nodes.length]) << 32 | i;
        }
        Arrays.sort(order);
        int[][] further = new int[3][size];
        for (int k = 0; k < size; k++) {
            int i = (int) order[k];
            further[0][k] = (int) (order[k] >>> 32);
            further[1][k] = i < nodes.length ? -1 - (int) nodes[i] : edge[i - nodes.length];
            further[2][k] = i < nodes.length ? 0 : share[i - nodes.length];
        }
        return further;
    }

    /** Number of each corner's first edge, and where each edge leads, the sign set where it is a street. */
    private int[][] edges() {
        int[] first = new int[cornerOf.length + 1];
        int[] head = new int[3 * 2 * cut.triangles()];
        int size = 0;
        for (int v = 0; v < cornerOf.length; v++) {
            first[v] = size;
            if (cornerOf[v] >= 0 && v < streets.nodes() + inner) {
                size = around(cornerOf[v], head, size);
            }
        }
        first[cornerOf.length] = size;
        return new int[][] {first, Arrays.copyOf(head, size)};
    }

    private int around(int corner, int[] head, int begin) {
        int size = begin;
        int start = cut.triangleOf[corner];
        int t = start;
        do {
            int i = cut.indexOf(t, corner);
            int street = cut.mark(t, IsochroneTriangulation.PREVIOUS[i]) != 0 ? Integer.MIN_VALUE : 0;
            head[size++] = number[cut.corner(t, IsochroneTriangulation.NEXT[i])] | street;
            t = cut.across(t, IsochroneTriangulation.NEXT[i]);
        } while (t != start);
        return size;
    }
}
