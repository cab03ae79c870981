package org.tongcheng.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How declarations, arrays, objects and the log's properties are kept as text; nobody outside this room reads it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Integers as Long, other numbers as Double, objects as maps in the order written. */
    static Object value(String text) {
        return MAPPER.readValue(text, Object.class);
    }

    static CollectionDeclaration declaration(String text) {
        return MAPPER.readValue(text, CollectionDeclaration.class);
    }

    /** The properties that have a value, in the order of the declaration; equal features give equal texts. */
    static String properties(CollectionDeclaration declaration, Map<String, Object> properties) {
        Map<String, Object> stated = new LinkedHashMap<>();
        for (PropertyDeclaration property : declaration.properties()) {
            Object value = properties.get(property.name());
            if (value != null) {
                stated.put(property.name(), value);
            }
        }
        return text(stated);
    }

    /** Every declared property, null where the text has none. */
    static Map<String, Object> properties(CollectionDeclaration declaration, String text) {
        Map<?, ?> stated = (Map<?, ?>) value(text);
        Map<String, Object> all = new LinkedHashMap<>();
        for (PropertyDeclaration property : declaration.properties()) {
            all.put(property.name(), typed(property.type(), stated.get(property.name())));
        }
        return all;
    }

    /** The JSON texts that an element may have which is asked for by this value: text that reads as a number or truth is both. */
    static List<String> elements(Object value) {
        List<String> texts = new ArrayList<>(List.of(text(value)));
        if (value instanceof String string) {
            try {
                Object read = value(string);
                if (read instanceof Number || read instanceof Boolean) {
                    texts.add(text(read));
                }
            } catch (JacksonException e) {
                return texts;
            }
        }
        return texts;
    }

    private static Object typed(PropertyType type, Object value) {
        return type == PropertyType.NUMBER && value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}
