package org.tongcheng.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Holds a feature against its collection's declaration and gives its values the Java types that the declaration names. Made once
 * a collection; threads: safe for many.
 *
 * <p>Values come as a reader finds them: strings, booleans, longs, doubles, lists and maps. A whole number stands for a number, a
 * number without a fraction for an integer, an integer of four digits for the year of a period. All else is a fault: text where
 * a number is due, numbers where text is due, a property that nobody declared.
 *
 * <p>An id has 1 to 120 characters: letters of any script, digits and {@code -_.:~}, not dots alone. It is safe in a path once
 * percent-encoded. References are not looked up here: see {@link ReferenceCheck}. Nor is the geometry's validity.
 */
public final class FeatureCheck {

    /** What an id may be, for people. */
    public static final String ID_ALLOWED = "1 to 120 letters, digits and - _ . : ~, not dots alone";

    private static final Pattern ID = Pattern.compile("(?!\\.+$)[\\p{L}\\p{N}_.:~-]{1,120}");

    private final CollectionDeclaration declaration;
    private final Map<String, PropertyDeclaration> byName = new HashMap<>();

    public FeatureCheck(CollectionDeclaration declaration) {
        this.declaration = declaration;
        declaration.properties().forEach(property -> byName.put(property.name(), property));
    }

    /**
     * @param feature the feature with the values that could be read as declared, in the order of the declaration
     * @param faults  everything that is wrong; empty where nothing is
     */
    public record Checked(Feature feature, List<PropertyFault> faults) {}

    public static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /** A null id is no fault here: whoever writes gives one. */
    public Checked check(Feature feature) {
        List<PropertyFault> faults = new ArrayList<>();
        if (feature.id() != null && !isId(feature.id())) {
            faults.add(PropertyFault.of(PropertyFault.BAD_ID, "id", feature.id(), ID_ALLOWED));
        }
        if (!declaration.geometry().accepts(feature.geometry())) {
            faults.add(PropertyFault.of(
                    PropertyFault.WRONG_KIND, "geometry", feature.geometry().getGeometryType(), declaration.geometry().allowed()));
        }
        for (Map.Entry<String, Object> given : feature.properties().entrySet()) {
            if (!byName.containsKey(given.getKey())) {
                faults.add(PropertyFault.of(PropertyFault.UNKNOWN_PROPERTY, given.getKey(), given.getValue(), "a property that '"
                        + declaration.id() + "' declares"));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (PropertyDeclaration property : declaration.properties()) {
            Object value = read(property, feature.properties().get(property.name()), faults);
            if (value != null) {
                values.put(property.name(), value);
            }
        }
        return new Checked(new Feature(feature.id(), feature.geometry(), values), List.copyOf(faults));
    }

    /** The feature with values of the declared types; throws {@link InvalidProperties} where anything is wrong. */
    public Feature require(Feature feature) {
        Checked checked = check(feature);
        if (!checked.faults().isEmpty()) {
            throw new InvalidProperties(checked.faults());
        }
        return checked.feature();
    }

    private static Object read(PropertyDeclaration property, Object given, List<PropertyFault> faults) {
        if (given == null) {
            if (property.required()) {
                faults.add(PropertyFault.of(PropertyFault.MISSING, property.name(), null, PropertyValues.allowed(property)));
            }
            return null;
        }
        Object value = PropertyValues.read(property.type(), given);
        if (value == null) {
            faults.add(PropertyFault.of(PropertyFault.WRONG_TYPE, property.name(), given, PropertyValues.allowed(property)));
        } else if (!PropertyValues.isAllowed(property, value)) {
            faults.add(PropertyFault.of(PropertyFault.NOT_ALLOWED, property.name(), given, PropertyValues.allowed(property)));
        }
        return value;
    }
}
