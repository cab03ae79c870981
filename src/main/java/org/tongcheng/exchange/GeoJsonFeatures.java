package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads GeoJSON features (RFC 7946) from a parser, members in any order, foreign members passed over. The one place that knows
 * their form. Throws {@link InvalidFeature} with the JSON Pointer of the member at fault.
 */
final class GeoJsonFeatures {

    private static final Map<String, Integer> NESTING = Map.of(
            "Point", 1, "MultiPoint", 2, "LineString", 2, "MultiLineString", 3, "Polygon", 3, "MultiPolygon", 4);

    private static final String TYPES =
            "Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection";

    /** Collections within collections; more is nobody's data. */
    private static final int DEEPEST_COLLECTION = 8;

    private final JsonParser parser;
    private final boolean geometryRequired;

    GeoJsonFeatures(JsonParser parser, boolean geometryRequired) {
        this.parser = parser;
        this.geometryRequired = geometryRequired;
    }

    /** What was found of a feature so far. */
    static final class Members {
        private String type;
        private String id;
        private RawGeometry geometry;
        private boolean geometrySeen;
        private Map<String, Object> properties = Map.of();
        private boolean propertiesSeen;

        String type() {
            return type;
        }
    }

    /** Reads the object whose opening brace is the parser's current token. */
    RawFeature read() {
        String place = pointer();
        Members members = new Members();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            member(name, members);
        }
        return finish(place, members);
    }

    /** Reads one member, whose value's first token is the parser's current one. */
    void member(String name, Members members) {
        switch (name) {
            case "type" -> members.type = string("a string is required");
            case "id" -> members.id = id();
            case "geometry" -> {
                members.geometrySeen = true;
                members.geometry = parser.currentToken() == JsonToken.VALUE_NULL ? null : geometry(0);
            }
            case "properties" -> {
                members.propertiesSeen = true;
                members.properties = properties();
            }
            default -> parser.skipChildren();
        }
    }

    RawFeature finish(String place, Members members) {
        if (!"Feature".equals(members.type)) {
            throw new InvalidFeature(place + "/type", members.type == null
                    ? "\"Feature\" is required" : "\"Feature\" is required, not \"" + shortened(members.type) + "\"");
        }
        if (geometryRequired && !members.geometrySeen) {
            throw new InvalidFeature(place + "/geometry", "a geometry is required; null says that there is none");
        }
        if (!members.propertiesSeen) {
            throw new InvalidFeature(place + "/properties", "an object is required; null says that there are none");
        }
        return new RawFeature(members.id, members.geometry, members.properties);
    }

    private Map<String, Object> properties() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Map.of();
            case START_OBJECT -> object();
            default -> throw at("an object or null is required");
        };
    }

    private String id() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            default -> throw at("a string or a number is required");
        };
    }

    private RawGeometry geometry(int depth) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw at("an object or null is required");
        }
        if (depth > DEEPEST_COLLECTION) {
            throw at("geometry collections nest " + DEEPEST_COLLECTION + " deep at the most");
        }
        String place = pointer();
        String type = null;
        CoordinatesReader coordinates = null;
        List<RawGeometry> members = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("type")) {
                type = string("a geometry's type is required");
            } else if (name.equals("coordinates")) {
                requireArray(token);
                coordinates = new CoordinatesReader(parser).read();
            } else if (name.equals("geometries")) {
                requireArray(token);
                members = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    members.add(geometry(depth + 1));
                }
            } else {
                parser.skipChildren();
            }
        }
        return geometry(place, type, coordinates, members);
    }

    private static RawGeometry geometry(String place, String type, CoordinatesReader coordinates, List<RawGeometry> members) {
        if (RawGeometry.COLLECTION.equals(type)) {
            if (members == null) {
                throw new InvalidFeature(place + "/geometries", "an array of geometries is required");
            }
            return RawGeometry.collection(members);
        }
        Integer nesting = type == null ? null : NESTING.get(type);
        if (nesting == null) {
            throw new InvalidFeature(place + "/type",
                    (type == null ? "" : "\"" + shortened(type) + "\" is no geometry; ") + "one of " + TYPES + " is required");
        }
        if (coordinates == null) {
            throw new InvalidFeature(place + "/coordinates", "an array is required");
        }
        if (coordinates.leaf() != 0 && coordinates.leaf() != nesting) {
            throw new InvalidFeature(place + "/coordinates",
                    "the positions of a " + type + " nest " + nesting + " deep, not " + coordinates.leaf());
        }
        return coordinates.geometry(type);
    }

    private void requireArray(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw at("an array is required");
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value());
        }
        return values;
    }

    /** The value whose first token is the current one. */
    Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value());
                }
                yield values;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT, LONG -> (Object) parser.getLongValue();
                default -> parser.getDoubleValue();
            };
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private String string(String otherwise) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw at(otherwise);
        }
        return parser.getString();
    }

    private String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private InvalidFeature at(String reason) {
        return new InvalidFeature(pointer(), reason);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.codePoints().limit(39)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append) + "…" : text;
    }
}
