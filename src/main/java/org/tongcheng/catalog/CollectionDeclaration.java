package org.tongcheng.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One collection, whole: table, JSON Schema, queryables, validation, CSV columns and HTML follow from it.
 *
 * @param id          as in the path, {@code [a-z][a-z0-9-]*}, at most 60 characters
 * @param title       what people call it
 * @param description what it holds, or null
 * @param geometry    kind of geometry of its features
 * @param properties  in the order in which they are shown
 * @param builtIn     whether it ships with the product
 */
public record CollectionDeclaration(
        String id, Text title, Text description, GeometryKind geometry, List<PropertyDeclaration> properties, boolean builtIn) {

    public CollectionDeclaration {
        properties = List.copyOf(properties);
    }

    public Optional<PropertyDeclaration> findProperty(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Whether its features have a period: it declares {@code opened} or {@code status_at_doc}. */
    public boolean hasPeriod() {
        return findProperty("opened").isPresent() || findProperty("status_at_doc").isPresent();
    }
}
