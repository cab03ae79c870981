package org.tongcheng.network.sketch;

/**
 * The triangular lattice of the plane: node {@code (i, j)} stands at {@code x = spacing (i + j / 2)}, {@code y = spacing j √3 / 2}
 * in {@link ConicPlane}. Its three families of straight lines are the rows ({@code j} fixed), the columns ({@code i} fixed, to the
 * north-east) and the diagonals ({@code i + j} fixed, to the north-west).
 *
 * @param spacing length of an edge in the plane, metres
 */
record Lattice(double spacing) {

    private static final double ROW = Math.sqrt(3) / 2;

    /** Lattice coordinates of a point in degrees; a node's are whole. */
    double[] coordinates(double lon, double lat) {
        double[] xy = ConicPlane.project(lon, lat);
        double b = xy[1] / (spacing * ROW);
        return new double[] {xy[0] / spacing - b / 2, b};
    }

    /** Longitude and latitude in degrees. */
    double[] lonLat(double a, double b) {
        return ConicPlane.unproject(spacing * (a + b / 2), spacing * ROW * b);
    }

    /** Distance in the plane, metres. */
    double planeMetres(double deltaA, double deltaB) {
        return spacing * Math.sqrt(deltaA * deltaA + deltaA * deltaB + deltaB * deltaB);
    }
}
