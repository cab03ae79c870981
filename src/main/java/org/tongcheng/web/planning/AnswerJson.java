package org.tongcheng.web.planning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.TimeMatrix;
import org.tongcheng.planning.Used;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes answers as JSON, a FeatureCollection as GeoJSON: record components in their order, in snake case, positions in the
 * datum asked for. Threads: immutable.
 */
final class AnswerJson {

    private static final SnakeCase SNAKE_CASE = new SnakeCase();
    private static final Map<Datum, JsonMapper> MAPPERS = new EnumMap<>(Datum.class);

    static {
        for (Datum datum : Datum.values()) {
            MAPPERS.put(datum, mapper(datum));
        }
    }

    private AnswerJson() {}

    /** The whole answer under this id, without its {@link TimeMatrix}. */
    static byte[] write(String answerId, String question, Answer answer, Datum datum) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (answer instanceof Answer.Features) {
            members.put("type", "FeatureCollection");
        }
        members.put("answer_id", answerId);
        members.put("question", question);
        members.put("datum", datum.label());
        putAll(members, (Record) answer.header());
        putAll(members, (Record) answer);
        return MAPPERS.get(datum).writeValueAsBytes(members);
    }

    /** Any value that an answer may hold. */
    static byte[] write(Object value) {
        return MAPPERS.get(Datum.WGS84).writeValueAsBytes(value);
    }

    private static void putAll(Map<String, Object> members, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            switch (component.getName()) {
                case "header", "drawn" -> { }
                case "body" -> putAll(members, (Record) value(record, component));
                default -> put(members, SNAKE_CASE.translate(component.getName()), value(record, component));
            }
        }
    }

    /** A matrix is written after all other members, while it is computed. */
    private static void put(Map<String, Object> members, String name, Object value) {
        if (!(value instanceof TimeMatrix)) {
            members.put(name, value);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
        }
    }

    /** {@code areaKm2} becomes {@code area_km2}. */
    private static final class SnakeCase extends PropertyNamingStrategies.NamingBase {

        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String name) {
            return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    }

    private static JsonMapper mapper(Datum datum) {
        SimpleModule module = new SimpleModule();
        module.addSerializer(serializer(AnswerFeature.class, AnswerJson::writeFeature));
        module.addSerializer(serializer(Used.class, AnswerJson::writeUsed));
        module.addSerializer(serializer(Origin.Point.class, AnswerJson::writePoint));
        module.addSerializer(serializer(Geometry.class, (g, out) -> writeGeometry(datum.fromWgs84(g), out)));
        module.addSerializer(serializer(Coordinate.class, (c, out) -> writePosition(datum.fromWgs84(c), out)));
        module.addSerializer(serializer(Envelope.class, (box, out) -> writeBox(box, datum, out)));
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .propertyNamingStrategy(SNAKE_CASE)
                .addModule(module)
                .build();
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator out);
    }

    private static <T> ValueSerializer<T> serializer(Class<T> type, Writing<T> writing) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                writing.write(value, out);
            }
        };
    }

    private static void writeFeature(AnswerFeature feature, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeStringProperty("id", feature.id());
        out.writePOJOProperty("geometry", feature.geometry());
        out.writePOJOProperty("properties", feature.properties());
        out.writeEndObject();
    }

    /** Without its extent, which stands in the records. */
    private static void writePoint(Origin.Point point, JsonGenerator out) {
        out.writeStartObject();
        out.writePOJOProperty("at", point.at());
        out.writeStringProperty("rule", point.rule());
        out.writeEndObject();
    }

    /** Its lines are written only where they were asked for. */
    private static void writeUsed(Used used, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("digest", used.digest());
        out.writeNumberProperty("count", used.count());
        out.writePOJOProperty("features", used.features());
        out.writeEndObject();
    }

    private static void writeGeometry(Geometry geometry, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", geometry.getGeometryType());
        boolean plain = geometry.getClass() == GeometryCollection.class;
        out.writeName(plain ? "geometries" : "coordinates");
        writeCoordinates(geometry, plain, out);
        out.writeEndObject();
    }

    private static void writeCoordinates(Geometry geometry, boolean whole, JsonGenerator out) {
        if (geometry instanceof Point point) {
            writePosition(point.getCoordinate(), out);
        } else if (geometry instanceof LineString line) {
            writePositions(line.getCoordinateSequence(), out);
        } else if (geometry instanceof Polygon polygon) {
            writeRings(polygon, out);
        } else if (geometry instanceof MultiPoint || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon || geometry instanceof GeometryCollection) {
            out.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (whole) {
                    writeGeometry(geometry.getGeometryN(i), out);
                } else {
                    writeCoordinates(geometry.getGeometryN(i), false, out);
                }
            }
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException("GeoJSON has no " + geometry.getGeometryType());
        }
    }

    private static void writeRings(Polygon polygon, JsonGenerator out) {
        out.writeStartArray();
        if (!polygon.isEmpty()) {
            writePositions(polygon.getExteriorRing().getCoordinateSequence(), out);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                writePositions(polygon.getInteriorRingN(i).getCoordinateSequence(), out);
            }
        }
        out.writeEndArray();
    }

    private static void writePositions(CoordinateSequence positions, JsonGenerator out) {
        out.writeStartArray();
        for (int i = 0; i < positions.size(); i++) {
            writeNumbers(out, positions.getX(i), positions.getY(i));
        }
        out.writeEndArray();
    }

    private static void writePosition(Coordinate position, JsonGenerator out) {
        writeNumbers(out, position.x, position.y);
    }

    private static void writeBox(Envelope box, Datum datum, JsonGenerator out) {
        Coordinate southWest = datum.fromWgs84(new Coordinate(box.getMinX(), box.getMinY()));
        Coordinate northEast = datum.fromWgs84(new Coordinate(box.getMaxX(), box.getMaxY()));
        writeNumbers(out, southWest.x, southWest.y, northEast.x, northEast.y);
    }

    private static void writeNumbers(JsonGenerator out, double... numbers) {
        out.writeStartArray();
        Arrays.stream(numbers).forEach(out::writeNumber);
        out.writeEndArray();
    }
}
