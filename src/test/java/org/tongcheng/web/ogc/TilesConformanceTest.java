package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.tiles.TileDecoder;
import tools.jackson.databind.JsonNode;

/**
 * The classes of OGC API – Tiles Part 1 (20-057, annex A) that {@code /conformance} names, each requirement as a client meets it.
 * Tile matrix sets: {@link TileMatrixSetConformanceTest}.
 */
class TilesConformanceTest {

    private static final String TILESETS = Links.OGC + "tilesets-vector";
    private static final List<String> MATRIX_SETS = List.of("WebMercatorQuad", "CGCS2000Quad");

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @Test
    void theClassesNamedAreThoseTestedHere() {
        Set<String> named = new TreeSet<>();
        service.json("/conformance").get("conformsTo").forEach(uri -> {
            String text = uri.asString().replace("http://www.opengis.net/spec/", "");
            if (text.startsWith("ogcapi-tiles") || text.startsWith("tms")) {
                named.add(text.replace("ogcapi-tiles-1/1.0/conf/", "tiles ").replace("tms/2.0/conf/", "tms "));
            }
        });
        assertThat(named).containsExactlyInAnyOrder("tiles core", "tiles tileset", "tiles tilesets-list", "tiles dataset-tilesets",
                "tiles geodata-tilesets", "tiles collections-selection", "tiles mvt", "tiles oas30", "tms tilematrixset",
                "tms json-tilematrixset", "tms tilesetmetadata", "tms json-tilesetmetadata");
    }

    /** dataset-tilesets/landingpage and geodata-tilesets/desc-links and operation. */
    private static List<String> lists() {
        List<String> lists = new ArrayList<>();
        String all = Links.href(service.json("/"), TILESETS);
        assertThat(URI.create(all).getPath()).isEqualTo("/tiles");
        lists.add(all);
        for (JsonNode collection : service.json("/collections").get("collections")) {
            List<JsonNode> links = Links.of(collection, TILESETS);
            boolean drawn = collection.has("storageCrs");
            assertThat(links).as(collection.get("id").asString()).hasSize(drawn ? 1 : 0);
            links.forEach(link -> {
                String path = URI.create(link.get("href").asString()).getPath();
                assertThat(path).isEqualTo(URI.create(Links.href(collection, "self")).getPath() + "/tiles");
                lists.add(link.get("href").asString());
            });
        }
        assertThat(lists).hasSize(3);
        return lists;
    }

    /** tilesets-list/tileset-links. Neither templates nor pages among an entry's links: all of them are JSON that can be got. */
    @Test
    void listsNameATilesetForEachMatrixSet() {
        for (String address : lists()) {
            JsonNode list = service.json(address);
            assertThat(list.get("tilesets").size()).isEqualTo(MATRIX_SETS.size());
            for (int i = 0; i < MATRIX_SETS.size(); i++) {
                JsonNode entry = list.get("tilesets").get(i);
                TilesetShape.entry(entry);
                assertThat(URI.create(Links.href(entry, "self")).getPath())
                        .isEqualTo(URI.create(address).getPath() + "/" + MATRIX_SETS.get(i));
                entry.get("links").forEach(link -> service.json(link.get("href").asString(), "Accept", "application/json"));
            }
        }
    }

    /** tileset/description; tilesetmetadata and json-tilesetmetadata. */
    @Test
    void tilesetsSayWhatTheyAre() {
        for (String address : lists()) {
            for (JsonNode entry : service.json(address).get("tilesets")) {
                HttpResponse<String> response = service.get(Links.href(entry, "self"), "Accept", "application/json");
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
                JsonNode tileset = RunningService.JSON.readTree(response.body());
                TilesetShape.tileset(tileset);
                for (String member : new String[] {"title", "dataType", "crs", "tileMatrixSetURI"}) {
                    assertThat(tileset.get(member)).as(member).isEqualTo(entry.get(member));
                }
                JsonNode scheme = service.json(Links.href(tileset, Links.OGC + "tiling-scheme"));
                assertThat(scheme.get("crs")).isEqualTo(tileset.get("crs"));
                assertThat(scheme.get("uri")).isEqualTo(tileset.get("tileMatrixSetURI"));
                List<JsonNode> tiles = Links.of(tileset, "item");
                assertThat(tiles).hasSize(1);
                assertThat(tiles.get(0).get("type").asString()).isEqualTo("application/vnd.mapbox-vector-tile");
                assertThat(tiles.get(0).get("href").asString()).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
                Links.of(tileset, "alternate").forEach(link -> assertThat(service.get(link.get("href").asString()).headers()
                        .firstValue("Content-Type").orElse("")).startsWith(link.get("type").asString()));
                assertThat(service.json(Links.href(tileset, Links.OGC + "geodata")).has("links")).isTrue();
            }
        }
    }

    /** The land of {@link Towns} lies between 118° and 118.4°E; its two farthest towns are on both sides of the antimeridian. */
    @Test
    void boxesAndCentresAreThoseOfTheFeatures() {
        JsonNode regions = service.json("/collections/regions/tiles/CGCS2000Quad");
        assertThat(regions.get("boundingBox").get("lowerLeft").toString()).isEqualTo("[118.0,24.1]");
        assertThat(regions.get("boundingBox").get("upperRight").toString()).isEqualTo("[118.4,24.3]");
        assertThat(regions.get("boundingBox").get("crs").asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(regions.get("centerPoint").get("coordinates").toString()).isEqualTo("[118.2,24.2]");
        // 180 / 2^8 = 0.703 and 180 / 2^9 = 0.352 degrees
        assertThat(regions.get("centerPoint").get("tileMatrix").asString()).isEqualTo("8");
        assertThat(regions.get("layers").get(0).get("geometryDimension").asInt()).isEqualTo(2);
        JsonNode shifted = service.json("/collections/regions/tiles/CGCS2000Quad?datum=GCJ-02");
        // the shift is 500 m there, so that the box is larger on all sides
        assertThat(shifted.get("boundingBox").get("upperRight").get(0).asDouble()).isBetween(118.405, 118.45);
        assertThat(shifted.get("boundingBox").get("lowerLeft").get(1).asDouble()).isBetween(24.05, 24.097);
        JsonNode tileJson = service.json("/tiles/WebMercatorQuad?f=tilejson");
        double[] bounds = {-179.9, 0, 179.9, 24.3};
        for (int side = 0; side < 4; side++) {
            assertThat(tileJson.get("bounds").get(side).asDouble()).isCloseTo(bounds[side], within(3e-6));
        }
        assertThat(tileJson.get("center").toString()).isEqualTo("[0.0,12.15,0]");
    }

    /** core/tc-error. */
    @ParameterizedTest
    @CsvSource({"3/8/0", "3/0/8", "3/2147483647/2147483647", "25/0/0", "-1/0/0", "a/b/c"})
    void whatLiesBesideTheMatrixIsNotFound(String place) {
        assertThat(service.get("/tiles/WebMercatorQuad/" + place).statusCode()).isEqualTo(404);
        assertThat(service.get("/collections/towns/tiles/WebMercatorQuad/" + place).statusCode()).isEqualTo(404);
    }

    /** core/tc-success, mvt/content: the grid maps linearly to the tile's extent in the tileset's own system, from its top left. */
    @ParameterizedTest
    @ValueSource(strings = {"WebMercatorQuad", "CGCS2000Quad"})
    void aTilesGridIsItsMatrixs(String set) {
        JsonNode tileset = service.json("/collections/towns/tiles/" + set);
        JsonNode matrix = service.json(Links.href(tileset, Links.OGC + "tiling-scheme")).get("tileMatrices").get(12);
        // t1 lies at 118.01°E, 24.2°N
        boolean mercator = set.equals("WebMercatorQuad");
        double x = mercator ? Math.toRadians(118.01) * 6378137 : 118.01;
        double y = mercator ? 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(24.2) / 2)) : 24.2;
        double side = matrix.get("cellSize").asDouble() * matrix.get("tileWidth").asDouble();
        double column = (x - matrix.get("pointOfOrigin").get(mercator ? 0 : 1).asDouble()) / side;
        double row = (matrix.get("pointOfOrigin").get(mercator ? 1 : 0).asDouble() - y) / side;
        HttpResponse<byte[]> response = tile(template(tileset, 12, (long) row, (long) column));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        TileDecoder.Layer layer = TileDecoder.decode(response.body()).get("towns");
        Coordinate at = layer.features().stream().filter(feature -> feature.id().equals("t1")).findFirst().orElseThrow()
                .geometry().getCoordinate();
        assertThat(at.x).isCloseTo((column - Math.floor(column)) * layer.extent(), within(0.5));
        assertThat(at.y).isCloseTo((row - Math.floor(row)) * layer.extent(), within(0.5));
    }

    /** collections-selection: ids and addresses, in their order, and nothing else; on tilesets and tiles alike. */
    @Test
    void collectionsAreSelectedByIdAndByAddress() {
        String towns = service.base() + "/collections/towns";
        for (String asked : List.of("towns,regions", towns + ",regions", towns + "," + service.base() + "/collections/regions", "towns,regions,towns")) {
            JsonNode tileset = service.json("/tiles/WebMercatorQuad?collections=" + asked);
            assertThat(tileset.get("layers")).extracting(layer -> layer.get("id").asString()).containsExactly("towns", "regions");
            assertThat(TileDecoder.decode(tile(template(tileset, 5, 13, 26)).body()).keySet()).containsExactly("towns", "regions");
        }
        JsonNode only = service.json("/tiles/WebMercatorQuad?collections=" + towns);
        assertThat(TileDecoder.decode(tile(template(only, 5, 13, 26)).body())).containsOnlyKeys("towns");
        HttpResponse<String> elsewhere = service.get("/tiles/WebMercatorQuad?collections=http://example.org/collections/towns");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    /** oas30/operation-id, and the parameters that core and collections-selection fix. */
    @Test
    void operationsAndParametersAreNamedByTheStandard() {
        JsonNode paths = service.json("/api").get("paths");
        Map<String, String> suffixes = new LinkedHashMap<>();
        for (String[] origin : new String[][] {{"/tiles", ".dataset.vector."}, {"/collections/towns/tiles", ".collection.vector."}}) {
            suffixes.put(origin[0], origin[1] + "getTileSetsList");
            suffixes.put(origin[0] + "/{tileMatrixSetId}", origin[1] + "getTileSet");
            suffixes.put(origin[0] + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", origin[1] + "getTile");
        }
        suffixes.put("/tileMatrixSets", "getTileMatrixSetsList");
        suffixes.put("/tileMatrixSets/{tileMatrixSetId}", "getTileMatrixSet");
        suffixes.forEach((path, suffix) -> assertThat(paths.get(path).get("get").get("operationId").asString()).endsWith(suffix));
        Set<String> ids = new TreeSet<>();
        paths.findValuesAsString("operationId").forEach(id -> assertThat(ids.add(id)).as(id).isTrue());

        JsonNode tile = paths.get("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}").get("get");
        assertThat(parameter(tile, "tileMatrix").get("schema").get("type").asString()).isEqualTo("string");
        for (String name : new String[] {"tileRow", "tileCol"}) {
            assertThat(parameter(tile, name).get("schema").toString()).isEqualTo("{\"type\":\"integer\",\"minimum\":0}");
            assertThat(parameter(tile, name).get("required").asBoolean()).isTrue();
        }
        JsonNode collections = parameter(tile, "collections");
        assertThat(collections.get("style").asString()).isEqualTo("form");
        assertThat(collections.get("explode").asBoolean()).isFalse();
        assertThat(collections.get("required").asBoolean()).isFalse();
        assertThat(collections.get("schema").toString()).isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}");
        assertThat(parameter(paths.get("/tiles/{tileMatrixSetId}").get("get"), "collections")).isEqualTo(collections);
        assertThat(tile.get("responses").get("200").get("headers").has("Features-Left-Out")).isTrue();
    }

    /** oas30/completeness: every list, tileset, matrix set and template that links lead to is a path described. */
    @Test
    void linksLeadToPathsDescribed() {
        Set<String> paths = new TreeSet<>(service.json("/api").get("paths").propertyNames());
        for (String address : lists()) {
            String path = URI.create(address).getPath();
            assertThat(paths).contains(path, path + "/{tileMatrixSetId}");
            for (JsonNode entry : service.json(address).get("tilesets")) {
                JsonNode tileset = service.json(Links.href(entry, "self"));
                String tiles = Links.href(tileset, "item").substring(service.base().length());
                assertThat(paths).contains(tiles.replaceFirst("/tiles/[^/]+/", "/tiles/{tileMatrixSetId}/"));
            }
        }
        assertThat(paths).contains("/tileMatrixSets", "/tileMatrixSets/{tileMatrixSetId}");
    }

    /** What the API's document says of these documents is what they hold: all that is required, of its type, and nothing unsaid. */
    @ParameterizedTest
    @CsvSource({"tileMatrixSets, /tileMatrixSets", "tileMatrixSet, /tileMatrixSets/WebMercatorQuad", "tileMatrixSet, /tileMatrixSets/CGCS2000Quad",
        "tileSets, /tiles?datum=GCJ-02", "tileSets, /collections/towns/tiles", "tileSet, /tiles/WebMercatorQuad",
        "tileSet, /collections/regions/tiles/CGCS2000Quad?datum=BD-09", "tileJson, /tiles/WebMercatorQuad?f=tilejson&datum=GCJ-02"})
    void documentsAreAsTheApiDescribesThem(String schema, String path) {
        JsonNode schemas = service.json("/api").get("components").get("schemas");
        DescribedJson.check(schemas.get(schema), service.json(path), schemas);
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.path("name").asString("").equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name + " in " + operation.get("operationId"));
    }

    private static String template(JsonNode tileset, int zoom, long row, long column) {
        return Links.href(tileset, "item").replace("{tileMatrix}", String.valueOf(zoom)).replace("{tileRow}", String.valueOf(row))
                .replace("{tileCol}", String.valueOf(column));
    }

    private static HttpResponse<byte[]> tile(String address) {
        return RunningService.receive(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
