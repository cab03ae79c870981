package org.tongcheng.reach;

import static org.tongcheng.reach.IsochroneTriangulation.NEXT;
import static org.tongcheng.reach.IsochroneTriangulation.PREVIOUS;

import java.util.Arrays;

/**
 * Puts lines into a triangulation as edges, by flips, and opens triangles that are all but flat.
 *
 * <p>Source: Sloan, A fast algorithm for generating constrained Delaunay triangulations, 1993. Threads: one.
 */
final class IsochroneConstraints {

    /** Twice the area over the square of the longest edge, below which a triangle is flat. */
    private static final double FLAT = 1e-7;

    private final IsochroneTriangulation cut;
    private int metRight;
    private int metLeft;

    IsochroneConstraints(IsochroneTriangulation cut) {
        this.cut = cut;
    }

    /**
     * Makes the straight line between two points an edge and puts bits on it; where it runs through other points, several
     * edges. Throws {@link IllegalArgumentException} where it crosses an earlier constraint.
     */
    void constrain(int from, int to, int bits) {
        int a = from;
        while (a != to) {
            int b = clear(a, to);
            if (b < 0) {
                throw new IllegalArgumentException("the line " + place(a) + ", " + place(to) + " crosses the line "
                        + place(metRight) + ", " + place(metLeft));
            }
            cut.mark[cut.findEdge(a, b)] |= (byte) bits;
            cut.mark[cut.findEdge(b, a)] |= (byte) bits;
            a = b;
        }
    }

    private String place(int p) {
        return cut.x[p] + " " + cut.y[p];
    }

    /** Right end of the constraint that stopped {@link #clear}. */
    int metRight() {
        return metRight;
    }

    /** Its left end. */
    int metLeft() {
        return metLeft;
    }

    /**
     * Makes an edge from {@code a} towards {@code to}, up to the first point on the way; returns that point, or -1 where the way
     * crosses an earlier constraint: then nothing is changed.
     */
    int clear(int a, int to) {
        int t = cut.triangleOf[a];
        int i;
        while (true) {
            i = cut.indexOf(t, a);
            int b = cut.corner[3 * t + NEXT[i]];
            int c = cut.corner[3 * t + PREVIOUS[i]];
            int sideB = cut.side(a, to, b);
            if (b == to || sideB == 0 && ahead(a, to, b)) {
                return b;
            }
            if (sideB < 0 && cut.side(a, to, c) > 0) {
                break;
            }
            t = cut.across[3 * t + NEXT[i]];
        }
        return flipAway(a, to, t, i);
    }

    private int flipAway(int a, int to, int first, int index) {
        int t = first;
        int i = index;
        int right = cut.corner[3 * t + NEXT[i]];
        int left = cut.corner[3 * t + PREVIOUS[i]];
        int[] crossing = new int[16];
        int count = 0;
        int end;
        while (true) {
            if (cut.mark[3 * t + i] != 0) {
                metRight = right;
                metLeft = left;
                return -1;
            }
            if (count + 2 > crossing.length) {
                crossing = Arrays.copyOf(crossing, 2 * count);
            }
            crossing[count++] = right;
            crossing[count++] = left;
            int u = cut.across[3 * t + i];
            int apex = cut.corner[3 * u + cut.indexAcross(u, t)];
            int apexSide = apex == to ? 0 : cut.side(a, to, apex);
            if (apexSide == 0) {
                end = apex;
                break;
            }
            i = cut.indexOf(u, apexSide > 0 ? left : right);
            t = u;
            left = apexSide > 0 ? apex : left;
            right = apexSide > 0 ? right : apex;
        }
        turnAll(a, end, crossing, count);
        return end;
    }

    /** Turns the crossing edges, given as pairs of points, until none crosses; one that cannot turn yet waits its turn. */
    private void turnAll(int a, int b, int[] crossing, int count) {
        int[] queue = Arrays.copyOf(crossing, count);
        int size = count;
        while (size > 0) {
            int[] waiting = new int[size];
            int left = 0;
            for (int k = 0; k < size; k += 2) {
                int edge = cut.findEdge(queue[k], queue[k + 1]);
                int t = edge / 3;
                int u = cut.across[edge];
                int p = cut.corner[edge];
                int q = cut.corner[3 * u + cut.indexAcross(u, t)];
                boolean turns = cut.side(p, q, queue[k]) * cut.side(p, q, queue[k + 1]) < 0;
                if (turns) {
                    cut.flip(t, edge % 3);
                }
                int first = turns ? p : queue[k];
                int second = turns ? q : queue[k + 1];
                if (first != a && first != b && second != a && second != b
                        && cut.side(a, b, first) * cut.side(a, b, second) < 0) {
                    waiting[left++] = first;
                    waiting[left++] = second;
                }
            }
            queue = waiting;
            size = left;
        }
    }

    /** Flips edges that are no constraints until every circle is empty of points seen from inside, but for the last digits. */
    void restoreDelaunay() {
        boolean turned = true;
        for (int pass = 0; turned && pass < 20; pass++) {
            turned = false;
            for (int t = 0; t < cut.triangles(); t++) {
                for (int i = 0; i < 3; i++) {
                    int u = cut.across(t, i);
                    if (u >= 0 && cut.mark[3 * t + i] == 0 && cut.inCircle(t, cut.corner[3 * u + cut.indexAcross(u, t)])
                            && isConvex(t, i)) {
                        cut.flip(t, i);
                        turned = true;
                    }
                }
            }
        }
    }

    private boolean ahead(int a, int to, int p) {
        return (cut.x[to] - cut.x[a]) * (cut.x[p] - cut.x[a]) + (cut.y[to] - cut.y[a]) * (cut.y[p] - cut.y[a]) > 0;
    }

    /**
     * Turns the longest edge of each flat triangle, unless it is a constraint: points in a row that is straight but for the last
     * digit would leave triangles in which a cut has no room.
     */
    void openFlat() {
        boolean turned = true;
        for (int pass = 0; turned && pass < 10; pass++) {
            turned = false;
            for (int t = 0; t < cut.triangles(); t++) {
                int i = cut.outer(t) ? -1 : flatAt(t);
                if (i >= 0 && cut.mark[3 * t + i] == 0 && isConvex(t, i)) {
                    cut.flip(t, i);
                    turned = true;
                }
            }
        }
    }

    /** The corner opposite the longest edge of a flat triangle, else -1. */
    private int flatAt(int t) {
        int longest = 0;
        for (int i = 1; i < 3; i++) {
            longest = squared(t, i) > squared(t, longest) ? i : longest;
        }
        int a = cut.corner[3 * t];
        int b = cut.corner[3 * t + 1];
        int c = cut.corner[3 * t + 2];
        double twiceArea = (cut.x[b] - cut.x[a]) * (cut.y[c] - cut.y[a]) - (cut.y[b] - cut.y[a]) * (cut.x[c] - cut.x[a]);
        return twiceArea < FLAT * squared(t, longest) ? longest : -1;
    }

    private double squared(int t, int i) {
        int a = cut.corner[3 * t + NEXT[i]];
        int b = cut.corner[3 * t + PREVIOUS[i]];
        return (cut.x[a] - cut.x[b]) * (cut.x[a] - cut.x[b]) + (cut.y[a] - cut.y[b]) * (cut.y[a] - cut.y[b]);
    }

    private boolean isConvex(int t, int i) {
        int u = cut.across[3 * t + i];
        int p = cut.corner[3 * t + i];
        int q = cut.corner[3 * u + cut.indexAcross(u, t)];
        return cut.side(p, cut.corner[3 * t + NEXT[i]], q) > 0 && cut.side(p, q, cut.corner[3 * t + PREVIOUS[i]]) > 0;
    }
}
