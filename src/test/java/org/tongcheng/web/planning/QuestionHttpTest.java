package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.planning.TestRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class QuestionHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
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
    void aQuestionByAddressAndByBodyHasTheSameBytesAndSoHasItsAnswerAskedForAgain() {
        HttpResponse<String> get = service.get("/extent?feature=metropolitan-areas/both&asOf=2013&minutes=60,15");
        HttpResponse<String> post = service.post("/extent",
                "{\"feature\": \"metropolitan-areas/both\", \"asOf\": \"2013\", \"minutes\": [15, 60]}");
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(post.body()).isEqualTo(get.body());
        String id = JSON.readTree(get.body()).get("answer_id").asString();
        HttpResponse<String> again = service.get("/answers/" + id);
        assertThat(again.body()).isEqualTo(get.body());
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(get.headers().firstValue("Link").orElseThrow()).contains("/answers/" + id);
    }

    @Test
    void whoHasTheAnswerIsToldSo() {
        HttpResponse<String> first = service.get("/extent?asOf=2013");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = service.get("/extent?asOf=2013", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(service.get("/extent?asOf=2013&f=csv", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerIsGivenAsATableAndAsAPageWithAMap() {
        HttpResponse<String> csv = service.get("/extent?asOf=2013", "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines().toList()).hasSize(2);
        assertThat(csv.body()).startsWith("feature,name_zh,name_en,area_km2,").contains("\r\nmetropolitan-areas/both,甲乙,");
        HttpResponse<String> page = service.get("/extent?feature=metropolitan-areas/both&f=html");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("甲乙").contains("<svg").contains("answer_id").doesNotContain("null");
        assertThat(service.get("/extent", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void severalDatesAreSeveralAnswers() {
        JsonNode answers = JSON.readTree(service.get("/extent?feature=administrative-units/1&asOf=2012&asOf=2020").body()).get("answers");
        assertThat(answers.size()).isEqualTo(2);
        assertThat(answers.get(1).get("as_of").asString()).isEqualTo("2020-12-31");
        JsonNode posted = JSON.readTree(service.post("/extent",
                "{\"feature\": \"administrative-units/1\", \"asOf\": [\"2012\", \"2020\"]}").body()).get("answers");
        assertThat(posted).isEqualTo(answers);
    }

    @Test
    void aCellOfAUsersOwnCollectionHasTheAreaThatTheClosedFormGives() {
        service.world.declare("parcels", GeometryKind.POLYGON);
        service.world.put("parcels", "cell", TestRecords.box(118, 24, 119, 25), Map.of());
        JsonNode cell = JSON.readTree(service.get("/extent?feature=parcels/cell").body());
        assertThat(cell.get("area_km2").doubleValue()).isCloseTo(11_226.471672, Offset.offset(1e-6));
        assertThat(cell.get("overlaps").get(0).get("feature").asString()).isEqualTo("metropolitan-areas/both");
    }

    @Test
    void reachIsGeoJsonThatIsGivenAgain() {
        HttpResponse<String> get = service.get("/reach?origin=118.5,24.5&minutes=15,30&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        HttpResponse<String> post = service.post("/reach", "{\"origin\": [118.5, 24.5], \"minutes\": [30, 15], \"asOf\": 2020}");
        assertThat(post.body()).isEqualTo(get.body());
        JsonNode answer = JSON.readTree(get.body());
        assertThat(answer.propertyNames()).startsWith("type", "answer_id", "question", "datum", "as_of");
        assertThat(answer.get("streets").get("kind").asString()).isEqualTo("sketch");
        JsonNode quarter = answer.get("features").get(0);
        JsonNode half = answer.get("features").get(1);
        assertThat(quarter.get("properties").get("minutes").intValue()).isEqualTo(15);
        assertThat(half.get("properties").get("area_km2").doubleValue()).isGreaterThan(quarter.get("properties").get("area_km2").doubleValue());
        assertThat(service.get("/answers/" + answer.get("answer_id").asString()).body()).isEqualTo(get.body());
        assertThat(service.get("/reach?origin=118.5,24.5&f=csv").body()).startsWith("origin,minutes,area_km2");
        assertThat(service.get("/reach?origin=118.5,24.5&f=html").body()).contains("<path");
    }

    @Test
    void aCorridorOfTheAskersOwnReachesFurtherAndIsKeptWithItsQuestion() {
        String question = "{\"origin\": [118.5, 24.5], \"asOf\": 2020, \"minutes\": 30%s}";
        String road = ", \"add\": [{\"type\": \"Feature\", \"id\": \"mine\", \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                + " [[118.5, 24.51], [118.6, 24.51], [118.7, 24.51], [118.8, 24.51]]}, \"properties\": {\"mode\": \"expressway\", \"speed_kmh\": 120}}]";
        JsonNode without = JSON.readTree(service.post("/reach", question.formatted("")).body());
        HttpResponse<String> response = service.post("/reach", question.formatted(road));
        JsonNode with = JSON.readTree(response.body());
        assertThat(area(with)).isGreaterThan(area(without));
        assertThat(service.get("/answers/" + with.get("answer_id").asString()).body()).isEqualTo(response.body());
    }

    @Test
    void aPointInAnotherDatumIsTheSamePlace() {
        // the published shift at 118.5°E, 24.5°N, by the identity of what comes back
        JsonNode given = JSON.readTree(service.get("/reach?origin=118.5,24.5&minutes=30&asOf=2020").body());
        JsonNode shifted = JSON.readTree(service.get("/reach?origin=118.5,24.5&minutes=30&asOf=2020&datum=GCJ-02").body());
        double west = given.get("features").get(0).get("geometry").get("coordinates").get(0).get(0).get(0).get(0).doubleValue();
        double moved = shifted.get("features").get(0).get("geometry").get("coordinates").get(0).get(0).get(0).get(0).doubleValue();
        assertThat(moved).isNotEqualTo(west);
        assertThat(shifted.get("datum").asString()).isEqualTo("GCJ-02");
        assertThat(shifted.get("definition").get("en").asString()).contains("from 118.5,24.5 (GCJ-02) within");
        assertThat(shifted.get("features").get(0).get("properties").get("origin").asString()).isEqualTo("118.5,24.5");
        assertThat(area(shifted)).isBetween(0.9 * area(given), 1.1 * area(given));
    }

    private static double area(JsonNode answer) {
        return answer.get("features").get(0).get("properties").get("area_km2").doubleValue();
    }

    @Test
    void coverageIsGeoJsonATableAndAPage() {
        HttpResponse<String> get = service.get("/coverage?area=both&of=administrative-units&by=corridors&within=20km&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        HttpResponse<String> post = service.post("/coverage", "{\"area\": \"metropolitan-areas/both\", \"of\": \"administrative-units\","
                + " \"by\": \"corridors\", \"within\": \"20000m\", \"asOf\": 2020}");
        assertThat(post.body()).isEqualTo(get.body());
        JsonNode answer = JSON.readTree(get.body());
        // the expressway runs through the seat of the first cell; nobody states the accuracies
        assertThat(answer.get("share").get("low").doubleValue()).isZero();
        assertThat(answer.get("share").get("best").doubleValue()).isEqualTo(0.5);
        assertThat(answer.get("features").size()).isEqualTo(2);
        assertThat(service.get("/coverage?area=both&of=area&by=corridors&within=20km&asOf=2020&f=csv").body())
                .startsWith("area,of,by,within_m,minutes,servers,share_low");
        assertThat(service.get("/coverage?area=both&of=area&by=corridors&within=20km&f=html").body()).contains("<path");
        String own = "{\"area\": \"both\", \"of\": \"area\", \"by\": \"stops\", \"within\": \"10km\", \"add\": [{\"type\": \"Feature\", \"id\": \"mine\","
                + " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[118.5, 24.4], [118.5, 24.6]]}, \"properties\": {\"mode\": \"metro\"}}]}";
        // two circles of 10 km whose centres lie 22 km apart
        assertThat(JSON.readTree(service.post("/coverage", own).body()).get("share").get("best").doubleValue())
                .isCloseTo(2 * Math.PI * 100 / (2 * 11_226.471672), Offset.offset(1e-5));
        JsonNode byTime = JSON.readTree(service.get("/coverage?area=both&of=administrative-units&by=corridors&minutes=30&asOf=2020").body());
        assertThat(byTime.get("share").get("best").doubleValue()).isEqualTo(0.5);
        assertThat(byTime.get("profile").asString()).isEqualTo("drive");
        assertThat(byTime.get("minutes").intValue()).isEqualTo(30);
        assertThat(service.get("/coverage?area=both&of=area").body()).contains("\"parameter\":\"within\"");
        assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/coverage");
    }

    /** The asker's road ends a hundredth of a degree, about a kilometre, before the border at 119°E; units are drawn to 100 m. */
    @Test
    void continuityIsGeoJsonATableAndAPage() {
        String own = "{\"area\": \"both\", \"tolerance\": \"2km\", \"asOf\": 2020, \"add\": [{\"type\": \"Feature\", \"id\": \"mine\","
                + " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[118.5, 24.5], [118.99, 24.5]]}, \"properties\": {\"mode\": \"arterial\"}}]}";
        HttpResponse<String> post = service.post("/continuity", own);
        assertThat(post.statusCode()).as(post.body()).isEqualTo(200);
        assertThat(post.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode answer = JSON.readTree(post.body());
        assertThat(answer.get("counts").get("dead_ends").intValue()).isEqualTo(1);
        JsonNode finding = answer.get("features").get(0).get("properties");
        assertThat(finding.get("from").get("road").asString()).isEqualTo("corridors/mine");
        assertThat(finding.get("gap_m").doubleValue())
                .isCloseTo(net.sf.geographiclib.Geodesic.WGS84.Inverse(24.5, 118.99, 24.5, 119).s12, Offset.offset(1.0));
        assertThat(service.get("/continuity?area=both&f=csv").body()).startsWith("id,kind,certainty,gap_m");
        assertThat(service.get("/continuity?area=both&tolerance=20km&asOf=2020&f=html").statusCode()).isEqualTo(200);
        assertThat(service.get("/continuity").body()).contains("\"parameter\":\"area\"");
        assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/continuity");
    }

    @Test
    void conflictsAreGeoJsonATableAndAPage() {
        HttpResponse<String> get = service.get("/conflicts?area=both&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(service.post("/conflicts", "{\"area\": \"metropolitan-areas/both\", \"asOf\": 2020}").body()).isEqualTo(get.body());
        JsonNode answer = JSON.readTree(get.body());
        assertThat(answer.get("rules").valueStream().map(r -> r.get("id").asString())).contains("chemical-park-by-water-source");
        assertThat(answer.get("rules").get(0).get("distance").get("value_m").intValue()).isEqualTo(1000);
        assertThat(answer.get("features").size()).isZero();
        assertThat(service.get("/conflicts?area=both&f=csv").body()).startsWith("rule,certainty,distance_m,required_m");
        assertThat(service.get("/conflicts?area=both&f=html").body()).contains("跨界冲突")
                .contains("There is nothing to list: 0 certain and 0 uncertain conflicts among");
        assertThat(service.get("/conflicts").body()).contains("\"parameter\":\"area\"");
        assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/conflicts");
    }

    /** The world's cells are known to within some metres and the place lies in the middle of one; a user's grid cell is found too. */
    @Test
    void locateLooksThroughUsersCollectionsToo() {
        assertThat(service.post("/collections", "{\"id\": \"grid\", \"title\": \"Grid\", \"geometry\": \"Polygon\", \"properties\": "
                + "{\"accuracy_m\": {\"type\": \"number\"}}}").statusCode()).isEqualTo(201);
        assertThat(service.post("/collections/grid/items", "{\"type\": \"Feature\", \"id\": \"g1\", \"properties\": {\"accuracy_m\": 1}, "
                + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
                + "[[[118.4, 24.4], [118.6, 24.4], [118.6, 24.6], [118.4, 24.6], [118.4, 24.4]]]}}").statusCode()).isEqualTo(201);
        HttpResponse<String> get = service.get("/locate?point=118.5,24.5&point=118.7,24.5&collections=grid&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        JsonNode places = JSON.readTree(get.body()).get("places");
        assertThat(places.get(0).get("held_by").get(0).get("feature").asString()).isEqualTo("grid/g1");
        assertThat(places.get(0).get("held_by").get(0).get("holds").asString()).isEqualTo("yes");
        assertThat(places.get(1).get("held_by").size()).isZero();
        assertThat(service.post("/locate", "{\"point\": [[118.5, 24.5], [118.7, 24.5]], \"collections\": [\"grid\"], \"asOf\": 2020}").body())
                .isEqualTo(get.body());
        assertThat(service.get("/locate?point=118.5,24.5&f=csv").body()).startsWith("place,lon,lat,collection,feature");
        assertThat(service.get("/locate?point=118.5,24.5&f=html").body()).contains("所在何处");
    }

    @Test
    void aroundIsGeoJsonATableAndAPage() {
        HttpResponse<String> get = service.get("/around?point=118.5,24.5&within=3km&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(service.post("/around", "{\"point\": [118.5, 24.5], \"within\": \"3km\", \"asOf\": 2020}").body()).isEqualTo(get.body());
        JsonNode first = JSON.readTree(get.body()).get("features").get(0).get("properties");
        assertThat(first.get("collection").asString()).isEqualTo("administrative-units");
        assertThat(first.get("metres").intValue()).isZero();
        assertThat(service.get("/around?point=118.5,24.5&within=3km&f=csv").body()).startsWith("collection,feature,name_zh");
        assertThat(service.get("/around?point=118.5,24.5&within=3km&f=html").body()).contains("周边");
        assertThat(service.get("/around?within=3km").body()).contains("\"parameter\":\"point\"");
    }

    /** The same points, so that the seconds are those of the matrix. */
    @Test
    void nearestTakesTheTimesOfTheMatrix() {
        HttpResponse<String> get = service.get("/nearest?origin=118.9,24.5&of=administrative-units&minutes=240&asOf=2020");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        JsonNode features = JSON.readTree(get.body()).get("features");
        assertThat(features.size()).isPositive();
        int before = 0;
        for (JsonNode feature : features) {
            JsonNode reached = feature.get("properties");
            int seconds = reached.get("seconds").intValue();
            JsonNode matrix = JSON.readTree(service.get("/travel-times?asOf=2020&origins=118.9,24.5&destinations="
                    + reached.get("feature").asString()).body()).get("seconds");
            assertThat(matrix.toString()).isEqualTo("[[" + seconds + "]]");
            assertThat(seconds).isGreaterThanOrEqualTo(before);
            before = seconds;
        }
        assertThat(JSON.readTree(service.get("/nearest?origin=118.9,24.5&of=administrative-units&minutes=240&count=1&asOf=2020").body())
                .get("features").size()).isEqualTo(1);
        assertThat(service.get("/nearest?origin=118.9,24.5&of=administrative-units&f=csv").body()).startsWith("rank,feature,name_zh");
        assertThat(service.get("/nearest?origin=118.9,24.5&of=administrative-units&f=html").body()).contains("最近的设施");
    }

    /** Three million people by the units' own figures; a user's yearbook adds an indicator, of 2019 and of 2021. */
    @Test
    void pagesShowTheUnitsAroundAndMarkThePlaceAsked() {
        String page = service.get("/locate?point=118.5,24.5&asOf=2024&f=html").body();
        assertThat(page).contains("<path class=\"ground\" d=\"M").contains("<circle class=\"mark\"").contains("</circle>");
        assertThat(page.split("class=\"ground\"", -1).length - 1).isEqualTo(2);
        assertThat(service.get("/extent?feature=metropolitan-areas/both&asOf=2024&f=html").body()).doesNotContain("class=\"mark\"");
    }

    @Test
    void statisticsTakeUsersIndicatorsToo() {
        HttpResponse<String> get = service.get("/statistics?area=both&indicator=population&year=2020&asOf=2021");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(get.body());
        assertThat(answer.get("value").longValue()).isEqualTo(3_000_000);
        assertThat(answer.get("completeness").get("area_share").doubleValue()).isEqualTo(1);
        assertThat(answer.get("indicator").get("unit").asString()).isEqualTo("1");
        assertThat(service.post("/statistics", "{\"area\": \"metropolitan-areas/both\", \"indicator\": \"population\", \"year\": 2020, \"asOf\": 2021}")
                .body()).isEqualTo(get.body());
        assertThat(service.get("/statistics?indicator=population&f=csv").body()).startsWith("area,name_zh,name_en,indicator,year,unit");
        assertThat(service.get("/statistics?area=both&indicator=population&f=html").body()).contains("统计").contains("<path");
        assertThat(service.post("/collections", "{\"id\": \"yearbook\", \"geometry\": \"none\", \"properties\": {\"adcode\": {\"type\": \"string\","
                + " \"references\": \"administrative-units\"}, \"year\": {\"type\": \"period\"},"
                + " \"gdp\": {\"type\": \"number\", \"unit\": \"CNY\", \"aggregate\": \"sum\"},"
                + " \"rank\": {\"type\": \"integer\", \"aggregate\": \"none\"}}}").statusCode()).isEqualTo(201);
        for (String row : List.of("1 2019 1.5", "2 2019 2.5", "1 2021 4", "2 2021 5")) {
            String[] cells = row.split(" ");
            assertThat(service.post("/collections/yearbook/items", "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"adcode\": \""
                    + cells[0] + "\", \"year\": \"" + cells[1] + "\", \"gdp\": " + cells[2] + "}}").statusCode()).isEqualTo(201);
        }
        assertThat(JSON.readTree(service.get("/statistics?area=both&indicator=yearbook/gdp&year=2019").body()).get("value").doubleValue())
                .isEqualTo(4);
        assertThat(JSON.readTree(service.get("/statistics?area=both&indicator=yearbook/gdp").body()).get("value").doubleValue()).isEqualTo(9);
        HttpResponse<String> rank = service.get("/statistics?area=both&indicator=yearbook/rank");
        assertThat(rank.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(rank.body()).get("parameter").asString()).isEqualTo("indicator");
        assertThat(service.get("/statistics/indicators?f=csv").body()).contains("yearbook/gdp,gdp,gdp,CNY,sum,,yearbook,adcode,year");
        assertThat(service.get("/collections/yearbook/schema").body()).contains("\"x-aggregate\":\"sum\"");
    }

    @Test
    void otherOriginsMayAsk() {
        HttpResponse<String> answer = service.send("POST", "/extent", "{}", "Content-Type", "application/json", "Origin", "https://map.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void profilesSayEachNumberWithItsReason() {
        JsonNode profiles = JSON.readTree(service.get("/profiles").body()).get("profiles");
        assertThat(profiles.valueStream().map(p -> p.get("id").asString())).contains("drive", "drive-peak", "walk", "transit", "commute");
        JsonNode commute = JSON.readTree(service.get("/profiles/commute").body());
        assertThat(commute.get("fastest_of").valueStream().map(p -> p.get("id").asString())).containsExactly("drive-peak", "transit");
        assertThat(service.get("/profiles/commute?f=html").body()).contains("drive-peak: expressway", "transit: metro");
        JsonNode transit = JSON.readTree(service.get("/profiles/transit").body());
        assertThat(transit.get("modes").get("metro").get("headway").propertyNames()).containsExactly("value", "unit", "reason");
        JsonNode peak = JSON.readTree(service.get("/profiles/drive-peak").body()).get("streets").get("shares");
        assertThat(peak.propertyNames()).containsExactly("motorway", "trunk", "primary", "secondary", "tertiary", "local");
        assertThat(peak.get("local").get("reason").asString()).isNotBlank();
        assertThat(service.get("/profiles/drive-peak?f=html").body()).contains("share, motorway");
        assertThat(service.get("/profiles/drive?f=html").body()).contains("畅通");
        assertThat(service.get("/profiles/sail").statusCode()).isEqualTo(404);
        assertThat(service.get("/profiles?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void theApiDescribesTheQuestions() {
        JsonNode paths = JSON.readTree(service.get("/api?f=json").body()).get("paths");
        assertThat(paths.get("/extent").get("get").get("parameters").valueStream().map(p -> p.path("name").asString("")))
                .contains("feature", "asOf", "scenario", "recorded", "datum", "f");
        JsonNode origin = paths.get("/reach").get("get").get("parameters").valueStream()
                .filter(p -> p.path("name").asString("").equals("origin")).findFirst().orElseThrow();
        assertThat(origin.get("required").booleanValue()).isTrue();
        assertThat(paths.propertyNames()).contains("/answers/{answerId}", "/profiles", "/profiles/{id}");
    }

    @Test
    void anAnswerThatNobodyGaveIsNotFound() {
        assertThat(service.get("/answers/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(service.get("/answers/..%3Cscript%3E").statusCode()).isEqualTo(404);
    }
}
