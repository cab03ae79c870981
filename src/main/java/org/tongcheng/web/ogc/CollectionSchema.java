package org.tongcheng.web.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Status;
import org.tongcheng.web.html.PageFrame;

/** JSON Schema of a collection by Part 5 (23-058r2): what items hold, and what they can be asked for by. */
final class CollectionSchema {

    /** Name of the status derived for {@code asOf}. */
    static final String STATUS = "status";

    private static final String PERIOD_PATTERN = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

    private CollectionSchema() {}

    /** Returnables and receivables. */
    static Map<String, Object> of(CollectionDeclaration collection, String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        int sequence = 1;
        properties.put("id", idSchema(sequence++));
        if (collection.geometry() != GeometryKind.NONE) {
            properties.put("geometry", geometrySchema(collection.geometry(), sequence++));
        }
        for (PropertyDeclaration property : collection.properties()) {
            properties.put(property.name(), ordered(property(property), sequence++));
        }
        if (collection.hasPeriod() && collection.findProperty(STATUS).isEmpty()) {
            properties.put(STATUS, ordered(statusSchema(), sequence));
        }
        Map<String, Object> schema = schema(collection, id, properties);
        List<String> required = new ArrayList<>();
        collection.properties().stream().filter(PropertyDeclaration::required).forEach(p -> required.add(p.name()));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    static Map<String, Object> queryables(CollectionDeclaration collection, String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        int sequence = 1;
        for (PropertyDeclaration property : ItemsParameters.queryables(collection)) {
            properties.put(property.name(), ordered(property(property), sequence++));
        }
        return schema(collection, id, properties);
    }

    private static Map<String, Object> schema(CollectionDeclaration collection, String id, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("type", "object");
        schema.put("title", PageFrame.both(collection.title()));
        if (collection.description() != null) {
            schema.put("description", PageFrame.both(collection.description()));
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Type and constraints of one property's values, with its titles. */
    static Map<String, Object> property(PropertyDeclaration property) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", PageFrame.both(property.title()));
        if (property.meaning() != null) {
            schema.put("description", PageFrame.both(property.meaning()));
        }
        schema.putAll(type(property));
        if (property.minimum() != null) {
            schema.put("minimum", property.minimum());
        }
        if (property.maximum() != null) {
            schema.put("maximum", property.maximum());
        }
        if (property.unit() != null) {
            schema.put("x-ogc-unit", property.unit());
        }
        if (property.aggregate() != null) {
            schema.put("x-aggregate", property.aggregate());
        }
        return schema;
    }

    private static Map<String, Object> type(PropertyDeclaration property) {
        Map<String, Object> type = new LinkedHashMap<>();
        switch (property.type()) {
            case DATE -> {
                type.put("type", "string");
                type.put("format", "date");
            }
            case PERIOD -> {
                type.put("type", "string");
                type.put("pattern", PERIOD_PATTERN);
            }
            case ARRAY -> {
                type.put("type", "array");
                type.put("items", property.values().isEmpty()
                        ? Map.of() : Map.of("type", "string", "enum", property.values()));
            }
            default -> {
                type.put("type", property.type().label());
                if (!property.values().isEmpty()) {
                    type.put("enum", property.values());
                }
            }
        }
        return type;
    }

    private static Map<String, Object> idSchema(int sequence) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", "编号 Identifier");
        schema.put("type", "string");
        schema.put("x-ogc-role", "id");
        return ordered(schema, sequence);
    }

    private static Map<String, Object> geometrySchema(GeometryKind kind, int sequence) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", "几何 Geometry");
        schema.put("x-ogc-role", "primary-geometry");
        schema.put("format", format(kind));
        return ordered(schema, sequence);
    }

    private static Map<String, Object> statusSchema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", "所问日期的状态 Status at the date asked about");
        schema.put("description", "Derived where items are asked for with asOf; never written.");
        schema.put("type", "string");
        schema.put("enum", Arrays.stream(Status.values()).map(Status::label).toList());
        schema.put("readOnly", true);
        return schema;
    }

    private static Map<String, Object> ordered(Map<String, Object> schema, int sequence) {
        schema.put("x-ogc-propertySeq", sequence);
        return schema;
    }

    private static String format(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "geometry-point";
            case LINE_STRING -> "geometry-linestring";
            case POLYGON -> "geometry-polygon";
            case MULTI_POINT -> "geometry-point-or-multipoint";
            case MULTI_LINE_STRING -> "geometry-linestring-or-multilinestring";
            case MULTI_POLYGON -> "geometry-polygon-or-multipolygon";
            case ANY, NONE -> "geometry-any";
        };
    }
}
