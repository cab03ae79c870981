package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Traces what a field reaches within a budget: in each triangle with corners on both sides one piece of boundary from cut to
 * cut, along the land's outline what lies within, and all of it joined into rings by the edges and corners they name (marching
 * triangles).
 *
 * <p>Budgets nest exactly: where a smaller budget's boundary meets the outline, the larger one's has a vertex at the same place.
 */
final class IsochroneContour {

    private final IsochroneField field;
    private final int[] budgets;

    /** Takes budgets in milliseconds, rising. */
    IsochroneContour(IsochroneField field, int[] budgets) {
        this.field = field;
        this.budgets = budgets;
    }

    /** What is reached within the k-th budget. */
    MultiPolygon polygons(int k) {
        IsochroneRings rings = new IsochroneRings();
        IsochroneMesh mesh = field.mesh();
        int budget = budgets[k];
        for (int t : field.whole()) {
            march(rings, mesh.corner[3 * t], mesh.corner[3 * t + 1], mesh.corner[3 * t + 2], budget);
        }
        int[] added = field.added();
        for (int i = 0; i < added.length; i += 3) {
            march(rings, added[i], added[i + 1], added[i + 2], budget);
        }
        for (int r = 0; r < mesh.rim.length; r += 2) {
            follow(rings, mesh.rim[r], mesh.rim[r + 1], k);
        }
        return rings.polygons();
    }

    private void march(IsochroneRings rings, int a, int b, int c, int budget) {
        boolean inA = field.millis(a) <= budget;
        boolean inB = field.millis(b) <= budget;
        boolean inC = field.millis(c) <= budget;
        if (inA == inB && inB == inC) {
            return;
        }
        if (inA == inB) {
            piece(rings, c, a, b, inC, budget);
        } else if (inB == inC) {
            piece(rings, a, b, c, inA, budget);
        } else {
            piece(rings, b, c, a, inB, budget);
        }
    }

    /** Of a triangle whose corner {@code alone} is on the other side than {@code next} and {@code last}. */
    private void piece(IsochroneRings rings, int alone, int next, int last, boolean inside, int budget) {
        Coordinate toNext = inside ? field.cut(alone, next, budget) : field.cut(next, alone, budget);
        Coordinate toLast = inside ? field.cut(alone, last, budget) : field.cut(last, alone, budget);
        long keyNext = IsochroneEdges.key(alone, next);
        long keyLast = IsochroneEdges.key(alone, last);
        if (inside) {
            rings.add(keyNext, keyLast, toNext, toLast);
        } else {
            rings.add(keyLast, keyNext, toLast, toNext);
        }
    }

    /** What lies within the budget of an edge of the outline. */
    private void follow(IsochroneRings rings, int a, int b, int k) {
        int budget = budgets[k];
        boolean inA = field.millis(a) <= budget;
        boolean inB = field.millis(b) <= budget;
        if (!inA && !inB) {
            return;
        }
        List<Coordinate> along = new ArrayList<>();
        along.add(inA ? field.coordinate(a) : field.cut(b, a, budget));
        if (inA) {
            for (int j = 0; j < k; j++) {
                addCut(along, a, b, j);
            }
        }
        if (inB) {
            for (int j = k - 1; j >= 0; j--) {
                addCut(along, b, a, j);
            }
        }
        along.add(inB ? field.coordinate(b) : field.cut(a, b, budget));
        long key = IsochroneEdges.key(a, b);
        rings.add(inA ? IsochroneEdges.key(a, a) : key, inB ? IsochroneEdges.key(b, b) : key, along.toArray(Coordinate[]::new));
    }

    /** The cut of a smaller budget that reaches {@code in} alone, unless it falls on the same place as the one before. */
    private void addCut(List<Coordinate> along, int in, int out, int j) {
        if (field.millis(in) <= budgets[j] && field.millis(out) > budgets[j]) {
            Coordinate cut = field.cut(in, out, budgets[j]);
            if (!cut.equals2D(along.get(along.size() - 1))) {
                along.add(cut);
            }
        }
    }
}
