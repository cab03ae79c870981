package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages for people, and the documents that describe the service. */
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/conformance", "/api", "/collections", "/collections/towns", "/collections/towns/schema",
        "/collections/towns/queryables", "/collections/towns/items", "/collections/towns/items/t1", "/collections/notes/items/n1",
        "/collections/regions/items/west", "/collections/towns/items/t1/revisions", "/collections/towns/items/t1/revisions/1",
        "/tiles", "/tiles/CGCS2000Quad", "/collections/towns/tiles", "/collections/towns/tiles/WebMercatorQuad", "/tileMatrixSets",
        "/tileMatrixSets/CGCS2000Quad"})
    void aBrowserGetsAPageAndAProgramJson(String path) {
        HttpResponse<String> page = service.get(path, "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).startsWith("<!DOCTYPE html>").endsWith("</html>").contains("/assets/tongcheng.css");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("https://cdn");
        assertThat(count(page.body(), "<table")).isEqualTo(count(page.body(), "</table>"));
        HttpResponse<String> json = service.get(path, "Accept", "*/*");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).contains("json");
        RunningService.JSON.readTree(json.body());
        assertThat(service.get(path + "?f=json", "Accept", BROWSER).headers().firstValue("Content-Type").orElse("")).contains("json");
        assertThat(service.get(path + "?f=html").body()).startsWith("<!DOCTYPE html>");
        HttpResponse<String> head = service.send("HEAD", path, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void whatIsInTheDataNeverBecomesMarkup() {
        assertThat(service.get("/collections/notes/items?f=html").body()).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
        String attack = "/collections/towns/items/%3Cimg%20src=x%20onerror=alert(1)%3E";
        HttpResponse<String> answer = service.get(attack, "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("<img");
        assertThat(service.get("/collections/towns/items?f=html&name=%22%3E%3Cscript%3E", "Accept", BROWSER).body()).doesNotContain("<script");
    }

    /** A tileset's page says how to ask for its tiles, hands the parameters on, and leads to the console where there is something. */
    @Test
    void aTilesetsPageLeadsToItsTilesAndTheMap() {
        String page = service.get("/collections/regions/tiles/WebMercatorQuad?asOf=2005-06&scenario=planned&f=html").body();
        String own = service.base() + "/collections/regions";
        assertThat(page).contains("<code>" + own + "/tiles/WebMercatorQuad/{z}/{y}/{x}?asOf=2005-06&amp;scenario=planned</code>");
        assertThat(page).contains("href=\"" + own + "/tiles/WebMercatorQuad?f=tilejson&amp;asOf=2005-06&amp;scenario=planned\"");
        assertThat(page).contains("href=\"" + service.base() + "/map/?view=118.2,24.2,10&amp;year=2005&amp;scenario=planned\"");
        assertThat(page).contains("<code>status</code>").contains("href=\"" + own + "?f=html\"");
        String set = service.get("/tileMatrixSets/WebMercatorQuad?f=html").body();
        assertThat(set).contains(">559082264.029<").contains(">16777216<");
        assertThat(service.get("/collections/regions?f=html").body()).contains("href=\"" + own + "/tiles?f=html\"");
        assertThat(service.get("/collections/notes?f=html").body()).doesNotContain("/tiles");
    }

    @Test
    void styleComesFromHere() {
        HttpResponse<String> css = service.get("/assets/tongcheng.css");
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(css.body()).contains("prefers-color-scheme: dark");
    }

    @Test
    void theSchemaIsThatOfPart5() {
        HttpResponse<String> response = service.get("/collections/towns/schema", "Accept", "application/schema+json");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        JsonNode schema = RunningService.JSON.readTree(response.body());
        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asString()).isEqualTo(service.base() + "/collections/towns/schema");
        JsonNode properties = schema.get("properties");
        assertThat(properties.get("id").get("x-ogc-role").asString()).isEqualTo("id");
        assertThat(properties.get("geometry").get("format").asString()).isEqualTo("geometry-point");
        assertThat(properties.get("geometry").has("type")).isFalse();
        assertThat(properties.get("height").get("x-ogc-unit").asString()).isEqualTo("m");
        assertThat(properties.get("status").get("readOnly").asBoolean()).isTrue();
        assertThat(service.json("/collections/regions/schema").get("properties").get("geometry").get("format").asString())
                .isEqualTo("geometry-polygon-or-multipolygon");
        JsonNode queryables = service.json("/collections/towns/queryables").get("properties");
        assertThat(queryables.has("beds")).isTrue();
        assertThat(queryables.has("name")).isFalse();
    }

    @Test
    void aCollectionSaysWhereItLiesAndInWhichSystems() {
        JsonNode towns = service.json("/collections/towns");
        assertThat(towns.get("extent").get("spatial").get("bbox").get(0).get(3).asDouble()).isEqualTo(24.2);
        assertThat(towns.get("extent").get("temporal").get("interval").get(0).get(0).asString()).startsWith("1991-");
        assertThat(towns.get("crs").size()).isEqualTo(25);
        assertThat(towns.get("storageCrs").asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(ItemsTest.link(towns, "items")).endsWith("/collections/towns/items?f=json");
        assertThat(ItemsTest.link(towns, "http://www.opengis.net/def/rel/ogc/1.0/schema")).contains("/schema");
        assertThat(ItemsTest.link(towns, "http://www.opengis.net/def/rel/ogc/1.0/queryables")).contains("/queryables");
        assertThat(service.json("/collections").get("collections").size()).isEqualTo(3);
    }

    @Test
    void everyLinkOnTheWayLeadsSomewhere() {
        for (String path : new String[] {"/", "/collections", "/collections/towns", "/collections/towns/items", "/collections/towns/items/t1",
            "/collections/towns/items/t1/revisions", "/collections/towns/items/t1/revisions/1"}) {
            for (JsonNode link : service.json(path).get("links")) {
                String href = link.get("href").asString();
                if (href.startsWith(service.base())) {
                    HttpResponse<String> there = service.get(href);
                    assertThat(there.statusCode()).as(path + " → " + href).isEqualTo(200);
                    assertThat(there.headers().firstValue("Content-Type").orElse("")).as(href)
                            .startsWith(link.get("type").asString().replaceFirst(";.*", ""));
                }
            }
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
