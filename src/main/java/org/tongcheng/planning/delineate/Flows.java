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
import java.util.stream.Collectors;
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
 * @param idle       resident workers of counties from which nobody commutes to the core while from others of their prefecture somebody
 *                   does, by adcode; 0 where no row states them
 */
record Flows(String collection, Integer year, Map<String, Rate> rates, Map<String, Double> idle) {

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
        List<StoredFeature> rows = rows(DESTINATION, core.adcode(), collection, records, asOf);
        if (rows.isEmpty()) {
            List<StoredFeature> counties = new ArrayList<>();
            records.units().stream().filter(u -> core.adcode().equals(u.parent()))
                    .forEach(county -> counties.addAll(rows(DESTINATION, county.adcode(), collection, records, asOf)));
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
        Map<String, Rate> rates = rates(counted, collection.id(), warnings);
        return new Flows(collection.id(), year, rates, idle(rates, year, collection, records, asOf, used));
    }

    /**
     * Of a tile's own rows, else of those of its counties together; null where there are none, or of some county nobody states how many
     * work.
     */
    Rate of(Unit tile, Records records, List<String> warnings) {
        Rate own = rates.get(tile.adcode());
        List<String> counties = counties(tile.adcode(), records);
        if (own != null || counties.stream().noneMatch(rates::containsKey)) {
            return own;
        }
        String unknown = counties.stream().filter(county -> !rates.containsKey(county) && idle.getOrDefault(county, 0.0) == 0)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            warnings.add(collection + ": how many work in " + unknown + " is not stated, so that " + tile.adcode() + " has no rate");
            return null;
        }
        return new Rate(counties.stream().filter(rates::containsKey).mapToDouble(county -> rates.get(county).commuters()).sum(),
                counties.stream().mapToDouble(county -> rates.containsKey(county) ? rates.get(county).residentWorkers() : idle.get(county)).sum());
    }

    private static List<String> counties(String prefecture, Records records) {
        return records.units().stream().filter(u -> prefecture.equals(u.parent())).map(Unit::adcode).sorted().toList();
    }

    /** Read off the rows that lead elsewhere. */
    private static Map<String, Double> idle(Map<String, Rate> rates, Integer year, CollectionDeclaration collection, Records records, AsOf asOf,
            Used.Gathering used) {
        Set<String> prefectures = new TreeSet<>();
        rates.keySet().forEach(origin -> records.findUnit(origin).map(Unit::parent).filter(parent -> !rates.containsKey(parent))
                .ifPresent(prefectures::add));
        Map<String, Double> idle = new TreeMap<>();
        for (String prefecture : prefectures) {
            for (String county : counties(prefecture, records)) {
                if (!rates.containsKey(county)) {
                    List<StoredFeature> elsewhere = rows(ORIGIN, county, collection, records, asOf).stream()
                            .filter(row -> year == null || year(row) == null || year.equals(year(row))).toList();
                    elsewhere.forEach(row -> used.add(collection.id(), row.feature().id(), row.revision()));
                    idle.put(county, elsewhere.stream().map(row -> row.feature().value(WORKERS)).filter(Number.class::isInstance)
                            .mapToDouble(value -> ((Number) value).doubleValue()).max().orElse(0));
                }
            }
        }
        return idle;
    }

    /** Those whose origin or destination is this unit. */
    private static List<StoredFeature> rows(String end, String adcode, CollectionDeclaration collection, Records records, AsOf asOf) {
        boolean number = collection.findProperty(end).orElseThrow().type() == PropertyType.INTEGER;
        if (number && !adcode.matches("\\d{1,18}")) {
            return List.of();
        }
        Object value = number ? (Object) Long.valueOf(adcode) : adcode;
        return records.whose(collection.id(), end, value).stream().filter(row -> row.existence().existsAt(asOf)).toList();
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
