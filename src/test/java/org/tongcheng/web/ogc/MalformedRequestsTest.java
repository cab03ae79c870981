package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tongcheng.Seeds;
import tools.jackson.databind.JsonNode;

/**
 * Six thousand malformed requests, written to sockets byte by byte as {@link MalformedRequests} makes them up. None ends in a
 * status of 500 or above; every refusal is a problem document that says what is wrong; no answer tells of the inside.
 */
class MalformedRequestsTest {

    private static final int REQUESTS = 6000;
    private static final int MOST_SHOWN = 10;

    @RegisterExtension
    private static final RunningService service = RunningService.withTowns();

    @Test
    void noneBreaksTheServiceAndEachIsToldWhatIsWrong() throws IOException {
        long seed = Seeds.first();
        System.out.println("MalformedRequestsTest seed " + seed + " (replay with -Dseed=" + seed + ")");
        MalformedRequests requests = new MalformedRequests(new Random(seed));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = requests.next();
            String shown = "request " + i + " of seed " + seed + ":\n"
                    + new String(request, 0, Math.min(600, request.length), StandardCharsets.ISO_8859_1);
            Answer answer = exchange(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            Throwable failure = catchThrowable(() -> check(answer, shown));
            if (failure != null && wrong.size() < MOST_SHOWN) {
                wrong.add(failure.getMessage());
            }
        }
        System.out.println("MalformedRequestsTest statuses " + statuses);
        assertThat(wrong).isEmpty();
        assertThat(service.json("/collections/towns/items").get("features").size()).isPositive();
        int refused = statuses.entrySet().stream().filter(e -> e.getKey() >= 400).mapToInt(Map.Entry::getValue).sum();
        assertThat(refused).isGreaterThan(REQUESTS * 9 / 10);
    }

    private record Answer(int status, String headers, String body) {}

    private static void check(Answer answer, String shown) {
        assertThat(answer.status()).as(shown + "\n→ " + answer).isBetween(200, 499);
        if (answer.status() < 400 || answer.body().isEmpty()) {
            return;
        }
        assertThat(answer.headers().toLowerCase(Locale.ROOT)).as(shown).contains("content-type: application/problem+json");
        JsonNode problem = RunningService.JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).as(shown).isEqualTo(answer.status());
        assertThat(problem.path("title").asString("")).as(shown).isNotBlank();
        assertThat(problem.path("detail").asString("")).as(shown + "\n→ " + answer).isNotBlank();
        assertThat(problem.path("parameter").asString("")).as(shown + "\n→ " + answer).isNotBlank();
        assertThat(answer.body()).as(shown).doesNotContain("org.tongcheng").doesNotContain("springframework")
                .doesNotContain("org.apache").doesNotContain("Exception").doesNotContain("tools.jackson");
    }

    private static Answer exchange(byte[] request) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                copy(socket.getInputStream(), received);
            } catch (SocketException e) {
                // what is refused before it is read whole may be reset while the rest is sent; the answer stands all the same
                assertThat(received.size()).as("reset without an answer").isPositive();
            }
        }
        String text = received.toString(StandardCharsets.UTF_8);
        if (text.startsWith("{")) {
            // a request line without a version is HTTP/0.9, whose answer is the body alone
            return new Answer(RunningService.JSON.readTree(text).path("status").asInt(200), "content-type: application/problem+json", text);
        }
        int end = text.indexOf("\r\n\r\n");
        assertThat(text).as(new String(request, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 ");
        String headers = text.substring(0, end);
        String body = text.substring(end + 4);
        boolean chunked = headers.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(text.substring(9, 12)), headers, chunked ? "" : body);
    }

    private static void copy(InputStream in, ByteArrayOutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer within 10 s", e);
        }
    }
}
