package org.tongcheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.DeclarationRules;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Declarations as files and requests hold them (api.md, Feature service):
 *
 * <pre>{@code
 * {"id": "hospitals", "title": {"zh": "医院", "en": "Hospitals"}, "description": "…", "geometry": "Point",
 *  "properties": {"beds": {"type": "integer", "unit": "1", "title": "Beds", "meaning": "…", "queryable": true, "required": true,
 *                          "aggregate": "sum"},
 *                 "level": {"type": "string", "enum": ["1", "2", "3"]},
 *                 "run_by": {"type": "string", "references": "operators"}}}
 * }</pre>
 *
 * Only {@code id}, {@code geometry}, {@code properties} and each property's {@code type} are required. What breaks the form or
 * {@link DeclarationRules} is {@link InvalidDeclaration}, named by its place; what is no JSON is {@link MalformedInput}.
 */
public final class DeclarationJson {

    /** The collections that ship with the product, in the order in which they are shown. */
    private static final List<String> BUILT_IN = List.of(
            "administrative-units", "metropolitan-areas", "corridors", "stops", "hubs", "industrial-parks", "zones", "projects",
            "documents", "claims", "indicators");

    private static final Set<String> MEMBERS = Set.of("id", "title", "description", "geometry", "properties");
    private static final Set<String> PROPERTY_MEMBERS = Set.of(
            "type", "title", "meaning", "unit", "enum", "queryable", "required", "references", "aggregate", "minimum", "maximum");

    private DeclarationJson() {}

    /** The declarations that ship with the product, from its own resources. */
    public static List<CollectionDeclaration> builtIn() {
        return BUILT_IN.stream().map(DeclarationJson::builtIn).toList();
    }

    private static CollectionDeclaration builtIn(String id) {
        try (InputStream in = DeclarationJson.class.getResourceAsStream("/collections/" + id + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its own declaration of '" + id + "'");
            }
            return read(in, true);
        } catch (IOException e) {
            throw new UncheckedIOException("declaration of '" + id + "'", e);
        }
    }

    /** A user's own declaration; the stream stays open. */
    public static CollectionDeclaration read(InputStream in) {
        return read(in, false);
    }

    private static CollectionDeclaration read(InputStream in, boolean builtIn) {
        JsonNode root = Json.read(in, JsonNode.class);
        if (root == null || !root.isObject()) {
            throw new InvalidDeclaration("a declaration is a JSON object");
        }
        requireMembers("", root, MEMBERS);
        String id = text("id", root.get("id"), true);
        JsonNode properties = root.get("properties");
        if (properties == null || !properties.isObject()) {
            throw new InvalidDeclaration("properties: an object with one member for each property is required");
        }
        List<PropertyDeclaration> declared = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            declared.add(property(property.getKey(), property.getValue()));
        }
        return DeclarationRules.check(new CollectionDeclaration(
                id, title("title", root.get("title"), id), title("description", root.get("description"), null),
                kind(root.get("geometry")), declared, builtIn));
    }

    private static PropertyDeclaration property(String name, JsonNode node) {
        String place = "properties." + name;
        if (!node.isObject()) {
            throw new InvalidDeclaration(place + ": an object with at least a type is required");
        }
        requireMembers(place + ".", node, PROPERTY_MEMBERS);
        return new PropertyDeclaration(
                name,
                type(place + ".type", node.get("type")),
                title(place + ".title", node.get("title"), name),
                title(place + ".meaning", node.get("meaning"), null),
                text(place + ".unit", node.get("unit"), false),
                values(place + ".enum", node.get("enum")),
                flag(place + ".queryable", node.get("queryable")),
                flag(place + ".required", node.get("required")),
                text(place + ".references", node.get("references"), false),
                text(place + ".aggregate", node.get("aggregate"), false),
                bound(place + ".minimum", node.get("minimum")),
                bound(place + ".maximum", node.get("maximum")));
    }

    private static void requireMembers(String place, JsonNode node, Set<String> known) {
        for (String member : node.propertyNames()) {
            if (!known.contains(member)) {
                throw new InvalidDeclaration(place + member + ": unknown member; known are " + new TreeSet<>(known));
            }
        }
    }

    private static GeometryKind kind(JsonNode node) {
        String label = text("geometry", node, true);
        for (GeometryKind kind : GeometryKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        List<String> labels = List.of(GeometryKind.values()).stream().map(GeometryKind::label).toList();
        throw new InvalidDeclaration("geometry: '" + label + "' is none of " + labels);
    }

    private static PropertyType type(String place, JsonNode node) {
        String label = text(place, node, true);
        for (PropertyType type : PropertyType.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        List<String> labels = List.of(PropertyType.values()).stream().map(PropertyType::label).toList();
        throw new InvalidDeclaration(place + ": '" + label + "' is none of " + labels);
    }

    private static Text title(String place, JsonNode node, String otherwise) {
        if (isAbsent(node)) {
            return otherwise == null ? null : Text.of(otherwise);
        }
        if (node.isString()) {
            return Text.of(text(place, node, true));
        }
        if (!node.isObject()) {
            throw new InvalidDeclaration(place + ": a string or an object {\"zh\": …, \"en\": …} is allowed");
        }
        requireMembers(place + ".", node, Set.of("zh", "en"));
        String zh = text(place + ".zh", node.get("zh"), false);
        String en = text(place + ".en", node.get("en"), false);
        if (zh == null && en == null) {
            throw new InvalidDeclaration(place + ": zh or en is required");
        }
        return new Text(zh == null ? en : zh, en == null ? zh : en);
    }

    private static String text(String place, JsonNode node, boolean required) {
        if (isAbsent(node)) {
            if (required) {
                throw new InvalidDeclaration(place + ": a string is required");
            }
            return null;
        }
        if (!node.isString() || node.stringValue().isBlank() || node.stringValue().indexOf('\0') >= 0) {
            throw new InvalidDeclaration(place + ": a string that is not blank is allowed");
        }
        return node.stringValue();
    }

    private static boolean flag(String place, JsonNode node) {
        if (isAbsent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            throw new InvalidDeclaration(place + ": true or false is allowed");
        }
        return node.booleanValue();
    }

    private static List<String> values(String place, JsonNode node) {
        if (isAbsent(node)) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty()) {
            throw new InvalidDeclaration(place + ": an array of at least one string is allowed");
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : node) {
            values.add(text(place, value, true));
        }
        return values;
    }

    private static Double bound(String place, JsonNode node) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new InvalidDeclaration(place + ": a number is allowed");
        }
        return node.doubleValue();
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    /** The declaration as JSON, one property a line; read again it is the same. */
    public static String write(CollectionDeclaration declaration) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"id\": ").append(quoted(declaration.id())).append(",\n");
        json.append("  \"title\": ").append(node(declaration.title())).append(",\n");
        if (declaration.description() != null) {
            json.append("  \"description\": ").append(node(declaration.description())).append(",\n");
        }
        json.append("  \"geometry\": ").append(quoted(declaration.geometry().label())).append(",\n");
        json.append("  \"properties\": {");
        String separator = "\n";
        for (PropertyDeclaration property : declaration.properties()) {
            json.append(separator).append("    ").append(quoted(property.name())).append(": ").append(node(property));
            separator = ",\n";
        }
        return json.append(declaration.properties().isEmpty() ? "}\n}\n" : "\n  }\n}\n").toString();
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    private static JsonNode node(Text text) {
        if (text.zh().equals(text.en())) {
            return Json.MAPPER.getNodeFactory().stringNode(text.zh());
        }
        return Json.MAPPER.createObjectNode().put("zh", text.zh()).put("en", text.en());
    }

    private static ObjectNode node(PropertyDeclaration property) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("type", property.type().label());
        node.set("title", node(property.title()));
        if (property.meaning() != null) {
            node.set("meaning", node(property.meaning()));
        }
        putStated(node, "unit", property.unit());
        if (!property.values().isEmpty()) {
            ArrayNode values = node.putArray("enum");
            property.values().forEach(values::add);
        }
        if (property.queryable()) {
            node.put("queryable", true);
        }
        if (property.required()) {
            node.put("required", true);
        }
        putStated(node, "references", property.references());
        putStated(node, "aggregate", property.aggregate());
        if (property.minimum() != null) {
            node.put("minimum", property.minimum());
        }
        if (property.maximum() != null) {
            node.put("maximum", property.maximum());
        }
        return node;
    }

    private static void putStated(ObjectNode node, String member, String value) {
        if (value != null) {
            node.put(member, value);
        }
    }
}
