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
    void fill(IsochroneStreetTimes times, BitSet reached, int[] newBudgets) {
        budgets = newBudgets;
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

    /** Makes it ready for the next drawing. */
    void clear() {
        for (int page = filled.nextSetBit(0); page >= 0; page = filled.nextSetBit(page + 1)) {
            Arrays.fill(level, firstNode(page), endNode(page), IsochroneSplits.NEVER);
            Arrays.fill(level, mesh.innerOfPage(page), mesh.innerOfPage(page + 1), IsochroneSplits.NEVER);
        }
        filled.clear();
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
            }
            level[c] = levelOf(times.millisAt(mesh.shareOf(c)));
        }
        fillAlso(times, pages.alsoOfInner(page), pages.alsoOfInner(page + 1));
    }

    private void fillAlso(IsochroneStreetTimes times, int from, int to) {
        for (int i = from; i < to; i++) {
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
