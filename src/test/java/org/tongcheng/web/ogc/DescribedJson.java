package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * Compares a document with its schema in the dialect of OpenAPI 3.0, as far as this service uses it: types, what is required,
 * lengths of arrays; a member that the schema's properties do not name is an error too.
 */
final class DescribedJson {

    private DescribedJson() {}

    /** @param schemas those that references name */
    static void check(JsonNode schema, JsonNode value, JsonNode schemas) {
        if (schema.has("$ref")) {
            check(schemas.get(schema.get("$ref").asString().replaceFirst(".*/", "")), value, schemas);
            return;
        }
        String shown = value + " by " + schema;
        switch (schema.get("type").asString()) {
            case "string" -> assertThat(value.isString()).as(shown).isTrue();
            case "number" -> assertThat(value.isNumber()).as(shown).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(shown).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(shown).isTrue();
            case "array" -> {
                assertThat(value.isArray()).as(shown).isTrue();
                assertThat(value.size()).as(shown).isBetween(schema.path("minItems").asInt(0), schema.path("maxItems").asInt(Integer.MAX_VALUE));
                value.forEach(element -> check(schema.get("items"), element, schemas));
            }
            default -> object(schema, value, schemas);
        }
    }

    private static void object(JsonNode schema, JsonNode value, JsonNode schemas) {
        assertThat(value.isObject()).as(value + " by " + schema).isTrue();
        schema.path("required").forEach(name -> assertThat(value.has(name.asString())).as(name + " in " + value).isTrue());
        if (schema.has("properties")) {
            value.forEachEntry((name, member) -> {
                assertThat(schema.get("properties").has(name)).as(name + " in " + schema).isTrue();
                check(schema.get("properties").get(name), member, schemas);
            });
        }
    }
}
