package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a site may be moved to.
 *
 * @param kept what it must keep away from
 * @param held what it must lie in, in metres of a {@link org.tongcheng.geometry.LocalPlane}; null for anywhere
 */
record Ground(List<Kept> kept, Geometry held) {

    static final Ground ANYWHERE = new Ground(List.of(), null);

    /**
     * What a site must keep away from.
     *
     * @param geometry longitude, latitude
     * @param metres   by more than so many, so that it is surely clear
     */
    record Kept(Geometry geometry, double metres) {}

    Ground {
        kept = List.copyOf(kept);
    }
}
