package org.tongcheng.web.planning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.Parameter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as a JSON object: parameters by name, arrays for lists, points as {@code [lon, lat]} or {@code "lon,lat"},
 * {@code add} as GeoJSON. What is no such object is refused with {@link BadParameter}.
 */
final class QuestionJson {

    /** The name by which the whole body is called in problems. */
    static final String BODY = "body";

    private static final String ADD = "add";
    private static final String TYPE = "type";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private QuestionJson() {}

    /**
     * What was given, not yet read.
     *
     * @param texts by parameter name
     * @param add   corridors of the asker's own, in the question's datum
     * @param whole whether one value may be the whole body, so that others may stand in the address
     */
    record Texts(Map<String, List<String>> texts, List<OwnCorridor> add, boolean whole) {

        Texts(Map<String, List<String>> texts, List<OwnCorridor> add) {
            this(texts, add, false);
        }

        /** Takes the one value of a parameter out; null where it is not given. */
        String take(String name) {
            List<String> values = texts.remove(name);
            if (values != null && values.size() != 1) {
                throw new BadParameter(name, String.join(" ", values), "one value", values.size() + " values are given");
            }
            return values == null ? null : values.get(0);
        }
    }

    /**
     * A question that was kept.
     *
     * @param moment the moment whose records it was answered from
     */
    record Kept(String question, Texts texts, String moment) {}

    static Texts read(byte[] body, List<Parameter<?>> parameters) {
        JsonNode object = parse(body);
        Optional<Parameter<?>> json = parameters.stream().filter(p -> p.form().schema().equals(Form.OBJECT)).findFirst();
        if (json.isPresent() && object.has(TYPE)) {
            Map<String, List<String>> texts = new LinkedHashMap<>();
            texts.put(json.get().name(), List.of(new String(body, StandardCharsets.UTF_8)));
            return new Texts(texts, List.of(), true);
        }
        Texts texts = read(object, parameters);
        return new Texts(texts.texts(), texts.add(), json.isPresent());
    }

    /** The member by which GeoJSON tells what it is; empty where the text is no such object. */
    static String typeOf(String text) {
        try {
            return JSON.readTree(text).path(TYPE).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    static List<OwnCorridor> readCorridors(byte[] geoJson) {
        try {
            return OwnCorridorJson.read(JSON.readTree(geoJson));
        } catch (JacksonException e) {
            throw new BadParameter(ADD, null, "GeoJSON", e.getOriginalMessage());
        }
    }

    /** The canonical text of a question; the same question always has the same. */
    static String canonical(String question, Asked asked, List<OwnCorridor> add) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("question", question);
        members.put("parameters", asked.canonical());
        members.put(ADD, add.stream().map(OwnCorridorJson::write).toList());
        return JSON.writeValueAsString(members);
    }

    /** What is kept so that the question can be asked again. */
    static String kept(String canonical, String moment) {
        return canonical.substring(0, canonical.length() - 1) + ",\"moment\":" + JSON.writeValueAsString(moment) + "}";
    }

    static Kept readKept(String kept) {
        JsonNode node = JSON.readTree(kept);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        node.get("parameters").properties().forEach(e -> {
            List<String> values = new ArrayList<>();
            e.getValue().forEach(v -> values.add(v.asString()));
            texts.put(e.getKey(), values);
        });
        return new Kept(node.get("question").asString(), new Texts(texts, OwnCorridorJson.read(node.get(ADD))),
                node.get("moment").asString());
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new BadParameter(BODY, null, "one JSON object", e.getOriginalMessage());
        }
        throw new BadParameter(BODY, null, "one JSON object", "the body is no JSON object");
    }

    private static Texts read(JsonNode object, List<Parameter<?>> parameters) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<OwnCorridor> add = new ArrayList<>();
        object.properties().forEach(member -> {
            String name = member.getKey();
            if (name.equals(ADD)) {
                add.addAll(OwnCorridorJson.read(member.getValue()));
            } else {
                texts.put(name, texts(name, member.getValue(), parameters));
            }
        });
        return new Texts(texts, add);
    }

    private static List<String> texts(String name, JsonNode value, List<Parameter<?>> parameters) {
        boolean place = parameters.stream().anyMatch(p -> p.name().equals(name) && p.form() == Form.PLACE);
        boolean json = parameters.stream().anyMatch(p -> p.name().equals(name) && p.form().schema().equals(Form.OBJECT));
        return json && value.isObject() ? List.of(value.toString()) : texts(name, value, place);
    }

    private static List<String> texts(String name, JsonNode value, boolean place) {
        if (!value.isArray() || place && isPosition(value)) {
            return List.of(text(name, value, place));
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(text(name, each, place)));
        if (texts.isEmpty()) {
            throw new BadParameter(name, "[]", "at least one value", "the list is empty");
        }
        return texts;
    }

    private static boolean isPosition(JsonNode value) {
        return value.isArray() && value.size() > 0 && value.get(0).isNumber();
    }

    private static String text(String name, JsonNode value, boolean place) {
        if (place && isPosition(value)) {
            if (value.size() != 2 || !value.get(1).isNumber()) {
                throw new BadParameter(name, value.toString(), Form.PLACE.allowed(), "a point is [lon, lat]");
            }
            return value.get(0).asString() + "," + value.get(1).asString();
        }
        if (value.isString() || value.isNumber() || value.isBoolean()) {
            return value.asString();
        }
        throw new BadParameter(name, value.toString(), "a string, a number, true or false, or a list of these",
                "is " + (value.isNull() ? "null" : "of a wrong type"));
    }
}
