package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every answer carries as evidence, over HTTP on the small world of {@link TestDesk}. */
class CitationHttpTest {

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

    /** Every question that has a table of its own is cited by one paragraph on its page and in the first row of its table. */
    @Test
    void answersCanBeCited() {
        for (String question : List.of("/extent?", "/reach?origin=118.5,24.5&", "/coverage?area=both&of=area&within=5km&by=corridors&",
                "/continuity?area=both&", "/locate?point=118.5,24.5&")) {
            HttpResponse<String> json = service.get(question + "asOf=2020");
            JsonNode answer = JSON.readTree(json.body());
            assertThat(answer.get("used").propertyNames()).as(question).containsExactly("digest", "count", "features");
            String page = service.get(question + "asOf=2020&f=html").body();
            assertThat(page).as(question).contains("引用").contains("Result: ").contains("答案编号" + answer.get("answer_id").asString());
            List<String> rows = service.get(question + "asOf=2020&f=csv").body().lines().toList();
            assertThat(rows.get(0)).as(question).endsWith(",citation_zh,citation_en");
            if (rows.size() > 1) {
                assertThat(rows.get(1)).as(question).contains(answer.get("definition").get("zh").asString());
            }
            String id = answer.get("answer_id").asString();
            assertThat(service.get("/answers/" + id + "?f=csv").body().lines().toList()).as(question).isEqualTo(rows);
            assertThat(service.get("/answers/" + id).body()).as(question).isEqualTo(json.body());
            assertThat(JSON.readTree(service.get(question + "asOf=2020&explain=full").body()).get("used").get("features").size())
                    .as(question).isEqualTo(answer.get("used").get("count").intValue());
            assertThat(service.get(question + "recorded=1999-01-01T00:00:00Z&asOf=2020").statusCode()).as(question).isIn(200, 400);
        }
    }

    /** Statements have dates of their own, so that today plays no part; nothing is stated in the small world. */
    @Test
    void claimsAreGivenAgainWithoutToday() {
        HttpResponse<String> claims = service.get("/claims?area=both");
        assertThat(claims.statusCode()).as(claims.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(claims.body());
        assertThat(answer.get("claims").size()).isZero();
        assertThat(answer.get("warnings").toString()).contains("no claim is on record for both");
        assertThat(service.get("/answers/" + answer.get("answer_id").asString()).body()).isEqualTo(claims.body());
        assertThat(service.get("/claims?area=both&f=csv").body()).startsWith("claims,evidence,from_place");
        assertThat(service.get("/claims?area=both&f=html").body()).contains("时间承诺检验");
        assertThat(service.get("/claims").body()).contains("\"parameter\":\"area\"");
        assertThat(JSON.readTree(service.get("/api?f=json").body()).get("paths").propertyNames()).contains("/claims");
    }
}
