package org.tongcheng.reach;

import org.tongcheng.network.Streets;

/** How long a metre takes off the streets, near each node, for one way of travelling: the mean of the node's arcs. */
final class IsochronePace {

    private final IsochroneMesh mesh;
    private final Streets streets;
    private final int[] anchorMillis;
    private final double common;
    private final int longestArcMillis;

    IsochronePace(IsochroneMesh mesh, Streets streets) {
        this.mesh = mesh;
        this.streets = streets;
        double millis = 0;
        double metres = 0;
        int longest = 0;
        for (int v = 0; v < streets.nodes(); v++) {
            for (int e = streets.firstOut(v); e < streets.firstOut(v + 1); e++) {
                if (streets.millis(e) != Streets.UNREACHED) {
                    millis += streets.millis(e);
                    metres += mesh.metres(v, streets.head(e));
                    longest = Math.max(longest, streets.millis(e));
                }
            }
        }
        common = metres == 0 ? 1 : millis / metres;
        longestArcMillis = longest;
        anchorMillis = new int[mesh.anchor.length];
        for (int i = 0; i < anchorMillis.length; i++) {
            int node = mesh.anchor[i];
            anchorMillis[i] = node < 0 ? 0 : (int) Math.min(1e9, Math.ceil(mesh.anchorMetres[i] * millisPerMetre(node)));
        }
    }

    /** The longest time along any arc. */
    int longestArcMillis() {
        return longestArcMillis;
    }

    /** Around a node; a node without arcs has the mean of all. */
    private double millisPerMetre(int node) {
        double millis = 0;
        double metres = 0;
        for (int e = streets.firstOut(node); e < streets.firstOut(node + 1); e++) {
            if (streets.millis(e) != Streets.UNREACHED) {
                millis += streets.millis(e);
                metres += mesh.metres(node, streets.head(e));
            }
        }
        return metres == 0 ? common : millis / metres;
    }

    /** Whether a street joins two corners. */
    boolean isStreet(int a, int b) {
        return a < mesh.nodes && b < mesh.nodes && IsochroneLattice.arc(streets, a, b) >= 0;
    }

    /** Time along the street from one corner to another, or straight where no street joins them. */
    double wayMillis(int from, int to) {
        if (from < mesh.nodes && to < mesh.nodes) {
            int arc = IsochroneLattice.arc(streets, from, to);
            if (arc >= 0 && streets.millis(arc) != Streets.UNREACHED) {
                return streets.millis(arc);
            }
        }
        return Math.max(1, mesh.metres(from, to) * millisPerMetreAt(from));
    }

    /** Around a corner; at the shore as around the node it is reached from. */
    double millisPerMetreAt(int corner) {
        int node = corner < mesh.nodes ? corner : mesh.anchor[IsochroneMesh.ANCHORS * (corner - mesh.nodes)];
        return node < 0 ? common : millisPerMetre(node);
    }

    /** Times of all corners of the mesh from those of the nodes, into an array that may be longer. */
    void spread(int[] nodeMillis, int[] time) {
        System.arraycopy(nodeMillis, 0, time, 0, mesh.nodes);
        for (int v = mesh.nodes; v < mesh.lon.length; v++) {
            int slot = IsochroneMesh.ANCHORS * (v - mesh.nodes);
            long best = Streets.UNREACHED;
            for (int i = slot; i < slot + IsochroneMesh.ANCHORS && mesh.anchor[i] >= 0; i++) {
                if (nodeMillis[mesh.anchor[i]] != Streets.UNREACHED) {
                    best = Math.min(best, (long) nodeMillis[mesh.anchor[i]] + anchorMillis[i]);
                }
            }
            time[v] = (int) best;
        }
    }
}
