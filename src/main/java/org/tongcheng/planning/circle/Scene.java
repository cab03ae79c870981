package org.tongcheng.planning.circle;

import org.tongcheng.planning.CorridorRecords;
import org.tongcheng.planning.Records;

/**
 * What records hold for travelling and counting, read once.
 *
 * @param corridors with their stops, existing or not
 * @param tiling    of units
 */
record Scene(CorridorRecords corridors, Tiling tiling) {

    static Scene of(Records records) {
        return new Scene(records.corridors(), new Tiling(records));
    }
}
