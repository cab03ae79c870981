package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * The elimination tree of a contraction: the parent of a node is the first node, in the order of contraction, that it or anything
 * below it is joined to from below. Both ends of any edge then lie on one way to a root (Liu, 1990, doi:10.1137/0611010; found by union
 * with path compression).
 */
final class EliminationTree {

    private final int nodes;
    private final int[] parent;

    private EliminationTree(int nodes) {
        this.nodes = nodes;
        this.parent = new int[nodes];
        Arrays.fill(parent, -1);
    }

    /**
     * The nodes in preorder: what lies below a node follows it. Of several children that with the lowest node number below it comes
     * first.
     *
     * @param first edges upward of each rank, one longer than the ranks
     * @param above node at each edge's higher end
     * @param rank  of each node
     */
    static int[] preorder(Streets streets, int[] first, int[] above, int[] rank) {
        EliminationTree tree = new EliminationTree(rank.length);
        tree.grow(first, above, rank);
        int[] ranks = tree.preorder(tree.keys(streets));
        for (int p = 0; p < ranks.length; p++) {
            ranks[p] = streets.ordered(ranks[p]);
        }
        return ranks;
    }

    /** Finds parents, by rank. */
    private void grow(int[] first, int[] above, int[] rank) {
        int[] firstBelow = new int[nodes + 2];
        for (int node : above) {
            firstBelow[rank[node] + 2]++;
        }
        Arrays.parallelPrefix(firstBelow, Integer::sum);
        int[] below = new int[above.length];
        for (int r = 0; r < nodes; r++) {
            for (int e = first[r]; e < first[r + 1]; e++) {
                below[firstBelow[rank[above[e]] + 1]++] = r;
            }
        }
        int[] jump = new int[nodes];
        Arrays.fill(jump, -1);
        for (int r = 0; r < nodes; r++) {
            for (int e = firstBelow[r]; e < firstBelow[r + 1]; e++) {
                join(below[e], r, jump);
            }
        }
    }

    private void join(int from, int to, int[] jump) {
        int at = from;
        while (jump[at] >= 0 && jump[at] != to) {
            int next = jump[at];
            jump[at] = to;
            at = next;
        }
        if (jump[at] < 0 && at != to) {
            jump[at] = to;
            parent[at] = to;
        }
    }

    /** The lowest node number below each rank, itself included. */
    private int[] keys(Streets streets) {
        int[] key = new int[nodes];
        Arrays.setAll(key, streets::ordered);
        for (int r = 0; r < nodes; r++) {
            if (parent[r] >= 0) {
                key[parent[r]] = Math.min(key[parent[r]], key[r]);
            }
        }
        return key;
    }

    private int[] preorder(int[] key) {
        long[] byKey = new long[nodes];
        Arrays.setAll(byKey, r -> (long) key[r] << 32 | r);
        Arrays.sort(byKey);
        int[] firstChild = new int[nodes + 1];
        int[] next = new int[nodes];
        Arrays.fill(firstChild, -1);
        // Lists grow at their head: going from the lowest key up, each ends with the highest at its head, which is popped last.
        for (long entry : byKey) {
            int r = (int) entry;
            int at = parent[r] < 0 ? nodes : parent[r];
            next[r] = firstChild[at];
            firstChild[at] = r;
        }
        int[] order = new int[nodes];
        int[] stack = new int[nodes + 1];
        int size = 0;
        int count = 0;
        for (int r = firstChild[nodes]; r >= 0; r = next[r]) {
            stack[size++] = r;
        }
        while (size > 0) {
            int top = stack[--size];
            order[count++] = top;
            for (int r = firstChild[top]; r >= 0; r = next[r]) {
                stack[size++] = r;
            }
        }
        return order;
    }
}
