package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Write;
import org.tongcheng.tiles.TileDecoder;
import tools.jackson.databind.JsonNode;

/**
 * Tiles as a program finds and asks for them. The land of {@link Towns} lies where the Web Mercator tiles 6/27/52 and 6/27/53
 * meet, at 118.125°E.
 */
class TilesOverHttpTest {

    private static final String TILE = "/WebMercatorQuad/6/27/53";

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @Test
    void aTileHoldsItsCollection() {
        HttpResponse<byte[]> response = bytes("/collections/regions/tiles" + TILE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(response.headers().firstValue("Features-Left-Out")).isEmpty();
        Map<String, TileDecoder.Layer> layers = TileDecoder.decode(response.body());
        assertThat(layers).containsOnlyKeys("regions");
        assertThat(layers.get("regions").features()).extracting(TileDecoder.Feature::id).containsExactly("west", "east");
        // 118°E is 52.9778 tiles east of the antimeridian
        double west = (118 + 180) / 360.0 * 64 - 53;
        assertThat(layers.get("regions").features().get(0).geometry().getEnvelopeInternal().getMinX()).isCloseTo(Math.max(-64, west * 4096), within(1.0));
    }

    @Test
    void severalCollectionsAreLayersInTheOrderAskedFor() {
        assertThat(TileDecoder.decode(bytes("/tiles" + TILE + "?collections=towns,regions").body()).keySet()).containsExactly("towns", "regions");
        assertThat(TileDecoder.decode(bytes("/tiles" + TILE).body())).containsOnlyKeys("regions", "towns");
    }

    @Test
    void asOfSelectsAsAmongItems() {
        TileDecoder.Layer layer = TileDecoder.decode(bytes("/collections/towns/tiles/WebMercatorQuad/6/27/52?asOf=1993").body()).get("towns");
        assertThat(layer.features()).extracting(TileDecoder.Feature::id).containsExactlyInAnyOrder("t1", "t2", "t3");
        assertThat(layer.features()).allSatisfy(town -> assertThat(town.attributes()).containsEntry("status", "open"));
    }

    @Test
    void gcjTilesShiftEveryPoint() {
        Coordinate plain = first(bytes("/collections/towns/tiles/CGCS2000Quad/14/5989/27125"));
        HttpResponse<byte[]> answer = bytes("/collections/towns/tiles/CGCS2000Quad/14/5989/27125?datum=GCJ-02");
        // 118.01°E, 24.2°N lies about 0.0049° too far east and 0.0027° too far south in GCJ-02
        double unit = 180.0 / 16384 / 4096;
        assertThat((first(answer).x - plain.x) * unit).isBetween(0.003, 0.007);
        assertThat((first(answer).y - plain.y) * unit).isBetween(0.0015, 0.004);
        assertThat(answer.headers().firstValue("Content-Crs")).isEmpty();
    }

    /** Whoever meets a shifted tileset, in whatever form, is told which datum, and that its system is so called only. */
    @ParameterizedTest
    @ValueSource(strings = {"?f=json", "/WebMercatorQuad?f=json", "/CGCS2000Quad?f=json", "/WebMercatorQuad?f=tilejson", "?f=html", "/CGCS2000Quad?f=html"})
    void shiftedTilesetsSayThatTheyAre(String path) {
        for (String datum : List.of("GCJ-02", "BD-09")) {
            String text = service.get("/collections/towns/tiles" + path + "&datum=" + datum).body();
            assertThat(text).contains("坐标已偏移到 " + datum, "名义", "Coordinates are offset to " + datum, "nominally", " · " + datum);
        }
        assertThat(service.get("/collections/towns/tiles" + path + "&datum=WGS84").body()).doesNotContain("偏移", "offset to", "名义", "nominal");
        JsonNode tileJson = service.json("/collections/towns/tiles/WebMercatorQuad?f=tilejson&datum=GCJ-02");
        assertThat(tileJson.get("name").asString()).endsWith("GCJ-02");
        assertThat(tileJson.get("description").asString()).contains("GCJ-02");
        for (JsonNode tileset : service.json("/collections/towns/tiles?datum=GCJ-02").get("tilesets")) {
            assertThat(tileset.get("title").asString()).endsWith("GCJ-02");
            assertThat(tileset.get("description").asString()).contains("nominally");
        }
    }

    @Test
    void nothingIs204() {
        HttpResponse<byte[]> response = bytes("/collections/towns/tiles/WebMercatorQuad/6/0/0");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void whoHasATileIsToldSoUntilItChanges() {
        String path = "/collections/regions/tiles" + TILE;
        String tag = bytes(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> known = bytes(path, "If-None-Match", tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(bytes("/collections/regions/tiles/WebMercatorQuad/5/13/26", "If-None-Match", tag).statusCode()).isEqualTo(200);
        service.store().write(List.of(new Write.Create("regions",
                new Feature("more", Towns.wkt("POLYGON ((118.5 24.1, 118.7 24.1, 118.7 24.3, 118.5 24.1))"), Map.of("name", "More")))));
        HttpResponse<byte[]> changed = bytes(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(TileDecoder.decode(changed.body()).get("regions").features()).hasSize(3);
        service.store().write(List.of(new Write.Delete("regions", "more", 1)));
    }

    @Test
    void gzipGivesTheSameBytes() throws IOException {
        String path = "/tiles" + TILE;
        HttpResponse<byte[]> packed = bytes(path, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
        assertThat(packed.headers().firstValue("Content-Length")).hasValue(String.valueOf(packed.body().length));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()).isEqualTo(bytes(path).body());
        assertThat(bytes(path, "Accept-Encoding", "gzip", "If-None-Match", packed.headers().firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/collections/towns/tiles/WebMercatorQuad/25/0/0               | 404 | z",
        "/collections/towns/tiles/WebMercatorQuad/-1/0/0               | 404 | z",
        "/collections/towns/tiles/WebMercatorQuad/x/0/0                | 404 | z",
        "/collections/towns/tiles/WebMercatorQuad/3/8/0                | 404 | y",
        "/collections/towns/tiles/WebMercatorQuad/3/0/8                | 404 | x",
        "/collections/towns/tiles/WebMercatorQuad/3/0/99999999999999   | 404 | x",
        "/collections/towns/tiles/CGCS2000Quad/0/1/0                   | 404 | y",
        "/collections/towns/tiles/WorldCRS84Quad/0/0/0                 | 404 | tileMatrixSet",
        "/collections/towns/tiles/WorldCRS84Quad                       | 404 | tileMatrixSet",
        "/tileMatrixSets/WorldCRS84Quad                                | 404 | tileMatrixSet",
        "/collections/nowhere/tiles/WebMercatorQuad/0/0/0              | 404 | collection",
        "/collections/notes/tiles/WebMercatorQuad/0/0/0                | 404 | collection",
        "/collections/notes/tiles                                      | 404 | collection",
        "/tiles/WebMercatorQuad/0/0/0?collections=towns,nowhere        | 400 | collections",
        "/tiles/WebMercatorQuad/0/0/0?collections=notes                | 400 | collections",
        "/tiles/WebMercatorQuad/0/0/0?collections=                     | 400 | collections",
        "/tiles?collections=nowhere                                    | 400 | collections",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?collections=a  | 400 | collections",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?asOf=19        | 400 | asOf",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?scenario=built | 400 | scenario",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?asOf=2020&horizon=soon | 400 | horizon",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?datum=MARS     | 400 | datum",
        "/collections/towns/tiles/WebMercatorQuad?datum=MARS           | 400 | datum",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?f=png          | 400 | f",
        "/collections/towns/tiles/CGCS2000Quad?f=tilejson              | 400 | f",
        "/collections/towns/tiles/WebMercatorQuad/0/0/0?zoom=1         | 400 | zoom"
    })
    void whatIsWrongIsNamed(String path, int status, String culprit) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = RunningService.JSON.readTree(response.body());
        assertThat(problem.get("parameter").asString()).isEqualTo(culprit);
    }

    @Test
    void tilesAreFoundByTheirLinks() {
        JsonNode landing = service.json("/");
        JsonNode all = service.json(Links.href(landing, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"));
        assertThat(all.get("tilesets").size()).isEqualTo(2);
        JsonNode sets = service.json(Links.href(landing, "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"));
        assertThat(sets.get("tileMatrixSets").get(1).get("id").asString()).isEqualTo("CGCS2000Quad");
        JsonNode list = service.json(Links.href(service.json("/collections/regions"), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"));
        for (JsonNode one : list.get("tilesets")) {
            JsonNode tileset = service.json(Links.href(one, "self"));
            assertThat(tileset.get("dataType").asString()).isEqualTo("vector");
            assertThat(tileset.get("crs").asString()).isEqualTo(one.get("crs").asString());
            JsonNode set = service.json(Links.href(tileset, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"));
            assertThat(set.get("crs").asString()).isEqualTo(one.get("crs").asString());
            boolean mercator = set.get("id").asString().equals("WebMercatorQuad");
            assertThat(set.get("tileMatrices").size()).isEqualTo(mercator ? 25 : 24);
            assertThat(set.get("tileMatrices").get(0).get("matrixWidth").asInt()).isEqualTo(mercator ? 1 : 2);
            String template = Links.href(tileset, "item").replace("{tileMatrix}", "6").replace("{tileRow}", mercator ? "27" : "23")
                    .replace("{tileCol}", mercator ? "53" : "106");
            assertThat(TileDecoder.decode(bytes(template).body())).containsKey("regions");
        }
    }

    @Test
    void tileJsonLeadsToTheSameTiles() {
        JsonNode json = service.json("/collections/towns/tiles/WebMercatorQuad?f=tilejson&asOf=1993");
        assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(json.get("bounds").get(1).asDouble()).isEqualTo(-1e-6);
        assertThat(json.get("vector_layers").get(0).get("fields").propertyNames()).contains("id", "beds", "name", "status")
                .doesNotContain("trades", "mayor");
        String tile = json.get("tiles").get(0).asString().replace("{z}", "6").replace("{y}", "27").replace("{x}", "52");
        assertThat(TileDecoder.decode(bytes(tile).body()).get("towns").features()).hasSize(3);
    }

    private static Coordinate first(HttpResponse<byte[]> tile) {
        return TileDecoder.decode(tile.body()).get("towns").features().get(0).geometry().getCoordinate();
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : service.base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return RunningService.receive(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
