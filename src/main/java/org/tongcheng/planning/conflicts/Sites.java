package org.tongcheng.planning.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** Gathers the sites of one date, and counts what is left out. Of one thread. */
final class Sites {

    private final Records records;
    private final AsOf asOf;
    private final ConflictRules rules;
    private int unlocatable;
    private int unbuilt;
    private int unknownAccuracy;

    Sites(Records records, AsOf asOf, ConflictRules rules) {
        this.records = records;
        this.asOf = asOf;
        this.rules = rules;
    }

    /** All sites of any kind, collection by collection in the store's order. */
    List<Site> all(Used.Gathering used) {
        List<Site> sites = new ArrayList<>();
        for (String collection : rules.kinds().values().stream().map(SiteKind::collection).distinct().toList()) {
            for (StoredFeature stored : records.features(collection)) {
                site(collection, stored).ifPresent(site -> {
                    used.add(collection, stored.feature().id(), stored.revision());
                    sites.add(site);
                });
            }
        }
        return sites;
    }

    void warn(List<String> warnings) {
        if (unlocatable > 0) {
            warnings.add(unlocatable + " sites only mark a wide or unknown region and are not measured");
        }
        if (unbuilt > 0 && asOf.scenario() != Scenario.VISION) {
            warnings.add(unbuilt + " projects are known but not there at the date under scenario " + asOf.scenario().label()
                    + "; a wider scenario adds them");
        }
        if (unknownAccuracy > 0) {
            warnings.add("of " + unknownAccuracy + " sites the accuracy is unknown: they make nothing certain, and are named only where"
                    + " they stand too near as drawn");
        }
    }

    private Optional<Site> site(String collection, StoredFeature stored) {
        Feature feature = stored.feature();
        List<String> kinds = rules.kinds().values().stream()
                .filter(kind -> kind.collection().equals(collection) && kind.holds(feature)).map(SiteKind::id).toList();
        Geometry geometry = feature.geometry();
        if (kinds.isEmpty() || geometry == null || geometry.isEmpty()) {
            return Optional.empty();
        }
        Values values = new Values(feature);
        if (!values.isLocatable()) {
            unlocatable++;
            return Optional.empty();
        }
        if (!stored.existence().existsAt(asOf)) {
            unbuilt += stored.existence().plannedAt(asOf.date()) ? 1 : 0;
            return Optional.empty();
        }
        Double accuracy = values.accuracyM();
        unknownAccuracy += accuracy == null ? 1 : 0;
        return Optional.of(new Site(collection + "/" + feature.id(), values.name(), geometry, accuracy, feature.text("method"), kinds,
                stated(feature)));
    }

    /** Hosts that are not in the records are left out: nothing can be known of their borders. */
    private List<String> stated(Feature feature) {
        List<String> codes = new ArrayList<>();
        if (feature.value("unit_adcodes") instanceof List<?> list) {
            list.forEach(code -> codes.add(String.valueOf(code)));
        }
        if (codes.isEmpty() && feature.text("host_unit_adcode") != null) {
            codes.add(feature.text("host_unit_adcode"));
        }
        return codes.stream().filter(code -> records.findUnit(code).isPresent()).distinct().sorted().toList();
    }
}
