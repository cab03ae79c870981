package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A line between two stops that follow each other on it, both ways.
 *
 * @param corridor whose it is
 * @param from     the stop that the line's order names first; on a ring's last segment the last one
 * @param to       the other
 */
public record Segment(Corridor corridor, LineStop from, LineStop to) {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Its part of the corridor's course, longitude and latitude in degrees; over the ring's seam where it closes one. */
    public LineString course() {
        List<Coordinate> all = corridor.course();
        int start = from.stop().vertex();
        int end = to.stop().vertex();
        List<Coordinate> part = new ArrayList<>();
        if (start < end) {
            part.addAll(all.subList(start, end + 1));
        } else {
            part.addAll(all.subList(start, all.size()));
            part.addAll(all.subList(0, end + 1));
        }
        Coordinate[] copied = part.stream().map(Coordinate::new).toArray(Coordinate[]::new);
        return FACTORY.createLineString(copied.length > 1 ? copied : Arrays.copyOf(copied, 0));
    }
}
