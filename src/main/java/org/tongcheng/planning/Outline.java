package org.tongcheng.planning;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The land of an area: its members' units united, each place once, or its stored outline where no member has one.
 *
 * @param geometry polygons; null where neither members nor the area have any
 * @param units    the units united; empty where the stored outline stands
 * @param missing  members whose unit is not in the records or has no geometry
 */
public record Outline(Geometry geometry, List<Unit> units, List<Member> missing) {

    public boolean united() {
        return !units.isEmpty();
    }
}
