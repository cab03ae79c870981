package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tongcheng.tiles.TileDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What an answer draws, as tiles: here a reach, in degrees, so that a tile's units are a linear map of its coordinates. */
class AnswerTilesHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static TestService service;

    @BeforeAll
    static void start() {
        service = new TestService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void reachPolygonsAreALayer() throws Exception {
        JsonNode answer = JSON.readTree(service.get("/reach?origin=administrative-units/1&minutes=15,30&asOf=2013").body());
        JsonNode large = answer.get("features").get(1);
        Coordinate inside = polygon(large).getInteriorPoint().getCoordinate();
        int zoom = 6;
        double tiles = 1 << zoom;
        int column = (int) ((inside.x + 180) / 180 * tiles);
        int row = (int) ((90 - inside.y) / 180 * tiles);
        String path = "/answers/" + answer.get("answer_id").asString() + "/tiles/CGCS2000Quad/" + zoom + "/" + row + "/" + column;
        HttpResponse<byte[]> tile = bytes(path);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
        List<TileDecoder.Feature> features = TileDecoder.decode(tile.body()).get("reach").features();
        assertThat(features).hasSize(2);
        // the larger is drawn below the smaller
        assertThat(features.get(0).attributes()).containsEntry("minutes", 30L).containsEntry("id", large.get("id").asString())
                .containsEntry("area_km2", large.get("properties").get("area_km2").asDouble());
        double unit = 180 / tiles / 4096;
        Geometry back = new AffineTransformation(unit, 0, column * 180 / tiles - 180, 0, -unit, 90 - row * 180 / tiles)
                .transform(features.get(0).geometry());
        assertThat(back.isValid()).isTrue();
        assertThat(new DiscreteHausdorffDistance(back.getBoundary(), polygon(large).getBoundary()).orientedDistance()).isLessThan(unit);
        HttpResponse<byte[]> known = bytes(path, "If-None-Match", tile.headers().firstValue("ETag").orElseThrow());
        assertThat(known.statusCode()).isEqualTo(304);
    }

    /** From the answer by its links to tiles that hold it, as a client finds its way. */
    @Test
    void theAnswerLeadsToItsTilesets() throws Exception {
        HttpResponse<String> response = service.get("/reach?origin=administrative-units/1&minutes=15,30&asOf=2013");
        JsonNode answer = JSON.readTree(response.body());
        Geometry drawn = polygon(answer.get("features").get(1));
        String list = response.headers().allValues("Link").stream().filter(link -> link.contains("tilesets-vector"))
                .findFirst().orElseThrow().replaceAll("<(.*)>.*", "$1");
        JsonNode entry = JSON.readTree(get(list)).get("tilesets").get(1);
        JsonNode tileset = JSON.readTree(get(link(entry, "self")));
        JsonNode layer = tileset.get("layers").get(0);
        assertThat(layer.get("id").asString()).isEqualTo("reach");
        assertThat(layer.get("geometryDimension").asInt()).isEqualTo(2);
        assertThat(layer.get("propertiesSchema").get("properties").get("area_km2").get("type").asString()).isEqualTo("number");
        assertThat(layer.get("propertiesSchema").get("properties").get("minutes").get("type").asString()).isEqualTo("integer");
        JsonNode west = tileset.get("boundingBox").get("lowerLeft").get(0);
        assertThat(west.asDouble()).isEqualTo(drawn.getEnvelopeInternal().getMinX());
        assertThat(JSON.readTree(get(link(layer, "http://www.opengis.net/def/rel/ogc/1.0/geodata")))).isEqualTo(answer);

        JsonNode centre = tileset.get("centerPoint");
        int zoom = Integer.parseInt(centre.get("tileMatrix").asString());
        long column = (long) ((centre.get("coordinates").get(0).asDouble() + 180) / 180 * (1 << zoom));
        long row = (long) ((90 - centre.get("coordinates").get(1).asDouble()) / 180 * (1 << zoom));
        String tile = link(tileset, "item").replace("{tileMatrix}", "" + zoom).replace("{tileRow}", "" + row).replace("{tileCol}", "" + column);
        assertThat(TileDecoder.decode(bytes(tile.substring(service.base().length())).body())).containsOnlyKeys("reach");

        String path = "/answers/" + answer.get("answer_id").asString();
        JsonNode tileJson = JSON.readTree(get(service.base() + path + "/tiles/WebMercatorQuad?f=tilejson&datum=GCJ-02"));
        assertThat(tileJson.get("vector_layers").get(0).get("fields").propertyNames()).contains("minutes", "area_km2");
        assertThat(tileJson.get("tiles").get(0).asString()).endsWith("/{z}/{y}/{x}?datum=GCJ-02");
        assertThat(get(service.base() + path + "?f=html")).contains(path + "/tiles?f=html");
        assertThat(get(service.base() + path + "/tiles?f=html")).contains(path + "/tiles/CGCS2000Quad?f=html");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        String unknown = "/answers/" + "0".repeat(32) + "/tiles/CGCS2000Quad/";
        HttpResponse<String> none = service.get(unknown + "0/0/0");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(none.body()).get("parameter").asString()).isEqualTo("answer_id");
        HttpResponse<String> beside = service.get(unknown + "0/0/2");
        assertThat(beside.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(beside.body()).get("parameter").asString()).isEqualTo("x");
        String id = JSON.readTree(service.get("/extent?feature=administrative-units/1").body()).get("answer_id").asString();
        assertThat(bytes("/answers/" + id + "/tiles/WebMercatorQuad/1/1/0").statusCode()).isEqualTo(204);
        for (String wrong : List.of("/WebMercatorQuad/1/1/0?asOf=2020", "?asOf=2020", "/WebMercatorQuad?datum=MARS", "/CGCS2000Quad?f=tilejson")) {
            assertThat(service.get("/answers/" + id + "/tiles" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(service.get(unknown.replace("/CGCS2000Quad/", "")).statusCode()).isEqualTo(404);
        assertThat(service.get("/answers/" + id + "/tiles/Mars").statusCode()).isEqualTo(404);
    }

    private static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString();
            }
        }
        throw new AssertionError("no link '" + rel + "' in " + document);
    }

    private static String get(String address) {
        return service.get(address.substring(service.base().length())).body();
    }

    private static Geometry polygon(JsonNode feature) {
        JsonNode geometry = feature.get("geometry");
        JsonNode polygons = geometry.get("type").asString().equals("Polygon")
                ? JSON.createArrayNode().add(geometry.get("coordinates")) : geometry.get("coordinates");
        Geometry all = FACTORY.createPolygon();
        for (JsonNode polygon : polygons) {
            Geometry one = ring(polygon.get(0));
            for (int i = 1; i < polygon.size(); i++) {
                one = one.difference(ring(polygon.get(i)));
            }
            all = all.union(one);
        }
        return all;
    }

    private static Geometry ring(JsonNode positions) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(positions.get(i).get(0).asDouble(), positions.get(i).get(1).asDouble());
        }
        return FACTORY.createPolygon(ring);
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
