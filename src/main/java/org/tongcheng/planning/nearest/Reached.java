package org.tongcheng.planning.nearest;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;

/**
 * A feature that is reached.
 *
 * @param rank      1 for the nearest
 * @param feature   {@code collection/id}
 * @param name      what it is called
 * @param seconds   to the soonest reached of the points that stand for it, rounded up
 * @param at        that point, longitude, latitude in degrees
 * @param rule      why that point stands for it: point, seat, inside, stop, vertex and so on
 * @param corridors ids of those ridden on the way, in the order of travel
 * @param rides     the same with the stops where one boards and leaves each
 * @param accuracyM of the feature, metres; null where nobody states it
 * @param method    how its geometry came to be; null where nobody states it
 */
record Reached(int rank, String feature, Text name, int seconds, Coordinate at, String rule, List<String> corridors,
        List<Ridden> rides, Double accuracyM, String method) {

    Reached {
        corridors = List.copyOf(corridors);
        rides = List.copyOf(rides);
    }
}
