package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which parts of a mesh belong to which page of nodes, so that only pages that are reached are looked at. An edge belongs to the
 * page of its lower end.
 *
 * <p>Threads: immutable, safe for any number.
 */
final class IsochroneStreetPages {

    private final IsochroneStreetMesh mesh;
    private final int[][] neighbours;
    /** Further places in the order of their edges, those of nodes left out. */
    private final int[] alsoByEdge;
    private final BitSet crossed;
    private final int[] alsoOfNodes;
    private final int[] alsoOfInner;
    private final int[][] crossedEdges;
    /** Corners beside an empty, or beside one whose page is not among the neighbours. */
    private final BitSet onRim;

    IsochroneStreetPages(IsochroneStreetMesh mesh) {
        this.mesh = mesh;
        int pages = mesh.pages();
        BitSet[] beside = new BitSet[pages];
        Arrays.setAll(beside, p -> new BitSet());
        for (int page = 0; page < pages; page++) {
            for (int c = mesh.innerOfPage(page); c < mesh.innerOfPage(page + 1); c++) {
                link(beside, page, mesh.edgeOf(c));
            }
        }
        alsoOfNodes = new int[pages + 1];
        alsoOfInner = new int[pages + 1];
        int also = 0;
        while (mesh.alsoCorner(also) >= 0) {
            int corner = mesh.alsoCorner(also);
            if (mesh.alsoEdge(also) >= 0) {
                link(beside, pageOf(corner), mesh.alsoEdge(also));
            } else {
                linkPages(beside, pageOf(corner), pageOfNode(-1 - mesh.alsoEdge(also)));
            }
            also++;
        }
        neighbours = new int[pages][];
        Arrays.setAll(neighbours, p -> beside[p].stream().toArray());
        firstOfPages(also);
        crossed = new BitSet();
        alsoByEdge = byEdge(also);
        crossedEdges = new int[pages][];
        listCrossed();
        onRim = new BitSet();
        for (int page = 0; page < pages; page++) {
            findRim(page, beside[page], page << IsochroneStreetMesh.PAGE_BITS,
                    Math.min(mesh.nodes, page + 1 << IsochroneStreetMesh.PAGE_BITS));
            findRim(page, beside[page], mesh.innerOfPage(page), mesh.innerOfPage(page + 1));
        }
    }

    private void findRim(int page, BitSet beside, int from, int to) {
        for (int corner = from; corner < to; corner++) {
            for (int e = mesh.first(corner); e < mesh.first(corner + 1); e++) {
                int other = mesh.head(e);
                if (other >= mesh.firstEmpty || pageOf(other) != page && !beside.get(pageOf(other))) {
                    onRim.set(corner);
                    break;
                }
            }
        }
    }

    /** Whether something lies beside a corner that is neither on its page nor on that page's neighbours. */
    boolean isOnRim(int corner) {
        return onRim.get(corner);
    }

    private void link(BitSet[] beside, int page, int edge) {
        linkPages(beside, pageOfNode(mesh.firstNode(edge)), pageOfNode(mesh.lastNode(edge)));
        beside[page].set(pageOfNode(mesh.firstNode(edge)));
        beside[page].set(pageOfNode(mesh.lastNode(edge)));
    }

    private static void linkPages(BitSet[] beside, int page, int other) {
        beside[page].set(other);
        beside[other].set(page);
    }

    static int pageOfNode(int node) {
        return node >>> IsochroneStreetMesh.PAGE_BITS;
    }

    /** The page a corner on a street belongs to. */
    private int pageOf(int corner) {
        if (corner < mesh.nodes) {
            return pageOfNode(corner);
        }
        int edge = mesh.edgeOf(corner);
        return pageOfNode(Math.min(mesh.firstNode(edge), mesh.lastNode(edge)));
    }

    private void firstOfPages(int also) {
        int nodes = 0;
        int inner = 0;
        for (int page = 0; page < mesh.pages(); page++) {
            while (nodes < also && mesh.alsoCorner(nodes) < Math.min(mesh.nodes, page << IsochroneStreetMesh.PAGE_BITS)) {
                nodes++;
            }
            alsoOfNodes[page] = nodes;
            while (inner < also && mesh.alsoCorner(inner) < mesh.innerOfPage(page)) {
                inner++;
            }
            alsoOfInner[page] = inner;
        }
        alsoOfNodes[mesh.pages()] = mesh.pages() == 0 ? 0 : alsoOfInner[0];
        alsoOfInner[mesh.pages()] = also;
    }

    private int[] byEdge(int also) {
        long[] order = new long[also];
        int size = 0;
        for (int i = 0; i < also; i++) {
            if (mesh.alsoEdge(i) >= 0) {
                order[size++] = (long) mesh.alsoEdge(i) << 32 | i;
                crossed.set(mesh.alsoEdge(i));
                crossed.set(mesh.alsoCorner(i) >= mesh.nodes ? mesh.edgeOf(mesh.alsoCorner(i)) : mesh.alsoEdge(i));
            }
        }
        Arrays.sort(order, 0, size);
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) order[i];
        }
        return sorted;
    }

    private void listCrossed() {
        int[] size = new int[crossedEdges.length];
        Arrays.fill(crossedEdges, new int[0]);
        for (int e = crossed.nextSetBit(0); e >= 0; e = crossed.nextSetBit(e + 1)) {
            int page = pageOfNode(Math.min(mesh.firstNode(e), mesh.lastNode(e)));
            if (size[page] == crossedEdges[page].length) {
                crossedEdges[page] = Arrays.copyOf(crossedEdges[page], 2 * size[page] + 4);
            }
            crossedEdges[page][size[page]++] = e;
        }
        for (int page = 0; page < size.length; page++) {
            crossedEdges[page] = Arrays.copyOf(crossedEdges[page], size[page]);
        }
    }

    /** Pages whose nodes the streets of this one lead to. */
    int[] neighbours(int page) {
        return neighbours[page];
    }

    /** Number of the first further place of the page's nodes; those of the page end where the next page's begin. */
    int alsoOfNodes(int page) {
        return alsoOfNodes[page];
    }

    int alsoOfInner(int page) {
        return alsoOfInner[page];
    }

    /** Whether the edge passes through corners that other streets pass through too. */
    boolean isCrossed(int edge) {
        return crossed.get(edge);
    }

    int[] crossedEdges(int page) {
        return crossedEdges[page];
    }

    /** Where the further places that lie on an edge begin in {@link #alsoByEdge}. */
    int firstByEdge(int edge) {
        int low = 0;
        int high = alsoByEdge.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (mesh.alsoEdge(alsoByEdge[middle]) < edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of the further place at this rank, or -1 behind the last. */
    int alsoByEdge(int rank) {
        return rank < alsoByEdge.length ? alsoByEdge[rank] : -1;
    }

    /** The first inner corner that has this edge for its own, or -1; the others follow it. */
    int firstInner(int edge) {
        int page = pageOfNode(Math.min(mesh.firstNode(edge), mesh.lastNode(edge)));
        int low = mesh.innerOfPage(page);
        int end = mesh.innerOfPage(page + 1);
        int high = end;
        while (low < high) {
            int middle = low + high >>> 1;
            if (mesh.edgeOf(middle) < edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < end && mesh.edgeOf(low) == edge ? low : -1;
    }
}
