package org.tongcheng.catalog;

import java.util.List;

/**
 * One property of a collection.
 *
 * @param name       as in a feature's {@code properties}
 * @param type       type of its values
 * @param title      what people call it
 * @param meaning    one sentence, or null
 * @param unit       UCUM code of its numbers ({@code m}, {@code km2}, {@code 1}), or null
 * @param values     the strings allowed; empty where any is
 * @param queryable  whether items may be asked for by its value
 * @param required   whether every feature must have it, not null
 * @param references id of the collection whose features its value (or each of its values) names, or null
 * @param aggregate  {@code sum}, {@code mean-by-area}, {@code mean-by-people} or {@code none}; null where it is no indicator
 * @param minimum    the least its numbers may be, or null
 * @param maximum    the most, or null
 */
public record PropertyDeclaration(
        String name,
        PropertyType type,
        Text title,
        Text meaning,
        String unit,
        List<String> values,
        boolean queryable,
        boolean required,
        String references,
        String aggregate,
        Double minimum,
        Double maximum) {

    public PropertyDeclaration {
        values = List.copyOf(values);
    }

    /** One whose numbers, if it has any, may be what they like. */
    public PropertyDeclaration(String name, PropertyType type, Text title, Text meaning, String unit, List<String> values, boolean queryable,
            boolean required, String references, String aggregate) {
        this(name, type, title, meaning, unit, values, queryable, required, references, aggregate, null, null);
    }
}
