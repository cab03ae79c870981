package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.planning.TestRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SitingHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQUARE = "'type': 'Polygon', 'coordinates': [[[118.4, 24.4], [118.41, 24.4], [118.41, 24.41], [118.4, 24.41], [118.4, 24.4]]]";
    private static final String AT = "'type': 'Point', 'coordinates': [118.405, 24.405]";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = new TestService();
        service.world.declare("permanent-basic-farmland", GeometryKind.MULTI_POLYGON);
        service.world.declare("ecological-redline", GeometryKind.MULTI_POLYGON);
        service.world.put("permanent-basic-farmland", "field", TestRecords.box(118.405, 24.3, 118.5, 24.5), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aSiteHasAVerdictAndACheckForEachRule() {
        JsonNode answer = JSON.readTree(post(feature("'id': 'a'", SQUARE, "'kind': 'industrial-park', 'name_zh': '园'"), "asOf=2026-06").body());
        assertThat(answer.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(answer.get("verdict").asString()).isEqualTo("conflict");
        assertThat(answer.get("layers_checked").toString()).contains("permanent-basic-farmland");
        assertThat(answer.get("layers_missing").toString()).contains("ecological-redline", "urban-development-boundary").doesNotContain("farmland");
        JsonNode farmland = answer.get("checks").get(0);
        assertThat(farmland.get("rule").asString()).isEqualTo("no-building-on-permanent-basic-farmland");
        assertThat(farmland.get("outcome").asString()).isEqualTo("fail");
        assertThat(farmland.get("overlap").get("share").doubleValue()).isBetween(0.499, 0.501);
        assertThat(farmland.get("geometry").get("type").asString()).isEqualTo("Polygon");
        assertThat(farmland.get("reason").get("zh").asString()).contains("永久基本农田");
        assertThat(farmland.get("basis").get("en").asString()).contains("article 35");
        assertThat(answer.get("checks").get(1).get("outcome").asString()).isEqualTo("unknown");
        assertThat(answer.get("shift").get("bearing_deg").doubleValue()).isEqualTo(270);
        assertThat(answer.get("features").get(0).get("properties").get("verdict")).isEqualTo(answer.get("verdict"));
        assertThat(answer.get("features").get(0).get("geometry").get("type").asString()).isEqualTo("Polygon");
    }

    @Test
    void whatIsNotLoadedIsUnknown() {
        JsonNode answer = JSON.readTree(post(feature("'id': 'a'", "'type': 'Point', 'coordinates': [119.5, 24.5]", "'kind': 'factory'"), "asOf=2026-06").body());
        assertThat(answer.get("verdict").asString()).isEqualTo("insufficient-data");
        assertThat(answer.get("outcomes").get("fail").intValue()).isZero();
        assertThat(answer.get("shift").isNull()).isTrue();
    }

    @Test
    void theRulesCanBeReadWithWhatIsLoaded() {
        JsonNode list = JSON.readTree(service.get("/siting/rules").body());
        assertThat(list.get("kinds").valueStream().map(k -> k.get("id").asString())).contains("chemical-park", "school");
        JsonNode farmland = list.get("layers").valueStream().filter(l -> l.get("id").asString().equals("permanent-basic-farmland")).findFirst().orElseThrow();
        assertThat(farmland.get("loaded").booleanValue()).isTrue();
        JsonNode redline = list.get("layers").valueStream().filter(l -> l.get("id").asString().equals("ecological-redline")).findFirst().orElseThrow();
        assertThat(redline.get("loaded").booleanValue()).isFalse();
        assertThat(redline.get("collections").get(0).asString()).isEqualTo("ecological-redline");
        JsonNode yangtze = list.get("rules").valueStream().filter(r -> r.get("layer").asString().equals("yangtze-banks")).findFirst().orElseThrow();
        assertThat(yangtze.get("kinds").toString()).isEqualTo("[\"chemical-park\",\"chemical-plant\"]");
        assertThat(yangtze.get("required").get("value").intValue()).isEqualTo(1000);
        assertThat(yangtze.get("since").asString()).isEqualTo("2021-03-01");
        assertThat(service.get("/siting/rules?f=csv").body().lines().count()).isEqualTo(list.get("rules").size() + 1);
        assertThat(service.get("/siting/rules?f=html").body()).contains("选址规则", "第三十五条");
    }

    /** Poles and the edges of the map. */
    @Test
    void nowhereOnTheGlobeDoesItFail() {
        for (String at : java.util.List.of("180, 90", "-180, -90", "0, 0", "180, 0", "-180, 89.999", "118.405, 24.3", "119, 24.5")) {
            HttpResponse<String> answer = post(feature("'id': 'a'", "'type': 'Point', 'coordinates': [" + at + "]", "'kind': 'chemical-park'"), "asOf=2026-06");
            assertThat(answer.statusCode()).as(at + " → " + answer.body()).isEqualTo(200);
        }
    }

    @Test
    void severalSitesHaveAVerdictEachAndARowForEachCheck() {
        String body = collection(feature("'id': 'a'", SQUARE, "'kind': 'school'"), feature("'id': 'b'", AT, "'kind': 'landfill'"));
        JsonNode answer = JSON.readTree(post(body, "asOf=2026-06").body());
        assertThat(answer.get("sites").intValue()).isEqualTo(2);
        assertThat(answer.get("features").valueStream().map(f -> f.get("id").asString())).containsExactly("a", "b");
        assertThat(answer.get("features").valueStream().map(f -> f.get("properties").get("verdict").asString()).findFirst()).hasValue("conflict");
        assertThat(answer.get("verdicts").get("conflict").intValue()).isGreaterThanOrEqualTo(1);
        HttpResponse<String> csv = post(body, "asOf=2026-06&f=csv");
        long checks = answer.get("features").valueStream().mapToLong(f -> f.get("properties").get("checks").size()).sum();
        assertThat(csv.body().lines().count()).isEqualTo(checks + 1);
        assertThat(csv.body()).startsWith("site,name_zh,name_en,kind,verdict,rule,outcome,");
        HttpResponse<String> page = post(body, "asOf=2026-06&f=html");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<svg", "no-building-on-permanent-basic-farmland fail", "选址");
    }

    @Test
    void theSameQuestionHasTheSameBytesHoweverItIsWrittenAndSoHasItsAnswerAskedForAgain() {
        String site = feature("'id': 'a'", AT, "'kind': 'factory', 'accuracy_m': 5, 'colour': 'red'");
        HttpResponse<String> geoJson = post(site, "asOf=2026-06-30");
        assertThat(geoJson.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        HttpResponse<String> member = service.post("/siting", "{\"asOf\": \"2026-06-30\", \"site\": " + site + "}");
        assertThat(member.body()).isEqualTo(geoJson.body());
        String id = JSON.readTree(geoJson.body()).get("answer_id").asString();
        assertThat(service.get("/answers/" + id).body()).isEqualTo(geoJson.body());
        service.world.put("permanent-basic-farmland", "another", TestRecords.box(119.2, 24.3, 119.3, 24.4), Map.of());
        assertThat(service.get("/answers/" + id).body()).isEqualTo(geoJson.body());
    }

    @Test
    void sitesMayComeInAnotherDatum() {
        JsonNode plain = JSON.readTree(post(feature("'id': 'a'", AT, "'kind': 'factory'"), "asOf=2026-06").body());
        JsonNode shifted = JSON.readTree(post(feature("'id': 'a'", AT, "'kind': 'factory'"), "asOf=2026-06&datum=GCJ-02").body());
        assertThat(shifted.get("features").get(0).get("geometry").get("coordinates").get(0).doubleValue()).isBetween(118.404999, 118.405001);
        assertThat(shifted.get("checks").get(0).get("measured")).isNotEqualTo(plain.get("checks").get(0).get("measured"));
    }

    @Test
    void whatIsNoSiteIsRefusedWithItsPlace() {
        String good = feature("'id': 'a'", AT, "'kind': 'factory'");
        refused(collection(), "", "holds no site");
        refused("{'type': 'FeatureCollection'}", "", "/features");
        refused("{'type': 'Point', 'coordinates': [118, 24]}", "", "Feature");
        refused("{'type': 7}", "", "type");
        refused("{}", "", "missing");
        refused(collection(good, feature("'id': 'b'", AT, "'name': 'x'")), "", "/features/1/properties/kind");
        refused(feature("'id': 'a'", AT, "'kind': 'castle'"), "castle", "/properties/kind");
        refused(feature("'id': 'a'", AT, "'kind': ['factory']"), "[factory]", "/properties/kind");
        refused(feature("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24], [119, 24]]", "'kind': 'factory'"), "LineString", "/geometry");
        refused(feature("'id': 'a'", "'type': 'MultiPoint', 'coordinates': [[118, 24]]", "'kind': 'factory'"), "MultiPoint", "/geometry");
        refused(feature("'id': 'a'", "'type': 'Point', 'coordinates': [518, 24]", "'kind': 'factory'"), "a", "/geometry");
        refused(feature("'id': 'a'", "'type': 'Point', 'coordinates': []", "'kind': 'factory'"), "a", "/geometry");
        refused(feature("'id': 'a'", "'type': 'Point', 'coordinates': ['x', 24]", "'kind': 'factory'"), "", "/geometry");
        refused(feature("'id': 'a'", "'type': 'Polygon', 'coordinates': [[[117, 24], [118, 25], [118, 24], [117, 25], [117, 24]]]", "'kind': 'factory'"),
                "a", "117.5");
        refused(feature("'id': 'a'", "'type': 'Polygon', 'coordinates': [[[117, 24], [118.1, 24], [118.1, 25], [117, 24]]]", "'kind': 'factory'"), "a", "region");
        refused("{'type': 'Feature', 'geometry': null, 'properties': {'kind': 'factory'}}", "1", "/geometry");
        refused("{'type': 'Feature', 'geometry': {" + AT + "}}", "", "/properties");
        refused(collection(good, good), "a", "two sites are called");
        refused(feature("'id': 'a b'", AT, "'kind': 'factory'"), "a b", "/id");
        refused(feature("'id': 'a'", AT, "'kind': 'factory', 'accuracy_m': -1"), "-1", "/properties/accuracy_m");
        refused(feature("'id': 'a'", AT, "'kind': 'factory', 'accuracy_m': '5'"), "5", "/properties/accuracy_m");
        refused(feature("'id': 'a'", AT, "'kind': 'factory', 'host_unit_adcode': {}"), "{}", "/properties/host_unit_adcode");
        refused("{'type': 'FeatureCollection', 'features': [7]}", "", "object");
        String many = IntStream.range(0, 10_000).mapToObj(i -> "{'type':'Feature','geometry':{" + AT + "},'properties':{'kind':'factory'}}")
                .collect(Collectors.joining(","));
        refused("{'type': 'FeatureCollection', 'features': [" + many + "]}", "", "more than 1000");
        assertThat(service.get("/siting?site=x").statusCode()).isEqualTo(405);
        assertThat(JSON.readTree(post(good, "asOf=2026&colour=red").body()).get("parameter").asString()).isEqualTo("colour");
        assertThat(JSON.readTree(post(good, "site=x").body()).get("parameter").asString()).isEqualTo("site");
    }

    private static void refused(String body, String value, String detail) {
        HttpResponse<String> response = post(body.replace('\'', '"'), "asOf=2026-06");
        String shown = body.length() > 200 ? body.substring(0, 200) : body;
        assertThat(response.statusCode()).as(shown + " → " + response.body()).isEqualTo(400);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("parameter").asString("")).as(shown + " → " + response.body()).isEqualTo("site");
        assertThat(problem.path("value").asString("")).as(shown + " → " + response.body()).isEqualTo(value);
        assertThat(problem.path("detail").asString("")).as(shown).contains(detail);
    }

    private static HttpResponse<String> post(String body, String query) {
        return service.send("POST", "/siting?" + query, body.replace('\'', '"'), "Content-Type", "application/geo+json");
    }

    private static String feature(String id, String geometry, String properties) {
        return ("{'type': 'Feature', " + id + ", 'geometry': {" + geometry + "}, 'properties': {" + properties + "}}").replace('\'', '"');
    }

    private static String collection(String... features) {
        return "{'type': 'FeatureCollection', 'features': [" + String.join(", ", features) + "]}";
    }
}
