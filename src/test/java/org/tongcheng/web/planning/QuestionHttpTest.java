package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    void otherOriginsMayAsk() {
        HttpResponse<String> answer = service.send("POST", "/extent", "{}", "Content-Type", "application/json", "Origin", "https://map.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void profilesSayEachNumberWithItsReason() {
        JsonNode profiles = JSON.readTree(service.get("/profiles").body()).get("profiles");
        assertThat(profiles.valueStream().map(p -> p.get("id").asString())).contains("drive", "transit");
        JsonNode transit = JSON.readTree(service.get("/profiles/transit").body());
        assertThat(transit.get("modes").get("metro").get("headway").propertyNames()).containsExactly("value", "unit", "reason");
        assertThat(service.get("/profiles/drive?f=html").body()).contains("畅通");
        assertThat(service.get("/profiles/sail").statusCode()).isEqualTo(404);
        assertThat(service.get("/profiles?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void theApiDescribesTheQuestions() {
        JsonNode paths = JSON.readTree(service.get("/api?f=json").body()).get("paths");
        assertThat(paths.get("/extent").get("get").get("parameters").valueStream().map(p -> p.path("name").asString("")))
                .contains("feature", "asOf", "scenario", "recorded", "datum", "f");
        assertThat(paths.propertyNames()).contains("/answers/{answerId}", "/profiles", "/profiles/{id}");
    }

    @Test
    void anAnswerThatNobodyGaveIsNotFound() {
        assertThat(service.get("/answers/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(service.get("/answers/..%3Cscript%3E").statusCode()).isEqualTo(404);
    }
}
