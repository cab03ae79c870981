package org.tongcheng.network.osm;

import java.util.Arrays;

/**
 * Streets as they come out of the file: nodes and edges in its order. Coordinates in 1e-7 degrees. What an edge takes is measured
 * for a car in milliseconds; on foot in millimetres, on a ferry in milliseconds; {@code Streets.UNREACHED} where that way is closed.
 */
final class RawStreets {

    private static final int FIRST_CAPACITY = 1024;

    final int[] lon;
    final int[] lat;
    int edges;
    int points;
    int[] from = new int[FIRST_CAPACITY];
    int[] to = new int[FIRST_CAPACITY];
    int[] along = new int[FIRST_CAPACITY];
    int[] against = new int[FIRST_CAPACITY];
    int[] firstPoint = new int[FIRST_CAPACITY + 1];
    byte[] roadClass = new byte[FIRST_CAPACITY];
    boolean[] ferry = new boolean[FIRST_CAPACITY];
    int[] pointLon = new int[FIRST_CAPACITY];
    int[] pointLat = new int[FIRST_CAPACITY];

    RawStreets(int[] lon, int[] lat) {
        this.lon = lon;
        this.lat = lat;
    }

    /** Adds an edge; its inner points are those added since the edge before. */
    void addEdge(int first, int last, int ownAlong, int ownAgainst, byte ownClass, boolean isFerry) {
        if (edges == from.length) {
            int capacity = grown(edges);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
            along = Arrays.copyOf(along, capacity);
            against = Arrays.copyOf(against, capacity);
            firstPoint = Arrays.copyOf(firstPoint, capacity + 1);
            roadClass = Arrays.copyOf(roadClass, capacity);
            ferry = Arrays.copyOf(ferry, capacity);
        }
        from[edges] = first;
        to[edges] = last;
        along[edges] = ownAlong;
        against[edges] = ownAgainst;
        roadClass[edges] = ownClass;
        ferry[edges++] = isFerry;
        firstPoint[edges] = points;
    }

    void addPoint(int ownLon, int ownLat) {
        if (points == pointLon.length) {
            pointLon = Arrays.copyOf(pointLon, grown(points));
            pointLat = Arrays.copyOf(pointLat, grown(points));
        }
        pointLon[points] = ownLon;
        pointLat[points++] = ownLat;
    }

    private static int grown(int size) {
        return Math.addExact(size, size / 2);
    }
}
