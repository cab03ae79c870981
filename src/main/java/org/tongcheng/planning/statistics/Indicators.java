package org.tongcheng.planning.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Values;

/** The indicators that the declarations of the records hold. */
final class Indicators {

    private static final Pattern WITH_YEAR = Pattern.compile("(.+)_(\\d{4})");
    private static final String YEAR = "year";

    private Indicators() {}

    /** Those of the units, then those of users' collections, in the order of their declarations; also those that cannot be summed. */
    static List<Indicator> declared(Records records) {
        return all(records).stream().filter(i -> i.property().aggregate() != null).toList();
    }

    /**
     * What is asked for by a name and a year; throws {@link BadParameter}.
     *
     * @param name an indicator's id or the full name of a property of units
     * @param year null where none was asked for: then the latest up to {@code latest}, else the earliest; of rows it stays open
     */
    static Indicator.Edition find(Records records, String name, Integer year, int latest) {
        for (Indicator indicator : all(records)) {
            Optional<Map.Entry<Integer, PropertyDeclaration>> whole = indicator.editions().entrySet().stream()
                    .filter(e -> !indicator.inRows() && e.getValue().name().equals(name)).findFirst();
            if (indicator.id().equals(name) || whole.isPresent()) {
                if (indicator.impossible() != null) {
                    throw BadParameter.impossible(Statistics.INDICATOR.name(), name, summable(records), indicator.impossible());
                }
                Integer wanted = year == null && whole.isPresent() && whole.get().getKey() != Indicator.NO_YEAR
                        ? whole.get().getKey() : year;
                return edition(indicator, wanted, latest);
            }
        }
        throw new BadParameter(Statistics.INDICATOR.name(), name, summable(records), "there is no indicator '" + name + "'");
    }

    private static Indicator.Edition edition(Indicator indicator, Integer year, int latest) {
        TreeMap<Integer, PropertyDeclaration> editions = indicator.editions();
        if (indicator.inRows()) {
            if (year != null && indicator.yearProperty() == null) {
                throw new BadParameter(Statistics.YEAR.name(), year.toString(), "no year",
                        "the rows of '" + indicator.collection() + "' name no year");
            }
            return new Indicator.Edition(indicator, indicator.property(), year);
        }
        if (year != null && !editions.containsKey(year)) {
            throw new BadParameter(Statistics.YEAR.name(), year.toString(),
                    indicator.years().isEmpty() ? "no year" : "of " + texts(indicator.years()),
                    indicator.years().isEmpty() ? "'" + indicator.id() + "' is of no stated year" : "'" + indicator.id() + "' is not known of " + year);
        }
        Integer chosen = year != null ? year : Values.yearKnown(editions.navigableKeySet(), latest);
        return new Indicator.Edition(indicator, editions.get(chosen), chosen == Indicator.NO_YEAR ? null : chosen);
    }

    /** All numeric properties, also those that are no indicators, so that who asks for one can be told why. */
    private static List<Indicator> all(Records records) {
        List<Indicator> all = new ArrayList<>();
        for (CollectionDeclaration collection : records.collections()) {
            if (collection.id().equals(Collections.UNITS)) {
                all.addAll(0, ofUnits(collection));
            } else if (!Collections.ALL.contains(collection.id())) {
                find(collection, p -> p.type() == PropertyType.STRING && Collections.UNITS.equals(p.references()))
                        .ifPresent(unit -> all.addAll(ofRows(collection, unit)));
            }
        }
        return all;
    }

    private static List<Indicator> ofUnits(CollectionDeclaration units) {
        Map<String, Indicator> byId = new LinkedHashMap<>();
        for (PropertyDeclaration property : numeric(units)) {
            Matcher dated = WITH_YEAR.matcher(property.name());
            boolean year = dated.matches();
            byId.computeIfAbsent(year ? dated.group(1) : property.name(), id -> new Indicator(id, units.id(), new TreeMap<>(), null, null))
                    .editions().put(year ? Integer.parseInt(dated.group(2)) : Indicator.NO_YEAR, property);
        }
        return List.copyOf(byId.values());
    }

    private static List<Indicator> ofRows(CollectionDeclaration collection, PropertyDeclaration unit) {
        String year = find(collection, p -> p.name().equals(YEAR) && (p.type() == PropertyType.PERIOD || p.type() == PropertyType.INTEGER))
                .map(PropertyDeclaration::name).orElse(null);
        return numeric(collection).stream().filter(p -> !p.name().equals(YEAR))
                .map(p -> new Indicator(collection.id() + "/" + p.name(), collection.id(),
                        new TreeMap<>(Map.of(Indicator.NO_YEAR, p)), unit.name(), year))
                .toList();
    }

    private static List<PropertyDeclaration> numeric(CollectionDeclaration collection) {
        return collection.properties().stream()
                .filter(p -> p.type() == PropertyType.INTEGER || p.type() == PropertyType.NUMBER).toList();
    }

    private static Optional<PropertyDeclaration> find(CollectionDeclaration collection, Predicate<PropertyDeclaration> which) {
        return collection.properties().stream().filter(which).findFirst();
    }

    private static String summable(Records records) {
        return "of " + all(records).stream().filter(i -> i.impossible() == null).map(Indicator::id).collect(Collectors.joining(", "));
    }

    private static String texts(List<Integer> years) {
        return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
