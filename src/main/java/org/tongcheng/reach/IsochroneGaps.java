package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the streets that are reached at both ends of a piece between corners but not in its middle, and puts a corner there that is
 * not reached; and puts corners where origins and stops stand.
 *
 * <p>Threads: one.
 */
final class IsochroneGaps {

    private final IsochroneStreetMesh mesh;
    private final IsochroneStreetPages pages;
    private final IsochroneStreetTimes times;
    private final IsochroneStreetLevels levels;
    private final IsochroneSplits splits;
    private final int[] budgets;
    private final double leastMetres;
    private final double scale;
    private final IsochroneEdges seeded = new IsochroneEdges(16);
    private boolean anySeeded;
    private int[] corner = new int[64];
    private double[] share = new double[64];
    private int size;

    /**
     * @param leastMetres shorter gaps count as reached
     * @param scale       what a degree of longitude is worth in degrees of latitude
     */
    IsochroneGaps(IsochroneStreetMesh mesh, IsochroneStreetPages pages, IsochroneStreetTimes times, IsochroneStreetLevels levels,
            IsochroneSplits splits, int[] budgets, double leastMetres, double scale) {
        this.mesh = mesh;
        this.pages = pages;
        this.times = times;
        this.levels = levels;
        this.splits = splits;
        this.budgets = budgets;
        this.leastMetres = leastMetres;
        this.scale = scale;
    }

    /** Puts a corner at a place on a line that is reached on its own account. */
    void seed(int line, double at, int millis) {
        chain(line);
        for (int i = 0; i + 1 < size; i++) {
            if (share[i] < at && at < share[i + 1]) {
                double f = Math.max(0.001, Math.min(0.999, (at - share[i]) / (share[i + 1] - share[i])));
                int added = splits.add(corner[i], corner[i + 1], f, line, at, levels.levelOf(millis));
                if (added >= 0) {
                    seeded.put(line + (1L << 31), 1);
                    anySeeded = true;
                }
                return;
            }
        }
    }

    /** Looks at all streets of the filled pages. */
    void find(int[] seededLines) {
        for (int line : seededLines) {
            pieces(line);
        }
        for (int i = 0; i < levels.partlyReached(); i++) {
            int firstInner = levels.firstInner(i);
            int edge = mesh.edgeOf(firstInner);
            if (!pages.isCrossed(edge) && !isSeeded(edge)) {
                whole(edge, firstInner);
            }
        }
        BitSet filled = levels.filled();
        for (int page = filled.nextSetBit(0); page >= 0; page = filled.nextSetBit(page + 1)) {
            for (int e : pages.crossedEdges(page)) {
                times.take(e);
                if (!times.isPassed(budgets[0]) && !isSeeded(e)) {
                    pieces(e);
                }
            }
            int end = levels.endNode(page);
            for (int v = levels.firstNode(page); v < end; v++) {
                if (splits.level(v) != IsochroneSplits.NEVER && (mesh.hasAlso(v) || !times.passesArcsOf(v, budgets))) {
                    straights(v);
                }
            }
        }
    }

    private boolean isSeeded(int line) {
        return anySeeded && seeded.contains(line + (1L << 31));
    }

    /** An edge that shares no inner corner: a gap parts one of its pieces or has corners of its own in it. */
    private void whole(int edge, int firstInner) {
        times.lay(edge, 0, 1);
        int from = splits.level(mesh.placeOf(times.startNode()));
        int to = splits.level(mesh.placeOf(times.endNode()));
        int k = longestGap(Math.max(from, to));
        if (k < 0) {
            return;
        }
        double begin = times.cut(budgets[k]);
        double end = 1 - times.cutBack(budgets[k]);
        int u = mesh.placeOf(mesh.firstNode(edge));
        double before = 0;
        for (int c = firstInner; ; c++) {
            boolean inner = c < mesh.firstEmpty && mesh.edgeOf(c) == edge;
            int v = inner ? c : mesh.placeOf(mesh.lastNode(edge));
            double at = inner ? mesh.shareOf(c) : 1;
            if (before <= begin && end <= at) {
                times.lay(edge, before, at);
                split(u, v, edge, before, at, k);
                return;
            }
            if (!inner || begin < at) {
                return;
            }
            u = v;
            before = at;
        }
    }

    private void straights(int v) {
        int end = mesh.first(v + 1);
        for (int e = mesh.first(v); e < end; e++) {
            int u = mesh.head(e);
            if (u > v && u < mesh.nodes && mesh.isStreet(e)) {
                int level = Math.max(splits.level(u), splits.level(v));
                if (level != IsochroneSplits.NEVER && times.lay(v, u) && !isSeeded(times.line())) {
                    int line = times.line();
                    int k = longestGap(level);
                    if (k >= 0) {
                        split(v, u, line, times.shareFrom(), times.shareTo(), k);
                    }
                }
            }
        }
    }

    /** Every piece of a line by itself. */
    private void pieces(int line) {
        chain(line);
        int count = size;
        for (int i = 0; i + 1 < count; i++) {
            int level = Math.max(splits.level(corner[i]), splits.level(corner[i + 1]));
            if (level == IsochroneSplits.NEVER || share[i] == share[i + 1] || corner[i] == corner[i + 1]) {
                continue;
            }
            times.lay(line, share[i], share[i + 1]);
            if (longestGap(level) >= 0 && layAll(corner[i], corner[i + 1])) {
                int k = longestGap(level);
                if (k >= 0) {
                    split(corner[i], corner[i + 1], line, share[i], share[i + 1], k);
                }
            }
        }
    }

    /** Puts all streets between two corners at hand: what lies below a gap of one may be reached on another. */
    private boolean layAll(int u, int v) {
        return splits.isAdded(u) || splits.isAdded(v) ? times.layPart(u, v, splits) : times.lay(u, v);
    }

    /** The longest budget that leaves a gap on the piece at hand, whose ends all budgets from a level on reach; or -1. */
    private int longestGap(int level) {
        int longest = -1;
        for (int k = level; k < budgets.length && leavesGap(budgets[k]); k++) {
            longest = k;
        }
        return longest;
    }

    private boolean leavesGap(int budget) {
        double begin = times.cut(budget);
        return begin < 1 && begin < 1 - times.cutBack(budget);
    }

    /** Puts a corner into the gap on the piece at hand, from one share of a line to another. */
    private void split(int u, int v, int line, double from, double to, int longest) {
        int k = longest;
        double metres = metres(u, v);
        double begin = Math.max(0, times.cut(budgets[k]));
        double end = Math.min(1, 1 - times.cutBack(budgets[k]));
        while ((end - begin) * metres < leastMetres) {
            if (--k < Math.max(splits.level(u), splits.level(v))) {
                return;
            }
            begin = Math.max(0, times.cut(budgets[k]));
            end = Math.min(1, 1 - times.cutBack(budgets[k]));
        }
        double at = Math.max(0.01, Math.min(0.99, (begin + end) / 2));
        short level = k + 1 == budgets.length ? IsochroneSplits.NEVER : (short) (k + 1);
        splits.add(u, v, at, line, from + at * (to - from), level);
    }

    private double metres(int u, int v) {
        double dx = (splits.x(u) - splits.x(v)) * scale;
        double dy = splits.y(u) - splits.y(v);
        return Math.sqrt(dx * dx + dy * dy) * IsochroneStreetLines.METRES_PER_UNIT;
    }

    /** The corners along a line with their shares, in their order. */
    private void chain(int line) {
        times.take(line);
        size = 0;
        put(mesh.placeOf(times.startNode()), 0);
        if (line >= 0) {
            int c = pages.firstInner(line);
            for (; c >= 0 && c < mesh.firstEmpty && mesh.edgeOf(c) == line; c++) {
                put(c, mesh.shareOf(c));
            }
            for (int rank = pages.firstByEdge(line), i = pages.alsoByEdge(rank); i >= 0 && mesh.alsoEdge(i) == line;
                    i = pages.alsoByEdge(++rank)) {
                put(mesh.alsoCorner(i), mesh.alsoShare(i));
            }
        }
        if (isSeeded(line)) {
            for (int c = mesh.corners(); c < splits.corners(); c++) {
                if (splits.line(c) == line) {
                    put(c, splits.share(c));
                }
            }
        }
        put(mesh.placeOf(times.endNode()), 1);
    }

    /** Sorts a corner in by its share, behind those of the same share. */
    private void put(int newCorner, double at) {
        if (size == corner.length) {
            corner = Arrays.copyOf(corner, 2 * size);
            share = Arrays.copyOf(share, 2 * size);
        }
        int i = size++;
        while (i > 0 && share[i - 1] > at) {
            corner[i] = corner[i - 1];
            share[i] = share[i - 1];
            i--;
        }
        corner[i] = newCorner;
        share[i] = at;
    }
}
