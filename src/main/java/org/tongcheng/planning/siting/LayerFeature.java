package org.tongcheng.planning.siting;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.Values;

/**
 * A feature of a layer.
 *
 * @param ref       names it
 * @param stored    its record
 * @param accuracyM how exactly it is drawn, metres, as it states or its layer assumes; null where neither does
 * @param assumed   whether its layer assumes it
 */
record LayerFeature(FeatureRef ref, StoredFeature stored, Double accuracyM, boolean assumed) {

    static LayerFeature of(Layer layer, String collection, StoredFeature stored) {
        Double stated = Values.accuracyM(stored);
        boolean assumed = stated == null && layer.assumed() != null;
        return new LayerFeature(new FeatureRef(collection, stored.feature().id()), stored,
                assumed ? Double.valueOf(layer.assumed().m()) : stated, assumed);
    }

    Geometry geometry() {
        return stored.feature().geometry();
    }

    Text name() {
        return new Values(stored.feature()).name();
    }

    String method() {
        return stored.feature().text("method");
    }

    /** A point or line marks a place whose extent nobody knows. */
    boolean isArea() {
        return geometry() instanceof Polygonal;
    }

    /** Whether it is a figure that stands for a stated area, not the ground itself. Units' outlines are drawn to their accuracy. */
    boolean isModelled() {
        return isArea() && "modelled".equals(method()) && !ref.collection().equals(Collections.UNITS);
    }

    /** How far off both may be together, metres; null where nobody knows. */
    Double tolerance(ProposedSite site) {
        return accuracyM == null ? null : Double.valueOf(accuracyM + site.accuracy());
    }
}
