package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Tile matrix sets as given out, by OGC 17-083r4: classes tilematrixset and json-tilematrixset (annex A, tests of model, schema,
 * media type), the numbers of WebMercatorQuad as OGC's register has them, those of CGCS2000Quad by arithmetic.
 */
class TileMatrixSetConformanceTest {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    private static JsonNode set(String id) {
        return service.json("/tileMatrixSets/" + id);
    }

    /** A radius of 6 378 137 m and a pixel of 0.28 mm (17-083r4, 6.1.1); the register rounds to fifteen figures. */
    @ParameterizedTest
    @CsvSource({"0, 559082264.028717, 156543.033928041, 1", "1, 279541132.014358, 78271.5169640204, 2",
        "10, 545978.773465544, 152.874056570352, 1024", "18, 2132.72958384978, 0.597164283477939, 262144",
        "24, 33.3238997476528, 0.0093306919293428, 16777216"})
    void webMercatorQuadIsAsRegistered(int zoom, double scale, double cell, long side) {
        JsonNode set = set("WebMercatorQuad");
        assertThat(set.get("id").asString()).isEqualTo("WebMercatorQuad");
        assertThat(set.get("uri").asString()).isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
        assertThat(set.get("crs").asString()).isEqualTo(EPSG + "3857");
        assertThat(set.get("orderedAxes").toString()).isEqualTo("[\"X\",\"Y\"]");
        assertThat(set.get("wellKnownScaleSet").asString()).isEqualTo("http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        assertThat(set.get("tileMatrices").size()).isEqualTo(25);
        JsonNode matrix = set.get("tileMatrices").get(zoom);
        assertThat(matrix.get("scaleDenominator").asDouble()).isCloseTo(scale, within(scale * 1e-14));
        assertThat(matrix.get("cellSize").asDouble()).isCloseTo(cell, within(cell * 1e-14));
        assertThat(matrix.get("pointOfOrigin").get(0).asDouble()).isCloseTo(-20037508.3427892, within(1e-7));
        assertThat(matrix.get("pointOfOrigin").get(1).asDouble()).isCloseTo(20037508.3427892, within(1e-7));
        assertThat(matrix.get("matrixWidth").asLong()).isEqualTo(side);
        assertThat(matrix.get("matrixHeight").asLong()).isEqualTo(side);
    }

    /** Latitude comes first, as EPSG:4490 orders its axes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 23})
    void cgcs2000QuadIsTwoTilesOf180Degrees(int zoom) {
        JsonNode set = set("CGCS2000Quad");
        assertThat(set.get("crs").asString()).isEqualTo(EPSG + "4490");
        assertThat(set.get("orderedAxes").toString()).isEqualTo("[\"Lat\",\"Lon\"]");
        assertThat(set.has("wellKnownScaleSet")).isFalse();
        assertThat(set.get("uri").asString()).isEqualTo(service.base() + "/tileMatrixSets/CGCS2000Quad");
        assertThat(set.get("tileMatrices").size()).isEqualTo(24);
        JsonNode matrix = set.get("tileMatrices").get(zoom);
        double tiles = Math.pow(2, zoom);
        assertThat(matrix.get("cellSize").asDouble()).isEqualTo(180 / tiles / 256);
        double metres = matrix.get("cellSize").asDouble() * Math.PI / 180 * 6378137;
        assertThat(matrix.get("scaleDenominator").asDouble()).isCloseTo(metres / 0.00028, within(1e-3));
        assertThat(matrix.get("pointOfOrigin").toString()).isEqualTo("[90.0,-180.0]");
        assertThat(matrix.get("matrixWidth").asDouble()).isEqualTo(2 * tiles);
        assertThat(matrix.get("matrixHeight").asDouble()).isEqualTo(tiles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebMercatorQuad", "CGCS2000Quad"})
    void everyMatrixHasItsMembersAndHalvesTheOneBefore(String id) {
        HttpResponse<String> response = service.get("/tileMatrixSets/" + id, "Accept", "application/json");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode set = RunningService.JSON.readTree(response.body());
        TilesetShape.matrixSet(set);
        JsonNode before = null;
        for (JsonNode matrix : set.get("tileMatrices")) {
            if (before != null) {
                assertThat(Integer.parseInt(matrix.get("id").asString())).isEqualTo(Integer.parseInt(before.get("id").asString()) + 1);
                assertThat(matrix.get("cellSize").asDouble() * 2).isEqualTo(before.get("cellSize").asDouble());
                assertThat(matrix.get("pointOfOrigin")).isEqualTo(before.get("pointOfOrigin"));
            }
            before = matrix;
        }
    }

    @Test
    void theListLeadsToEach() {
        JsonNode list = service.json(Links.href(service.json("/"), Links.OGC + "tiling-schemes"));
        assertThat(list.get("tileMatrixSets").size()).isEqualTo(2);
        for (JsonNode entry : list.get("tileMatrixSets")) {
            JsonNode set = service.json(Links.href(entry, "self"));
            for (String member : new String[] {"id", "title", "uri", "crs"}) {
                assertThat(entry.get(member)).as(member).isEqualTo(set.get(member));
            }
            assertThat(service.json(Links.href(set, "self"))).isEqualTo(set);
            assertThat(service.get(Links.href(set, "alternate")).body()).contains(set.get("id").asString()).contains("</html>");
        }
    }
}
