package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * Finds what pieces of which streets lie between two neighbouring corners of a mesh. Mostly there is one; where streets lie on top
 * of each other, or one runs back over itself, there are several.
 *
 * <p>A line is a street edge, or -1 minus an arc where two nodes are joined without inner corners. Threads: one.
 */
final class IsochroneStreetPieces {

    private final IsochroneStreetMesh mesh;
    private final IsochroneStreetPages pages;
    private final Streets streets;
    private int[] line = new int[4];
    private double[] from = new double[4];
    private double[] to = new double[4];
    private int size;
    private int lastTail;

    IsochroneStreetPieces(IsochroneStreetMesh mesh, IsochroneStreetPages pages, Streets streets) {
        this.mesh = mesh;
        this.pages = pages;
        this.streets = streets;
    }

    /** How many were found. */
    int size() {
        return size;
    }

    int line(int piece) {
        return line[piece];
    }

    /** The share of its line at which the first corner lies. */
    double from(int piece) {
        return from[piece];
    }

    double to(int piece) {
        return to[piece];
    }

    /** Looks for the pieces from one corner to another; returns whether there is one. */
    boolean find(int u, int v) {
        size = 0;
        if (mesh.hasAlso(u) || mesh.hasAlso(v)) {
            findFrom(u, v, false);
            findFrom(v, u, true);
        } else if (u >= mesh.nodes) {
            tryPlain(mesh.edgeOf(u), mesh.shareOf(u), v, false);
        } else if (v >= mesh.nodes) {
            tryPlain(mesh.edgeOf(v), mesh.shareOf(v), u, true);
        }
        if (u < mesh.nodes && v < mesh.nodes) {
            findStraight(u, v);
        }
        return size > 0;
    }

    /** Cuts the pieces found down to a part of each: shares of the piece. */
    void cutDown(double begin, double end) {
        for (int i = 0; i < size; i++) {
            double whole = to[i] - from[i];
            to[i] = from[i] + end * whole;
            from[i] += begin * whole;
        }
    }

    /** Says exactly at what share of a line the pieces found begin or end. */
    void pin(int onLine, double share, boolean beginning) {
        double[] ends = beginning ? from : to;
        int nearest = -1;
        for (int i = 0; i < size; i++) {
            if (line[i] == onLine && (nearest < 0 || Math.abs(ends[i] - share) < Math.abs(ends[nearest] - share))) {
                nearest = i;
            }
        }
        if (nearest >= 0) {
            ends[nearest] = share;
        }
    }

    private void put(int newLine, double newFrom, double newTo) {
        if (size == line.length) {
            line = Arrays.copyOf(line, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        line[size] = newLine;
        from[size] = newFrom;
        to[size++] = newTo;
    }

    private void put(int onLine, double share, double other, boolean turned) {
        put(onLine, turned ? other : share, turned ? share : other);
    }

    /** Between corners with one place each. */
    private void tryPlain(int onLine, double share, int other, boolean turned) {
        if (other >= mesh.nodes) {
            if (mesh.edgeOf(other) == onLine) {
                put(onLine, share, mesh.shareOf(other), turned);
            }
            return;
        }
        boolean first = mesh.placeOf(mesh.firstNode(onLine)) == other;
        boolean last = mesh.placeOf(mesh.lastNode(onLine)) == other;
        if (first || last) {
            put(onLine, share, first && (!last || share < 0.5) ? 0 : 1, turned);
        }
    }

    /** Tries every place of a corner on streets; turned, only those on streets that end at the other corner. */
    private void findFrom(int a, int b, boolean turned) {
        if (a >= mesh.nodes) {
            tryLine(mesh.edgeOf(a), mesh.shareOf(a), b, turned);
        }
        for (int i = mesh.hasAlso(a) ? mesh.firstAlso(a) : -1; i >= 0 && mesh.alsoCorner(i) == a; i++) {
            if (mesh.alsoEdge(i) >= 0) {
                tryLine(mesh.alsoEdge(i), mesh.alsoShare(i), b, turned);
            }
        }
    }

    private void tryLine(int onLine, double share, int other, boolean turned) {
        if (other < mesh.nodes) {
            if (mesh.placeOf(mesh.firstNode(onLine)) == other) {
                tryPiece(onLine, share, 0, turned);
            }
            if (mesh.placeOf(mesh.lastNode(onLine)) == other) {
                tryPiece(onLine, share, 1, turned);
            }
        }
        if (turned) {
            return;
        }
        if (other >= mesh.nodes && mesh.edgeOf(other) == onLine) {
            tryPiece(onLine, share, mesh.shareOf(other), false);
        }
        for (int i = mesh.hasAlso(other) ? mesh.firstAlso(other) : -1; i >= 0 && mesh.alsoCorner(i) == other; i++) {
            if (mesh.alsoEdge(i) == onLine) {
                tryPiece(onLine, share, mesh.alsoShare(i), false);
            }
        }
    }

    /** Takes two places on a line for the ends of a piece if no corner of the line lies between them. */
    private void tryPiece(int onLine, double a, double b, boolean turned) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        boolean apart = false;
        for (int c = pages.firstInner(onLine); c >= 0 && c < mesh.firstEmpty && mesh.edgeOf(c) == onLine; c++) {
            apart |= low < mesh.shareOf(c) && mesh.shareOf(c) < high;
        }
        for (int rank = pages.firstByEdge(onLine), i = pages.alsoByEdge(rank); i >= 0 && mesh.alsoEdge(i) == onLine;
                i = pages.alsoByEdge(++rank)) {
            apart |= low < mesh.alsoShare(i) && mesh.alsoShare(i) < high;
        }
        if (!apart) {
            put(onLine, a, b, turned);
        }
    }

    /** Looks for the streets between two nodes that no inner corner parts, from all nodes at the first one's place. */
    private void findStraight(int u, int v) {
        addStraight(u, v);
        for (int i = mesh.hasAlso(u) ? mesh.firstAlso(u) : -1; i >= 0 && mesh.alsoCorner(i) == u; i++) {
            if (mesh.alsoEdge(i) < 0) {
                addStraight(-1 - mesh.alsoEdge(i), v);
            }
        }
    }

    private void addStraight(int node, int v) {
        for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
            int head = streets.head(arc);
            if ((head == v || mesh.placeOf(head) == v) && head != node && !mesh.isParted(arc)
                    && (streets.millis(arc) != Streets.UNREACHED || streets.millisBack(arc) != Streets.UNREACHED)) {
                put(-1 - arc, 0, 1);
            }
        }
    }

    /** The node an arc leaves; mostly that of the arc before. */
    int tail(int arc) {
        if (streets.firstOut(lastTail) > arc || streets.firstOut(lastTail + 1) <= arc) {
            lastTail = findTail(arc);
        }
        return lastTail;
    }

    private int findTail(int arc) {
        int low = 0;
        int high = streets.nodes();
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (streets.firstOut(middle) <= arc) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
