package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the JSON Schemas of OGC 17-083r4 demand of tile matrix sets and tileset metadata, said again as assertions. */
final class TilesetShape {

    private static final Set<String> TYPES = Set.of("array", "boolean", "integer", "null", "number", "object", "string");

    private TilesetShape() {}

    static void matrixSet(JsonNode set) {
        texts(set, "id", "title", "uri", "crs");
        address(set.get("uri"));
        address(set.get("crs"));
        assertThat(set.get("orderedAxes").size()).isEqualTo(2);
        assertThat(set.get("tileMatrices").isEmpty()).isFalse();
        for (JsonNode matrix : set.get("tileMatrices")) {
            texts(matrix, "id");
            assertThat(matrix.get("scaleDenominator").isNumber() && matrix.get("cellSize").isNumber()).isTrue();
            assertThat(matrix.get("cornerOfOrigin").asString()).isEqualTo("topLeft");
            numbers(matrix.get("pointOfOrigin"));
            for (String count : new String[] {"tileWidth", "tileHeight", "matrixWidth", "matrixHeight"}) {
                assertThat(matrix.get(count).isIntegralNumber()).as(count).isTrue();
                assertThat(matrix.get(count).asLong()).as(count).isPositive();
            }
        }
    }

    /** What a list of tilesets has of each. */
    static void entry(JsonNode tileset) {
        texts(tileset, "title", "dataType", "crs", "tileMatrixSetURI");
        assertThat(tileset.get("dataType").asString()).isEqualTo("vector");
        address(tileset.get("crs"));
        address(tileset.get("tileMatrixSetURI"));
        assertThat(tileset.get("links").isEmpty()).isFalse();
        tileset.get("links").forEach(TilesetShape::link);
    }

    static void tileset(JsonNode tileset) {
        entry(tileset);
        if (tileset.has("tileMatrixSet")) {
            matrixSet(tileset.get("tileMatrixSet"));
        }
        if (tileset.has("boundingBox")) {
            box(tileset.get("boundingBox"));
            JsonNode centre = tileset.get("centerPoint");
            numbers(centre.get("coordinates"));
            texts(centre, "tileMatrix", "crs");
        }
        assertThat(tileset.get("layers").isEmpty()).isFalse();
        tileset.get("layers").forEach(TilesetShape::layer);
    }

    private static void layer(JsonNode layer) {
        texts(layer, "id", "title", "dataType");
        assertThat(layer.get("dataType").asString()).isEqualTo("vector");
        if (layer.has("geometryDimension")) {
            assertThat(layer.get("geometryDimension").asInt()).isBetween(0, 2);
        }
        if (layer.has("boundingBox")) {
            box(layer.get("boundingBox"));
        }
        JsonNode schema = layer.get("propertiesSchema");
        assertThat(schema.get("type").asString()).isEqualTo("object");
        schema.get("properties").forEach(property -> {
            assertThat(TYPES).contains(property.get("type").asString());
            assertThat(!property.has("enum") || !property.get("enum").isEmpty()).isTrue();
        });
        assertThat(Links.of(layer, Links.OGC + "geodata")).hasSize(1);
    }

    private static void box(JsonNode box) {
        numbers(box.get("lowerLeft"));
        numbers(box.get("upperRight"));
        address(box.get("crs"));
        for (int axis = 0; axis < 2; axis++) {
            assertThat(box.get("lowerLeft").get(axis).asDouble()).isLessThanOrEqualTo(box.get("upperRight").get(axis).asDouble());
        }
    }

    private static void link(JsonNode link) {
        texts(link, "href", "rel", "type");
        boolean template = link.get("href").asString().contains("{");
        assertThat(link.path("templated").asBoolean(false)).as(link.toString()).isEqualTo(template);
    }

    private static void numbers(JsonNode pair) {
        assertThat(pair.size()).isEqualTo(2);
        pair.forEach(number -> assertThat(number.isNumber()).isTrue());
    }

    private static void texts(JsonNode node, String... members) {
        for (String member : members) {
            assertThat(node.path(member).isString()).as(member + " of " + node).isTrue();
        }
    }

    private static void address(JsonNode text) {
        assertThat(URI.create(text.asString()).isAbsolute()).as(text.asString()).isTrue();
    }
}
