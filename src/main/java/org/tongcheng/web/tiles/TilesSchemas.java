package org.tongcheng.web.tiles;

import java.util.List;
import java.util.Map;
import org.tongcheng.web.Members;

/** What the documents about tiles hold, in the dialect of OpenAPI 3.0 (17-083r4, 20-057 and TileJSON 3.0.0 as far as used here). */
final class TilesSchemas {

    static final String SETS = "tileMatrixSets";
    static final String SET = "tileMatrixSet";
    static final String LIST = "tileSets";
    static final String TILESET = "tileSet";
    static final String TILE_JSON = "tileJson";

    private static final Map<String, Object> STRING = Members.of("type", "string");
    private static final Map<String, Object> NUMBER = Members.of("type", "number");
    private static final Map<String, Object> COUNT = Members.of("type", "integer", "minimum", 0);
    private static final Map<String, Object> PAIR = Members.of("type", "array", "items", NUMBER, "minItems", 2, "maxItems", 2);

    private TilesSchemas() {}

    static Map<String, Object> ref(String schema) {
        return Members.of("$ref", "#/components/schemas/" + schema);
    }

    static Map<String, Object> all() {
        Map<String, Object> links = array(ref("link"));
        Map<String, Object> box = object(List.of("lowerLeft", "upperRight", "crs"), "lowerLeft", PAIR, "upperRight", PAIR, "crs", STRING);
        Map<String, Object> matrix = object(List.of("id", "scaleDenominator", "cellSize", "pointOfOrigin", "tileWidth", "tileHeight",
                        "matrixWidth", "matrixHeight"),
                "id", STRING, "scaleDenominator", NUMBER, "cellSize", NUMBER, "cornerOfOrigin", STRING, "pointOfOrigin", PAIR,
                "tileWidth", COUNT, "tileHeight", COUNT, "matrixWidth", COUNT, "matrixHeight", COUNT);
        Map<String, Object> set = object(List.of("crs", "tileMatrices"), "id", STRING, "title", STRING, "uri", STRING, "crs", STRING,
                "orderedAxes", array(STRING), "wellKnownScaleSet", STRING, "tileMatrices", array(matrix), "links", links);
        Map<String, Object> layer = object(List.of("id", "dataType"), "id", STRING, "title", STRING, "dataType", STRING,
                "geometryDimension", COUNT, "boundingBox", box, "propertiesSchema", ref("jsonSchema"), "links", links);
        Map<String, Object> tileset = object(List.of("dataType", "crs", "tileMatrixSetURI", "layers", "links"), "title", STRING,
                "description", STRING, "dataType", STRING, "crs", STRING, "tileMatrixSetURI", STRING, "tileMatrixSet", ref(SET),
                "boundingBox", box, "centerPoint", object(List.of("coordinates", "tileMatrix"), "coordinates", PAIR, "crs", STRING,
                        "tileMatrix", STRING, "scaleDenominator", NUMBER, "cellSize", NUMBER),
                "layers", array(layer), "links", links);
        Map<String, Object> entry = object(List.of("dataType", "crs", "tileMatrixSetURI", "links"), "title", STRING,
                "description", STRING, "dataType", STRING, "crs", STRING, "tileMatrixSetURI", STRING, "links", links);
        Map<String, Object> name = object(List.of("id", "links"), "id", STRING, "title", STRING, "uri", STRING, "crs", STRING, "links", links);
        return Members.of(SET, set, SETS, object(List.of("tileMatrixSets"), "tileMatrixSets", array(name), "links", links),
                TILESET, tileset, LIST, object(List.of("tilesets"), "tilesets", array(entry), "links", links), TILE_JSON, tileJson());
    }

    private static Map<String, Object> tileJson() {
        Map<String, Object> layer = object(List.of("id", "fields"), "id", STRING, "description", STRING,
                "fields", Members.of("type", "object", "additionalProperties", STRING), "minzoom", COUNT, "maxzoom", COUNT);
        return object(List.of("tilejson", "tiles", "vector_layers"), "tilejson", STRING, "name", STRING, "description", STRING,
                "scheme", STRING, "tiles", array(STRING), "minzoom", COUNT, "maxzoom", COUNT, "bounds", array(NUMBER),
                "center", array(NUMBER), "vector_layers", array(layer));
    }

    private static Map<String, Object> object(List<String> required, Object... properties) {
        return Members.of("type", "object", "required", required, "properties", Members.of(properties));
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Members.of("type", "array", "items", items);
    }
}
