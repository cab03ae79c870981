package org.tongcheng.planning.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** The values of one indicator, unit by unit, read when first asked for. Of one thread. */
final class UnitValues {

    private final Records records;
    private final AsOf asOf;
    private final Used.Gathering used;
    private final Map<String, List<StoredFeature>> rows = new HashMap<>();

    /** A unit's value, or why it has none. */
    record Value(Number number, String fault) {}

    UnitValues(Records records, AsOf asOf, Used.Gathering used) {
        this.records = records;
        this.asOf = asOf;
        this.used = used;
    }

    /** What stands for the edition where its year is open: the latest year up to the date asked about of which any of these units has a row, else the first after it. */
    Indicator.Edition dated(Indicator.Edition edition, List<String> units) {
        if (edition.year() != null || edition.indicator().yearProperty() == null) {
            return edition;
        }
        NavigableSet<Integer> years = new TreeSet<>();
        for (String unit : units) {
            for (StoredFeature row : rows(edition.indicator(), unit)) {
                Integer year = new Values(row.feature()).year(edition.indicator().yearProperty());
                if (year != null && row.feature().value(edition.property().name()) != null) {
                    years.add(year);
                }
            }
        }
        return edition.of(Values.yearKnown(years, asOf.date().getYear()));
    }

    Value of(Unit unit, Indicator.Edition edition) {
        if (!edition.indicator().inRows()) {
            used.add(Collections.UNITS, unit.adcode(), unit.revision());
            StoredFeature stored = records.find(new FeatureRef(Collections.UNITS, unit.adcode())).orElseThrow();
            return stored.feature().value(edition.property().name()) instanceof Number number
                    ? new Value(number, null) : new Value(null, "no value is on record");
        }
        List<StoredFeature> found = rows(edition.indicator(), unit.adcode()).stream()
                .filter(row -> edition.indicator().yearProperty() == null
                        || edition.year() != null && edition.year().equals(new Values(row.feature()).year(edition.indicator().yearProperty())))
                .filter(row -> row.feature().value(edition.property().name()) instanceof Number)
                .toList();
        found.forEach(row -> used.add(edition.indicator().collection(), row.feature().id(), row.revision()));
        if (found.size() > 1) {
            return new Value(null, "several rows state a value: "
                    + found.stream().map(row -> row.feature().id()).limit(5).collect(Collectors.joining(", ")));
        }
        return found.isEmpty() ? new Value(null, "no row states a value" + (edition.year() == null ? "" : " of " + edition.year()))
                : new Value((Number) found.get(0).feature().value(edition.property().name()), null);
    }

    private List<StoredFeature> rows(Indicator indicator, String adcode) {
        return rows.computeIfAbsent(adcode, a -> records.whose(indicator.collection(), indicator.unitProperty(), a).stream()
                .filter(row -> row.existence().existsAt(asOf)).toList());
    }
}
