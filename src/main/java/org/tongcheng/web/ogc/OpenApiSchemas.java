package org.tongcheng.web.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.DeclarationRules;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.web.Members;

/** Schemas of what is sent and received, in the dialect of OpenAPI 3.0. */
final class OpenApiSchemas {

    private static final Map<String, Object> STRING = Members.of("type", "string");
    private static final Map<String, Object> NUMBER = Members.of("type", "number");

    private OpenApiSchemas() {}

    static Map<String, Object> ref(String schema) {
        return Members.of("$ref", "#/components/schemas/" + schema);
    }

    static String featureName(CollectionDeclaration collection) {
        return "feature." + collection.id();
    }

    static Map<String, Object> common() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("problem", object(List.of("type", "title", "status", "detail"),
                "type", STRING, "title", STRING, "status", Members.of("type", "integer"), "detail", STRING,
                "parameter", STRING, "value", STRING, "allowed", STRING,
                "place", object(List.of("lon", "lat"), "lon", NUMBER, "lat", NUMBER), "reason", STRING));
        schemas.put("link", object(List.of("href", "rel"), "href", STRING, "rel", STRING, "type", STRING, "title", STRING,
                "templated", Members.of("type", "boolean")));
        schemas.put("landingPage", object(List.of("links"), "title", STRING, "description", STRING, "links", array(ref("link"))));
        schemas.put("confClasses", object(List.of("conformsTo"), "conformsTo", array(STRING)));
        schemas.put("collection", object(List.of("id", "links"), "id", STRING, "title", STRING, "description", STRING,
                "itemType", STRING, "extent", Members.of("type", "object"), "crs", array(STRING), "storageCrs", STRING,
                "links", array(ref("link"))));
        schemas.put("collections", object(List.of("links", "collections"),
                "links", array(ref("link")), "crs", array(STRING), "collections", array(ref("collection"))));
        schemas.put("jsonSchema", Members.of("type", "object"));
        schemas.put("revisions", object(List.of("revisions"), "revisions", array(object(List.of("n", "recorded", "operation"),
                "n", Members.of("type", "integer"), "recorded", Members.of("type", "string", "format", "date-time"),
                "operation", Members.of("type", "string", "enum", List.of("create", "replace", "delete"))))));
        schemas.put("repaired", object(List.of("id", "area_before_km2", "area_after_km2"),
                "id", STRING, "area_before_km2", NUMBER, "area_after_km2", NUMBER));
        schemas.put("written", object(List.of("id"), "id", STRING));
        schemas.put("declaration", declaration());
        schemas.put("geometry", Members.of("type", "object", "nullable", true, "required", List.of("type"), "properties", Members.of(
                "type", Members.of("type", "string", "enum", List.of("Point", "LineString", "Polygon", "MultiPoint",
                        "MultiLineString", "MultiPolygon", "GeometryCollection")),
                "coordinates", Members.of("type", "array", "items", Members.of()),
                "geometries", array(Members.of("type", "object")))));
        return schemas;
    }

    static Map<String, Object> feature(CollectionDeclaration collection) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (PropertyDeclaration property : collection.properties()) {
            properties.put(property.name(), nullable(property));
            if (property.required()) {
                required.add(property.name());
            }
        }
        Map<String, Object> values = Members.of("type", "object", "required", required.isEmpty() ? null : required,
                "properties", properties, "additionalProperties", false);
        Map<String, Object> geometry = collection.geometry() == GeometryKind.NONE
                ? Members.of("type", "object", "nullable", true) : ref("geometry");
        return object(List.of("type", "geometry", "properties"),
                "type", Members.of("type", "string", "enum", List.of("Feature")), "id", STRING,
                "geometry", geometry, "properties", values, "links", array(ref("link")));
    }

    static Map<String, Object> features(CollectionDeclaration collection) {
        return object(List.of("type", "features"),
                "type", Members.of("type", "string", "enum", List.of("FeatureCollection")),
                "features", array(ref(featureName(collection))),
                "numberMatched", Members.of("type", "integer"), "numberReturned", Members.of("type", "integer"),
                "timeStamp", Members.of("type", "string", "format", "date-time"), "links", array(ref("link")));
    }

    /** Type of a value as it is asked for by a query parameter. */
    static Map<String, Object> asked(PropertyDeclaration property) {
        Map<String, Object> schema = plain(property);
        boolean text = property.type() == PropertyType.ARRAY || property.type() == PropertyType.OBJECT;
        return text ? Members.of("type", "string", "enum", property.values().isEmpty() ? null : property.values()) : schema;
    }

    static Map<String, Object> array(Object items) {
        return Members.of("type", "array", "items", items);
    }

    private static Map<String, Object> nullable(PropertyDeclaration property) {
        Map<String, Object> schema = plain(property);
        schema.remove("x-ogc-unit");
        schema.remove("x-aggregate");
        if (!property.required()) {
            schema.put("nullable", true);
            if (schema.get("enum") instanceof List<?> values) {
                List<Object> withNull = new ArrayList<>(values);
                withNull.add(null);
                schema.put("enum", withNull);
            }
        }
        return schema;
    }

    private static Map<String, Object> plain(PropertyDeclaration property) {
        return CollectionSchema.property(property);
    }

    private static Map<String, Object> declaration() {
        Map<String, Object> text = Members.of("description", "One text, or {zh, en}",
                "oneOf", List.of(STRING, object(List.of(), "zh", STRING, "en", STRING)));
        return object(List.of("id", "geometry", "properties"),
                "id", Members.of("type", "string", "pattern", "^[a-z][a-z0-9-]{0,59}$"), "title", text, "description", text,
                "geometry", Members.of("type", "string", "enum", java.util.Arrays.stream(GeometryKind.values()).map(GeometryKind::label).toList()),
                "properties", Members.of("type", "object", "additionalProperties", object(List.of("type"),
                        "type", Members.of("type", "string",
                                "enum", java.util.Arrays.stream(PropertyType.values()).map(PropertyType::label).toList()),
                        "title", text, "unit", STRING, "enum", array(STRING), "queryable", Members.of("type", "boolean"),
                        "references", STRING, "aggregate", Members.of("type", "string", "enum", DeclarationRules.AGGREGATES))));
    }

    private static Map<String, Object> object(List<String> required, Object... properties) {
        return Members.of("type", "object", "required", required.isEmpty() ? null : required, "properties", Members.of(properties));
    }
}
