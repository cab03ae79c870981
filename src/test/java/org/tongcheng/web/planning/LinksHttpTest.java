package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The questions of who reaches whom, over HTTP. */
class LinksHttpTest {

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
    void connectivityIsGeoJsonATableAndAPage() {
        HttpResponse<String> get = service.get("/connectivity?area=both&asOf=2020&minutes=200");
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode answer = JSON.readTree(get.body());
        assertThat(answer.get("core_share_population").doubleValue()).isZero();
        assertThat(answer.get("members").get(0).get("point").get(0).doubleValue()).isEqualTo(118.5);
        int seconds = answer.get("seconds").get(0).get(1).intValue();
        JsonNode times = JSON.readTree(service.post("/travel-times", "{\"origins\": [\"administrative-units/1\"], \"destinations\":"
                + " [\"administrative-units/2\"], \"asOf\": 2020, \"profile\": \"commute\"}").body());
        assertThat(seconds).isEqualTo(times.get("seconds").get(0).get(0).intValue());
        assertThat(answer.get("pair_share").doubleValue()).isEqualTo(seconds <= 12_000 ? 1 : 0);
        String own = "{\"area\": \"both\", \"asOf\": 2020, \"minutes\": 60, \"add\": [{\"type\": \"Feature\", \"id\": \"mine\","
                + " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[118.5, 24.5], [119.5, 24.5]]},"
                + " \"properties\": {\"mode\": \"expressway\", \"speed_kmh\": 400}}]}";
        JsonNode with = JSON.readTree(service.post("/connectivity", own).body());
        assertThat(with.get("pair_share_population").doubleValue()).isEqualTo(1);
        assertThat(with.get("loss").get("corridor").asString()).isEqualTo("mine");
        assertThat(with.get("features").get(0).get("properties").get("kind").asString()).isEqualTo("loss");
        assertThat(JSON.readTree(service.get("/connectivity?area=both&asOf=2012,2020").body()).get("answers")).hasSize(2);
        assertThat(service.get("/connectivity?area=both&f=csv").body()).startsWith("from,from_name_zh");
        assertThat(service.get("/connectivity?area=both&f=html").body()).contains("连通", "<path", "core_share_population");
        assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/connectivity");
    }

    @Test
    void wrongQuestionsNameTheirCulprit() {
        for (String wrong : new String[] {"area=", "area=none", "area=both,both", "area=administrative-units/1", "minutes=0", "minutes=1441",
                "minutes=30,60", "minutes=x", "profile=fly", "by=stops", "without=none"}) {
            String name = wrong.substring(0, wrong.indexOf('='));
            refused("/connectivity?" + (name.equals("area") ? "" : "area=both&") + wrong, name);
        }
        refused("/connectivity", "area");
    }

    private static void refused(String address, String parameter) {
        HttpResponse<String> response = service.get(address);
        assertThat(response.statusCode()).as(address + " → " + response.body()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).path("parameter").asString("")).as(address).isEqualTo(parameter);
    }
}
