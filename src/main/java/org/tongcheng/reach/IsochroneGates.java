package org.tongcheng.reach;

/**
 * Where on an edge of the mesh the boundary of a budget may pass: on a street near the point where the budget runs out, elsewhere in
 * the middle part. Budgets that cross the same edge have gates that follow each other without touching.
 *
 * <p>Threads: one.
 */
final class IsochroneGates {

    /** Off the streets the outer quarters of an edge stay clear, so that a boundary does not run along a street. */
    private static final double CLEAR = 0.25;
    /** How far from a street a boundary may run where nothing is beyond. */
    private static final double BEYOND_METRES = 150;
    private static final double CORNER_METRES = 0.3;

    private final IsochroneStreetMesh mesh;
    private final IsochroneSplits splits;
    private final IsochroneStreetTimes times;
    private final int[] budgets;
    private final double halfMetres;
    private final double scale;
    private double from;
    private double to;

    /** @param halfMetres how far from its cut the boundary may cross a street */
    IsochroneGates(IsochroneStreetMesh mesh, IsochroneSplits splits, IsochroneStreetTimes times, int[] budgets, double halfMetres,
            double scale) {
        this.mesh = mesh;
        this.splits = splits;
        this.times = times;
        this.budgets = budgets;
        this.halfMetres = halfMetres;
        this.scale = scale;
    }

    /** Adds the gate of the k-th budget on the edge from a corner within to one beyond. */
    void add(int in, int out, boolean street, int k, IsochroneLinks links) {
        double ax = splits.x(in);
        double ay = splits.y(in);
        double dx = splits.x(out) - ax;
        double dy = splits.y(out) - ay;
        int crossing = Math.min(splits.level(out), budgets.length) - splits.level(in);
        if (street && lay(in, out)) {
            onStreet(k, k - splits.level(in), crossing, metres(dx, dy));
        } else {
            boolean empty = out >= mesh.firstEmpty && out < mesh.corners();
            offStreet(k - splits.level(in), crossing, empty ? BEYOND_METRES / metres(dx, dy) : 1);
        }
        links.add(ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy);
    }

    private double metres(double dx, double dy) {
        return Math.sqrt(dx * scale * (dx * scale) + dy * dy) * IsochroneStreetLines.METRES_PER_UNIT;
    }

    /**
     * @param rank    of the budget among those that cross the edge
     * @param farthest share of the edge
     */
    private void offStreet(int rank, int crossing, double farthest) {
        double most = Math.min(1 - CLEAR, farthest);
        double least = Math.min(CLEAR, most / 2);
        double each = (most - least) / crossing;
        double margin = crossing > 1 ? 0.1 : 0;
        from = least + each * (rank + margin);
        to = least + each * (rank + 1 - margin);
    }

    /** @param rank of the budget among those that cross the edge */
    private void onStreet(int k, int rank, int crossing, double metres) {
        double corner = Math.min(0.2, CORNER_METRES / metres);
        double here = place(k, rank, crossing, corner);
        double before = rank == 0 ? 0 : place(k - 1, rank - 1, crossing, corner);
        double after = rank + 1 == crossing ? 1 : place(k + 1, rank + 1, crossing, corner);
        double half = halfMetres / metres;
        from = here - Math.min(half, (here - before) * (rank == 0 ? 0.8 : 0.4));
        to = here + Math.min(half, (after - here) * (rank + 1 == crossing ? 0.8 : 0.4));
    }

    /** Where the budget runs out, a share of the edge, off its ends and beyond earlier budgets. */
    private double place(int k, int rank, int crossing, double corner) {
        double step = corner / crossing;
        return Math.max(step * (rank + 1), Math.min(1 - step * (crossing - rank), times.cut(budgets[k])));
    }

    /** Puts the pieces of street between two corners, added ones among them, at hand. */
    private boolean lay(int u, int v) {
        return splits.isAdded(u) || splits.isAdded(v) ? times.layPart(u, v, splits) : times.lay(u, v);
    }
}
