package org.tongcheng.planning.siting;

import org.locationtech.jts.geom.Geometry;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.ProposedSite;

/**
 * How a site lies to a feature.
 *
 * @param feature   the feature
 * @param metres    shortest geodesic distance as drawn; 0 where they meet
 * @param common    what both share; empty where they only touch or do not meet
 * @param depthM    how far they may be moved against each other, metres, and surely still overlap
 * @param tolerance how far off both may be together, metres; null where nobody knows
 */
record Lie(LayerFeature feature, double metres, Geometry common, double depthM, Double tolerance) {

    static Lie of(ProposedSite site, LayerFeature feature) {
        Geometry geometry = feature.geometry();
        Geometry common = Overlap.common(site.geometry(), geometry);
        double depth = 0;
        if (feature.isArea() && !common.isEmpty()) {
            depth = Depth.farthestMetres(common, geometry.getBoundary());
            depth = site.isArea() ? Math.max(depth, Depth.farthestMetres(common, site.geometry().getBoundary())) : depth;
        }
        double metres = common.isEmpty() ? Geodesy.distanceMetres(site.geometry(), geometry) : 0;
        return new Lie(feature, metres, common, depth, feature.tolerance(site));
    }

    /** Whether they share ground however both lie within their accuracies. */
    boolean surelyOverlaps() {
        return tolerance != null && feature.isArea() && !feature.isModelled() && depthM > tolerance;
    }

    /** Whether they share ground as drawn or may do so. */
    boolean mayOverlap() {
        return metres <= (tolerance == null ? Surroundings.LEAST_EXACT_METRES : tolerance);
    }

    Concerned concerned(String relation) {
        return new Concerned(feature.ref().toString(), feature.name(), relation, Math.round(metres), feature.accuracyM(), feature.method());
    }
}
