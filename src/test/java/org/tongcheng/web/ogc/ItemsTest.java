package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reading items: what is selected, how pages follow each other, how coordinates stand. */
class ItemsTest {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @Test
    void pagesFollowEachOtherForwardAndBack() {
        List<String> ids = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        String next = service.base() + "/collections/towns/items?limit=10";
        while (next != null) {
            JsonNode page = service.json(next);
            assertThat(page.get("numberMatched").asInt()).isEqualTo(Towns.COUNT);
            assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
            page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
            addresses.add(next);
            next = link(page, "next");
        }
        assertThat(ids).hasSize(Towns.COUNT).doesNotHaveDuplicates().startsWith("t1", "t2");
        assertThat(addresses).hasSize(3);
        JsonNode last = service.json(addresses.get(2));
        JsonNode before = service.json(link(last, "prev"));
        assertThat(before.get("features").get(0).get("id").asString()).isEqualTo("t11");
        assertThat(service.json(link(before, "prev")).get("features").get(0).get("id").asString()).isEqualTo("t1");
        assertThat(link(service.json(addresses.get(0)), "prev")).isNull();
    }

    @Test
    void aPageSaysWhatItIs() {
        HttpResponse<String> response = service.get("/collections/towns/items");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(response.headers().firstValue("Content-Crs")).hasValue("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        JsonNode page = RunningService.JSON.readTree(response.body());
        assertThat(page.get("features").size()).isEqualTo(page.get("numberMatched").asInt());
        assertThat(page.get("timeStamp").asString()).matches("\\d{4}-.*Z");
        assertThat(link(page, "self")).contains("/collections/towns/items");
        assertThat(link(page, "alternate")).contains("f=html");
        JsonNode first = page.get("features").get(0);
        assertThat(first.get("properties").get("beds").asInt()).isEqualTo(1);
        assertThat(first.get("properties").get("trades").get(1).asString()).isEqualTo("all");
        assertThat(first.get("geometry").get("coordinates").toString()).isEqualTo("[118.01,24.2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bbox=118.015,24.1,118.055,24.3                                                       | t2 t3 t4 t5",
        "bbox=118.015,24.1,-10,118.055,24.3,9000                                              | t2 t3 t4 t5",
        "bbox=179,-1,-179,1                                                                   | t26 t27",
        "bbox=24.1,118.015,24.3,118.055&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326   | t2 t3 t4 t5",
        "bbox=24.1,118.015,24.3,118.055&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4490   | t2 t3 t4 t5",
        "bbox=24.1,179,24.3,-179&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4490          | ''",
        "datetime=1993-05-05                                                                  | t1 t2 t26 t27",
        "datetime=1993-12-31T23:00:00%2B08:00/1994-12-30&beds=3                               | t3",
        "datetime=../1991-12-31                                                               | t1 t26 t27",
        "datetime=2000-06-29/..&beds=5                                                        | t5",
        "datetime=2000-06-30/..&beds=5                                                        | ''",
        "asOf=1992                                                                            | t1 t2",
        "asOf=1992-12-30                                                                      | t1",
        "beds=7                                                                               | t7",
        "height=3.5                                                                           | t7",
        "level=high&limit=2                                                                   | t2 t4",
        "walled=true&bbox=118,24,118.045,25                                                   | t2 t4",
        "founded=1900-01-09                                                                   | t9",
        "opened=1999                                                                          | t9",
        "trades=trade1&limit=3                                                                | t1 t4 t7",
        "intersects=regions/east&bbox=118,24,118.215,25                                       | t20 t21",
        "intersects=regions/east&inside=regions/west                                          | t20",
        "inside=regions/west&limit=3&offset=17                                                | t18 t19 t20",
        "intersects=regions/east&limit=2                                                      | t20 t21",
        "offset=25                                                                            | t26 t27",
        "offset=4000000                                                                       | ''"})
    void selects(String query, String ids) {
        JsonNode page = service.json("/collections/towns/items?" + query);
        List<String> found = new ArrayList<>();
        page.get("features").forEach(feature -> found.add(feature.get("id").asString()));
        assertThat(String.join(" ", found)).isEqualTo(ids);
    }

    @Test
    void bboxInAProjectionFindsTheSame() {
        // 4549: CGCS2000, 3-degree zone around 120°E; corners of 118.015–118.055, 24.1–24.3 within some 10 m, northing first
        JsonNode page = service.json("/collections/towns/items?bbox=2667000,298000,2690000,302400&bbox-crs=" + EPSG + 4549);
        assertThat(page.get("numberMatched").asInt()).isBetween(1, 6);
        JsonNode one = service.json("/collections/towns/items/t3?crs=" + EPSG + 4549).get("geometry").get("coordinates");
        double north = one.get(0).asDouble();
        double east = one.get(1).asDouble();
        String box = (north - 1) + "," + (east - 1) + "," + (north + 1) + "," + (east + 1);
        JsonNode exact = service.json("/collections/towns/items?bbox=" + box + "&bbox-crs=" + EPSG + 4549);
        assertThat(exact.get("features").size()).isEqualTo(1);
        assertThat(exact.get("features").get(0).get("id").asString()).isEqualTo("t3");
    }

    @Test
    void axesStandAsTheAuthoritySays() {
        for (int code : new int[] {4326, 4490}) {
            HttpResponse<String> response = service.get("/collections/towns/items?limit=1&crs=" + EPSG + code);
            assertThat(response.headers().firstValue("Content-Crs")).hasValue("<" + EPSG + code + ">");
            assertThat(response.body()).contains("\"coordinates\":[24.2,118.01]");
        }
        JsonNode zone = service.json("/collections/towns/items/t1?crs=" + EPSG + 4549).get("geometry").get("coordinates");
        // northing of 24.2°N is some 2 678 km; 1.99° west of the zone's meridian is some 202 km off 500 km
        assertThat(zone.get(0).asDouble()).isCloseTo(2_679_000, within(2000.0));
        assertThat(zone.get(1).asDouble()).isCloseTo(298_000, within(1000.0));
        // Web Mercator by its definition: 6378137 · λ, easting first
        JsonNode mercator = service.json("/collections/towns/items/t1?crs=" + EPSG + 3857).get("geometry").get("coordinates");
        assertThat(mercator.get(0).asDouble()).isCloseTo(6378137 * Math.toRadians(118.01), within(0.001));
        assertThat(mercator.get(1).asDouble())
                .isCloseTo(6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(24.2) / 2)), within(0.001));
    }

    @Test
    void aDatumIsNamedAndHoldsBothWays() {
        HttpResponse<String> response = service.get("/collections/towns/items?datum=GCJ-02&beds=3");
        JsonNode page = RunningService.JSON.readTree(response.body());
        assertThat(page.get("datum").asString()).isEqualTo("GCJ-02");
        assertThat(response.headers().firstValue("Content-Crs")).isEmpty();
        JsonNode shifted = page.get("features").get(0).get("geometry").get("coordinates");
        double lon = shifted.get(0).asDouble();
        double lat = shifted.get(1).asDouble();
        assertThat(Math.hypot(lon - 118.03, lat - 24.2)).isBetween(0.001, 0.01);
        String box = (lon - 1e-5) + "," + (lat - 1e-5) + "," + (lon + 1e-5) + "," + (lat + 1e-5);
        assertThat(service.json("/collections/towns/items?bbox=" + box).get("numberMatched").asInt()).isZero();
        assertThat(service.json("/collections/towns/items?datum=GCJ-02&bbox=" + box).get("numberMatched").asInt()).isEqualTo(1);
    }

    @Test
    void asOfAddsTheStatus() {
        JsonNode page = service.json("/collections/towns/items?asOf=1995&scenario=vision");
        page.get("features").forEach(feature -> assertThat(feature.get("properties").get("status").asString()).isEqualTo("open"));
        assertThat(service.json("/collections/towns/items").get("features").get(0).get("properties").has("status")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "limit=0|limit", "limit=-1|limit", "limit=ten|limit", "limit=|limit", "offset=-1|offset", "offset=99999999999|offset",
        "bbox=1,2,3|bbox", "bbox=a,b,c,d|bbox", "bbox=1,2,3,NaN|bbox", "bbox=0,10,10,0|bbox", "bbox=0,-91,1,1|bbox", "bbox=181,0,182,1|bbox",
        "bbox=1,2,9,3,4,5|bbox", "bbox=0,0,1e999,1|bbox",
        "bbox=0,0,1,1&bbox-crs=EPSG:4326|bbox-crs", "crs=http://www.opengis.net/def/crs/EPSG/0/2056|crs",
        "crs=http://www.opengis.net/def/crs/EPSG/0/4326&datum=GCJ-02|crs", "bbox=0,0,1,1&bbox-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84&datum=BD-09|bbox-crs",
        "datum=NAD83|datum", "datetime=tomorrow|datetime", "datetime=2020/2010|datetime", "asOf=soon|asOf", "asOf=2020-13|asOf",
        "scenario=planned|scenario", "asOf=2020&scenario=wild|scenario", "intersects=regions|intersects", "intersects=none/x|intersects",
        "inside=regions/none|inside", "inside=notes/n1|inside",
        "next=xyz|next", "beds=many|beds", "level=middle|level", "walled=yes|walled", "founded=1900|founded", "height=NaN|height",
        "name=x|name", "nothing=1|nothing", "filter=beds%3E1|filter", "limit=1&limit=2|limit", "limit=%ff|limit", "f=xml|f", "=x|''"})
    void refusesNamingTheParameter(String query, String parameter) {
        HttpResponse<String> response = service.get("/collections/towns/items?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningService.JSON.readTree(response.body());
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("allowed").asString()).isNotBlank();
    }

    @Test
    void aLimitAboveTheMostGivesTheMost() {
        assertThat(service.json("/collections/towns/items?limit=1000000").get("features").size()).isEqualTo(Towns.COUNT);
    }

    @Test
    void anythingElseSaysWhatIsAllowed() {
        assertThat(service.get("/collections/none/items").statusCode()).isEqualTo(404);
        assertThat(service.get("/collections/towns/items/none").statusCode()).isEqualTo(404);
        assertThat(service.get("/nothing/here").statusCode()).isEqualTo(404);
        HttpResponse<String> method = service.send("PUT", "/collections/towns/items", "{}");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow").orElse("").split(", ")).contains("GET", "HEAD", "OPTIONS", "POST");
        HttpResponse<String> form = service.get("/collections/towns/items", "Accept", "image/png");
        assertThat(form.statusCode()).isEqualTo(406);
        assertThat(form.body()).contains("application/geo+json");
    }

    static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString();
            }
        }
        return null;
    }
}
