package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The level of each corner of a mesh: the number of the first budget that reaches it. Only pages that are reached are filled; all
 * other corners stand at {@link IsochroneSplits#NEVER}. Where streets cross without a junction the corner counts by the sooner one.
 *
 * <p>Kept between drawings, so that nothing is cleared but what was filled. Threads: one at a time.
 */
final class IsochroneStreetLevels {

    private final IsochroneStreetMesh mesh;
    private final IsochroneStreetPages pages;
    private final short[] level;
    private final BitSet filled = new BitSet();
    private BitSet reached = new BitSet();
    private int[] partly = new int[256];
    private int partlyCount;
    private int[] budgets;

    IsochroneStreetLevels(IsochroneStreetMesh mesh, IsochroneStreetPages pages) {
        this.mesh = mesh;
        this.pages = pages;
        this.level = new short[mesh.corners()];
        Arrays.fill(level, IsochroneSplits.NEVER);
    }

    short[] level() {
        return level;
    }

    /** The pages that were filled. */
    BitSet filled() {
        return filled;
    }

    /**
     * Fills the pages on which something is reached, and those beside them.
     *
     * @param newBudgets milliseconds, rising
     */
    void fill(IsochroneStreetTimes times, BitSet newReached, int[] newBudgets) {
        budgets = newBudgets;
        reached = newReached;
        for (int page = reached.nextSetBit(0); page >= 0; page = reached.nextSetBit(page + 1)) {
            filled.set(page);
            for (int beside : pages.neighbours(page)) {
                filled.set(beside);
            }
        }
        for (int page = filled.nextSetBit(0); page >= 0; page = filled.nextSetBit(page + 1)) {
            fillNodes(times, page);
            fillInner(times, page);
        }
    }

    /** Whether a corner of a filled page may have one beside it whose page is not filled. */
    boolean isOnRim(int page, int corner) {
        return !reached.get(page) || pages.isOnRim(corner);
    }

    /** Makes it ready for the next drawing. */
    void clear() {
        for (int page = filled.nextSetBit(0); page >= 0; page = filled.nextSetBit(page + 1)) {
            Arrays.fill(level, firstNode(page), endNode(page), IsochroneSplits.NEVER);
            Arrays.fill(level, mesh.innerOfPage(page), mesh.innerOfPage(page + 1), IsochroneSplits.NEVER);
        }
        filled.clear();
        partlyCount = 0;
    }

    int firstNode(int page) {
        return page << IsochroneStreetMesh.PAGE_BITS;
    }

    int endNode(int page) {
        return Math.min(mesh.nodes, page + 1 << IsochroneStreetMesh.PAGE_BITS);
    }

    private void fillNodes(IsochroneStreetTimes times, int page) {
        for (int v = firstNode(page); v < endNode(page); v++) {
            level[v] = levelOf(times.nodeMillis(v));
        }
        fillAlso(times, pages.alsoOfNodes(page), pages.alsoOfNodes(page + 1));
    }

    private void fillInner(IsochroneStreetTimes times, int page) {
        int edge = -1;
        for (int c = mesh.innerOfPage(page); c < mesh.innerOfPage(page + 1); c++) {
            if (mesh.edgeOf(c) != edge) {
                edge = mesh.edgeOf(c);
                times.take(edge);
                if (!times.isPassed(budgets[0])) {
                    partlyReached(c);
                }
            }
            level[c] = levelOf(times.millisAt(mesh.shareOf(c)));
        }
        fillAlso(times, pages.alsoOfInner(page), pages.alsoOfInner(page + 1));
    }

    private void partlyReached(int firstInner) {
        partly = partlyCount == partly.length ? Arrays.copyOf(partly, 2 * partlyCount) : partly;
        partly[partlyCount++] = firstInner;
    }

    /** How many edges of filled pages with inner corners are not passed whole within the shortest budget. */
    int partlyReached() {
        return partlyCount;
    }

    /** Number of such an edge's first inner corner. */
    int firstInner(int i) {
        return partly[i];
    }

    private void fillAlso(IsochroneStreetTimes times, int from, int to) {
        for (int i = from; i < to; i++) {
            if (level[mesh.alsoCorner(i)] == 0) {
                continue;
            }
            int edge = mesh.alsoEdge(i);
            double millis;
            if (edge < 0) {
                millis = times.nodeMillis(-1 - edge);
            } else {
                times.take(edge);
                millis = times.millisAt(mesh.alsoShare(i));
            }
            int corner = mesh.alsoCorner(i);
            level[corner] = (short) Math.min(level[corner], levelOf(millis));
        }
    }

    /** Of a time in milliseconds. */
    short levelOf(double millis) {
        for (int k = 0; k < budgets.length; k++) {
            if (millis <= budgets[k]) {
                return (short) k;
            }
        }
        return IsochroneSplits.NEVER;
    }
}
