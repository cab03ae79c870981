package org.tongcheng.tiles;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts rings and lines at the square of a tile with its margin. Where an edge is cut follows from its two ends alone, in whatever
 * direction it runs, so that neighbours that share the edge are cut at the same point.
 *
 * <p>Rings by Sutherland and Hodgman (Reentrant polygon clipping, CACM 17(1), 1974): one that is cut into several pieces comes
 * out as one, the pieces joined by edges that run to and fro on the square's side. One thread; holds scratch memory.
 */
final class ClipBox {

    private static final double LOW = -Tile.MARGIN;
    private static final double HIGH = Tile.EXTENT + Tile.MARGIN;

    private Chain spare = new Chain();
    private Chain other = new Chain();

    /** Whether all of a chain lies inside. */
    boolean holds(Chain chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (!holds(chain.x(i), chain.y(i))) {
                return false;
            }
        }
        return true;
    }

    boolean holds(double x, double y) {
        return x >= LOW && x <= HIGH && y >= LOW && y <= HIGH;
    }

    /** A ring without its repeated end, cut; the result is valid until the next call. */
    Chain ring(Chain ring) {
        Chain from = ring;
        for (int side = 0; side < 4 && from.size() > 0; side++) {
            Chain to = from == spare ? other : spare;
            to.clear();
            cut(from, to, side % 2 == 0, side < 2);
            from = to;
        }
        return from;
    }

    /** Keeps what lies on the inner side of one of the four lines. */
    private static void cut(Chain from, Chain to, boolean byX, boolean low) {
        double at = low ? LOW : HIGH;
        int last = from.size() - 1;
        double beforeX = from.x(last);
        double beforeY = from.y(last);
        boolean beforeIn = in(byX ? beforeX : beforeY, at, low);
        for (int i = 0; i <= last; i++) {
            double x = from.x(i);
            double y = from.y(i);
            boolean in = in(byX ? x : y, at, low);
            if (in != beforeIn) {
                double crossing = byX ? crossing(beforeX, beforeY, x, y, at) : crossing(beforeY, beforeX, y, x, at);
                to.add(byX ? at : crossing, byX ? crossing : at);
            }
            if (in) {
                to.add(x, y);
            }
            beforeX = x;
            beforeY = y;
            beforeIn = in;
        }
    }

    private static boolean in(double value, double at, boolean low) {
        return low ? value >= at : value <= at;
    }

    /** The second number where the edge between two positions has {@code at} as its first; the same for both directions. */
    private static double crossing(double a1, double b1, double a2, double b2, double at) {
        return a1 < a2 ? b1 + (at - a1) * (b2 - b1) / (a2 - a1) : b2 + (at - a2) * (b1 - b2) / (a1 - a2);
    }

    /** A line, cut into the pieces that lie inside. */
    List<Chain> line(Chain line) {
        List<Chain> pieces = new ArrayList<>();
        Chain piece = null;
        for (int i = 1; i < line.size(); i++) {
            double x1 = line.x(i - 1);
            double y1 = line.y(i - 1);
            double x2 = line.x(i);
            double y2 = line.y(i);
            double[] ends = inside(x1, y1, x2, y2);
            if (ends == null) {
                piece = null;
                continue;
            }
            if (piece == null) {
                piece = new Chain();
                piece.add(ends[0], ends[1]);
                pieces.add(piece);
            }
            piece.add(ends[2], ends[3]);
            if (ends[2] != x2 || ends[3] != y2) {
                piece = null;
            }
        }
        return pieces;
    }

    /** The part of an edge that lies inside, as x, y, x, y; null where there is none. */
    private double[] inside(double x1, double y1, double x2, double y2) {
        if (holds(x1, y1) && holds(x2, y2)) {
            return new double[] {x1, y1, x2, y2};
        }
        double[] ends = {x1, y1, x2, y2};
        for (int side = 0; side < 4; side++) {
            boolean low = side < 2;
            double at = low ? LOW : HIGH;
            int axis = side % 2;
            boolean firstIn = in(ends[axis], at, low);
            boolean secondIn = in(ends[2 + axis], at, low);
            if (!firstIn && !secondIn) {
                return null;
            }
            if (firstIn != secondIn) {
                double crossing = crossing(ends[axis], ends[1 - axis], ends[2 + axis], ends[3 - axis], at);
                int end = firstIn ? 2 : 0;
                ends[end + axis] = at;
                ends[end + 1 - axis] = crossing;
            }
        }
        return ends;
    }
}
