package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * The courses of streets as chains of points on a grid of 1e-7 degrees, thinned to what shows: no point of a course lies farther
 * than {@link #THINNED_METRES} from its chain. Points at one place are one.
 *
 * <p>Source of the thinning: Douglas, Peucker, Algorithms for the reduction of the number of points, 1973. Threads: one.
 */
final class IsochroneStreetLines {

    /** How far a course may lie from its chain. */
    static final double THINNED_METRES = 3.5;
    /** Straight pieces are no longer than this: beside a longer one, an area that ends on it is too slim to hold the course. */
    private static final double LONGEST_METRES = 500;
    static final double METRES_PER_UNIT = 111_195.0 * StreetShapes.DEGREES;

    private final Streets streets;
    private final StreetShapes shapes;
    private final IsochroneEdges pointAt;
    private final int[] pointOfNode;
    private int[] x;
    private int[] y;
    private int points;
    /** Pieces of chains: edge, point and share of the edge's length at both ends. */
    private int[] edge = new int[1024];
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] shareFrom = new double[1024];
    private double[] shareTo = new double[1024];
    private int pieces;
    // The course at hand: places and how far along in metres.
    private double[] courseX = new double[64];
    private double[] courseY = new double[64];
    private double[] along = new double[64];
    private boolean[] kept = new boolean[64];
    private int[] stack = new int[64];

    private IsochroneStreetLines(Streets streets) {
        this.streets = streets;
        this.shapes = streets.graph().shapes();
        this.pointAt = new IsochroneEdges(streets.nodes());
        this.pointOfNode = new int[streets.nodes()];
        this.x = new int[streets.nodes()];
        this.y = new int[streets.nodes()];
    }

    /** The chains of all edges that are open in one direction at least. */
    static IsochroneStreetLines of(Streets streets) {
        IsochroneStreetLines lines = new IsochroneStreetLines(streets);
        Arrays.fill(lines.pointOfNode, -1);
        boolean[] doubled = lines.doubled();
        for (int e = 0; e < lines.shapes.edges(); e++) {
            if (lines.isOpen(e)) {
                lines.addChain(e, doubled[e]);
            }
        }
        return lines;
    }

    boolean isOpen(int e) {
        return streets.millis(shapes.along(e)) != Streets.UNREACHED || streets.millis(shapes.against(e)) != Streets.UNREACHED;
    }

    int points() {
        return points;
    }

    /** In units of 1e-7 degrees. */
    int x(int point) {
        return x[point];
    }

    int y(int point) {
        return y[point];
    }

    /** The point of a node; -1 where no open street leads to it. */
    int pointOf(int node) {
        return pointOfNode[node];
    }

    int pieces() {
        return pieces;
    }

    int edge(int piece) {
        return edge[piece];
    }

    int from(int piece) {
        return from[piece];
    }

    int to(int piece) {
        return to[piece];
    }

    double shareFrom(int piece) {
        return shareFrom[piece];
    }

    double shareTo(int piece) {
        return shareTo[piece];
    }

    static int first(StreetShapes shapes, Streets streets, int e) {
        return streets.head(shapes.against(e));
    }

    static int last(StreetShapes shapes, Streets streets, int e) {
        return streets.head(shapes.along(e));
    }

    /** Edges that share both ends with another, or have one end only: points in their middle tell them apart. */
    private boolean[] doubled() {
        boolean[] doubled = new boolean[shapes.edges()];
        IsochroneEdges seen = new IsochroneEdges(shapes.edges());
        for (int e = 0; e < doubled.length; e++) {
            long key = IsochroneEdges.key(first(shapes, streets, e), last(shapes, streets, e));
            int other = seen.getOr(key, IsochroneEdges.NONE);
            doubled[e] = other >= 0 || first(shapes, streets, e) == last(shapes, streets, e);
            if (other >= 0) {
                doubled[other] = true;
            }
            seen.put(key, e);
        }
        return doubled;
    }

    private void addChain(int e, boolean doubled) {
        int size = readCourse(e);
        Arrays.fill(kept, 0, size, false);
        kept[0] = true;
        kept[size - 1] = true;
        if (doubled) {
            size = keepMiddles(size);
        } else {
            thin(0, size - 1);
        }
        int before = node(first(shapes, streets, e));
        double shareBefore = 0;
        int end = node(last(shapes, streets, e));
        for (int i = 1; i < size; i++) {
            if (!kept[i]) {
                continue;
            }
            int point = i == size - 1 ? end : point((int) Math.rint(courseX[i]), (int) Math.rint(courseY[i]));
            double share = i == size - 1 ? 1 : along[i] / along[size - 1];
            if (point != before) {
                addPieces(e, before, shareBefore, point, share, (share - shareBefore) * along[size - 1]);
            }
            before = point;
            shareBefore = share;
        }
    }

    private int node(int node) {
        if (pointOfNode[node] < 0) {
            pointOfNode[node] = point(unit(streets.lon(node)), unit(streets.lat(node)));
        }
        return pointOfNode[node];
    }

    static int unit(double degrees) {
        return (int) Math.rint(degrees / StreetShapes.DEGREES);
    }

    private int point(int px, int py) {
        long key = px + (1L << 31) << 32 | py + (1L << 31);
        int point = pointAt.getOr(key & Long.MAX_VALUE, IsochroneEdges.NONE);
        if (point >= 0 && x[point] == px && y[point] == py) {
            return point;
        }
        if (points == x.length) {
            x = Arrays.copyOf(x, 2 * points);
            y = Arrays.copyOf(y, 2 * points);
        }
        x[points] = px;
        y[points] = py;
        pointAt.put(key & Long.MAX_VALUE, points);
        return points++;
    }

    /** The piece in as many parts as it takes. */
    private void addPieces(int e, int u, double shareU, int v, double shareV, double metres) {
        int parts = (int) Math.ceil(metres / LONGEST_METRES);
        int before = u;
        double shareBefore = shareU;
        for (int k = 1; k < parts; k++) {
            double part = (double) k / parts;
            int point = point((int) Math.rint(x[u] + part * (x[v] - x[u])), (int) Math.rint(y[u] + part * (y[v] - y[u])));
            double share = shareU + part * (shareV - shareU);
            addPiece(e, before, shareBefore, point, share);
            before = point;
            shareBefore = share;
        }
        addPiece(e, before, shareBefore, v, shareV);
    }

    private void addPiece(int e, int u, double shareU, int v, double shareV) {
        if (pieces == edge.length) {
            edge = Arrays.copyOf(edge, 2 * pieces);
            from = Arrays.copyOf(from, 2 * pieces);
            to = Arrays.copyOf(to, 2 * pieces);
            shareFrom = Arrays.copyOf(shareFrom, 2 * pieces);
            shareTo = Arrays.copyOf(shareTo, 2 * pieces);
        }
        edge[pieces] = e;
        from[pieces] = u;
        to[pieces] = v;
        shareFrom[pieces] = shareU;
        shareTo[pieces++] = shareV;
    }

    /** Places of a course and the metres to each. Returns how many there are. */
    private int readCourse(int e) {
        int inner = shapes.firstPoint(e + 1) - shapes.firstPoint(e);
        room(2 * inner + 8);
        int a = first(shapes, streets, e);
        int b = last(shapes, streets, e);
        for (int i = 0; i < inner + 2; i++) {
            int p = shapes.firstPoint(e) + i - 1;
            courseX[i] = unit(i == 0 ? streets.lon(a) : i == inner + 1 ? streets.lon(b) : shapes.lon(p));
            courseY[i] = unit(i == 0 ? streets.lat(a) : i == inner + 1 ? streets.lat(b) : shapes.lat(p));
        }
        measure(inner + 2);
        return inner + 2;
    }

    private void room(int size) {
        if (size > along.length) {
            courseX = new double[2 * size];
            courseY = new double[2 * size];
            along = new double[2 * size];
            kept = new boolean[2 * size];
            stack = new int[4 * size];
        }
    }

    private void measure(int size) {
        double scale = Math.cos(Math.toRadians(courseY[0] * StreetShapes.DEGREES));
        along[0] = 0;
        for (int i = 1; i < size; i++) {
            along[i] = along[i - 1]
                    + Math.hypot((courseX[i] - courseX[i - 1]) * scale, courseY[i] - courseY[i - 1]) * METRES_PER_UNIT;
        }
        if (along[size - 1] == 0) {
            along[size - 1] = 1;
        }
    }

    /** Puts points at a third and at two thirds of the length and keeps all others too. */
    private int keepMiddles(int size) {
        int now = size;
        for (int k = 1; k <= 2; k++) {
            double at = along[now - 1] * k / 3;
            int i = 1;
            while (along[i] < at) {
                i++;
            }
            double share = (at - along[i - 1]) / (along[i] - along[i - 1]);
            for (int j = now; j > i; j--) {
                courseX[j] = courseX[j - 1];
                courseY[j] = courseY[j - 1];
                along[j] = along[j - 1];
            }
            courseX[i] = Math.rint(courseX[i - 1] + share * (courseX[i] - courseX[i - 1]));
            courseY[i] = Math.rint(courseY[i - 1] + share * (courseY[i] - courseY[i - 1]));
            along[i] = at;
            now++;
        }
        Arrays.fill(kept, 0, now, true);
        return now;
    }

    private void thin(int begin, int end) {
        double scale = Math.cos(Math.toRadians(courseY[begin] * StreetShapes.DEGREES));
        int size = 0;
        stack[size++] = begin;
        stack[size++] = end;
        while (size > 0) {
            int j = stack[--size];
            int i = stack[--size];
            int farthest = farthest(i, j, scale, THINNED_METRES / METRES_PER_UNIT);
            if (farthest > 0) {
                kept[farthest] = true;
                stack[size++] = i;
                stack[size++] = farthest;
                stack[size++] = farthest;
                stack[size++] = j;
            }
        }
    }

    /** The point between two that lies farthest from its place on the straight line between them, or -1 where none is that far. */
    private int farthest(int i, int j, double scale, double limit) {
        double dx = (courseX[j] - courseX[i]) * scale;
        double dy = courseY[j] - courseY[i];
        double length = along[j] - along[i];
        double most = limit * limit;
        int farthest = -1;
        for (int k = i + 1; k < j; k++) {
            double px = (courseX[k] - courseX[i]) * scale;
            double py = courseY[k] - courseY[i];
            double share = length == 0 ? 0 : (along[k] - along[i]) / length;
            double away = (px - share * dx) * (px - share * dx) + (py - share * dy) * (py - share * dy);
            if (away > most) {
                most = away;
                farthest = k;
            }
        }
        return farthest;
    }
}
