package org.tongcheng.planning.continuity;

import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;

/**
 * A place where a road does not go on over a border as it came.
 *
 * @param kind      dead-end, offset or class-change
 * @param certainty certain or uncertain
 * @param reason    why it is uncertain; null where it is certain
 * @param gapM      geodesic metres between both ends; of a dead end from the road's end to the border
 * @param gapErrorM how far off the gap may be by the stated accuracies, metres; null where nobody stated them
 * @param from      the end that stops short, or the side of the higher class
 * @param to        the end across the border; of a dead end the nearest place of the border, without a road
 * @param border    that both stand at
 * @param join      what joining them would save; null where there is nothing to join or the two meet
 */
record Finding(String kind, String certainty, String reason, double gapM, Double gapErrorM, Side from, Side to, Border border, Join join) {

    static final String DEAD_END = "dead-end";
    static final String OFFSET = "offset";
    static final String CLASS_CHANGE = "class-change";
    static final String CERTAIN = "certain";
    static final String UNCERTAIN = "uncertain";

    /**
     * One end.
     *
     * @param road      {@code corridors/id} or {@code streets/lon,lat}; null where there is none
     * @param roadClass expressway, arterial, bridge, tunnel, motorway, trunk, primary or secondary
     * @param accuracyM as drawn, metres; null where nobody stated it
     * @param toBorderM from the end to the border, metres
     * @param faces     whether the road leads towards the other end; null where there is no road
     */
    record Side(String road, Text name, String roadClass, Coordinate at, String unit, Text unitName, Double accuracyM, Double toBorderM,
            Boolean faces) {}

    /**
     * @param level     county (within a prefecture) or prefecture
     * @param of        units within the area, or area where one of them lies outside it
     * @param accuracyM as drawn, metres; null where nobody stated it
     */
    record Border(String level, String of, Double accuracyM) {}

    /**
     * A line put in between the end and the nearest entrance to a road across the border.
     *
     * @param road          that it leads to
     * @param metres        geodesic length
     * @param secondsBefore without it; null where there is no way within four hours
     * @param secondsAfter  with it
     * @param secondsGained null where there was no way before
     */
    record Join(String road, Coordinate at, double metres, Integer secondsBefore, Integer secondsAfter, Integer secondsGained) {}

    Finding withJoin(Join other) {
        return new Finding(kind, certainty, reason, gapM, gapErrorM, from, to, border, other);
    }
}
