package org.tongcheng.reach;

import java.util.Arrays;

/**
 * Points far from every street, which nobody reaches: they keep areas from spreading over water and empty land. They stand in the
 * middles of square cells that have no street in themselves nor in the eight around, as far as three cells from a street; rows
 * are shifted against each other by a quarter of a cell.
 */
final class IsochroneEmpties {

    /** Side of a cell: land up to about one and a half times that far from streets may be filled in between them. */
    static final double CELL_METRES = 400;
    private static final int AWAY = 3;

    private final double rowUnits;
    private final double columnUnits;
    private final IsochroneEdges marked;
    private long[] cells = new long[1024];
    private int size;

    /** Around the pieces of street lines; {@code scale} is what a degree of longitude is worth in degrees of latitude. */
    IsochroneEmpties(IsochroneStreetLines lines, double scale) {
        rowUnits = CELL_METRES / IsochroneStreetLines.METRES_PER_UNIT;
        columnUnits = rowUnits / scale;
        marked = new IsochroneEdges(lines.points());
        for (int piece = 0; piece < lines.pieces(); piece++) {
            mark(lines, lines.from(piece), lines.to(piece));
        }
    }

    private void mark(IsochroneStreetLines lines, int u, int v) {
        double dx = lines.x(v) - lines.x(u);
        double dy = lines.y(v) - lines.y(u);
        int steps = 1 + (int) (2 * Math.max(Math.abs(dx) / columnUnits, Math.abs(dy) / rowUnits));
        for (int k = 0; k <= steps; k++) {
            long cell = cell((int) Math.floor((lines.x(u) + dx * k / steps) / columnUnits),
                    (int) Math.floor((lines.y(u) + dy * k / steps) / rowUnits));
            if (!marked.contains(cell)) {
                marked.put(cell, 1);
                cells = size == cells.length ? Arrays.copyOf(cells, 2 * size) : cells;
                cells[size++] = cell;
            }
        }
    }

    private static long cell(int column, int row) {
        return (column + (1L << 30)) << 32 | (row + (1L << 30));
    }

    /** Their places in units of 1e-7 degrees, x and y in turns, row by row. */
    double[] places() {
        IsochroneEdges found = new IsochroneEdges(size);
        long[] empty = new long[1024];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int column = (int) ((cells[i] >>> 32) - (1L << 30));
            int row = (int) ((cells[i] & 0xFFFFFFFFL) - (1L << 30));
            for (int dy = -AWAY; dy <= AWAY; dy++) {
                for (int dx = -AWAY; dx <= AWAY; dx++) {
                    long cell = cell(column + dx, row + dy);
                    if (!found.contains(cell) && isEmpty(column + dx, row + dy)) {
                        found.put(cell, 1);
                        empty = count == empty.length ? Arrays.copyOf(empty, 2 * count) : empty;
                        empty[count++] = cell;
                    }
                }
            }
        }
        return middles(Arrays.copyOf(empty, count));
    }

    private boolean isEmpty(int column, int row) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (marked.contains(cell(column + dx, row + dy))) {
                    return false;
                }
            }
        }
        return true;
    }

    private double[] middles(long[] empty) {
        Arrays.sort(empty);
        double[] places = new double[2 * empty.length];
        for (int i = 0; i < empty.length; i++) {
            int column = (int) ((empty[i] >>> 32) - (1L << 30));
            int row = (int) ((empty[i] & 0xFFFFFFFFL) - (1L << 30));
            places[2 * i] = Math.rint((column + ((row & 1) == 0 ? 0.375 : 0.625)) * columnUnits);
            places[2 * i + 1] = Math.rint((row + 0.5) * rowUnits);
        }
        return places;
    }
}
