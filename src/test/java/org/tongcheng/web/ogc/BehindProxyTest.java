package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongcheng.tiles.TileMatrixSet;
import tools.jackson.databind.JsonNode;

/** Addresses given out behind a proxy are the proxy's where the operator says that it can be trusted, else those asked for. */
class BehindProxyTest {

    private static final String[] FORWARDED =
            {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "gis.example.org", "X-Forwarded-Prefix", "/plan"};

    @Test
    void linksAndTemplatesAreTheProxys() {
        try (RunningService service = RunningService.started("--server.forward-headers-strategy=framework")) {
            Towns.build(service.store());
            String base = "https://gis.example.org/plan";
            assertThat(service.json("/collections/towns/tiles/WebMercatorQuad?f=tilejson", FORWARDED).get("tiles").get(0).asString())
                    .isEqualTo(base + "/collections/towns/tiles/WebMercatorQuad/{z}/{y}/{x}");
            JsonNode tileset = service.json("/tiles/CGCS2000Quad", FORWARDED);
            assertThat(tileset.get("tileMatrixSetURI").asString()).isEqualTo(base + "/tileMatrixSets/" + TileMatrixSet.CGCS2000_QUAD.id());
            for (String path : new String[] {"/", "/tiles/CGCS2000Quad", "/collections/towns/items?limit=2"}) {
                for (JsonNode link : service.json(path, FORWARDED).get("links")) {
                    assertThat(link.get("href").asString()).as(path).startsWith(base + "/");
                }
            }
            assertThat(service.get("/tiles?f=html", FORWARDED).body()).contains("href=\"" + base + "/").doesNotContain(service.base());
            assertThat(service.json("/").get("links").get(0).get("href").asString()).startsWith(service.base() + "/");
        }
    }

    @Test
    void nobodyIsBelievedUnasked() {
        try (RunningService service = RunningService.open()) {
            for (JsonNode link : service.json("/", FORWARDED).get("links")) {
                assertThat(link.get("href").asString()).startsWith(service.base() + "/");
            }
        }
    }
}
