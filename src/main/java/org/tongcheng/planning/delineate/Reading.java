package org.tongcheng.planning.delineate;

import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Unit;

/**
 * What is known of a tile.
 *
 * @param tile         the unit
 * @param areaKm2      its land, km²
 * @param point        what stands for it in travel times
 * @param joined       whether that point joins the streets
 * @param seconds      from the core's seat to its own, rounded up; null where that takes longer than is looked for or nothing joins
 * @param errorSeconds how much more or less it could be by how exactly both seats are known; null where nobody states that
 * @param rate         of its residents who work in the core; null where no flow is on record
 * @param core         whether it is the core, a part of it or holds it
 */
record Reading(Unit tile, double areaKm2, Origin.Point point, boolean joined, Integer seconds, Integer errorSeconds, Flows.Rate rate,
        boolean core) {

    String adcode() {
        return tile.adcode();
    }
}
