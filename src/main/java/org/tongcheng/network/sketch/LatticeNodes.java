package org.tongcheng.network.sketch;

import java.util.List;

/**
 * The nodes of the lattice that stand on land, numbered row by row from the south and in each row from the west. Found by their
 * place without a table of the plane: each row keeps its runs of nodes side by side.
 */
final class LatticeNodes {

    private final int firstRow;
    private final int[] firstRun;
    private final int[] from;
    private final int[] to;
    private final int[] base;
    private final int count;

    /** @param rows joined stretches of the rows, in order */
    LatticeNodes(List<Land.Stretch> rows) {
        this.firstRow = rows.isEmpty() ? 0 : rows.get(0).line();
        int lastRow = rows.isEmpty() ? -1 : rows.get(rows.size() - 1).line();
        this.firstRun = new int[lastRow - firstRow + 2];
        this.from = new int[rows.size()];
        this.to = new int[rows.size()];
        this.base = new int[rows.size()];
        int nodes = 0;
        int runs = 0;
        int row = firstRow;
        for (Land.Stretch stretch : rows) {
            while (row < stretch.line()) {
                firstRun[++row - firstRow] = runs;
            }
            int west = (int) Math.ceil(stretch.start());
            int east = (int) Math.floor(stretch.end());
            if (west <= east) {
                from[runs] = west;
                to[runs] = east;
                base[runs++] = nodes;
                nodes += east - west + 1;
            }
        }
        while (row <= lastRow) {
            firstRun[++row - firstRow] = runs;
        }
        this.count = nodes;
    }

    int count() {
        return count;
    }

    /** Number of the node at {@code (i, j)}, or -1 where there is none. */
    int find(int i, int j) {
        int run = run(i, j);
        return run < 0 ? -1 : base[run] + i - from[run];
    }

    /** Whether both stand in one run, so that the row between them is land. */
    boolean inOneRun(int i, int otherI, int j) {
        int run = run(i, j);
        return run >= 0 && otherI >= from[run] && otherI <= to[run];
    }

    private int run(int i, int j) {
        int row = j - firstRow;
        if (row < 0 || row >= firstRun.length - 1) {
            return -1;
        }
        int low = firstRun[row];
        int high = firstRun[row + 1] - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (i > to[middle]) {
                low = middle + 1;
            } else if (i < from[middle]) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** Calls for every node in the order of their numbers. */
    void forEach(Visitor visitor) {
        for (int row = 0; row < firstRun.length - 1; row++) {
            for (int run = firstRun[row]; run < firstRun[row + 1]; run++) {
                for (int i = from[run]; i <= to[run]; i++) {
                    visitor.visit(base[run] + i - from[run], i, firstRow + row);
                }
            }
        }
    }

    /** Takes a node. */
    interface Visitor {

        void visit(int node, int i, int j);
    }
}
