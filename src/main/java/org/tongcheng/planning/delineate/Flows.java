package org.tongcheng.planning.delineate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/**
 * Who commutes to the core, by the unit they live in.
 *
 * @param collection whose rows say so
 * @param year       they are of; null where rows name none
 * @param rates      by adcode of the origin
 */
record Flows(String collection, Integer year, Map<String, Rate> rates) {

    static final String ORIGIN = "origin";
    static final String DESTINATION = "destination";
    static final String COMMUTERS = "commuters";
    static final String WORKERS = "resident_workers";
    static final String YEAR = "year";

    private static final Set<PropertyType> NAMES = Set.of(PropertyType.STRING, PropertyType.INTEGER);
    private static final Set<PropertyType> NUMBERS = Set.of(PropertyType.INTEGER, PropertyType.NUMBER);

    /**
     * @param commuters       who live there and work in the core
     * @param residentWorkers all who live there and work
     */
    record Rate(double commuters, double residentWorkers) {

        double share() {
            return commuters / residentWorkers;
        }
    }

    /** What a collection of flows has to declare and this one does not; empty where it is one. */
    static List<String> lacks(CollectionDeclaration collection) {
        List<String> lacking = new ArrayList<>();
        for (String name : List.of(ORIGIN, DESTINATION, COMMUTERS, WORKERS)) {
            Set<PropertyType> types = name.equals(ORIGIN) || name.equals(DESTINATION) ? NAMES : NUMBERS;
            boolean has = collection.findProperty(name).map(PropertyDeclaration::type).filter(types::contains).isPresent();
            if (!has) {
                lacking.add(name);
            }
        }
        return lacking;
    }

    /**
     * The flows to the core of the latest year up to the date, else of the first after it: those to the core itself where there are
     * such, else those to its counties.
     */
    static Flows to(Unit core, CollectionDeclaration collection, Records records, AsOf asOf, Used.Gathering used, List<String> warnings) {
        List<StoredFeature> rows = rows(core.adcode(), collection, records, asOf);
        if (rows.isEmpty()) {
            List<StoredFeature> counties = new ArrayList<>();
            records.units().stream().filter(u -> core.adcode().equals(u.parent()))
                    .forEach(county -> counties.addAll(rows(county.adcode(), collection, records, asOf)));
            rows = counties;
        }
        NavigableSet<Integer> years = new TreeSet<>();
        rows.stream().map(Flows::year).filter(y -> y != null).forEach(years::add);
        Integer year = Values.yearKnown(years, asOf.date().getYear());
        if (year != null && year > asOf.date().getYear()) {
            warnings.add("the flows are of " + year + ", after the date asked about");
        }
        List<StoredFeature> counted = rows.stream().filter(row -> year == null || year(row) == null || year.equals(year(row))).toList();
        counted.forEach(row -> used.add(collection.id(), row.feature().id(), row.revision()));
        return new Flows(collection.id(), year, rates(counted, collection.id(), warnings));
    }

    /** Of a tile's own rows, else of those of its counties together; null where there are none. */
    Rate of(Unit tile, Records records) {
        Rate own = rates.get(tile.adcode());
        List<Rate> counties = records.units().stream().filter(u -> tile.adcode().equals(u.parent())).map(Unit::adcode)
                .filter(rates::containsKey).map(rates::get).toList();
        return own != null || counties.isEmpty() ? own : new Rate(counties.stream().mapToDouble(Rate::commuters).sum(),
                counties.stream().mapToDouble(Rate::residentWorkers).sum());
    }

    private static List<StoredFeature> rows(String destination, CollectionDeclaration collection, Records records, AsOf asOf) {
        boolean number = collection.findProperty(DESTINATION).orElseThrow().type() == PropertyType.INTEGER;
        if (number && !destination.matches("\\d{1,18}")) {
            return List.of();
        }
        Object value = number ? (Object) Long.valueOf(destination) : destination;
        return records.whose(collection.id(), DESTINATION, value).stream().filter(row -> row.existence().existsAt(asOf)).toList();
    }

    private static Map<String, Rate> rates(List<StoredFeature> rows, String collection, List<String> warnings) {
        Map<String, Double> commuters = new TreeMap<>();
        Map<String, Double> workers = new HashMap<>();
        Set<String> contradicted = new TreeSet<>();
        Set<String> pairs = new HashSet<>();
        int useless = 0;
        int added = 0;
        for (StoredFeature row : rows) {
            String origin = row.feature().text(ORIGIN);
            boolean whole = origin != null && row.feature().value(COMMUTERS) instanceof Number c && c.doubleValue() >= 0
                    && row.feature().value(WORKERS) instanceof Number w && w.doubleValue() > 0;
            if (!whole) {
                useless++;
                continue;
            }
            commuters.merge(origin, ((Number) row.feature().value(COMMUTERS)).doubleValue(), Double::sum);
            double all = ((Number) row.feature().value(WORKERS)).doubleValue();
            Double before = workers.put(origin, Math.max(all, workers.getOrDefault(origin, all)));
            if (before != null && before != all) {
                contradicted.add(origin);
            }
            added += pairs.add(origin + " " + row.feature().text(DESTINATION)) ? 0 : 1;
        }
        Map<String, Rate> rates = new TreeMap<>();
        commuters.forEach((origin, sum) -> rates.put(origin, new Rate(sum, workers.get(origin))));
        warn(rates, collection, warnings, useless, added, contradicted);
        return rates;
    }

    private static void warn(Map<String, Rate> rates, String collection, List<String> warnings, int useless, int added, Set<String> contradicted) {
        if (rates.isEmpty()) {
            warnings.add(collection + " holds no flow to the core");
        }
        if (useless > 0) {
            warnings.add(collection + ": " + useless + " rows lack an origin, commuters or resident workers and are left out");
        }
        if (added > 0) {
            warnings.add(collection + ": " + added + " rows are of an origin and a destination that another row has too; their commuters are added");
        }
        if (!contradicted.isEmpty()) {
            warnings.add(collection + ": rows of these origins state different resident workers, the most count: " + String.join(", ", contradicted));
        }
        String over = String.join(", ", rates.entrySet().stream().filter(e -> e.getValue().share() > 1).map(Map.Entry::getKey).toList());
        if (!over.isEmpty()) {
            warnings.add(collection + ": from these origins more commute than work: " + over);
        }
    }

    /** Null where the row names none. */
    private static Integer year(StoredFeature row) {
        return new Values(row.feature()).year(YEAR);
    }
}
