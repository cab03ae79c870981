package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;

/**
 * The nearest place found where the site, moved without turning, is in no conflict.
 *
 * @param metres     how far; null where none was found
 * @param bearingDeg which way, degrees from north by east; null where none was found
 * @param verdict    of the site there; null where none was found
 * @param removes    ids of the rules that it fails where it is and passes there
 * @param geometry   the site there; null where none was found
 * @param searched   how it was looked for
 */
record Shift(Long metres, Double bearingDeg, String verdict, List<String> removes, Geometry geometry, Text searched) {

    Shift {
        removes = List.copyOf(removes);
    }
}
