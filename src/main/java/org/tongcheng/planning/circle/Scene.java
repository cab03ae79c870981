package org.tongcheng.planning.circle;

import org.tongcheng.planning.CorridorRecords;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.Records;

/**
 * What records hold for travelling and counting, read once.
 *
 * @param corridors with their stops, existing or not
 * @param tiling    of units
 * @param grids     how people lie within them
 */
record Scene(CorridorRecords corridors, Tiling tiling, PeopleGrids grids) {

    static Scene of(Records records) {
        return new Scene(records.corridors(), new Tiling(records), new PeopleGrids(records));
    }
}
