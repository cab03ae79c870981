package org.tongcheng.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.exchange.DeclarationJson;
import org.tongcheng.geometry.GeometryAssembly;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Records of small worlds written down in a test, and of the bundled catalogue's files, without a store. */
public final class TestRecords {

    public static final Instant MOMENT = Instant.parse("2026-01-31T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<StoredFeature>> features = new LinkedHashMap<>();

    private final Map<String, CollectionDeclaration> declared = new HashMap<>();

    /** What a collection's properties are, for questions that ask for it. */
    public TestRecords declare(CollectionDeclaration declaration) {
        declared.put(declaration.id(), declaration);
        features.computeIfAbsent(declaration.id(), c -> new ArrayList<>());
        return this;
    }

    public static Clock clock() {
        return Clock.fixed(MOMENT, ZoneOffset.UTC);
    }

    /** A feature of revision 1; properties are name, value, name, value … */
    public TestRecords with(String collection, String id, String wkt, Object... properties) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            values.put((String) properties[i], properties[i + 1]);
        }
        return add(collection, new Feature(id, wkt == null ? null : geometry(wkt), values));
    }

    public TestRecords unit(String adcode, String wkt, Object... properties) {
        return with(Collections.UNITS, adcode, wkt, properties);
    }

    public TestRecords area(String id, String wkt, List<Map<String, Object>> members, Object... properties) {
        List<Object> all = new ArrayList<>(Arrays.asList(properties));
        all.add("members");
        all.add(members);
        return with(Collections.AREAS, id, wkt, all.toArray());
    }

    /** Features as another test read them. */
    public TestRecords stored(String collection, List<StoredFeature> stored) {
        features.computeIfAbsent(collection, c -> new ArrayList<>()).addAll(stored);
        return this;
    }

    public static Map<String, Object> member(String adcode, String part) {
        return Map.of("adcode", adcode, "name_zh", "成员" + adcode, "part", part, "basis", "document");
    }

    /** The units, areas, zones and parks of the bundled catalogue. */
    public static Records bundled() {
        TestRecords records = new TestRecords();
        DeclarationJson.builtIn().stream().filter(c -> c.id().equals(Collections.UNITS)).forEach(records::declare);
        for (String collection : List.of(Collections.UNITS, Collections.AREAS, Collections.ZONES, Collections.PARKS)) {
            records.read(collection, Path.of("data/catalog", collection + ".geojson"));
        }
        return records.records();
    }

    public Records records() {
        List<CollectionDeclaration> declarations = features.keySet().stream()
                .map(c -> declared.getOrDefault(c, new CollectionDeclaration(c, Text.of(c), null, GeometryKind.ANY, List.of(), true)))
                .toList();
        return new Records(MOMENT, declarations, features::get, (ref, moment) -> Optional.ofNullable(features.get(ref.collection()))
                .flatMap(list -> list.stream().filter(f -> f.feature().id().equals(ref.id())).findFirst()),
                (collection, query, most) -> Records.matching(features.get(collection), query).stream().limit(most).toList());
    }

    public static Asked ask(PlanningQuestion question, Map<String, List<String>> texts) {
        return new QuestionReader(() -> List.of("drive", "transit", "commute"), clock()).read(question, texts, List.of()).get(0);
    }

    public static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** The closed square or rectangle as WKT. */
    public static String box(double west, double south, double east, double north) {
        return "POLYGON ((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", "
                + west + " " + north + ", " + west + " " + south + "))";
    }

    private TestRecords add(String collection, Feature feature) {
        features.computeIfAbsent(collection, c -> new ArrayList<>()).add(new StoredFeature(feature, 1, Existence.ALWAYS));
        return this;
    }

    @SuppressWarnings("unchecked")
    private void read(String collection, Path file) {
        try {
            for (JsonNode node : JSON.readTree(Files.readString(file)).get("features")) {
                add(collection, new Feature(node.get("id").asString(), geometry(node.get("geometry")),
                        JSON.convertValue(node.get("properties"), Map.class)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Geometry geometry(JsonNode geometry) {
        JsonNode at = geometry.get("coordinates");
        return switch (geometry.get("type").asString()) {
            case "Point" -> GeometryAssembly.strict().point(at.get(0).doubleValue(), at.get(1).doubleValue());
            case "Polygon" -> GeometryAssembly.strict().polygon(rings(at));
            case "MultiPolygon" -> GeometryAssembly.strict().multiPolygon(at.valueStream().map(TestRecords::rings).toList());
            default -> throw new IllegalArgumentException(geometry.get("type").asString());
        };
    }

    private static List<double[]> rings(JsonNode rings) {
        return rings.valueStream()
                .map(ring -> ring.valueStream()
                        .flatMap(JsonNode::valueStream)
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray())
                .toList();
    }
}
