package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the profiles that are more than streets and lines say over HTTP, about two units with a metro of the asker's own. */
class ProfilesHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** From one unit into the other. */
    private static final String METRO = "\"add\": [{\"type\": \"Feature\", \"id\": \"mine\", \"geometry\": {\"type\": \"LineString\","
            + " \"coordinates\": [[118.9, 24.5], [119.05, 24.5], [119.1, 24.5]]}, \"properties\": {\"mode\": \"metro\", \"speed_kmh\": 80}}]";

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
    void reachBetweenStationsListsThemAndDrawsNothing() {
        HttpResponse<String> post = service.post("/reach", body("\"origin\": \"administrative-units/1\", \"minutes\": [15, 40], \"profile\": \"station-to-station\""));
        assertThat(post.statusCode()).as(post.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(post.body());
        assertThat(answer.get("streets").get("kind").asString()).isEqualTo("none");
        assertThat(answer.get("definition").get("en").asString()).startsWith("Stations reached from ").contains("from station to station");
        assertThat(answer.get("origins").get(0).get("points").get(0).get("rule").asString()).isEqualTo("station");
        JsonNode feature = answer.get("features").get(1);
        assertThat(feature.get("geometry").isNull()).isTrue();
        JsonNode reached = feature.get("properties");
        assertThat(reached.get("area_km2").isNull()).isTrue();
        assertThat(reached.get("stops").valueStream().map(s -> s.get("id").asString())).containsExactly("mine-1", "mine-2", "mine-3");
        assertThat(reached.get("stops").get(0).get("seconds").intValue()).isZero();
        assertThat(reached.get("corridors").get(0).get("id").asString()).isEqualTo("mine");
        String csv = service.get("/answers/" + answer.get("answer_id").asString() + "?f=csv").body();
        assertThat(csv).startsWith("origin,minutes,seconds,stop,name,corridor").contains("administrative-units/1,15,0,mine-1,,mine");
        HttpResponse<String> page = service.get("/answers/" + answer.get("answer_id").asString() + "?f=html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("mine-3");
    }

    /** 118.9 lies in the one unit, 119.05 and 119.1 in the other; the wait of a metro is 3 minutes, half its headway of 6. */
    @Test
    void aUnitStandsForItsStationsInEveryQuestion() {
        int riding = seconds("in-vehicle", "administrative-units/1", "administrative-units/2");
        assertThat(seconds("station-to-station", "administrative-units/1", "administrative-units/2")).isEqualTo(riding + 180);
        assertThat(riding).isBetween(600, 1500);
        assertThat(seconds("in-vehicle", "118.9,24.5", "119.1,24.5")).as("the whole line, not to its first station in the unit").isGreaterThan(riding);
        JsonNode connected = JSON.readTree(service.post("/connectivity",
                body("\"area\": \"both\", \"profile\": \"in-vehicle\", \"minutes\": 60")).body());
        assertThat(connected.get("seconds").get(0).get(1).intValue()).isEqualTo(riding);
        assertThat(connected.get("pair_share").doubleValue()).isEqualTo(1);
        JsonNode nearest = JSON.readTree(service.post("/nearest",
                body("\"origin\": [118.9, 24.5], \"of\": \"administrative-units\", \"profile\": \"in-vehicle\"")).body());
        assertThat(nearest.get("features").get(0).get("id").asString()).isEqualTo("administrative-units/1");
        assertThat(nearest.get("features").get(1).get("properties").get("rule").asString()).isEqualTo("station");
        String covered = "\"area\": \"both\", \"by\": \"stops\", \"minutes\": 10, \"profile\": \"in-vehicle\", \"of\": ";
        JsonNode units = JSON.readTree(service.post("/coverage", body(covered + "\"administrative-units\"")).body());
        assertThat(units.get("share").get("best").doubleValue()).as(units.toString()).isEqualTo(1);
        assertThat(service.post("/coverage", body(covered + "\"area\"")).statusCode()).isEqualTo(422);
        JsonNode gain = JSON.readTree(service.post("/gain", body("\"area\": \"both\", \"origin\": [118.9, 24.5], \"profile\": \"station-to-station\"")).body());
        assertThat(gain.get("whole").get("people").doubleValue()).as(gain.toString()).isPositive();
    }

    @Test
    void bicyclesReachFurtherAndSayHow() {
        String asked = "{\"asOf\": 2020, \"origin\": [118.5, 24.5], \"minutes\": 120, \"profile\": \"";
        JsonNode walked = JSON.readTree(service.post("/reach", asked + "transit\"}").body());
        JsonNode ridden = JSON.readTree(service.post("/reach", asked + "transit-bicycle\"}").body());
        // 120 minutes on foot, 117 by bicycle at 12 rather than 4.8 km/h: 2.4 times as far, 5.9 times the area.
        double ratio = area(ridden) / area(walked);
        assertThat(ratio).isCloseTo(Math.pow(117 * 12 / (120 * 4.8), 2), org.assertj.core.api.Assertions.withinPercentage(4));
        assertThat(ridden.get("assumed").toString()).contains("streets bicycle speed = 12 km/h", "streets bicycle pick_up = 2 min");
        assertThat(ridden.get("streets").get("nodes").intValue()).isEqualTo(walked.get("streets").get("nodes").intValue());
        JsonNode profile = JSON.readTree(service.get("/profiles/transit-bicycle").body());
        assertThat(profile.get("feeder").get("put_down").get("value").doubleValue()).isEqualTo(1);
        assertThat(service.get("/profiles/transit-bicycle?f=html").body()).contains("pick-up");
    }

    private static double area(JsonNode answer) {
        return answer.get("features").get(0).get("properties").get("area_km2").doubleValue();
    }

    /** Stated: 10 minutes to the second stop, distance and speed from there. */
    @Test
    void statedRunsAreRidden() {
        String stated = METRO.replace("\"speed_kmh\": 80", "\"speed_kmh\": 80, \"run_min\": [10, null]");
        String asked = "{\"asOf\": 2020, \"origins\": [[118.9, 24.5]], \"destinations\": [[119.05, 24.5]], \"profile\": \"in-vehicle\", ";
        JsonNode answer = JSON.readTree(service.post("/travel-times", asked + stated + "}").body());
        assertThat(answer.get("seconds").get(0).get(0).intValue()).isEqualTo(600);
        String again = service.get("/answers/" + answer.get("answer_id").asString()).body();
        assertThat(JSON.readTree(again)).isEqualTo(answer);
        HttpResponse<String> bridge = service.post("/travel-times", asked + stated.replace("metro", "bridge") + "}");
        assertThat(bridge.statusCode()).isEqualTo(400);
        assertThat(bridge.body()).contains("'mine' states run times, which bridge does not take");
        HttpResponse<String> fast = service.post("/travel-times", asked + stated.replace("[10, null]", "[0.5, null]") + "}");
        assertThat(fast.statusCode()).isEqualTo(400);
        assertThat(fast.body()).contains("nothing is faster than 1000");
    }

    private static int seconds(String profile, String from, String to) {
        JsonNode times = JSON.readTree(service.post("/travel-times",
                body("\"origins\": [\"" + from + "\"], \"destinations\": [\"" + to + "\"], \"profile\": \"" + profile + "\"")).body());
        assertThat(times.get("destinations").get(0).get("points").get(0).get("rule").asString()).isEqualTo("station");
        return times.get("seconds").get(0).get(0).intValue();
    }

    @Test
    void whoIsTooFarOffIsToldHowFarBy422() {
        assertImpossible("/reach", "\"origin\": [90, 24]", "there is none within 50 km");
        // the nearest corner of the land is 0.02° and more away, 2 km to the west
        assertImpossible("/reach", "\"origin\": [117.98, 24.5]", "the nearest is 2");
        assertImpossible("/reach", "\"origin\": [118.3, 24.5], \"profile\": \"in-vehicle\"", "no station within 2000 m; the nearest is 60");
        assertImpossible("/nearest", "\"origin\": [90, 24], \"of\": \"corridors\"", "there is none within 50 km");
        HttpResponse<String> none = service.get("/reach?origin=administrative-units/1&profile=in-vehicle&asOf=2020");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(none.body()).get("detail").asString()).contains("no station stands in 'administrative-units/1'");
        JsonNode times = JSON.readTree(service.post("/travel-times",
                body("\"origins\": [[118.3, 24.5]], \"destinations\": [[118.9, 24.5]], \"profile\": \"in-vehicle\"")).body());
        assertThat(times.get("seconds").get(0).get(0).isNull()).isTrue();
        assertThat(times.get("warnings").toString()).contains("more than 2000 m from any station: 118.3,24.5");
    }

    private static void assertImpossible(String question, String asked, String why) {
        HttpResponse<String> response = service.post(question, body(asked));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("parameter").asString()).isEqualTo("origin");
        assertThat(problem.get("detail").asString()).contains(why);
    }

    @Test
    void profilesBetweenStationsSayWhatTheyCount() {
        JsonNode stations = JSON.readTree(service.get("/profiles/station-to-station").body());
        assertThat(stations.get("stations").get("within").get("value").doubleValue()).isEqualTo(2);
        assertThat(stations.get("stations").get("counts").asString()).isEqualTo("waits-and-transfers");
        assertThat(stations.get("modes").get("metro").get("wait_cap").get("value").doubleValue()).isEqualTo(10);
        JsonNode riding = JSON.readTree(service.get("/profiles/in-vehicle").body());
        assertThat(riding.has("streets")).isFalse();
        assertThat(riding.get("modes").get("metro").get("headway").isNull()).isTrue();
        assertThat(service.get("/profiles/in-vehicle?f=html").body()).contains("stations").contains("riding alone counts");
    }

    private static String body(String asked) {
        return "{\"asOf\": 2020, " + asked + ", " + METRO + "}";
    }
}
