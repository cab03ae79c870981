package org.tongcheng.web.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.geometry.GeometryAssembly;
import org.tongcheng.geometry.InvalidGeometry;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.OwnCorridor;
import tools.jackson.databind.JsonNode;

/**
 * Corridors of the asker's own as GeoJSON: a list of Features (or a FeatureCollection, or one Feature) whose geometry is a
 * LineString. {@code id} stands beside {@code type} or among the properties; the properties are {@code mode}, {@code stops},
 * {@code speed_kmh}, {@code headway_min}, {@code run_min} and a {@code name}, which is passed over.
 */
final class OwnCorridorJson {

    private static final String NAME = "add";
    private static final int MOST_CORRIDORS = 200;
    private static final int MOST_VERTICES = 20_000;
    private static final Set<String> PROPERTIES = Set.of("id", "name", "mode", "stops", "speed_kmh", "headway_min", "run_min");
    private static final Set<String> MEMBERS = Set.of("type", "id", "geometry", "properties", "bbox");
    private static final String MODES = Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.joining(", "));

    private OwnCorridorJson() {}

    /** Throws {@link BadParameter} that names the corridor and what is wrong with it. */
    static List<OwnCorridor> read(JsonNode add) {
        List<OwnCorridor> corridors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode feature : features(add)) {
            OwnCorridor corridor = corridor(feature);
            if (!ids.add(corridor.id())) {
                throw bad(corridor.id(), "ids that differ", "two corridors are called '" + corridor.id() + "'");
            }
            corridors.add(corridor);
        }
        if (corridors.size() > MOST_CORRIDORS) {
            throw bad(null, "at most " + MOST_CORRIDORS + " corridors", corridors.size() + " corridors are given");
        }
        return corridors;
    }

    /** The corridor as a Feature that {@link #read} reads the same. */
    static Map<String, Object> write(OwnCorridor corridor) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("mode", corridor.mode());
        properties.put("stops", corridor.stops());
        if (corridor.speedKmh() != null) {
            properties.put("speed_kmh", corridor.speedKmh());
        }
        if (corridor.headwayMin() != null) {
            properties.put("headway_min", corridor.headwayMin());
        }
        if (!corridor.runMin().isEmpty()) {
            properties.put("run_min", corridor.runMin());
        }
        List<List<Double>> positions = Arrays.stream(corridor.line().getCoordinates()).map(c -> List.of(c.x, c.y)).toList();
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", corridor.id());
        feature.put("geometry", Map.of("coordinates", positions));
        feature.put("properties", properties);
        return feature;
    }

    private static Iterable<JsonNode> features(JsonNode add) {
        if (add.isArray()) {
            return add;
        }
        if (add.isObject() && add.path("features").isArray()) {
            return add.get("features");
        }
        if (add.isObject()) {
            return List.of(add);
        }
        throw bad(add.toString(), "a list of GeoJSON Features with LineStrings", "is neither a list nor GeoJSON");
    }

    private static OwnCorridor corridor(JsonNode feature) {
        if (!feature.isObject() || !feature.path("geometry").isObject()) {
            throw bad(feature.toString(), "GeoJSON Features with LineStrings", "holds something that is no Feature");
        }
        JsonNode properties = feature.path("properties");
        String id = id(feature, properties);
        refuseUnknown(id, feature, MEMBERS);
        refuseUnknown(id, properties, PROPERTIES);
        LineString line = line(id, feature.get("geometry"));
        List<Integer> stops = stops(id, properties.path("stops"), line);
        return new OwnCorridor(id, mode(id, properties.path("mode")), line, stops,
                number(id, properties.path("speed_kmh"), "speed_kmh", 1000), number(id, properties.path("headway_min"), "headway_min", 1440),
                runs(id, properties.path("run_min"), stops.size() - 1));
    }

    private static String id(JsonNode feature, JsonNode properties) {
        JsonNode id = feature.has("id") ? feature.get("id") : properties.path("id");
        String text = id.isString() || id.isIntegralNumber() ? id.asString() : "";
        if (!text.matches("[^\\s,/\\p{Cntrl}]{1,100}")) {
            throw bad(id.toString(), "an id without blanks, commas and slashes", "a corridor has no id that can be used");
        }
        return text;
    }

    private static void refuseUnknown(String id, JsonNode object, Set<String> known) {
        object.propertyNames().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw bad(name, known.stream().sorted().collect(Collectors.joining(", ")),
                    "'" + id + "' has a member '" + name + "' that means nothing here");
        });
    }

    private static String mode(String id, JsonNode mode) {
        try {
            return Mode.of(mode.isString() ? mode.asString() : "").label();
        } catch (IllegalArgumentException e) {
            throw bad(mode.toString(), MODES, "'" + id + "' has no mode that there is");
        }
    }

    private static LineString line(String id, JsonNode geometry) {
        JsonNode positions = geometry.path("coordinates");
        boolean other = geometry.has("type") && !geometry.get("type").asString("").equals("LineString");
        if (other || !positions.isArray() || positions.size() < 2 || positions.size() > MOST_VERTICES) {
            throw bad(geometry.path("type").toString(), "a LineString of 2 to " + MOST_VERTICES + " positions",
                    "'" + id + "' has no such line");
        }
        double[] lonLat = new double[positions.size() * 2];
        for (int i = 0; i < positions.size(); i++) {
            JsonNode position = positions.get(i);
            if (!position.isArray() || position.size() < 2 || !position.get(0).isNumber() || !position.get(1).isNumber()) {
                throw bad(position.toString(), "[lon, lat]", "vertex " + (i + 1) + " of '" + id + "' is no position");
            }
            lonLat[2 * i] = position.get(0).doubleValue();
            lonLat[2 * i + 1] = position.get(1).doubleValue();
        }
        try {
            return GeometryAssembly.strict().lineString(lonLat);
        } catch (InvalidGeometry e) {
            throw bad(id, "a LineString on the globe", "'" + id + "': " + e.getMessage());
        }
    }

    private static List<Integer> stops(String id, JsonNode stops, LineString line) {
        int vertices = line.getNumPoints();
        if (stops.isMissingNode() || stops.isNull()) {
            return IntStream.rangeClosed(1, vertices).boxed().toList();
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode stop : stops) {
            int least = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
            if (!stop.isInt() || stop.intValue() < least || stop.intValue() > vertices) {
                throw bad(stop.toString(), "vertex numbers from 1 to " + vertices + ", rising",
                        "'" + id + "' has a stop that is none");
            }
            numbers.add(stop.intValue());
        }
        if (!stops.isArray() || numbers.size() < 2) {
            throw bad(stops.toString(), "at least two vertex numbers", "'" + id + "' has too few stops");
        }
        return numbers;
    }

    /** Minutes from each stop to the next, null where they are not stated. */
    private static List<Double> runs(String id, JsonNode runs, int count) {
        if (runs.isMissingNode() || runs.isNull()) {
            return List.of();
        }
        if (!runs.isArray() || runs.size() != count) {
            throw bad(runs.toString(), "a list of " + count + " minutes, one from each stop to the next, null where not stated",
                    "'" + id + "' has no such run_min");
        }
        List<Double> minutes = new ArrayList<>();
        runs.forEach(run -> minutes.add(number(id, run, "run_min", 1440)));
        return minutes;
    }

    private static Double number(String id, JsonNode value, String name, double most) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number > 0 && number <= most)) {
            throw bad(value.toString(), "a number above 0, at most " + (int) most, "'" + id + "' has no such " + name);
        }
        return number;
    }

    private static BadParameter bad(String value, String allowed, String reason) {
        return new BadParameter(NAME, value, allowed, reason);
    }
}
