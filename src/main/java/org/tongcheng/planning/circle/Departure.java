package org.tongcheng.planning.circle;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Origin;

/**
 * Where one sets out or arrives, and how that joins the streets.
 *
 * @param place  as asked for: {@code lon,lat} or {@code collection/id}
 * @param name   what people call it; the coordinates where it is a point
 * @param points those that stand for it
 */
record Departure(String place, Text name, List<Point> points) {

    /**
     * A point that stands for a place.
     *
     * @param at        longitude, latitude in degrees
     * @param rule      why this point, as in {@link Origin.Point}
     * @param metresOff how far it lies off the streets or the land, whole metres; null where it is too far from any and left out
     */
    record Point(Coordinate at, String rule, Long metresOff) {}

    static Departure of(Origin origin, Network network) {
        return new Departure(origin.place(), origin.name(), origin.standing(network).points().stream()
                .map(p -> new Point(p.at(), p.rule(), p.on(network).map(foothold -> Math.round(foothold.metresOff())).orElse(null))).toList());
    }
}
