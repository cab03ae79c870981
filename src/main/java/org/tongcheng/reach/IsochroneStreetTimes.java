package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Streets;

/**
 * When each place on a street is reached: from both ends of its edge, and from origins and stops that stand on the edge itself.
 * Of several searches the latest counts.
 *
 * <p>A line is a street edge, or -1 minus an arc where two nodes are joined without inner corners. Times are milliseconds.
 * {@link #lay} puts the piece of street between two corners at hand, {@link #cut} then says how far along it a budget carries.
 *
 * <p>Threads: one.
 */
final class IsochroneStreetTimes {

    private final IsochroneStreetMesh mesh;
    private final Streets streets;
    private final boolean towards;
    private final int[][][] nodeMillis;
    private final IsochroneEdges firstSeed = new IsochroneEdges(16);
    private int[] seedNext = new int[16];
    private int[] seedSearch = new int[16];
    private double[] seedShare = new double[16];
    private int[] seedMillis = new int[16];
    private int seeds;
    // The piece at hand.
    private int line;
    private int startNode;
    private int endNode;
    private double way;
    private double wayBack;
    private double shareFrom;
    private double shareTo;
    private int lastTail;

    /**
     * @param towards    whether one travels to the origins
     * @param nodeMillis of each search the pages of its times, null where nothing on a page is reached
     */
    IsochroneStreetTimes(IsochroneStreetMesh mesh, Streets streets, boolean towards, int[][][] nodeMillis) {
        this.mesh = mesh;
        this.streets = streets;
        this.towards = towards;
        this.nodeMillis = nodeMillis;
    }

    int searches() {
        return nodeMillis.length;
    }

    /** Of a node by its own number, the latest search. */
    double nodeMillis(int node) {
        double latest = 0;
        for (int[][] millis : nodeMillis) {
            latest = Math.max(latest, of(millis, node));
        }
        return latest;
    }

    private static double of(int[][] millis, int node) {
        int[] page = millis[node >>> IsochroneStreetMesh.PAGE_BITS];
        int at = page == null ? Streets.UNREACHED : page[node & IsochroneStreetMesh.PAGE_REST];
        return at == Streets.UNREACHED ? Double.POSITIVE_INFINITY : at;
    }

    /** A place on a line that a search reaches on its own account. */
    void addSeed(int search, int onLine, double share, int millis) {
        if (seeds == seedNext.length) {
            seedNext = Arrays.copyOf(seedNext, 2 * seeds);
            seedSearch = Arrays.copyOf(seedSearch, 2 * seeds);
            seedShare = Arrays.copyOf(seedShare, 2 * seeds);
            seedMillis = Arrays.copyOf(seedMillis, 2 * seeds);
        }
        seedNext[seeds] = firstSeed.getOr(onLine + (1L << 31), IsochroneEdges.NONE);
        seedSearch[seeds] = search;
        seedShare[seeds] = share;
        seedMillis[seeds] = millis;
        firstSeed.put(onLine + (1L << 31), seeds++);
    }

    private int firstSeed(int onLine) {
        return seeds == 0 ? IsochroneEdges.NONE : firstSeed.getOr(onLine + (1L << 31), IsochroneEdges.NONE);
    }

    /** Puts a line at hand. */
    void take(int newLine) {
        line = newLine;
        int arc;
        if (newLine >= 0) {
            startNode = mesh.firstNode(newLine);
            endNode = mesh.lastNode(newLine);
            arc = mesh.shapes().along(newLine);
        } else {
            arc = -1 - newLine;
            startNode = tail(arc);
            endNode = streets.head(arc);
        }
        way = open(towards ? streets.millisBack(arc) : streets.millis(arc));
        wayBack = open(towards ? streets.millis(arc) : streets.millisBack(arc));
    }

    private static double open(int millis) {
        return millis == Streets.UNREACHED ? Double.POSITIVE_INFINITY : millis;
    }

    /** Whether every open street at a node is passed to its end within any budget that reaches the end it is passed from. */
    boolean passesArcsOf(int node, int[] budgets) {
        double here = nodeMillis(node);
        double rest = budgetFor(here, budgets) - here;
        for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
            int away = towards ? streets.millisBack(arc) : streets.millis(arc);
            if (away > rest) {
                double there = nodeMillis(streets.head(arc));
                int back = towards ? streets.millis(arc) : streets.millisBack(arc);
                if (back > budgetFor(there, budgets) - there && Math.min(away, back) != Streets.UNREACHED) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The least budget that reaches a time; negative infinity where none does. */
    private static double budgetFor(double millis, int[] budgets) {
        for (int budget : budgets) {
            if (millis <= budget) {
                return budget;
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** Mostly that of the arc before. */
    private int tail(int arc) {
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

    int startNode() {
        return startNode;
    }

    int endNode() {
        return endNode;
    }

    /** Time along the line at hand from its start to its end; infinite where it is closed. */
    double way() {
        return way;
    }

    double wayBack() {
        return wayBack;
    }

    /** When a place of the line at hand is reached along it. */
    double millisAt(double share) {
        double latest = 0;
        for (int s = 0; s < nodeMillis.length; s++) {
            latest = Math.max(latest, Math.min(upwards(s, share), downwards(s, share)));
        }
        return latest;
    }

    /** When somebody passes a place of the line at hand on the way from its start to its end. */
    private double upwards(int s, double share) {
        double best = share == 0 ? of(nodeMillis[s], startNode) : of(nodeMillis[s], startNode) + share * way;
        for (int i = firstSeed(line); i >= 0; i = seedNext[i]) {
            if (seedSearch[i] == s && seedShare[i] <= share) {
                best = Math.min(best, seedMillis[i] + (share == seedShare[i] ? 0 : (share - seedShare[i]) * way));
            }
        }
        return best;
    }

    private double downwards(int s, double share) {
        double best = share == 1 ? of(nodeMillis[s], endNode) : of(nodeMillis[s], endNode) + (1 - share) * wayBack;
        for (int i = firstSeed(line); i >= 0; i = seedNext[i]) {
            if (seedSearch[i] == s && seedShare[i] >= share) {
                best = Math.min(best, seedMillis[i] + (share == seedShare[i] ? 0 : (seedShare[i] - share) * wayBack));
            }
        }
        return best;
    }

    /** Puts a piece of a line at hand. */
    void lay(int newLine, double from, double to) {
        take(newLine);
        shareFrom = from;
        shareTo = to;
    }

    /**
     * Puts the street at hand on which a point stands, from there to its end.
     *
     * @return whether there is one, and the point stands off its ends
     */
    boolean layUnder(Foothold at) {
        int a = mesh.placeOf(at.nodes()[0]);
        int b = mesh.placeOf(at.nodes()[1]);
        for (int e = mesh.first(a); e < mesh.first(a + 1); e++) {
            int corner = mesh.head(e);
            if (mesh.isStreet(e) && (lay(a, corner) && layUnder(line, at) || corner == b && layStraight(a, b) && layUnder(line, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the time along a street is what the point says of both its ends; then puts it at hand. */
    private boolean layUnder(int onLine, Foothold at) {
        take(onLine);
        int i = at.nodes()[0] == startNode ? 0 : 1;
        if (at.nodes()[i] != startNode || at.nodes()[1 - i] != endNode) {
            return false;
        }
        int arc = onLine >= 0 ? mesh.shapes().along(onLine) : -1 - onLine;
        double share = share(streets.millis(arc), at.millisBack()[i], at.millis()[1 - i]);
        share = share >= 0 ? share : 1 - share(streets.millisBack(arc), at.millisBack()[1 - i], at.millis()[i]);
        if (share <= 0 || share >= 1) {
            return false;
        }
        lay(onLine, share, 1);
        return true;
    }

    private static double share(int whole, int before, int after) {
        boolean open = whole != Streets.UNREACHED && before != Streets.UNREACHED && after != Streets.UNREACHED;
        return open && Math.abs(whole - before - (long) after) <= 2 ? (double) before / Math.max(1, before + after) : -1;
    }

    int line() {
        return line;
    }

    double shareFrom() {
        return shareFrom;
    }

    double shareTo() {
        return shareTo;
    }

    /**
     * How far along the piece at hand, from its beginning, a budget carries: a share of the piece; below 0 where it does not carry
     * to the beginning, above 1 where it carries beyond the end.
     */
    double cut(double budget) {
        return cut(shareFrom, shareTo, budget);
    }

    /** The same from its end backwards. */
    double cutBack(double budget) {
        return cut(shareTo, shareFrom, budget);
    }

    private double cut(double from, double to, double budget) {
        double least = Double.POSITIVE_INFINITY;
        boolean up = to >= from;
        double pieceWay = Math.max(1e-6, Math.abs(to - from) * (up ? way : wayBack));
        for (int s = 0; s < nodeMillis.length; s++) {
            double at = up ? upwards(s, from) : downwards(s, from);
            double share = at == Double.POSITIVE_INFINITY ? -1
                    : pieceWay == Double.POSITIVE_INFINITY ? 0 : (budget - at) / pieceWay;
            least = Math.min(least, share);
        }
        return least;
    }

    /**
     * Puts the piece of street between two corners of the mesh at hand.
     *
     * @return whether there is one
     */
    boolean lay(int u, int v) {
        if (layOn(u, v) || layAlso(u, v)) {
            return true;
        }
        if (layAlso(v, u)) {
            turn();
            return true;
        }
        return layStraight(u, v);
    }

    private boolean layOn(int u, int v) {
        if (u >= mesh.nodes && tryLine(mesh.edgeOf(u), mesh.shareOf(u), v)) {
            return true;
        }
        if (v >= mesh.nodes && tryLine(mesh.edgeOf(v), mesh.shareOf(v), u)) {
            turn();
            return true;
        }
        return false;
    }

    private void turn() {
        double from = shareFrom;
        shareFrom = shareTo;
        shareTo = from;
    }

    private boolean tryLine(int onLine, double from, int other) {
        double to = shareOn(onLine, other, from);
        if (to < 0) {
            return false;
        }
        lay(onLine, from, to);
        return true;
    }

    /** Over the further streets of the first corner. */
    private boolean layAlso(int a, int b) {
        if (!mesh.hasAlso(a)) {
            return false;
        }
        for (int i = mesh.firstAlso(a); mesh.alsoCorner(i) == a; i++) {
            if (mesh.alsoEdge(i) >= 0 && tryLine(mesh.alsoEdge(i), mesh.alsoShare(i), b)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the street between two nodes that no inner corner parts at hand. */
    boolean layStraight(int u, int v) {
        if (u >= mesh.nodes || v >= mesh.nodes) {
            return false;
        }
        int arc = straight(u, u, v);
        for (int i = mesh.hasAlso(u) ? mesh.firstAlso(u) : -1; i >= 0 && arc < 0 && mesh.alsoCorner(i) == u; i++) {
            arc = mesh.alsoEdge(i) < 0 ? straight(-1 - mesh.alsoEdge(i), u, v) : -1;
        }
        if (arc >= 0) {
            lay(-1 - arc, 0, 1);
        }
        return arc >= 0;
    }

    private int straight(int node, int u, int v) {
        int best = -1;
        lastTail = node;
        for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
            int head = streets.head(arc);
            if ((head == v || mesh.placeOf(head) == v) && head != node && (streets.millis(arc) != Streets.UNREACHED
                    || streets.millisBack(arc) != Streets.UNREACHED)
                    && (best < 0 || fastest(arc) < fastest(best))) {
                best = arc;
            }
        }
        return best;
    }

    private int fastest(int arc) {
        return Math.min(streets.millis(arc), streets.millisBack(arc));
    }

    /** The share at which a corner lies on a line, -1 where it lies elsewhere; {@code near} tells both ends of a loop apart. */
    double shareOn(int onLine, int corner, double near) {
        if (corner < mesh.nodes) {
            int a = onLine >= 0 ? mesh.firstNode(onLine) : tail(-1 - onLine);
            int b = onLine >= 0 ? mesh.lastNode(onLine) : streets.head(-1 - onLine);
            boolean atStart = mesh.placeOf(a) == corner;
            boolean atEnd = mesh.placeOf(b) == corner;
            if (atStart || atEnd) {
                return atStart && (!atEnd || near < 0.5) ? 0 : 1;
            }
        } else if (mesh.edgeOf(corner) == onLine) {
            return mesh.shareOf(corner);
        }
        if (mesh.hasAlso(corner)) {
            for (int i = mesh.firstAlso(corner); mesh.alsoCorner(i) == corner; i++) {
                if (mesh.alsoEdge(i) == onLine && onLine >= 0) {
                    return mesh.alsoShare(i);
                }
            }
        }
        return -1;
    }
}
