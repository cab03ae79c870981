package org.tongcheng.reach;

import java.util.Arrays;

/** The triangles of a mesh by the square cell in which their middle lies. */
final class IsochroneCells {

    private final double cell;
    private final double minLon;
    private final double minLat;
    private final int columns;
    private final int rows;
    private final int[] start;
    private final int[] triangle;
    private final double largestMetres;

    IsochroneCells(IsochroneMesh mesh) {
        cell = IsochroneLattice.degrees(2 * mesh.spacingMetres);
        minLon = Arrays.stream(mesh.lon).min().orElse(0);
        minLat = Arrays.stream(mesh.lat).min().orElse(0);
        columns = 1 + (int) ((Arrays.stream(mesh.lon).max().orElse(0) - minLon) / cell);
        rows = 1 + (int) ((Arrays.stream(mesh.lat).max().orElse(0) - minLat) / cell);
        start = new int[columns * rows + 1];
        triangle = new int[mesh.triangles()];
        double largest = 0;
        int[] cellOf = new int[triangle.length];
        for (int t = 0; t < triangle.length; t++) {
            double lon = 0;
            double lat = 0;
            for (int i = 0; i < 3; i++) {
                lon += mesh.lon[mesh.corner[3 * t + i]] / 3;
                lat += mesh.lat[mesh.corner[3 * t + i]] / 3;
            }
            for (int i = 0; i < 3; i++) {
                int v = mesh.corner[3 * t + i];
                largest = Math.max(largest, squared(lon - mesh.lon[v]) + squared(lat - mesh.lat[v]));
            }
            cellOf[t] = (int) ((lat - minLat) / cell) * columns + (int) ((lon - minLon) / cell);
            start[cellOf[t] + 1]++;
        }
        for (int c = 0; c + 1 < start.length; c++) {
            start[c + 1] += start[c];
        }
        int[] fill = start.clone();
        for (int t = 0; t < triangle.length; t++) {
            triangle[fill[cellOf[t]]++] = t;
        }
        // A degree of longitude is taken as long as one of latitude: never too short, and without a cosine for each corner.
        largestMetres = IsochroneLattice.metres(0, 0, 0, Math.sqrt(largest));
    }

    private static double squared(double degrees) {
        return degrees * degrees;
    }

    /** Triangles that may come within so many metres of a place. */
    int[] near(double lon, double lat, double metres) {
        double dLat = IsochroneLattice.degrees(metres + largestMetres);
        double dLon = dLat / Math.cos(Math.toRadians(lat));
        int fromColumn = Math.max(0, (int) Math.floor((lon - dLon - minLon) / cell));
        int toColumn = Math.min(columns - 1, (int) Math.floor((lon + dLon - minLon) / cell));
        int fromRow = Math.max(0, (int) Math.floor((lat - dLat - minLat) / cell));
        int toRow = Math.min(rows - 1, (int) Math.floor((lat + dLat - minLat) / cell));
        int[] found = new int[64];
        int size = 0;
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                int c = row * columns + column;
                int count = start[c + 1] - start[c];
                if (size + count > found.length) {
                    found = Arrays.copyOf(found, 2 * (size + count));
                }
                System.arraycopy(triangle, start[c], found, size, count);
                size += count;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
