package org.tongcheng.planning;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;

/**
 * A place that was asked about and the points that stand for it.
 *
 * @param place  as asked for: {@code lon,lat} or {@code collection/id}
 * @param name   what people call it; the coordinates where it is a point
 * @param points at least one
 */
public record Origin(String place, Text name, List<Point> points) {

    public Origin {
        points = List.copyOf(points);
    }

    /**
     * A point that stands for a place.
     *
     * @param at   longitude, latitude in degrees
     * @param rule why this point: point, seat, core-city-seat, farthest-from-border, stop, vertex or inside
     */
    public record Point(Coordinate at, String rule) {}
}
