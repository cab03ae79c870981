package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TravelTimesHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THREE = """
            {"origins": [[118.5, 24.5], "118.9,24.5"], "destinations": ["administrative-units/2", [118.5, 24.5], [100, 0]], "asOf": 2020}""";
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
    void theSecondsAreThoseThatReachCounts() {
        JsonNode answer = tree(service.post("/travel-times", THREE));
        JsonNode reach = tree(service.get("/reach?origin=118.5,24.5&minutes=300&asOf=2020"));
        JsonNode units = reach.get("features").get(0).get("properties").get("units");
        int toTheSeat = units.valueStream().filter(u -> u.get("id").asString().equals("2")).findFirst().orElseThrow()
                .get("seat_seconds").intValue();
        JsonNode seconds = answer.get("seconds");
        assertThat(seconds.get(0).toString()).isEqualTo("[" + toTheSeat + ",0,null]");
        assertThat(seconds.get(1).get(0).intValue()).isPositive().isLessThan(toTheSeat);
        assertThat(seconds.get(1).get(2).isNull()).isTrue();
    }

    @Test
    void theHeaderStandsFirstAndOnePointOffAllStreetsIsOneWarning() {
        JsonNode answer = tree(service.post("/travel-times", THREE));
        assertThat(answer.propertyNames()).containsExactly("answer_id", "question", "datum", "as_of", "scenario", "profile",
                "definition", "streets", "used", "assumed", "warnings", "network_digest", "origins", "destinations", "seconds");
        assertThat(answer.get("warnings").valueStream().map(JsonNode::asString).filter(w -> w.contains("100,0"))).hasSize(1);
        assertThat(answer.get("destinations").get(0).get("points").get(0).toString()).isEqualTo("{\"at\":[119.5,24.5],\"rule\":\"seat\"}");
    }

    @Test
    void askedByAddressOrBodyOrAgainTheBytesAreTheSame() {
        HttpResponse<String> post = service.post("/travel-times", THREE);
        HttpResponse<String> get = service.get("/travel-times?origins=118.5,24.5&origins=118.9,24.5&asOf=2020"
                + "&destinations=administrative-units/2&destinations=118.5,24.5&destinations=100,0");
        assertThat(get.statusCode()).as(get.body()).isEqualTo(200);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(get.body()).isEqualTo(post.body());
        String id = tree(post).get("answer_id").asString();
        HttpResponse<String> again = service.get("/answers/" + id);
        assertThat(again.body()).isEqualTo(post.body());
        String tag = get.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/answers/" + id, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get("/answers/" + id + "?f=csv").body()).startsWith("origin,destination,seconds\r\n");
    }

    @Test
    void asATableEveryPairIsALineAndOneOutOfReachIsBlank() {
        JsonNode seconds = tree(service.post("/travel-times", THREE)).get("seconds");
        HttpResponse<String> csv = service.post("/travel-times?f=csv", THREE);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).isEqualTo("origin,destination,seconds\r\n"
                + "\"118.5,24.5\",administrative-units/2," + seconds.get(0).get(0) + "\r\n"
                + "\"118.5,24.5\",\"118.5,24.5\",0\r\n"
                + "\"118.5,24.5\",\"100,0\",\r\n"
                + "\"118.9,24.5\",administrative-units/2," + seconds.get(1).get(0) + "\r\n"
                + "\"118.9,24.5\",\"118.5,24.5\"," + seconds.get(1).get(1) + "\r\n"
                + "\"118.9,24.5\",\"100,0\",\r\n");
    }

    @Test
    void manyBlocksMakeOneMatrixAndPlacesMayRepeat() {
        String places = IntStream.range(0, 90)
                .mapToObj(i -> String.format(Locale.ROOT, "[118.%d, 24.5]", 100 + i % 70))
                .collect(Collectors.joining(",", "[", "]"));
        JsonNode seconds = tree(service.post("/travel-times",
                "{\"origins\": " + places + ", \"destinations\": " + places + ", \"asOf\": 2020}")).get("seconds");
        assertThat(seconds.size()).isEqualTo(90);
        for (int i = 0; i < 90; i++) {
            assertThat(seconds.get(i).size()).isEqualTo(90);
            assertThat(seconds.get(i).get(i).intValue()).isZero();
            for (int j = 0; j < 20; j++) {
                // the streets of a sketch take as long there as back
                assertThat(seconds.get(i).get(j)).isEqualTo(seconds.get(j).get(i)).isEqualTo(seconds.get(i).get(j + 70));
            }
        }
    }

    @Test
    void severalDatesAreSeveralMatrices() {
        String question = "{\"origins\": [[118.5, 24.5]], \"destinations\": [[118.6, 24.5]], \"asOf\": [2012, 2020]}";
        JsonNode answers = tree(service.post("/travel-times", question)).get("answers");
        assertThat(answers.valueStream().map(a -> a.get("seconds").size())).containsExactly(1, 1);
        assertThat(service.post("/travel-times?f=csv", question).body().lines())
                .hasSize(3).first().isEqualTo("as_of,origin,destination,seconds");
    }

    @Test
    void whoTakesGzipGetsTheSameBytesZipped() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + service.port() + "/travel-times");
        HttpRequest request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip").POST(HttpRequest.BodyPublishers.ofString(THREE)).build();
        HttpResponse<byte[]> zipped = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(service.post("/travel-times", THREE).body());
    }

    @Test
    void peopleSeeASmallTableAndAreToldWhereToGetALargeOne() {
        String page = service.post("/travel-times?f=html", THREE).body();
        assertThat(page).contains("<td>administrative-units/2</td>").contains("destination");
        String many = IntStream.range(0, 401).mapToObj(i -> "[118.5, 24.5]").collect(Collectors.joining(",", "[", "]"));
        String large = service.post("/travel-times?f=html", "{\"origins\": [[118.5, 24.5]], \"destinations\": " + many + "}").body();
        assertThat(large).contains("too large to be shown").contains("?f=csv").doesNotContain("destination</th>");
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        String many = IntStream.range(0, 2001).mapToObj(i -> "[118.5, 24.5]").collect(Collectors.joining(",", "[", "]"));
        List<String[]> wrong = List.of(
                new String[] {"{\"origins\": [[118.5, 24.5]]}", "destinations"},
                new String[] {"{\"destinations\": [[118.5, 24.5]]}", "origins"},
                new String[] {"{\"origins\": [], \"destinations\": [[118.5, 24.5]]}", "origins"},
                new String[] {"{\"origins\": [[118.5]], \"destinations\": [[118.5, 24.5]]}", "origins"},
                new String[] {"{\"origins\": [[118.5, 124.5]], \"destinations\": [[118.5, 24.5]]}", "origins"},
                new String[] {"{\"origins\": [[118.5, 24.5]], \"destinations\": [\"administrative-units/9\"]}", "destinations"},
                new String[] {"{\"origins\": [[118.5, 24.5]], \"destinations\": [[118.5, 24.5]], \"minutes\": [15, 30]}", "minutes"},
                new String[] {"{\"origins\": [[118.5, 24.5]], \"destinations\": [[118.5, 24.5]], \"direction\": \"to\"}", "direction"},
                new String[] {"{\"origins\": " + many + ", \"destinations\": [[118.5, 24.5]]}", "origins"});
        for (String[] question : wrong) {
            HttpResponse<String> refused = service.post("/travel-times", question[0]);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(tree(refused).get("parameter").asString()).isEqualTo(question[1]);
        }
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
