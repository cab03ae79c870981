package org.tongcheng.planning.circle;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;

/**
 * What lies within a time budget.
 *
 * @param minutes      the budget
 * @param fromMinutes  where the band begins; 0 where the whole area is given
 * @param origin       the place it is counted from or to; null where it is several together
 * @param areaKm2      land on the ellipsoid, km²; null where one goes from station to station, as are the people
 * @param units        of the finest tiling, those reached in part or whole, by adcode
 * @param population   people in it
 * @param stops        stops within the budget, soonest first
 * @param corridors    those that shortest ways use, by id
 * @param truncated    whether the network ends before the budget does, so that more may be reached in truth
 * @param border       where it ends; null where it does not
 * @param comparedWith what has changed since the date compared with; null where none was given
 */
record Reached(
        int minutes,
        int fromMinutes,
        String origin,
        Double areaKm2,
        List<UnitReached> units,
        Population population,
        List<StopReached> stops,
        List<CorridorUsed> corridors,
        boolean truncated,
        Geometry border,
        Difference comparedWith) {

    /**
     * @param areaShare   reached share of its area, over 0 up to 1
     * @param seatSeconds when its seat is reached; null where it is not, or has none
     */
    record UnitReached(String id, Text name, double areaShare, Integer seatSeconds) {}

    /**
     * @param low    people of units wholly reached
     * @param best   each unit's people times the reached share of its grid's people, where a grid is loaded, else of its area
     * @param high   people of units touched
     * @param method how it was counted
     * @param year   of the census
     * @param grids  ids of the collections by whose cells people were spread; empty where none was
     */
    record Population(long low, long best, long high, String method, int year, SortedSet<String> grids) {}

    /** @param corridor id of the line it is a stop of */
    record StopReached(String id, String name, String corridor, int seconds) {}

    /**
     * @param asOf          the date compared with
     * @param areaKm2       what was reached then, km²
     * @param areaKm2Gained what is reached now less what was then
     * @param corridorsNew  used now and not there then
     * @param corridorsGone used then and not there now
     */
    record Difference(
            LocalDate asOf, Double areaKm2, Double areaKm2Gained, List<CorridorUsed> corridorsNew, List<CorridorUsed> corridorsGone) {}
}
