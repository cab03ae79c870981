package org.tongcheng.planning.connectivity;

import java.util.Arrays;

/**
 * Components, cut links and cut nodes of an undirected graph, by one depth-first walk in linear time (Tarjan, Depth-first search and
 * linear graph algorithms, 1972, doi:10.1137/0201010). Several links between two nodes are told apart; a link from a node to itself
 * cuts nothing. Threads: immutable once built.
 */
final class CutGraph {

    private static final int NONE = -1;

    private final int[] from;
    private final int[] to;
    /** Links of a node are {@code links[first[node]]} up to {@code links[first[node + 1] - 1]}. */
    private final int[] first;
    private final int[] links;
    private final int[] component;
    private final int[] componentSize;
    /** When the walk came to a node, and the earliest node that it or anything below it is linked to. */
    private final int[] order;
    private final int[] low;
    /** The link by which the walk came to a node, and how many nodes hang below, itself included. */
    private final int[] parentLink;
    private final int[] below;
    private int components;
    private int walked;

    /** @param from one end of each link, {@code to} the other; nodes are numbered from 0 */
    CutGraph(int nodes, int[] from, int[] to) {
        this.from = from.clone();
        this.to = to.clone();
        this.first = new int[nodes + 2];
        this.links = new int[2 * from.length];
        this.component = new int[nodes];
        this.componentSize = new int[nodes];
        this.order = new int[nodes];
        this.low = new int[nodes];
        this.parentLink = new int[nodes];
        this.below = new int[nodes];
        index(nodes);
        Arrays.fill(order, NONE);
        int[] next = first.clone();
        int[] path = new int[nodes];
        for (int root = 0; root < nodes; root++) {
            if (order[root] == NONE) {
                walk(root, next, path);
                componentSize[components++] = below[root];
            }
        }
    }

    private void index(int nodes) {
        for (int link = 0; link < from.length; link++) {
            first[from[link] + 2]++;
            first[to[link] + 2]++;
        }
        for (int node = 2; node < nodes + 2; node++) {
            first[node] += first[node - 1];
        }
        for (int link = 0; link < from.length; link++) {
            links[first[from[link] + 1]++] = link;
            links[first[to[link] + 1]++] = link;
        }
    }

    /** Depth first without recursion: lines of thousands of stops are deep. */
    private void walk(int root, int[] next, int[] path) {
        int depth = 0;
        path[0] = root;
        enter(root, NONE);
        while (depth >= 0) {
            int node = path[depth];
            if (next[node] == first[node + 1]) {
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                    below[path[depth]] += below[node];
                }
                continue;
            }
            int link = links[next[node]++];
            int other = other(link, node);
            if (order[other] == NONE) {
                path[++depth] = other;
                enter(other, link);
            } else if (link != parentLink[node]) {
                low[node] = Math.min(low[node], order[other]);
            }
        }
    }

    private void enter(int node, int link) {
        order[node] = walked;
        low[node] = walked++;
        parentLink[node] = link;
        below[node] = 1;
        component[node] = components;
    }

    private int other(int link, int node) {
        return from[link] == node ? to[link] : from[link];
    }

    int components() {
        return components;
    }

    int componentOf(int node) {
        return component[node];
    }

    /** How many nodes the smaller part has that falls off when the link is cut; 0 where none does. */
    int cutOffByLink(int link) {
        int child = parentLink[to[link]] == link ? to[link] : from[link];
        boolean cuts = parentLink[child] == link && low[child] == order[child];
        return cuts ? Math.min(below[child], componentSize[component[child]] - below[child]) : 0;
    }

    /** How many nodes fall off the largest part that is left when the node is taken out; 0 where what is left hangs together. */
    int cutOffByNode(int node) {
        int others = componentSize[component[node]] - 1;
        int hanging = 0;
        int largest = 0;
        for (int at = first[node]; at < first[node + 1]; at++) {
            int child = other(links[at], node);
            if (parentLink[child] == links[at] && child != node && low[child] >= order[node]) {
                hanging += below[child];
                largest = Math.max(largest, below[child]);
            }
        }
        return others - Math.max(largest, others - hanging);
    }
}
