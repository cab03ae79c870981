package org.tongcheng.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a declaration must satisfy beyond its form: ids and names that fit paths and tables, no two properties of one name, and
 * flags that suit the type. Breaches are {@link InvalidDeclaration} that name the place as in the declaration's file, for
 * example {@code properties.beds.unit}.
 *
 * <p>A property's name starts with a letter or an underscore and goes on with letters (of any script), digits, {@code _},
 * {@code -}, {@code .} and {@code :}, 60 characters at the most. {@link #RESERVED} names belong to every feature; a queryable
 * property may not bear the name of a parameter of items either ({@link #PARAMETERS}), since one asks for it by its name.
 */
public final class DeclarationRules {

    /** Members that every feature has or that are derived: no property may bear these names. */
    public static final Set<String> RESERVED = Set.of("id", "geometry", "status");

    /** Parameters of items: no queryable property may bear these names. */
    public static final Set<String> PARAMETERS = Set.of(
            "bbox", "bbox-crs", "crs", "datetime", "limit", "offset", "next", "asOf", "scenario", "horizon", "recorded", "intersects",
            "inside", "datum", "f", "filter", "filter-lang", "filter-crs", "sortby", "properties", "repair");

    /** What {@code aggregate} may be. */
    public static final List<String> AGGREGATES = List.of("sum", "mean-by-area", "mean-by-people", "none");

    /** More than any table takes comfortably. */
    public static final int MOST_PROPERTIES = 500;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]{0,59}");
    private static final Pattern UCUM = Pattern.compile("[!-~]{1,40}");

    private DeclarationRules() {}

    /** The declaration itself where it breaks no rule. */
    public static CollectionDeclaration check(CollectionDeclaration declaration) {
        if (declaration.id() == null || !ID.matcher(declaration.id()).matches()) {
            throw broken("id", "'" + declaration.id()
                    + "' is not a small letter followed by at most 59 small letters, digits and hyphens");
        }
        if (declaration.properties().size() > MOST_PROPERTIES) {
            throw broken("properties", "more than " + MOST_PROPERTIES + " properties");
        }
        Set<String> names = new HashSet<>();
        for (PropertyDeclaration property : declaration.properties()) {
            checkName(property);
            if (!names.add(property.name())) {
                throw broken(property, null, "is declared twice");
            }
            checkFlags(property);
        }
        return declaration;
    }

    /** Whether a property may bear this name if it is not queryable. */
    public static boolean isPropertyName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    private static void checkName(PropertyDeclaration property) {
        String name = property.name();
        if (RESERVED.contains(name)) {
            throw broken(property, null, "is a reserved name; taken are " + sorted(RESERVED));
        }
        if (!NAME.matcher(name).matches()) {
            throw broken(property, null, "is not a letter or _ followed by at most 59 letters, digits, _, -, . and :");
        }
        if (property.queryable() && PARAMETERS.contains(name)) {
            throw broken(property, "queryable", "a parameter of items is called '" + name + "'; taken are " + sorted(PARAMETERS));
        }
    }

    private static void checkFlags(PropertyDeclaration property) {
        PropertyType type = property.type();
        boolean texts = type == PropertyType.STRING || type == PropertyType.ARRAY;
        boolean number = type == PropertyType.INTEGER || type == PropertyType.NUMBER;
        if (!property.values().isEmpty() && !texts) {
            throw broken(property, "enum", "only a string or an array of strings has one");
        }
        if (new HashSet<>(property.values()).size() < property.values().size()) {
            throw broken(property, "enum", "names a value twice");
        }
        if (property.queryable() && type == PropertyType.OBJECT) {
            throw broken(property, "queryable", "an object cannot be asked for by its value");
        }
        if (property.unit() != null && !number && type != PropertyType.ARRAY) {
            throw broken(property, "unit", "only an integer, a number or an array of them has one");
        }
        if (property.unit() != null && !UCUM.matcher(property.unit()).matches()) {
            throw broken(property, "unit", "'" + property.unit() + "' is no UCUM code, such as m, km2, min or 1");
        }
        if (property.references() != null && !texts) {
            throw broken(property, "references", "only a string or an array of strings names features");
        }
        if (property.references() != null && !ID.matcher(property.references()).matches()) {
            throw broken(property, "references", "'" + property.references() + "' is no collection's id");
        }
        checkAggregate(property, number);
        checkBounds(property, number);
    }

    private static void checkBounds(PropertyDeclaration property, boolean number) {
        String bound = property.minimum() != null ? "minimum" : "maximum";
        if ((property.minimum() != null || property.maximum() != null) && !number) {
            throw broken(property, bound, "only an integer or a number has one");
        }
        if (property.minimum() != null && property.maximum() != null && property.minimum() > property.maximum()) {
            throw broken(property, bound, "is above the maximum");
        }
    }

    private static void checkAggregate(PropertyDeclaration property, boolean number) {
        String aggregate = property.aggregate();
        if (aggregate != null && !AGGREGATES.contains(aggregate)) {
            throw broken(property, "aggregate", "'" + aggregate + "' is none of " + AGGREGATES);
        }
        if (aggregate != null && !number) {
            throw broken(property, "aggregate", "only an integer or a number has one");
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static InvalidDeclaration broken(PropertyDeclaration property, String flag, String reason) {
        return broken("properties." + property.name() + (flag == null ? "" : "." + flag), reason);
    }

    private static InvalidDeclaration broken(String place, String reason) {
        return new InvalidDeclaration(place + ": " + reason);
    }
}
