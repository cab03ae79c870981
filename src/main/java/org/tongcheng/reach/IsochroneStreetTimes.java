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
    private final IsochroneStreetPieces pieces;
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
    /** How many pieces are at hand. */
    private int several;

    /**
     * @param towards    whether one travels to the origins
     * @param nodeMillis of each search the pages of its times, null where nothing on a page is reached
     */
    IsochroneStreetTimes(IsochroneStreetMesh mesh, IsochroneStreetPages pages, Streets streets, boolean towards, int[][][] nodeMillis) {
        this.mesh = mesh;
        this.streets = streets;
        this.towards = towards;
        this.nodeMillis = nodeMillis;
        this.pieces = new IsochroneStreetPieces(mesh, pages, streets);
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
            startNode = pieces.tail(arc);
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

    /** Whether the whole line at hand is passed, one way or the other; false may be wrong where origins or stops stand on it. */
    boolean isPassed(int budget) {
        for (int[][] millis : nodeMillis) {
            if (of(millis, startNode) + way > budget && of(millis, endNode) + wayBack > budget) {
                return false;
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
        several = 1;
    }

    /**
     * Puts the street at hand on which a point stands, from there to its end.
     *
     * @return whether there is one, and the point stands off its ends
     */
    boolean layUnder(Foothold at) {
        int a = mesh.placeOf(at.nodes()[0]);
        for (int e = mesh.first(a); e < mesh.first(a + 1); e++) {
            if (mesh.isStreet(e) && pieces.find(a, mesh.head(e))) {
                for (int i = 0; i < pieces.size(); i++) {
                    if (layUnder(pieces.line(i), at)) {
                        return true;
                    }
                }
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
     * How far along the pieces at hand, from their beginning, a budget carries: a share of the piece; below 0 where it does not
     * carry to the beginning, above 1 where it carries beyond the end.
     */
    double cut(double budget) {
        return several == 1 ? cut(shareFrom, shareTo, budget) : farthest(budget, false);
    }

    /** The same from their end backwards. */
    double cutBack(double budget) {
        return several == 1 ? cut(shareTo, shareFrom, budget) : farthest(budget, true);
    }

    private double farthest(double budget, boolean back) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < several; i++) {
            take(pieces.line(i));
            most = Math.max(most, back ? cut(pieces.to(i), pieces.from(i), budget) : cut(pieces.from(i), pieces.to(i), budget));
        }
        return most;
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
     * Puts the pieces of street between two neighbouring corners of the mesh at hand; the soonest of them counts.
     *
     * @return whether there is one
     */
    boolean lay(int u, int v) {
        return pieces.find(u, v) && layFound();
    }

    /**
     * Puts parts of the pieces between two neighbouring corners at hand.
     *
     * @param splits where an added corner among {@code in} and {@code out} lies
     */
    boolean layPart(int in, int out, IsochroneSplits splits) {
        int added = splits.isAdded(in) ? in : out;
        if (!pieces.find(splits.before(added), splits.behind(added))) {
            return false;
        }
        pieces.cutDown(splits.shareBetween(in, added), splits.shareBetween(out, added));
        if (splits.isAdded(in)) {
            pieces.pin(splits.line(in), splits.share(in), true);
        }
        if (splits.isAdded(out)) {
            pieces.pin(splits.line(out), splits.share(out), false);
        }
        return layFound();
    }

    private boolean layFound() {
        lay(pieces.line(0), pieces.from(0), pieces.to(0));
        several = pieces.size();
        return true;
    }
}
