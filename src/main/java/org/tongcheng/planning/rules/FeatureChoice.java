package org.tongcheng.planning.rules;

import java.util.List;
import java.util.Set;
import org.tongcheng.catalog.Feature;

/**
 * Features of a collection, all of them or those that one property chooses.
 *
 * @param collection whose features
 * @param property   that chooses; null for all of them
 * @param any        values of which the property has, or as a list holds, at least one
 */
public record FeatureChoice(String collection, String property, List<String> any) {

    public FeatureChoice {
        any = List.copyOf(any);
    }

    /** {@code {collection: …, property: …, any: […]}}, the last two both or neither. */
    public static FeatureChoice of(RuleNode node) {
        node.only(Set.of("collection", "property", "any"));
        boolean all = !node.has("property") && !node.has("any");
        return all ? new FeatureChoice(node.text("collection"), null, List.of())
                : new FeatureChoice(node.text("collection"), node.text("property"), node.texts("any"));
    }

    public boolean holds(Feature feature) {
        return property == null || holds(feature, property, any);
    }

    /** Whether the property has, or as a list holds, one of these values. */
    public static boolean holds(Feature feature, String property, List<String> any) {
        Object value = feature.value(property);
        return value instanceof List<?> list
                ? list.stream().anyMatch(v -> any.contains(String.valueOf(v)))
                : value != null && any.contains(value.toString());
    }
}
