package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a site may be moved to, in metres of a {@link org.tongcheng.geometry.LocalPlane}.
 *
 * @param kept what it must not touch
 * @param held what it must lie in; null for anywhere
 */
record Ground(List<Geometry> kept, Geometry held) {

    static final Ground ANYWHERE = new Ground(List.of(), null);

    Ground {
        kept = List.copyOf(kept);
    }
}
