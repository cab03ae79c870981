package org.tongcheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.PackagedService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What planned corridors gain the bundled areas, asked of the packaged service. */
class GainIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> MEASURES = List.of("people", "km2", "units", "minutes_saved", "pairs");

    @TempDir
    Path folder;

    @Test
    void sharesSumUpToThePlanWhichIsWhatReachGains() throws Exception {
        try (PackagedService service = PackagedService.start(folder)) {
            for (String area : List.of("nanjing-metro-2021", "fuzhou-metro-2021", "xian-metro-2021")) {
                for (String profile : List.of("commute", "transit", "drive")) {
                    check(service, "/gain?area=" + area + "&asOf=2022&scenario=vision&profile=" + profile);
                }
            }
            String fuzhou = "area=fuzhou-metro-2021&asOf=2022&scenario=vision&profile=drive";
            double gained = tree(get(service, "/gain?" + fuzhou)).get("whole").get("people").doubleValue();
            double reached = people(service, "vision") - people(service, "built");
            // the one counts points by the time to each, the other what is drawn between the nodes of the streets
            assertThat(gained).isPositive().isCloseTo(reached, within(0.05 * reached));
            manyPlayers(service);
        }
    }

    private static void check(PackagedService service, String question) throws Exception {
        HttpResponse<String> response = get(service, question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = tree(response);
        for (String measure : MEASURES) {
            double sum = 0;
            for (JsonNode corridor : answer.get("corridors")) {
                assertThat(corridor.get("share").get(measure).doubleValue()).as(question).isNotNegative();
                sum += corridor.get("share").get(measure).doubleValue();
            }
            double whole = answer.get("whole").get(measure).doubleValue();
            // figures are rounded to a tenth of a person and less
            assertThat(sum).as(question + " " + measure).isCloseTo(whole, within(0.06 * answer.get("corridors").size() + 1e-3));
        }
        assertThat(get(service, question).body()).isEqualTo(response.body());
        assertThat(get(service, question + "&f=csv").body()).startsWith("corridor,name_zh,name_en,mode,");
        assertThat(get(service, question + "&f=html").body()).contains("<h1>");
    }

    /** Twelve metro lines at a date when none was built: more than are looked at in full, so that orders are drawn. */
    private static void manyPlayers(PackagedService service) throws Exception {
        JsonNode lines = tree(get(service, "/collections/corridors/items?mode=metro&limit=200&bbox=112.8,22.4,114.6,23.5&f=json")).get("features");
        List<String> ids = lines.valueStream().map(f -> f.get("id").asString()).limit(12).toList();
        assertThat(ids).hasSize(12);
        String question = "/gain?area=prd&asOf=1990&scenario=built&orders=4000&with=" + String.join(",", ids);
        HttpResponse<String> accepted = get(service, question, "Prefer", "respond-async");
        assertThat(accepted.statusCode()).isEqualTo(202);
        URI job = URI.create(accepted.headers().firstValue("Location").orElseThrow());
        int percent = 0;
        HttpResponse<String> status = get(job);
        while (status.statusCode() == 200) {
            assertThat(tree(status).get("percent").intValue()).isBetween(percent, 99);
            percent = tree(status).get("percent").intValue();
            TimeUnit.MILLISECONDS.sleep(20);
            status = get(job);
        }
        assertThat(status.statusCode()).as(status.body()).isEqualTo(303);
        JsonNode answer = tree(get(URI.create(status.headers().firstValue("Location").orElseThrow())));
        assertThat(answer.get("method").get("kind").asString()).isEqualTo("sampled");
        assertThat(answer.get("method").get("orders").intValue()).isEqualTo(4000);
        double sum = answer.get("corridors").valueStream().mapToDouble(c -> c.get("share").get("people").doubleValue()).sum();
        assertThat(sum).isPositive().isCloseTo(answer.get("whole").get("people").doubleValue(), within(1.0));
        for (JsonNode corridor : answer.get("corridors")) {
            assertThat(corridor.get("standard_error").get("people").doubleValue()).isLessThan(0.05 * sum);
        }
    }

    private static double people(PackagedService service, String scenario) throws Exception {
        JsonNode reach = tree(get(service, "/reach?origin=metropolitan-areas/fuzhou-metro-2021&asOf=2022&profile=drive&combine=union&scenario="
                + scenario));
        return reach.get("features").get(0).get("properties").get("population").get("best").doubleValue();
    }

    private static HttpResponse<String> get(PackagedService service, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path));
        return CLIENT.send((headers.length == 0 ? request.header("Prefer", "wait=120") : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return new ObjectMapper().readTree(response.body());
    }
}
