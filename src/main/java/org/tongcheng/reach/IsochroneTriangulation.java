package org.tongcheng.reach;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Envelope;

/**
 * A Delaunay triangulation in flat arrays: every point becomes a corner. {@link IsochroneConstraints} puts lines into it.
 *
 * <p>Triangle {@code t} has the corners {@code 3t, 3t+1, 3t+2} in anticlockwise order; the edge with number {@code 3t+i} lies
 * opposite its corner {@code i} and leads to the triangle {@code across[3t+i]}. The three points after the given ones span the
 * triangle that holds all others. Which side of a line a point lies on is decided exactly, so the result is always a
 * triangulation; the circle test is plain floating point and decides only how well shaped it is.
 *
 * <p>Source: Lawson, Software for C1 surface interpolation, 1977 (insertion by flips). Threads: one.
 */
final class IsochroneTriangulation {

    static final int[] NEXT = {1, 2, 0};
    static final int[] PREVIOUS = {2, 0, 1};

    double[] x;
    double[] y;
    private final double xScale;
    private final int points;
    private int corners;
    int[] corner;
    int[] across;
    byte[] mark;
    int[] triangleOf;
    /** Ends of the edge on which the last point was put in; -1 where it was put into a triangle. */
    int splitFrom;
    int splitTo;
    private int triangles;
    private int last;
    /** State of a linear congruential generator (ISO/IEC 9899, 7.22.2.2). */
    private int dice = 1;
    private int[] stack = new int[64];

    /**
     * Triangulates the points.
     *
     * @param x      first coordinates; only the first {@code points} are read
     * @param y      second coordinates
     * @param xScale what one step in x is worth in steps in y, for the circle test
     */
    IsochroneTriangulation(double[] x, double[] y, int points, double xScale) {
        this.points = points;
        this.x = Arrays.copyOf(x, points + 3);
        this.y = Arrays.copyOf(y, points + 3);
        this.xScale = xScale;
        this.corners = points + 3;
        this.corner = new int[6 * points + 30];
        this.across = new int[corner.length];
        this.mark = new byte[corner.length];
        this.triangleOf = new int[points + 3];
        surround();
        for (int p = 0; p < points; p++) {
            insert(p);
        }
    }

    /**
     * Puts one more point in; lines that are there already stay. Returns its number, or that of the point that is at this place.
     */
    int add(double px, double py) {
        if (corners == x.length) {
            x = Arrays.copyOf(x, 2 * corners);
            y = Arrays.copyOf(y, 2 * corners);
            triangleOf = Arrays.copyOf(triangleOf, 2 * corners);
        }
        if (3 * (triangles + 2) > corner.length) {
            corner = Arrays.copyOf(corner, 2 * corner.length);
            across = Arrays.copyOf(across, corner.length);
            mark = Arrays.copyOf(mark, corner.length);
        }
        x[corners] = px;
        y[corners] = py;
        int t = locate(corners);
        for (int i = 0; i < 3; i++) {
            int there = corner[3 * t + i];
            if (x[there] == px && y[there] == py) {
                splitFrom = -1;
                return there;
            }
        }
        insert(corners);
        return corners++;
    }

    int triangles() {
        return triangles;
    }

    /** All corners: the points given, the three that hold them, and those added. */
    int corners() {
        return corners;
    }

    int corner(int t, int i) {
        return corner[3 * t + i];
    }

    /** The triangle on the other side of the edge opposite corner {@code i}, or -1. */
    int across(int t, int i) {
        return across[3 * t + i];
    }

    /** The bits put on the edge opposite corner {@code i} by {@link IsochroneConstraints#constrain}. */
    int mark(int t, int i) {
        return mark[3 * t + i];
    }

    /** Whether the triangle touches one of the three points that hold the others. */
    boolean outer(int t) {
        return outer(0, t) || outer(1, t) || outer(2, t);
    }

    private boolean outer(int i, int t) {
        return corner[3 * t + i] >= points && corner[3 * t + i] < points + 3;
    }

    private void surround() {
        Envelope box = new Envelope();
        for (int p = 0; p < points; p++) {
            box.expandToInclude(x[p], y[p]);
        }
        box.expandBy(40 * Math.max(Math.max(box.getWidth(), box.getHeight()), 1e-3));
        x[points] = box.getMinX();
        y[points] = box.getMinY();
        x[points + 1] = box.getMaxX();
        y[points + 1] = box.getMinY();
        x[points + 2] = (box.getMinX() + box.getMaxX()) / 2;
        y[points + 2] = box.getMaxY();
        write(0, points, points + 1, points + 2, -1, -1, -1);
        triangles = 1;
    }

    private void write(int t, int a, int b, int c, int acrossA, int acrossB, int acrossC) {
        int e = 3 * t;
        corner[e] = a;
        corner[e + 1] = b;
        corner[e + 2] = c;
        across[e] = acrossA;
        across[e + 1] = acrossB;
        across[e + 2] = acrossC;
        triangleOf[a] = t;
        triangleOf[b] = t;
        triangleOf[c] = t;
    }

    int side(int a, int b, int p) {
        return CGAlgorithmsDD.orientationIndex(x[a], y[a], x[b], y[b], x[p], y[p]);
    }

    private void insert(int p) {
        int t = locate(p);
        int onEdge = -1;
        for (int i = 0; i < 3; i++) {
            int a = corner[3 * t + NEXT[i]];
            int b = corner[3 * t + PREVIOUS[i]];
            if (x[a] == x[p] && y[a] == y[p]) {
                throw new IllegalArgumentException("points " + a + " and " + p + " are the same place: " + x[p] + " " + y[p]);
            }
            if (side(a, b, p) == 0) {
                onEdge = i;
            }
        }
        splitFrom = onEdge < 0 ? -1 : corner[3 * t + NEXT[onEdge]];
        splitTo = onEdge < 0 ? -1 : corner[3 * t + PREVIOUS[onEdge]];
        if (onEdge < 0) {
            splitTriangle(t, p);
        } else {
            splitEdge(t, onEdge, p);
        }
        last = triangleOf[p];
    }

    /**
     * Walks from the last place to the triangle that holds a point. Among triangles that are not Delaunay a walk by any fixed rule
     * may go in a circle; one that tries a triangle's edges in a random order ends (Devillers, Pion, Teillaud, Walking in a
     * triangulation, 2001).
     */
    private int locate(int p) {
        int t = last;
        while (true) {
            int next = -1;
            int turn = (dice >>> 16) % 3;
            for (int k = 0; k < 3 && next < 0; k++) {
                int i = (k + turn) % 3;
                if (side(corner[3 * t + NEXT[i]], corner[3 * t + PREVIOUS[i]], p) < 0) {
                    next = across[3 * t + i];
                }
            }
            if (next < 0) {
                return t;
            }
            t = next;
            dice = dice * 1_103_515_245 + 12_345;
        }
    }

    private void splitTriangle(int t, int p) {
        int e = 3 * t;
        int a = corner[e];
        int b = corner[e + 1];
        int c = corner[e + 2];
        int na = across[e];
        int nb = across[e + 1];
        int nc = across[e + 2];
        byte markB = mark[e + 1];
        byte markC = mark[e + 2];
        int t1 = triangles++;
        int t2 = triangles++;
        write(t, p, b, c, na, t1, t2);
        write(t1, p, c, a, nb, t2, t);
        write(t2, p, a, b, nc, t, t1);
        setMarks(t, mark[e], (byte) 0, (byte) 0);
        setMarks(t1, markB, (byte) 0, (byte) 0);
        setMarks(t2, markC, (byte) 0, (byte) 0);
        relink(nb, t, t1);
        relink(nc, t, t2);
        legalize(t, t1, t2, -1);
    }

    private void splitEdge(int t, int i, int p) {
        int u = across[3 * t + i];
        int j = indexAcross(u, t);
        int a = corner[3 * t + i];
        int b = corner[3 * t + NEXT[i]];
        int c = corner[3 * t + PREVIOUS[i]];
        int d = corner[3 * u + j];
        int tb = across[3 * t + NEXT[i]];
        int tc = across[3 * t + PREVIOUS[i]];
        int uc = across[3 * u + NEXT[j]];
        int ub = across[3 * u + PREVIOUS[j]];
        byte line = mark[3 * t + i];
        byte markTb = mark[3 * t + NEXT[i]];
        byte markTc = mark[3 * t + PREVIOUS[i]];
        byte markUc = mark[3 * u + NEXT[j]];
        byte markUb = mark[3 * u + PREVIOUS[j]];
        int t1 = triangles++;
        int u1 = triangles++;
        write(t, p, a, b, tc, u, t1);
        write(t1, p, c, a, tb, t, u1);
        write(u, p, b, d, uc, u1, t);
        write(u1, p, d, c, ub, t1, u);
        setMarks(t, markTc, line, (byte) 0);
        setMarks(t1, markTb, (byte) 0, line);
        setMarks(u, markUc, (byte) 0, line);
        setMarks(u1, markUb, line, (byte) 0);
        relink(tb, t, t1);
        relink(ub, u, u1);
        legalize(t, t1, u, u1);
    }

    private void relink(int t, int from, int to) {
        if (t >= 0) {
            across[3 * t + indexAcross(t, from)] = to;
        }
    }

    int indexAcross(int t, int neighbour) {
        int e = 3 * t;
        return across[e] == neighbour ? 0 : across[e + 1] == neighbour ? 1 : 2;
    }

    /** Flips edges opposite the new point, which is corner 0 of each triangle given, until all circles are empty. */
    private void legalize(int t0, int t1, int t2, int t3) {
        int size = push(push(push(0, t0), t1), t2);
        size = t3 < 0 ? size : push(size, t3);
        while (size > 0) {
            int t = stack[--size];
            int u = across[3 * t];
            if (u >= 0 && mark[3 * t] == 0 && insideCircle(t, corner[3 * u + indexAcross(u, t)])) {
                flip(t, 0);
                size = push(size, t);
                size = push(size, u);
            }
        }
    }

    private int push(int size, int t) {
        if (size == stack.length) {
            stack = Arrays.copyOf(stack, 2 * size);
        }
        stack[size] = t;
        return size + 1;
    }

    private boolean insideCircle(int t, int d) {
        return inCircle(t, d) && convex(t, d);
    }

    /** Whether a point lies well inside the circle through a triangle's corners. */
    boolean inCircle(int t, int d) {
        int a = corner[3 * t];
        int b = corner[3 * t + 1];
        int c = corner[3 * t + 2];
        double ax = (x[a] - x[d]) * xScale;
        double ay = y[a] - y[d];
        double bx = (x[b] - x[d]) * xScale;
        double by = y[b] - y[d];
        double cx = (x[c] - x[d]) * xScale;
        double cy = y[c] - y[d];
        double a2 = ax * ax + ay * ay;
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double determinant = a2 * (bx * cy - by * cx) - b2 * (ax * cy - ay * cx) + c2 * (ax * by - ay * bx);
        double size = a2 * (Math.abs(bx * cy) + Math.abs(by * cx))
                + b2 * (Math.abs(ax * cy) + Math.abs(ay * cx))
                + c2 * (Math.abs(ax * by) + Math.abs(ay * bx));
        return determinant > 1e-12 * size;
    }

    /** Whether triangle {@code t} and the point beyond the edge opposite its corner 0 make a strictly convex quadrilateral. */
    private boolean convex(int t, int d) {
        int a = corner[3 * t];
        return side(a, corner[3 * t + 1], d) > 0 && side(a, d, corner[3 * t + 2]) > 0;
    }

    /** Turns the edge opposite corner {@code i}; afterwards that corner is corner 0 of both triangles. Marks travel with edges. */
    void flip(int t, int i) {
        int u = across[3 * t + i];
        int j = indexAcross(u, t);
        int a = corner[3 * t + i];
        int b = corner[3 * t + NEXT[i]];
        int c = corner[3 * t + PREVIOUS[i]];
        int d = corner[3 * u + j];
        int ca = across[3 * t + NEXT[i]];
        int ab = across[3 * t + PREVIOUS[i]];
        int bd = across[3 * u + NEXT[j]];
        int dc = across[3 * u + PREVIOUS[j]];
        byte[] marks = {
            mark[3 * t + NEXT[i]], mark[3 * t + PREVIOUS[i]], mark[3 * u + NEXT[j]], mark[3 * u + PREVIOUS[j]]
        };
        write(t, a, b, d, bd, u, ab);
        write(u, a, d, c, dc, ca, t);
        setMarks(t, marks[2], (byte) 0, marks[1]);
        setMarks(u, marks[3], marks[0], (byte) 0);
        relink(bd, u, t);
        relink(ca, t, u);
    }

    private void setMarks(int t, byte first, byte second, byte third) {
        mark[3 * t] = first;
        mark[3 * t + 1] = second;
        mark[3 * t + 2] = third;
    }

    /** The number of the edge between two points that are joined. */
    int findEdge(int a, int b) {
        int t = triangleOf[a];
        while (true) {
            int i = indexOf(t, a);
            if (corner[3 * t + NEXT[i]] == b) {
                return 3 * t + PREVIOUS[i];
            }
            t = across[3 * t + NEXT[i]];
        }
    }

    int indexOf(int t, int p) {
        int e = 3 * t;
        return corner[e] == p ? 0 : corner[e + 1] == p ? 1 : 2;
    }
}
