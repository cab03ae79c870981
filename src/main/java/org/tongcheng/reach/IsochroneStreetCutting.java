package org.tongcheng.reach;

import java.util.Arrays;

/**
 * Cuts the plane into triangles so that every piece of street is an edge or a row of edges. Where streets cross without a
 * junction, both get a corner at the crossing, rounded to the grid of 1e-7 degrees; a street that passes less than that from a
 * corner passes through it.
 *
 * <p>Threads: one.
 */
final class IsochroneStreetCutting {

    private static final byte STREET = 1;

    private final IsochroneTriangulation cut;
    private final IsochroneConstraints constraints;
    private final IsochroneEdges firstOn;
    private int[] edge;
    private int[] from;
    private int[] to;
    private double[] shareFrom;
    private double[] shareTo;
    private int[] next;
    private int pieces;
    private int[] waiting = new int[64];
    private int waitingSize;

    IsochroneStreetCutting(IsochroneStreetLines lines, double scale) {
        double[] empties = new IsochroneEmpties(lines, scale).places();
        int points = lines.points() + empties.length / 2;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int p = 0; p < points; p++) {
            int empty = 2 * (p - lines.points());
            x[p] = empty < 0 ? lines.x(p) : empties[empty];
            y[p] = empty < 0 ? lines.y(p) : empties[empty + 1];
        }
        cut = new IsochroneTriangulation(x, y, points, scale);
        constraints = new IsochroneConstraints(cut);
        firstOn = new IsochroneEdges(2 * lines.pieces());
        edge = new int[lines.pieces()];
        from = new int[edge.length];
        to = new int[edge.length];
        shareFrom = new double[edge.length];
        shareTo = new double[edge.length];
        next = new int[edge.length];
        for (int i = 0; i < lines.pieces(); i++) {
            putIn(lines.edge(i), lines.from(i), lines.shareFrom(i), lines.to(i), lines.shareTo(i));
            putInWaiting();
        }
        constraints.restoreDelaunay();
        constraints.openFlat();
    }

    IsochroneTriangulation triangles() {
        return cut;
    }

    int pieces() {
        return pieces;
    }

    /** The street edge of a piece, or -1 where the piece gave way to others. */
    int edge(int piece) {
        return edge[piece];
    }

    int from(int piece) {
        return from[piece];
    }

    int to(int piece) {
        return to[piece];
    }

    double shareTo(int piece) {
        return shareTo[piece];
    }

    /** A new piece that waits to become an edge. */
    private int putIn(int e, int u, double shareU, int v, double shareV) {
        if (u == v) {
            return -1;
        }
        if (pieces == edge.length) {
            int length = 2 * pieces + 16;
            edge = Arrays.copyOf(edge, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            shareFrom = Arrays.copyOf(shareFrom, length);
            shareTo = Arrays.copyOf(shareTo, length);
            next = Arrays.copyOf(next, length);
        }
        edge[pieces] = e;
        from[pieces] = u;
        shareFrom[pieces] = shareU;
        to[pieces] = v;
        shareTo[pieces] = shareV;
        waiting = waitingSize == waiting.length ? Arrays.copyOf(waiting, 2 * waitingSize) : waiting;
        waiting[waitingSize++] = pieces;
        return pieces++;
    }

    private void putInWaiting() {
        for (int turns = 0; waitingSize > 0; turns++) {
            int piece = waiting[--waitingSize];
            int end = constraints.clear(from[piece], to[piece]);
            if (end < 0) {
                cross(piece, constraints.metRight(), constraints.metLeft());
            } else {
                if (end != to[piece]) {
                    splitAt(piece, end);
                    waitingSize--; // its last part waits on top: the first is an edge now, the last comes next
                    int last = waiting[waitingSize];
                    int first = waiting[waitingSize - 1];
                    waiting[waitingSize - 1] = last;
                    enter(first);
                } else {
                    enter(piece);
                }
            }
            if (turns > 1_000_000) {
                throw new IllegalStateException("street " + edge[piece] + " cannot be cut free of others");
            }
        }
    }

    /** Two pieces through a point take the place of one; both wait, the first below the last. */
    private void splitAt(int piece, int point) {
        double share = shareAt(piece, point);
        int e = edge[piece];
        edge[piece] = -1;
        putIn(e, from[piece], shareFrom[piece], point, share);
        putIn(e, point, share, to[piece], shareTo[piece]);
    }

    private double shareAt(int piece, int point) {
        double dx = cut.x[to[piece]] - cut.x[from[piece]];
        double dy = cut.y[to[piece]] - cut.y[from[piece]];
        double along = ((cut.x[point] - cut.x[from[piece]]) * dx + (cut.y[point] - cut.y[from[piece]]) * dy) / (dx * dx + dy * dy);
        return shareFrom[piece] + Math.max(0, Math.min(1, along)) * (shareTo[piece] - shareFrom[piece]);
    }

    /** The piece lies on an edge of the triangulation. */
    private void enter(int piece) {
        long key = IsochroneEdges.key(from[piece], to[piece]);
        next[piece] = firstOn.getOr(key, IsochroneEdges.NONE);
        firstOn.put(key, piece);
        mark(from[piece], to[piece], STREET);
    }

    private void mark(int u, int v, byte bits) {
        cut.mark[cut.findEdge(u, v)] = bits;
        cut.mark[cut.findEdge(v, u)] = bits;
    }

    /** A piece crosses the edge of others: all of them go through a corner at the crossing. */
    private void cross(int piece, int c, int d) {
        int u = from[piece];
        int v = to[piece];
        double ux = cut.x[v] - cut.x[u];
        double uy = cut.y[v] - cut.y[u];
        double cx = cut.x[d] - cut.x[c];
        double cy = cut.y[d] - cut.y[c];
        double share = ((cut.x[u] - cut.x[c]) * uy - (cut.y[u] - cut.y[c]) * ux) / (cx * uy - cy * ux);
        int point = cut.add(Math.rint(cut.x[c] + share * cx), Math.rint(cut.y[c] + share * cy));
        if (cut.splitFrom >= 0) {
            reenter(cut.splitFrom, cut.splitTo, point);
        }
        if (point != c && point != d && firstOn.getOr(IsochroneEdges.key(c, d), IsochroneEdges.NONE) >= 0) {
            mark(c, d, (byte) 0);
            splitAll(c, d, point);
        }
        if (point == u || point == v) {
            waiting = waitingSize == waiting.length ? Arrays.copyOf(waiting, 2 * waitingSize) : waiting;
            waiting[waitingSize++] = piece;
        } else {
            splitAt(piece, point);
        }
    }

    private void splitAll(int c, int d, int point) {
        long key = IsochroneEdges.key(c, d);
        int piece = firstOn.getOr(key, IsochroneEdges.NONE);
        firstOn.put(key, IsochroneEdges.NONE);
        for (int following; piece >= 0; piece = following) {
            following = next[piece];
            splitAt(piece, point);
        }
    }

    /** The pieces on an edge that a new corner has split are on its halves. */
    private void reenter(int c, int d, int point) {
        int before = waitingSize;
        splitAll(c, d, point);
        while (waitingSize > before) {
            enter(waiting[--waitingSize]);
        }
    }
}
