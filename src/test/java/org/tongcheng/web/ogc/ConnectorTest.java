package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the connector refuses before any handler is answered like everything else. */
class ConnectorTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.open();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void refusesInProblemDocuments() throws IOException {
        Map<String, Integer> refused = Map.ofEntries(
                Map.entry("GARBAGE\r\n\r\n", 400),
                Map.entry("GET / HTTP/1.1\r\n\r\n", 400),
                Map.entry("GET /collections/a<b> HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET /collections/a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET /collections/a%00b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET /collections/a%zzb HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET /collections/%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
                Map.entry("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
                Map.entry("GET / HTTP/9.9\r\nHost: x\r\n\r\n", 400),
                Map.entry("GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n", 400),
                Map.entry("POST /collections HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n", 400),
                Map.entry("POST /collections HTTP/1.1\r\nHost: localhost\r\nContent-Length: -4\r\n\r\n", 400),
                Map.entry("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(40_000) + "\r\n\r\n", 400),
                Map.entry("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405),
                Map.entry("BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 405),
                Map.entry("CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n", 400));
        for (Map.Entry<String, Integer> entry : refused.entrySet()) {
            String answer = exchange(entry.getKey());
            String shown = entry.getKey().substring(0, Math.min(80, entry.getKey().length())) + " → " + answer;
            assertThat(answer).as(shown).startsWith("HTTP/1.1 " + entry.getValue());
            assertThat(answer.toLowerCase()).as(shown).contains("content-type: application/problem+json");
            JsonNode problem = RunningService.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(problem.get("status").asInt()).as(shown).isEqualTo(entry.getValue());
            assertThat(problem.get("detail").asString()).as(shown).isNotBlank();
            assertThat(answer).as(shown).doesNotContainIgnoringCase("tomcat").doesNotContain("org.apache").doesNotContain("Exception");
        }
    }

    /** Sends the bytes and reads what comes back until the other side closes or two seconds pass. */
    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
