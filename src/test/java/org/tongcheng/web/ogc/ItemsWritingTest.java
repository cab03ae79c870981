package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Part 4: creating, replacing, changing and deleting, with the revisions that stay. */
class ItemsWritingTest {

    private static final String[] GEOJSON = {"Content-Type", "application/geo+json"};
    private static final String ITEMS = "/collections/towns/items";

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @Test
    void aFeatureLivesFromItsCreationToItsDeletionAndItsRevisionsBeyond() {
        HttpResponse<String> created = service.send("POST", ITEMS, town("life", "POINT (1 2)", "\"name\": \"One\", \"beds\": 1"), GEOJSON);
        assertThat(created.statusCode()).isEqualTo(201);
        String address = header(created, "Location");
        assertThat(address).isEqualTo(service.base() + ITEMS + "/life");
        HttpResponse<String> read = service.get(address);
        assertThat(header(read, "ETag")).isEqualTo(header(created, "ETag")).startsWith("\"1.");

        HttpResponse<String> replaced = write("PUT", address, town(null, "POINT (3 4)", "\"name\": \"Two\""), header(read, "ETag"));
        assertThat(replaced.statusCode()).isEqualTo(204);
        assertThat(header(replaced, "ETag")).startsWith("\"2.");
        JsonNode two = service.json(address);
        assertThat(two.get("id").asString()).isEqualTo("life");
        assertThat(two.get("properties").path("beds").isNumber()).isFalse();
        assertThat(two.get("geometry").get("coordinates").toString()).isEqualTo("[3,4]");

        String html = header(service.get(address + "?f=html"), "ETag");
        assertThat(html).isNotEqualTo(header(replaced, "ETag")).startsWith("\"2.");
        HttpResponse<String> changed = service.send("PATCH", address, "{\"properties\": {\"beds\": 9, \"name\": null}}",
                "Content-Type", "application/merge-patch+json", "If-Match", html);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        JsonNode three = service.json(address);
        assertThat(three.get("properties").get("beds").asInt()).isEqualTo(9);
        assertThat(three.get("properties").path("name").isString()).isFalse();
        assertThat(three.get("geometry")).isEqualTo(two.get("geometry"));

        assertThat(write("DELETE", address, null, header(replaced, "ETag")).statusCode()).isEqualTo(412);
        assertThat(write("DELETE", address, null, header(changed, "ETag")).statusCode()).isEqualTo(204);
        assertThat(service.get(address).statusCode()).isEqualTo(404);
        JsonNode revisions = service.json(address + "/revisions").get("revisions");
        assertThat(revisions.size()).isEqualTo(4);
        String[] operations = {"create", "replace", "replace", "delete"};
        for (int i = 0; i < 4; i++) {
            assertThat(revisions.get(i).get("n").asInt()).isEqualTo(i + 1);
            assertThat(revisions.get(i).get("operation").asString()).isEqualTo(operations[i]);
            assertThat(revisions.get(i).get("recorded").asString()).endsWith("Z");
        }
        assertThat(service.json(address + "/revisions/1").get("properties").get("name").asString()).isEqualTo("One");
        assertThat(service.json(address + "/revisions/2?crs=http://www.opengis.net/def/crs/EPSG/0/4490")
                .get("geometry").get("coordinates").toString()).isEqualTo("[4,3]");
        for (String none : new String[] {"4", "5", "0", "x", "99999999999999999999"}) {
            assertThat(service.get(address + "/revisions/" + none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(service.send("POST", ITEMS, town("life", "POINT (1 2)", ""), GEOJSON).statusCode()).isEqualTo(201);
        assertThat(header(service.get(address), "ETag")).startsWith("\"5.");
    }

    @Test
    void anIdIsKeptOrGiven() {
        HttpResponse<String> given = service.send("POST", ITEMS, town(null, "POINT (1 2)", ""), GEOJSON);
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(service.get(header(given, "Location")).statusCode()).isEqualTo(200);
        HttpResponse<String> taken = service.send("POST", ITEMS, town("t1", "POINT (1 2)", ""), GEOJSON);
        assertThat(taken.statusCode()).isEqualTo(409);
        HttpResponse<String> chinese = service.send("POST", ITEMS, town("镇-1", "POINT (1 2)", ""), GEOJSON);
        assertThat(service.json(header(chinese, "Location")).get("id").asString()).isEqualTo("镇-1");
        HttpResponse<String> other = write("PUT", ITEMS + "/t2", town("t3", "POINT (1 2)", ""), "*");
        assertThat(other.statusCode()).isEqualTo(422);
        HttpResponse<String> patched = service.send("PATCH", ITEMS + "/t2", "{\"id\": \"t3\"}",
                "Content-Type", "application/merge-patch+json", "If-Match", "*");
        assertThat(patched.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PUT    | t4   | application/geo+json | ''      | 428",
        "PUT    | t4   | application/geo+json | \"xyz\" | 412",
        "PUT    | t4   | application/geo+json | xyz     | 400",
        "PUT    | none | application/geo+json | \"xyz\" | 404",
        "PUT    | none | application/geo+json | ''      | 404",
        "PUT    | t4   | ''                   | *       | 400",
        "PUT    | t4   | text/plain           | *       | 415",
        "PATCH  | t4   | application/merge-patch+json | '' | 428",
        "PATCH  | t4   | application/json     | *       | 415",
        "PATCH  | t4   | ''                   | *       | 400",
        "PATCH  | none | application/merge-patch+json | * | 404",
        "DELETE | t4   | ''                   | ''      | 428",
        "DELETE | none | ''                   | ''      | 404",
        "DELETE | t4   | ''                   | W/\"1.a\" | 412"})
    void refusesWhatIsNotAskedRight(String method, String id, String type, String ifMatch, int status) {
        java.util.List<String> headers = new java.util.ArrayList<>();
        if (!type.isEmpty()) {
            headers.addAll(java.util.List.of("Content-Type", type));
        }
        if (!ifMatch.isEmpty()) {
            headers.addAll(java.util.List.of("If-Match", ifMatch));
        }
        String body = method.equals("DELETE") ? null : method.equals("PUT") ? town(null, "POINT (1 2)", "") : "{}";
        HttpResponse<String> response = service.send(method, ITEMS + "/" + id, body, headers.toArray(String[]::new));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void coordinatesComeInAsTheirSystemSays() {
        String body = town("zone", "POINT (24.2 118.05)", "");
        HttpResponse<String> created = service.send("POST", ITEMS, body, "Content-Type", "application/geo+json",
                "Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/4490>");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(service.json(ITEMS + "/zone").get("geometry").get("coordinates").toString()).isEqualTo("[118.05,24.2]");
        HttpResponse<String> unknown = service.send("POST", ITEMS, body, "Content-Type", "application/geo+json",
                "Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/2056>");
        assertThat(unknown.statusCode()).isEqualTo(400);

        JsonNode shifted = service.json(ITEMS + "/zone?datum=BD-09").get("geometry").get("coordinates");
        HttpResponse<String> back = service.send("POST", ITEMS + "?datum=BD-09",
                "{\"type\": \"Feature\", \"id\": \"bd\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": " + shifted + "}}", GEOJSON);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        JsonNode position = service.json(ITEMS + "/bd").get("geometry").get("coordinates");
        assertThat(position.get(0).asDouble()).isCloseTo(118.05, within(1e-8));
        assertThat(position.get(1).asDouble()).isCloseTo(24.2, within(1e-8));
    }

    @Test
    void anInvalidGeometryIsRefusedWithItsPlaceAndRepairedOnDemand() {
        String bowTie = "{\"type\": \"Feature\", \"id\": \"bow\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                + " [[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}";
        HttpResponse<String> refused = service.send("POST", "/collections/regions/items", bowTie, GEOJSON);
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = RunningService.JSON.readTree(refused.body());
        assertThat(problem.get("place").get("lon").asDouble()).isEqualTo(1);
        assertThat(problem.get("place").get("lat").asDouble()).isEqualTo(1);
        assertThat(problem.get("reason").asString()).isNotBlank();
        HttpResponse<String> repaired = service.send("POST", "/collections/regions/items?repair=true", bowTie, GEOJSON);
        assertThat(repaired.statusCode()).as(repaired.body()).isEqualTo(201);
        JsonNode report = RunningService.JSON.readTree(repaired.body());
        assertThat(report.get("id").asString()).isEqualTo("bow");
        // two triangles of 2° by 1° and half of it each, near the equator: 2 · 110.6 · 111.3 km² within 1 %
        assertThat(report.get("area_after_km2").asDouble()).isCloseTo(2 * 110.6 * 111.3, within(250.0));
        assertThat(report.has("area_before_km2")).isTrue();
    }

    @Test
    void everyPropertyAtFaultIsListed() {
        HttpResponse<String> refused = service.send("POST", ITEMS,
                town("x", "POINT (1 2)", "\"beds\": \"many\", \"level\": \"middle\", \"colour\": \"red\", \"status\": \"open\""), GEOJSON);
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode faults = RunningService.JSON.readTree(refused.body()).get("faults");
        assertThat(faults.size()).isEqualTo(4);
    }

    @Test
    void whatIsNoJsonIsRefusedAsSuch() {
        for (String body : new String[] {"", "{", "NaN", "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [NaN, 1]}}", "\u0000"}) {
            HttpResponse<String> refused = service.send("POST", ITEMS, body, GEOJSON);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
        }
        HttpResponse<String> large = service.send("POST", ITEMS, " ".repeat(33 * 1024 * 1024), GEOJSON);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void optionsSayWhatIsTaken() {
        HttpResponse<String> items = service.send("OPTIONS", ITEMS, null);
        assertThat(items.statusCode()).isEqualTo(200);
        assertThat(header(items, "Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
        assertThat(header(items, "Accept-Post")).contains("application/geo+json");
        HttpResponse<String> item = service.send("OPTIONS", ITEMS + "/t1", null);
        assertThat(header(item, "Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE");
        assertThat(header(item, "Accept-Patch")).isEqualTo("application/merge-patch+json");
        assertThat(header(service.send("OPTIONS", "/conformance", null), "Allow")).contains("GET", "HEAD", "OPTIONS");
    }

    @Test
    void aCollectionIsAddedAndRemoved() {
        String declaration = "{\"id\": \"wells\", \"title\": \"Wells\", \"geometry\": \"Point\", \"properties\": {\"depth\": {\"type\": \"number\", \"unit\": \"m\"}}}";
        HttpResponse<String> created = service.send("POST", "/collections", declaration, "Content-Type", "application/json");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(service.json(header(created, "Location")).get("id").asString()).isEqualTo("wells");
        assertThat(service.send("POST", "/collections", declaration, "Content-Type", "application/json").statusCode()).isEqualTo(409);
        assertThat(service.send("POST", "/collections", "{\"id\": \"Wells\"}", "Content-Type", "application/json").statusCode()).isEqualTo(422);
        assertThat(service.send("POST", "/collections", "[", "Content-Type", "application/json").statusCode()).isEqualTo(400);
        String well = town("w1", "POINT (1 2)", "\"depth\": 12.5").replace("towns", "wells");
        assertThat(service.send("POST", "/collections/wells/items", well, GEOJSON).statusCode()).isEqualTo(201);
        assertThat(service.send("DELETE", "/collections/wells", null).statusCode()).isEqualTo(409);
        assertThat(service.send("DELETE", "/collections/wells?force=maybe", null).statusCode()).isEqualTo(400);
        assertThat(service.send("DELETE", "/collections/wells?force=true", null).statusCode()).isEqualTo(204);
        assertThat(service.get("/collections/wells").statusCode()).isEqualTo(404);
        assertThat(service.send("DELETE", "/collections/regions?force=true", null).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> write(String method, String address, String body, String ifMatch) {
        return service.send(method, address, body, "Content-Type", "application/geo+json", "If-Match", ifMatch);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String town(String id, String point, String properties) {
        String position = point.replaceAll("POINT \\((\\S+) (\\S+)\\)", "[$1, $2]");
        return "{\"type\": \"Feature\", " + (id == null ? "" : "\"id\": \"" + id + "\", ")
                + "\"geometry\": {\"type\": \"Point\", \"coordinates\": " + position + "}, \"properties\": {" + properties + "}}";
    }
}
