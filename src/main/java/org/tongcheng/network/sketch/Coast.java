package org.tongcheng.network.sketch;

import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * The coast, coarse: tells the end of the land at the sea from the end of the land that is loaded, which the units alone cannot.
 */
final class Coast {

    private final List<List<Coordinate>> lines;
    private final double metres;

    /**
     * @param lines  runs of points, longitude and latitude in degrees
     * @param metres how near a line is at the coast
     */
    Coast(List<List<Coordinate>> lines, double metres) {
        this.lines = lines.stream().map(line -> line.stream().map(Coast::plane).toList()).toList();
        this.metres = metres;
    }

    boolean isNear(double lon, double lat) {
        Coordinate at = plane(new Coordinate(lon, lat));
        for (List<Coordinate> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                if (Distance.pointToSegment(at, line.get(i - 1), line.get(i)) <= metres) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Coordinate plane(Coordinate degrees) {
        double[] xy = ConicPlane.project(degrees.x, degrees.y);
        return new Coordinate(xy[0], xy[1]);
    }
}
