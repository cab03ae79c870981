package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * The plane cut into triangles along streets, frozen: what isochrones are drawn on where streets have courses.
 *
 * <p>Corners {@code 0 .. nodes - 1} are street nodes, then come the inner corners, which lie on streets between nodes, then the
 * empties, far from all streets. The edges that leave corner {@code v} stand anticlockwise at the numbers
 * {@code first(v) .. first(v + 1) - 1}; every two that follow each other span a triangle. A node without open streets, and all but
 * one of the nodes at one place, have no edges.
 *
 * <p>An inner corner lies at a share of one street edge's time; where streets cross without a junction it lies on others too.
 *
 * <p>Threads: immutable, safe for any number.
 */
final class IsochroneStreetMesh {

    /** Nodes whose inner corners stand together. */
    static final int PAGE_BITS = Pages.BITS;
    static final int PAGE_REST = Pages.SIZE - 1;
    private static final double WHOLE = 1 << 30;

    private final Streets streets;
    private final StreetShapes shapes;
    final int nodes;
    /** Number of the first empty. */
    final int firstEmpty;
    private final int[] first;
    private final int[] head;
    private final int[] x;
    private final int[] y;
    private final int[] edge;
    private final int[] share;
    private final int[] innerOfPage;
    /** Further places of corners on streets, by corner: a street edge and the share of its time, or -1 minus a node. */
    private final int[] alsoCorner;
    private final int[] alsoEdge;
    private final int[] alsoShare;
    private final BitSet also = new BitSet();
    private final BitSet parted = new BitSet();
    private final IsochroneEdges placeOf = new IsochroneEdges(16);

    private IsochroneStreetMesh(Streets streets, int[][] arrays) {
        this.streets = streets;
        this.shapes = streets.graph().shapes();
        this.nodes = streets.nodes();
        this.first = arrays[0];
        this.head = arrays[1];
        this.x = arrays[2];
        this.y = arrays[3];
        this.edge = arrays[4];
        this.share = arrays[5];
        this.innerOfPage = arrays[6];
        this.alsoCorner = arrays[7];
        this.alsoEdge = arrays[8];
        this.alsoShare = arrays[9];
        this.firstEmpty = nodes + edge.length;
        for (int i = 0; i < alsoCorner.length; i++) {
            also.set(alsoCorner[i]);
            if (alsoEdge[i] < 0) {
                placeOf.put(-1 - alsoEdge[i], alsoCorner[i]);
            } else {
                part(alsoEdge[i]);
            }
        }
        Arrays.stream(edge).forEach(this::part);
    }

    private void part(int streetEdge) {
        parted.set(shapes.along(streetEdge));
        parted.set(shapes.against(streetEdge));
    }

    /**
     * The mesh of streets that have courses, from their shelf.
     */
    static IsochroneStreetMesh of(Streets streets) {
        int[][] arrays = streets.shelf().arrays("isochrone-mesh-4", () -> new IsochroneStreetFreezing(streets).arrays());
        return new IsochroneStreetMesh(streets, arrays);
    }

    int corners() {
        return first.length - 1;
    }

    int edges() {
        return head.length;
    }

    int first(int corner) {
        return first[corner];
    }

    /** The corner an edge leads to. */
    int head(int e) {
        return head[e] & Integer.MAX_VALUE;
    }

    boolean isStreet(int e) {
        return head[e] < 0;
    }

    /** In units of 1e-7 degrees. */
    int x(int corner) {
        return corner < nodes ? streets.graph().lonUnits(corner) : x[corner - nodes];
    }

    int y(int corner) {
        return corner < nodes ? streets.graph().latUnits(corner) : y[corner - nodes];
    }

    /** In degrees. */
    Coordinate coordinate(int corner) {
        return new Coordinate(x(corner) / 1e7, y(corner) / 1e7);
    }

    /** The street edge an inner corner lies on. */
    int edgeOf(int corner) {
        return edge[corner - nodes];
    }

    /** How far along the edge's time. */
    double shareOf(int corner) {
        return share[corner - nodes] / WHOLE;
    }

    int pages() {
        return innerOfPage.length - 1;
    }

    /** Number of the first inner corner that belongs to a page of nodes. */
    int innerOfPage(int page) {
        return innerOfPage[page];
    }

    boolean hasAlso(int corner) {
        return also.get(corner);
    }

    /** Number of the corner's first further place; those that follow are its own while {@link #alsoCorner} says so. */
    int firstAlso(int corner) {
        int i = Arrays.binarySearch(alsoCorner, corner);
        while (i > 0 && alsoCorner[i - 1] == corner) {
            i--;
        }
        return i;
    }

    int alsoCorner(int i) {
        return i < alsoCorner.length ? alsoCorner[i] : -1;
    }

    int alsoEdge(int i) {
        return alsoEdge[i];
    }

    double alsoShare(int i) {
        return alsoShare[i] / WHOLE;
    }

    static int share(double share) {
        return (int) Math.rint(share * WHOLE);
    }

    /** Whether there are corners on an arc between its ends. */
    boolean isParted(int arc) {
        return parted.get(arc);
    }

    /** The node whose corner stands for a node: itself, or another one at the same place. */
    int placeOf(int node) {
        return first[node] < first[node + 1] ? node : placeOf.getOr(node, node);
    }

    int firstNode(int streetEdge) {
        return IsochroneStreetLines.first(shapes, streets, streetEdge);
    }

    int lastNode(int streetEdge) {
        return IsochroneStreetLines.last(shapes, streets, streetEdge);
    }

    StreetShapes shapes() {
        return shapes;
    }

    long bytes() {
        return 4L * (first.length + head.length + x.length + y.length + edge.length + share.length + innerOfPage.length
                + 3L * alsoCorner.length) + also.size() / 8 + parted.size() / 8;
    }
}
