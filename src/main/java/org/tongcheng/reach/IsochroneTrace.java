package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.tongcheng.network.StreetShapes;

/**
 * Follows the boundaries of budgets through a mesh: from each edge that leads out of a budget on around what is reached, what is
 * reached lying to the left, until the boundary closes. Each triangle is passed at most once by one budget, so that boundaries
 * never meet.
 *
 * <p>Threads: one.
 */
final class IsochroneTrace {

    /** Coordinates are rounded to 1e-12 degrees: budgets a millisecond apart stay apart, and less than that is not worth writing. */
    private static final double DIGITS = 1e12;
    private static final double UNITS = DIGITS * StreetShapes.DEGREES;

    private final IsochroneStreetMesh mesh;
    private final IsochroneStreetLevels levels;
    private final IsochroneSplits splits;
    private final IsochroneGates gates;
    private final int budgets;
    private final double leastArea;
    private final List<Coordinate> kept;
    private final IsochroneLinks links = new IsochroneLinks();
    private final IsochroneParts[] parts;
    private final BitSet[] passed;

    /**
     * @param leastArea smaller islands and holes are left out, square degrees
     * @param kept      places whose islands are never left out
     */
    IsochroneTrace(IsochroneStreetMesh mesh, IsochroneStreetLevels levels, IsochroneSplits splits, IsochroneGates gates, int budgets,
            double leastArea, List<Coordinate> kept) {
        this.mesh = mesh;
        this.levels = levels;
        this.splits = splits;
        this.gates = gates;
        this.budgets = budgets;
        this.leastArea = leastArea;
        this.kept = kept;
        this.parts = new IsochroneParts[budgets];
        Arrays.setAll(parts, k -> new IsochroneParts());
        this.passed = new BitSet[budgets];
        Arrays.setAll(passed, k -> new BitSet());
    }

    /** The areas of all budgets. */
    List<MultiPolygon> areas() {
        BitSet filled = levels.filled();
        for (int page = filled.nextSetBit(0); page >= 0; page = filled.nextSetBit(page + 1)) {
            around(page, levels.firstNode(page), levels.endNode(page));
            around(page, mesh.innerOfPage(page), mesh.innerOfPage(page + 1));
        }
        for (int v = mesh.corners(); v < splits.corners(); v++) {
            from(v);
            to(v);
        }
        return Arrays.stream(parts).map(IsochroneParts::polygons).toList();
    }

    /** Looks for boundaries on the outer side, which has fewer corners than the inner one, and there where it lies off the page. */
    private void around(int page, int first, int end) {
        for (int v = first; v < end; v++) {
            if (levels.isOnRim(page, v)) {
                from(v);
            }
            if (splits.level(v) > 0) {
                to(v);
            }
        }
    }

    /** Follows the boundaries between what is reached sooner and a corner. */
    private void to(int corner) {
        short level = splits.level(corner);
        int end = splits.end(corner);
        for (int e = splits.first(corner); e < end; e++) {
            int in = splits.head(e);
            for (int k = splits.level(in); k < level && k < budgets; k++) {
                int edge = splits.find(in, corner);
                if (!passed[k].get(edge)) {
                    follow(in, edge, k);
                }
            }
        }
    }

    /** Follows the boundaries between a corner and what is reached later. */
    private void from(int corner) {
        short level = splits.level(corner);
        if (level == IsochroneSplits.NEVER) {
            return;
        }
        int end = splits.end(corner);
        for (int e = splits.first(corner); e < end; e++) {
            short beyond = splits.level(splits.head(e));
            for (int k = level; k < beyond && k < budgets; k++) {
                if (!passed[k].get(e)) {
                    follow(corner, e, k);
                }
            }
        }
    }

    private void follow(int corner, int edge, int k) {
        links.clear();
        int in = corner;
        int e = edge;
        do {
            passed[k].set(e);
            int out = splits.head(e);
            gates.add(in, out, splits.isStreet(e), k, links);
            int next = e + 1 == splits.end(in) ? splits.first(in) : e + 1;
            int third = splits.head(next);
            if (splits.level(third) <= k) {
                in = third;
                e = splits.find(third, out);
            } else {
                e = next;
            }
        } while (e != edge);
        links.join();
        ring(k);
    }

    private void ring(int k) {
        Coordinate[] closed = new Coordinate[links.vertices() + 1];
        double twiceArea = 0;
        for (int i = 0; i + 1 < closed.length; i++) {
            closed[i] = new Coordinate(Math.rint(links.x(i) * UNITS) / DIGITS, Math.rint(links.y(i) * UNITS) / DIGITS);
            if (i > 1) {
                twiceArea += (closed[i - 1].x - closed[0].x) * (closed[i].y - closed[0].y)
                        - (closed[i - 1].y - closed[0].y) * (closed[i].x - closed[0].x);
            }
        }
        closed[closed.length - 1] = closed[0];
        if (Math.abs(twiceArea) / 2 >= leastArea || twiceArea > 0 && holdsKept(closed)) {
            parts[k].add(closed);
        }
    }

    private boolean holdsKept(Coordinate[] ring) {
        for (Coordinate place : kept) {
            if (org.locationtech.jts.algorithm.PointLocation.isInRing(place, ring)) {
                return true;
            }
        }
        return false;
    }
}
