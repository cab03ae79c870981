package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.tiles.TileDecoder;

/** Tiles as HTTP carries them: headers, methods, caching, what a browser of another origin may read. */
class TilesTransferTest {

    private static final String TILE = "/collections/regions/tiles/WebMercatorQuad/6/27/53";
    private static final int CROWD = 10_007;
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.open();
        Towns.build(service.store());
        service.store().create(new CollectionDeclaration("crowd", Text.of("Crowd"), null, GeometryKind.POINT, List.of(), false));
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            writes.add(new Write.Create("crowd", new Feature("c" + i, Towns.wkt("POINT (" + (10 + i % 100 / 100.0) + " " + (10 + i / 10_100.0) + ")"), Map.of())));
        }
        service.store().write(writes);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aTileIsAskedForAgainButNotSentAgain() {
        HttpResponse<byte[]> tile = bytes("GET", TILE);
        assertThat(tile.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(tile.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        String tag = tile.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        for (String known : List.of(tag, "\"other\", " + tag, "W/" + tag, "*")) {
            assertThat(bytes("GET", TILE, "If-None-Match", known).statusCode()).as(known).isEqualTo(304);
        }
        assertThat(bytes("GET", TILE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(bytes("GET", TILE + "?datum=GCJ-02", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tiles", "/tiles/WebMercatorQuad", "/collections/towns/tiles/CGCS2000Quad", "/tileMatrixSets/CGCS2000Quad",
        "/tiles/WebMercatorQuad?f=tilejson", "/tiles/WebMercatorQuad?f=html"})
    void documentsAreRevalidatedToo(String path) {
        String tag = service.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known = service.get(path, "If-None-Match", tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void headSaysWhatGetWouldSend() {
        HttpResponse<byte[]> get = bytes("GET", TILE);
        HttpResponse<byte[]> head = bytes("HEAD", TILE);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Content-Crs", "Cache-Control")) {
            assertThat(head.headers().firstValue(name)).as(name).isPresent().isEqualTo(get.headers().firstValue(name));
        }
        assertThat(bytes("HEAD", "/tiles/WebMercatorQuad/6/0/0").statusCode()).isEqualTo(204);
    }

    @Test
    void otherOriginsMayReadWhatWasLeftOut() {
        HttpResponse<byte[]> tile = bytes("GET", "/collections/crowd/tiles/WebMercatorQuad/0/0/0", "Origin", "http://maps.example");
        assertThat(tile.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(tile.headers().firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("Features-Left-Out", "ETag", "Content-Crs");
        assertThat(tile.headers().firstValue("Features-Left-Out")).hasValue("7");
        assertThat(TileDecoder.decode(tile.body()).get("crowd").features()).hasSize(CROWD - 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void tilesAreRead(String method) {
        HttpResponse<byte[]> response = bytes(method, TILE);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET").doesNotContain(method);
    }

    @Test
    void optionsNameNoPatchWhereNothingCanBePatched() {
        for (String path : List.of(TILE, "/tiles/WebMercatorQuad", "/tileMatrixSets", "/")) {
            HttpResponse<byte[]> response = bytes("OPTIONS", path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.headers().firstValue("Allow").orElseThrow()).as(path).contains("GET", "HEAD", "OPTIONS").doesNotContain("PATCH");
            assertThat(response.headers().firstValue("Accept-Patch")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/tiles/                                        | 404 | path",
        "/tiles/WebMercatorQuad/                        | 404 | path",
        "/tiles/WebMercatorQuad/0/0/0/                  | 404 | path",
        "/tiles/WebMercatorQuad/0/0                     | 404 | path",
        "/tiles/WebMercatorQuad/0/0/0/0                 | 404 | path",
        "/tileMatrixSets/                               | 404 | path",
        "/tiles/WebMercatorQuad/0/0/0.mvt               | 404 | x",
        "/tiles/WebMercatorQuad/0/-1/0                  | 404 | y",
        "/tiles/WebMercatorQuad/00/0/0                  | 404 | z",
        "/tiles/WebMercatorQuad/1e1/0/0                 | 404 | z",
        "/tiles/WebMercatorQuad/24/16777216/0           | 404 | y",
        "/tiles/WebMercatorQuad/0/0/99999999999999999999| 404 | x",
        "/tiles/webmercatorquad/0/0/0                   | 404 | tileMatrixSet",
        "/tiles/WebMercatorQuad/0/0/0?asOf=2020&asOf=21 | 400 | asOf",
        "/tiles/WebMercatorQuad/0/0/0?asOf=2020-13      | 400 | asOf",
        "/tiles/WebMercatorQuad/0/0/0?collections=towns,| 400 | collections",
        "/tiles/WebMercatorQuad?f=mvt                   | 400 | f",
        "/tileMatrixSets?f=tilejson                     | 400 | f",
        "/tileMatrixSets/CGCS2000Quad?asOf=2020         | 400 | asOf"
    })
    void whatIsWrongIsNamed(String path, int status, String culprit) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(RunningService.JSON.readTree(response.body()).get("parameter").asString()).isEqualTo(culprit);
    }

    @Test
    void aFormThatTilesDoNotHaveIsRefused() {
        assertThat(bytes("GET", TILE, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(bytes("GET", TILE, "Accept", "application/x-protobuf").statusCode()).isEqualTo(200);
        assertThat(bytes("GET", TILE, "Accept", "text/html,*/*;q=0.8").statusCode()).isEqualTo(200);
        HttpResponse<String> tileJson = service.get("/tiles/WebMercatorQuad", "Accept", "application/vnd.mapbox.tile+json");
        assertThat(RunningService.JSON.readTree(tileJson.body()).get("tilejson").asString()).isEqualTo("3.0.0");
    }

    private static HttpResponse<byte[]> bytes(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.base() + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return RunningService.receive(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
