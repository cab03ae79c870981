package org.tongcheng.planning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;

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

    /** The same as it stands in a network: between stations those that stand for it, else its points. */
    public Origin standing(Network network) {
        if (!network.isOfStations()) {
            return this;
        }
        Map<String, Point> stations = new LinkedHashMap<>();
        for (Point point : points) {
            point.on(network).ifPresent(foothold -> Arrays.stream(foothold.nodes()).mapToObj(network::place).forEach(place -> stations.putIfAbsent(
                    place.stop(), new Point(new Coordinate(place.foothold().lon(), place.foothold().lat()), "station"))));
        }
        return stations.isEmpty() ? this : new Origin(place, name, List.copyOf(stations.values()));
    }

    /**
     * A point that stands for a place.
     *
     * @param at     longitude, latitude in degrees
     * @param rule   why this point: point, seat, core-city-seat, farthest-from-border, stop, vertex or inside; station, where stations stand for it
     * @param extent of the unit that it stands for, which profiles between stations take instead; null where it is no unit's
     */
    public record Point(Coordinate at, String rule, Geometry extent) {

        public Point(Coordinate at, String rule) {
            this(at, rule, null);
        }

        /** Where it joins a network; empty where it is too far from any street or station. */
        public Optional<Foothold> on(Network network) {
            return network.find(at.x, at.y, extent);
        }
    }
}
