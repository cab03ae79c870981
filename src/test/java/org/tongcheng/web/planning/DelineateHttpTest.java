package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Delineation in all its forms over a real store, with and without a user's own flows. */
class DelineateHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "/delineate?core=administrative-units/1&area=both&profile=drive&asOf=2020";

    @Test
    void delineationIsGeoJsonATableAndAPage() {
        try (TestService service = new TestService()) {
            HttpResponse<String> get = service.get(QUESTION);
            assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
            assertThat(get.headers().firstValue("Content-Type")).hasValue("application/geo+json");
            assertThat(service.post("/delineate", "{\"core\": \"administrative-units/1\", \"area\": [\"both\"], \"profile\": \"drive\","
                    + " \"asOf\": 2020, \"contiguous\": true, \"minutes\": 60}").body()).isEqualTo(get.body());
            JsonNode answer = JSON.readTree(get.body());
            assertThat(answer.get("title").get("zh").asString()).isEqualTo("潜在一小时圈");
            assertThat(answer.get("declared").get(0).get("declared").get("population").intValue()).isEqualTo(3_000_000);
            assertThat(answer.get("also_at").get(1).get("minutes").intValue()).isEqualTo(75);
            assertThat(get.body()).doesNotContain("通勤圈");
            JsonNode times = JSON.readTree(service.get("/travel-times?origins=administrative-units/1&destinations=administrative-units/2"
                    + "&profile=drive&asOf=2020&minutes=240").body());
            for (JsonNode unit : answer.get("features")) {
                if (unit.get("id").asString().endsWith("/2")) {
                    assertThat(unit.get("properties").get("seconds")).isEqualTo(times.get("seconds").get(0).get(0));
                }
            }
            assertThat(service.get(QUESTION + "&f=csv").body()).startsWith("unit,name_zh,name_en,level,set,declared_in,within,");
            assertThat(service.get(QUESTION + "&f=html").body()).contains("<path", "declared_area_share_measured");
            assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/delineate");
        }
    }

    @Test
    void commutingNeedsFlowsAndTakesThem() {
        try (TestService service = new TestService()) {
            HttpResponse<String> without = service.get(QUESTION + "&commuting=0.10");
            assertThat(without.statusCode()).isEqualTo(422);
            assertThat(without.body()).contains("\"parameter\":\"commuting\"").contains("resident_workers");
            service.world.declare("flows-2020", GeometryKind.NONE, TestDesk.property("origin", PropertyType.STRING),
                    TestDesk.property("destination", PropertyType.STRING), TestDesk.property("commuters", PropertyType.NUMBER),
                    TestDesk.property("resident_workers", PropertyType.INTEGER), TestDesk.property("year", PropertyType.PERIOD));
            service.world.put("flows-2020", "1", null, Map.of("origin", "2", "destination", "1", "commuters", 60_000.0,
                    "resident_workers", 500_000L, "year", "2020"));
            JsonNode with = JSON.readTree(service.get(QUESTION + "&commuting=0.10").body());
            assertThat(with.get("title").get("zh").asString()).startsWith("通勤圈");
            assertThat(with.get("flows").get("collection").asString()).isEqualTo("flows-2020");
            assertThat(with.get("measured").get("units").size()).isEqualTo(2);
            assertThat(with.get("features").get(0).get("properties").get("commuting_rate").doubleValue()).isEqualTo(0.12);
            assertThat(with.get("also_at").get(1).get("commuting").doubleValue()).isEqualTo(0.15);
            assertThat(with.get("also_at").get(1).get("measured").get("units").size()).isEqualTo(1);
            assertThat(service.get(QUESTION + "&flows=corridors").body()).contains("it lacks origin, destination");
        }
    }
}
