package org.tongcheng.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the bundled catalogue's files for tests of this room, which may not use the rooms that read them in the service. */
public final class CatalogueFiles {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("data/catalog");

    private CatalogueFiles() {}

    public static List<StoredFeature> units() {
        return read("administrative-units");
    }

    public static List<Corridor> corridors() {
        return Corridors.from(read("corridors"), read("stops"), fault -> {
            throw new IllegalStateException(fault);
        });
    }

    /** Any of the bundled collections with geometry. */
    public static List<StoredFeature> read(String collection) {
        try {
            Map<String, LocalDate> documents = documents();
            List<StoredFeature> features = new ArrayList<>();
            for (JsonNode node : JSON.readTree(FOLDER.resolve(collection + ".geojson").toFile()).get("features")) {
                Map<String, Object> properties = new HashMap<>();
                node.get("properties").properties().forEach(e -> properties.put(e.getKey(), value(e.getValue())));
                Feature feature = new Feature(node.get("id").asString(), geometry(node.get("geometry")), properties);
                features.add(new StoredFeature(feature, 1, existence(properties, documents)));
            }
            return features;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Enough of the rule for corridors and stops of the bundled files, which have no month and no closing. */
    private static Existence existence(Map<String, Object> properties, Map<String, LocalDate> documents) {
        String document = (String) properties.get("document");
        LocalDate known = "base".equals(document) ? null : documents.get(document);
        Status status = Status.of((String) properties.get("status_at_doc"));
        LocalDate opened = properties.get("opened") == null ? null : Period.of(properties.get("opened").toString()).lastDay();
        boolean assumed = opened == null && status == Status.OPEN;
        Object due = properties.get("planned_opening");
        return new Existence(false, opened, null, assumed ? documents.get(document) : opened, assumed, known, status,
                due == null ? null : Integer.valueOf(due.toString()));
    }

    private static Map<String, LocalDate> documents() throws IOException {
        List<String> rows = Files.readAllLines(FOLDER.resolve("documents.csv"));
        int date = List.of(rows.get(0).split(",")).indexOf("date");
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            if (!cells[date].isEmpty()) {
                dates.put(cells[0], Period.of(cells[date]).lastDay());
            }
        }
        return dates;
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isArray() && !node.isEmpty() && node.get(0).isNumber()) {
            return node.valueStream().map(CatalogueFiles::value).toList();
        }
        return node.isNumber() ? node.asDouble() : node.isString() ? node.asString() : node.toString();
    }

    private static Geometry geometry(JsonNode node) {
        JsonNode at = node.get("coordinates");
        return switch (node.get("type").asString()) {
            case "Point" -> GEOMETRY.createPoint(coordinate(at));
            case "LineString" -> GEOMETRY.createLineString(coordinates(at));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" -> GEOMETRY.createMultiPolygon(at.valueStream().map(CatalogueFiles::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException(node.get("type").asString());
        };
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] all = rings.valueStream().map(r -> GEOMETRY.createLinearRing(coordinates(r))).toArray(LinearRing[]::new);
        return GEOMETRY.createPolygon(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }

    private static Coordinate[] coordinates(JsonNode list) {
        return list.valueStream().map(CatalogueFiles::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode pair) {
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }
}
