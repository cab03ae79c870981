package org.tongcheng.reach;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

/** Line segments in square cells, to be asked which triangles they cross. */
final class IsochroneSegments {

    private final double cell;
    private final Coordinate[] from;
    private final Coordinate[] to;
    private final IsochroneEdges firstInCell;
    private int[] segment = new int[1024];
    private int[] next = new int[1024];
    private int entries;

    /** Takes the segments of rings. The cells are squares of this many degrees. */
    IsochroneSegments(List<Coordinate[]> rings, double cell) {
        this.cell = cell;
        int count = rings.stream().mapToInt(r -> r.length - 1).sum();
        from = new Coordinate[count];
        to = new Coordinate[count];
        firstInCell = new IsochroneEdges(2 * count);
        int n = 0;
        for (Coordinate[] ring : rings) {
            for (int k = 0; k + 1 < ring.length; k++) {
                from[n] = ring[k];
                to[n] = ring[k + 1];
                enter(n++);
            }
        }
    }

    private void enter(int s) {
        for (int i = cellOf(Math.min(from[s].x, to[s].x)); i <= cellOf(Math.max(from[s].x, to[s].x)); i++) {
            for (int j = cellOf(Math.min(from[s].y, to[s].y)); j <= cellOf(Math.max(from[s].y, to[s].y)); j++) {
                if (entries == segment.length) {
                    segment = Arrays.copyOf(segment, 2 * entries);
                    next = Arrays.copyOf(next, 2 * entries);
                }
                long key = key(i, j);
                segment[entries] = s;
                next[entries] = firstInCell.getOr(key, IsochroneEdges.NONE);
                firstInCell.put(key, entries++);
            }
        }
    }

    private int cellOf(double degrees) {
        return (int) Math.floor((degrees + 360) / cell);
    }

    private static long key(int i, int j) {
        return (long) i << 32 | j;
    }

    /** Whether a segment runs across an edge of the triangle, or has an end on an edge that is no corner of it. */
    boolean cross(Coordinate a, Coordinate b, Coordinate c) {
        int maxI = cellOf(Math.max(a.x, Math.max(b.x, c.x)));
        int maxJ = cellOf(Math.max(a.y, Math.max(b.y, c.y)));
        for (int i = cellOf(Math.min(a.x, Math.min(b.x, c.x))); i <= maxI; i++) {
            for (int j = cellOf(Math.min(a.y, Math.min(b.y, c.y))); j <= maxJ; j++) {
                for (int e = firstInCell.getOr(key(i, j), -1); e >= 0; e = next[e]) {
                    Coordinate p = from[segment[e]];
                    Coordinate q = to[segment[e]];
                    if (crosses(p, q, a, b) || crosses(p, q, b, c) || crosses(p, q, c, a)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean crosses(Coordinate p, Coordinate q, Coordinate a, Coordinate b) {
        int sideP = Orientation.index(a, b, p);
        int sideQ = Orientation.index(a, b, q);
        if (sideP == 0 && between(a, b, p) || sideQ == 0 && between(a, b, q)) {
            return true;
        }
        return sideP * sideQ < 0 && Orientation.index(p, q, a) * Orientation.index(p, q, b) < 0;
    }

    /** Whether a point on the line through both lies strictly between them. */
    private static boolean between(Coordinate a, Coordinate b, Coordinate p) {
        return (p.x - a.x) * (p.x - b.x) + (p.y - a.y) * (p.y - b.y) < 0;
    }
}
