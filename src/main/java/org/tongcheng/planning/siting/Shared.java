package org.tongcheng.planning.siting;

import org.locationtech.jts.geom.Geometry;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.ProposedSite;

/**
 * How much ground a site shares with what a rule asks about.
 *
 * @param m2    area, square metres
 * @param share of the site's own area, from 0 to 1
 */
record Shared(double m2, double share) {

    /** Null where the site has no area. */
    static Shared of(ProposedSite site, Geometry common) {
        if (!site.isArea()) {
            return null;
        }
        double m2 = Geodesy.areaSquareMetres(common);
        double share = Math.min(1, m2 / Geodesy.areaSquareMetres(site.geometry()));
        return new Shared(Math.round(m2), Math.round(share * 1e6) / 1e6);
    }
}
