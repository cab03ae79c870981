package org.tongcheng.network.osm;

import java.util.Arrays;

/** Numbers raw streets anew: nodes along a Hilbert curve, without those that no edge joins; edges by their ends; arcs by their tails. */
final class StreetLayout {

    private final RawStreets raw;
    /** Raw numbers of the nodes that stay, in the new order. */
    private final int[] rawNode;
    private final int[] newNode;

    private StreetLayout(RawStreets raw) {
        this.raw = raw;
        int[] used = used();
        int[] lon = new int[used.length];
        int[] lat = new int[used.length];
        for (int i = 0; i < used.length; i++) {
            lon[i] = raw.lon[used[i]];
            lat[i] = raw.lat[used[i]];
        }
        int[] order = Hilbert.order(lon, lat);
        this.rawNode = new int[used.length];
        this.newNode = new int[raw.lon.length];
        for (int node = 0; node < order.length; node++) {
            rawNode[node] = used[order[node]];
            newNode[rawNode[node]] = node;
        }
    }

    /** The streets, not yet with an order of contraction nor with open ends. */
    static StreetArrays of(RawStreets raw) {
        return new StreetLayout(raw).laidOut();
    }

    private int[] used() {
        boolean[] isUsed = new boolean[raw.lon.length];
        for (int edge = 0; edge < raw.edges; edge++) {
            isUsed[raw.from[edge]] = true;
            isUsed[raw.to[edge]] = true;
        }
        int[] used = new int[isUsed.length];
        int count = 0;
        for (int node = 0; node < isUsed.length; node++) {
            if (isUsed[node]) {
                used[count++] = node;
            }
        }
        return Arrays.copyOf(used, count);
    }

    private int first(int rawEdge) {
        return Math.min(newNode[raw.from[rawEdge]], newNode[raw.to[rawEdge]]);
    }

    private int last(int rawEdge) {
        return Math.max(newNode[raw.from[rawEdge]], newNode[raw.to[rawEdge]]);
    }

    private boolean turned(int rawEdge) {
        return newNode[raw.from[rawEdge]] > newNode[raw.to[rawEdge]];
    }

    /** Raw edges by their first node, then their last, then as in the file: two stable counting sorts. */
    private int[] edgeOrder() {
        int[] order = new int[raw.edges];
        for (int edge = 0; edge < order.length; edge++) {
            order[edge] = edge;
        }
        return sorted(sorted(order, false), true);
    }

    private int[] sorted(int[] order, boolean byFirst) {
        int[] start = new int[rawNode.length + 1];
        for (int edge : order) {
            start[(byFirst ? first(edge) : last(edge)) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] sorted = new int[order.length];
        for (int edge : order) {
            sorted[start[byFirst ? first(edge) : last(edge)]++] = edge;
        }
        return sorted;
    }

    private StreetArrays laidOut() {
        int[] order = edgeOrder();
        int[] firstOut = new int[rawNode.length + 1];
        for (int edge : order) {
            firstOut[first(edge) + 1]++;
            firstOut[last(edge) + 1]++;
        }
        Arrays.parallelPrefix(firstOut, Integer::sum);
        int[] next = Arrays.copyOf(firstOut, rawNode.length);
        int[] head = new int[2 * order.length];
        int[] measure = new int[head.length];
        int[] along = new int[order.length];
        int[] against = new int[order.length];
        byte[] roadClass = new byte[order.length];
        int[] ferries = new int[order.length];
        int ferryCount = 0;
        for (int edge = 0; edge < order.length; edge++) {
            int rawEdge = order[edge];
            boolean turned = turned(rawEdge);
            along[edge] = next[first(rawEdge)]++;
            against[edge] = next[last(rawEdge)]++;
            head[along[edge]] = last(rawEdge);
            head[against[edge]] = first(rawEdge);
            measure[along[edge]] = turned ? raw.against[rawEdge] : raw.along[rawEdge];
            measure[against[edge]] = turned ? raw.along[rawEdge] : raw.against[rawEdge];
            roadClass[edge] = raw.roadClass[rawEdge];
            if (raw.ferry[rawEdge]) {
                ferries[ferryCount++] = edge;
            }
        }
        int[][] points = points(order);
        return new StreetArrays(nodes(raw.lon), nodes(raw.lat), firstOut, head, along, against, points[0], points[1], points[2], roadClass,
                measure, Arrays.copyOf(ferries, ferryCount), new int[0], null);
    }

    private int[] nodes(int[] rawCoordinates) {
        int[] own = new int[rawNode.length];
        for (int node = 0; node < own.length; node++) {
            own[node] = rawCoordinates[rawNode[node]];
        }
        return own;
    }

    /** First point of each edge, longitudes and latitudes, from each edge's first node to its last. */
    private int[][] points(int[] order) {
        int[] firstPoint = new int[order.length + 1];
        int[] lon = new int[raw.points];
        int[] lat = new int[raw.points];
        int point = 0;
        for (int edge = 0; edge < order.length; edge++) {
            int start = raw.firstPoint[order[edge]];
            int end = raw.firstPoint[order[edge] + 1];
            boolean turned = turned(order[edge]);
            for (int i = start; i < end; i++) {
                int from = turned ? start + end - 1 - i : i;
                lon[point] = raw.pointLon[from];
                lat[point++] = raw.pointLat[from];
            }
            firstPoint[edge + 1] = point;
        }
        return new int[][] {firstPoint, lon, lat};
    }
}
