package org.tongcheng.reach;

import java.util.Arrays;

/**
 * A mesh with corners added on streets for one drawing: where an origin stands between corners, and where a street is reached from
 * both ends but not in its middle. Edges of changed corners have numbers beyond those of the mesh.
 *
 * <p>Each corner has a level: the number of the first budget that reaches it. Threads: one.
 */
final class IsochroneSplits {

    /** The level of a corner that no budget reaches. */
    static final short NEVER = Short.MAX_VALUE;

    private final IsochroneStreetMesh mesh;
    private final short[] level;
    private final int corners;
    private final int edges;
    private IsochroneEdges blockOf = new IsochroneEdges(64);
    private final java.util.BitSet changed = new java.util.BitSet();
    private int[] more = new int[256];
    private int moreSize;
    private int added;
    private int[] line = new int[16];
    private double[] share = new double[16];
    private int[] before = new int[16];
    private int[] behind = new int[16];
    private double[] between = new double[16];
    private double[] x = new double[16];
    private double[] y = new double[16];
    private short[] addedLevel = new short[16];

    /** Takes the level of each of the mesh's corners. */
    IsochroneSplits(IsochroneStreetMesh mesh, short[] level) {
        this.mesh = mesh;
        this.level = level;
        this.corners = mesh.corners();
        this.edges = mesh.edges();
    }

    int corners() {
        return corners + added;
    }

    boolean isAdded(int corner) {
        return corner >= corners;
    }

    int line(int corner) {
        return line[corner - corners];
    }

    double share(int corner) {
        return share[corner - corners];
    }

    /** The mesh's own corner before an added one on its piece of street. */
    int before(int corner) {
        return before[corner - corners];
    }

    int behind(int corner) {
        return behind[corner - corners];
    }

    /** How far a corner lies between those of the mesh's own before and behind an added one, itself or another. */
    double shareBetween(int corner, int added) {
        return isAdded(corner) ? between[corner - corners] : corner == behind(added) ? 1 : 0;
    }

    short level(int corner) {
        return corner < corners ? level[corner] : addedLevel[corner - corners];
    }

    double x(int corner) {
        return corner < corners ? mesh.x(corner) : x[corner - corners];
    }

    double y(int corner) {
        return corner < corners ? mesh.y(corner) : y[corner - corners];
    }

    int first(int corner) {
        return corner < corners && !changed.get(corner) ? mesh.first(corner) : edges + 1 + blockOf.getOr(corner, -1);
    }

    /** Number after the corner's last edge. */
    int end(int corner) {
        if (corner < corners && !changed.get(corner)) {
            return mesh.first(corner + 1);
        }
        int block = blockOf.getOr(corner, -1);
        return edges + 1 + block + more[block];
    }

    int head(int e) {
        return e < edges ? mesh.head(e) : more[e - edges] & Integer.MAX_VALUE;
    }

    boolean isStreet(int e) {
        return e < edges ? mesh.isStreet(e) : more[e - edges] < 0;
    }

    /** Numbers of edges are below this. */
    int edges() {
        return edges + moreSize;
    }

    /** The edge from one corner to another, or -1. */
    int find(int from, int to) {
        int end = end(from);
        for (int e = first(from); e < end; e++) {
            if (head(e) == to) {
                return e;
            }
        }
        return -1;
    }

    /**
     * Puts a corner on the street between two.
     *
     * @param at      how far from {@code u} to {@code v}, between 0 and 1
     * @param onLine  the line it lies on, see {@link IsochroneStreetTimes}
     * @param onShare where on the line
     * @return its number, or -1 where no edge joins the two
     */
    int add(int u, int v, double at, int onLine, double onShare, short atLevel) {
        int e = find(u, v);
        if (e < 0) {
            return -1;
        }
        int p = corners + added;
        room();
        int other = isAdded(u) ? u : isAdded(v) ? v : p;
        before[added] = other == p ? u : before(other);
        behind[added] = other == p ? v : behind(other);
        between[added] = shareBetween(u, other) + at * (shareBetween(v, other) - shareBetween(u, other));
        line[added] = onLine;
        share[added] = onShare;
        x[added] = x(u) + at * (x(v) - x(u));
        y[added] = y(u) + at * (y(v) - y(u));
        addedLevel[added++] = atLevel;
        int first = first(u);
        int end = end(u);
        int left = head(e + 1 == end ? first : e + 1);
        int right = head(e == first ? end - 1 : e - 1);
        replace(u, v, p);
        replace(v, u, p);
        insert(left, u, p);
        insert(right, v, p);
        int block = block(4);
        more[block + 1] = v | Integer.MIN_VALUE;
        more[block + 2] = left;
        more[block + 3] = u | Integer.MIN_VALUE;
        more[block + 4] = right;
        blockOf.put(p, block);
        return p;
    }

    private void room() {
        if (added == line.length) {
            line = Arrays.copyOf(line, 2 * added);
            share = Arrays.copyOf(share, 2 * added);
            before = Arrays.copyOf(before, 2 * added);
            behind = Arrays.copyOf(behind, 2 * added);
            between = Arrays.copyOf(between, 2 * added);
            x = Arrays.copyOf(x, 2 * added);
            y = Arrays.copyOf(y, 2 * added);
            addedLevel = Arrays.copyOf(addedLevel, 2 * added);
        }
    }

    /** A new block of so many edges. */
    private int block(int size) {
        if (moreSize + size + 1 > more.length) {
            more = Arrays.copyOf(more, 2 * more.length + size);
        }
        int block = moreSize;
        more[block] = size;
        moreSize += size + 1;
        return block;
    }

    private void replace(int corner, int old, int now) {
        int e = find(corner, old);
        if (e < edges) {
            e = copy(corner, -1, 0) + e - mesh.first(corner);
        }
        more[e - edges] = now | Integer.MIN_VALUE;
    }

    /** Puts an edge to {@code p} behind the one to {@code before}. */
    private void insert(int corner, int before, int p) {
        if (corner < corners && corner >= mesh.firstEmpty) {
            return;
        }
        copy(corner, find(corner, before), p);
    }

    /** Copies a corner's edges, with one more behind the one given; returns the number of the first. */
    private int copy(int corner, int behind, int p) {
        int first = first(corner);
        int end = end(corner);
        int block = block(end - first + (behind < 0 ? 0 : 1));
        int at = block + 1;
        for (int e = first; e < end; e++) {
            more[at++] = e < edges ? mesh.head(e) | (mesh.isStreet(e) ? Integer.MIN_VALUE : 0) : more[e - edges];
            if (e == behind) {
                more[at++] = p;
            }
        }
        blockOf.put(corner, block);
        if (corner < corners) {
            changed.set(corner);
        }
        return edges + block + 1;
    }
}
