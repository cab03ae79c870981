package org.tongcheng.planning;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;

/**
 * A metropolitan area, typed.
 *
 * @param id             its id
 * @param name           what it is called
 * @param level          metropolitan-area, economic-circle, extended-circle, city-region, city, city-cluster or district
 * @param cores          adcodes of the core cities
 * @param members        units that make it up
 * @param contextMembers units that take part in a way that is not known well enough to draw them
 * @param declared       what its plan says of its size; null where it says nothing
 * @param document       id of the document it stands in
 * @param method         how the stored outline came to be
 * @param accuracyM      honest error of the outline, metres; null where unknown
 * @param geometry       the stored outline; null where there is none
 * @param revision       of its record
 */
public record Area(
        String id,
        Text name,
        String level,
        List<String> cores,
        List<Member> members,
        List<Member> contextMembers,
        DeclaredSize declared,
        String document,
        String method,
        Double accuracyM,
        Geometry geometry,
        long revision) {

    /**
     * A size that somebody states.
     *
     * @param km2         as stated, km²
     * @param roundingKm2 half of the last digit written; null where nothing says
     * @param scope       total or land; null where nothing says
     * @param text        the words; null where none are kept
     */
    public record DeclaredSize(double km2, Double roundingKm2, String scope, String text) {}

    static Area of(StoredFeature stored) {
        Values values = new Values(stored.feature());
        Double declared = values.number("declared_area_km2");
        return new Area(
                stored.feature().id(),
                values.name(),
                values.text("level"),
                values.texts("core_adcodes"),
                values.maps("members").stream().map(Member::of).toList(),
                values.maps("context_members").stream().map(Member::of).toList(),
                declared == null ? null : new DeclaredSize(declared, values.number("declared_rounding_km2"),
                        values.text("declared_scope"), values.text("evidence")),
                values.text("document"),
                values.text("method"),
                values.accuracyM(),
                stored.feature().geometry(),
                stored.revision());
    }
}
