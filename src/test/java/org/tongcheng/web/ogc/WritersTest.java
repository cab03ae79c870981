package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongcheng.web.WriteAccess;

/** Who may write, who may read and ask, and when nothing is answered yet. */
class WritersTest {

    private static final String DECLARATION = "{\"id\": \"%s\", \"geometry\": \"Point\", \"properties\": {}}";

    @Test
    void withoutATokenOnlyTheMachineItselfWrites() throws IOException {
        try (RunningService service = RunningService.open()) {
            assertThat(create(service, "one").statusCode()).isEqualTo(201);
            assertThat(create(service, "two", "Origin", service.base()).statusCode()).isEqualTo(201);
            assertThat(create(service, "three", "Origin", "https://example.org").statusCode()).isEqualTo(403);
            assertThat(create(service, "three", "Origin", "null").statusCode()).isEqualTo(403);
            assertThat(create(service, "three", "Origin", "http://localhost:1").statusCode()).isEqualTo(403);
            assertThat(create(service, "three", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
            assertThat(raw(service, "rebound.example:" + service.port(), "three")).startsWith("HTTP/1.1 403").contains("\"Host\"");
            assertThat(raw(service, "127.0.0.1.example.org", "three")).startsWith("HTTP/1.1 403");
            assertThat(raw(service, "localhost", "three")).startsWith("HTTP/1.1 201");
            assertThat(raw(service, "[::1]:80", "four")).startsWith("HTTP/1.1 201");
            assertThat(service.send("DELETE", "/collections/one", null, "Origin", "https://example.org").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void withoutATokenNobodyWritesWhereTheServiceListensBeyondTheMachine() {
        try (RunningService service = RunningService.with(new WriteAccess("", false), () -> true)) {
            HttpResponse<String> refused = create(service, "one");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("tongcheng.write-token");
            assertThat(service.get("/collections").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withATokenWhoHasItWritesFromWherever() throws IOException {
        try (RunningService service = RunningService.with(new WriteAccess("s3cret", false), () -> true)) {
            HttpResponse<String> refused = create(service, "one");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
            assertThat(create(service, "one", "Authorization", "Bearer s3cre").statusCode()).isEqualTo(401);
            assertThat(create(service, "one", "Authorization", "Basic s3cret").statusCode()).isEqualTo(401);
            assertThat(create(service, "one", "Origin", "https://example.org").statusCode()).isEqualTo(403);
            assertThat(create(service, "one", "Authorization", "Bearer s3cret").statusCode()).isEqualTo(201);
            assertThat(create(service, "two", "Authorization", "Bearer s3cret", "Origin", "https://example.org").statusCode()).isEqualTo(201);
            HttpResponse<String> preflight = service.send("OPTIONS", "/collections/one/items/x", null,
                    "Origin", "https://example.org", "Access-Control-Request-Method", "PUT");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse("")).contains("PUT");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse("")).contains("Authorization", "If-Match");
        }
    }

    @Test
    void pagesOfAnyOriginReadAndAsk() {
        try (RunningService service = RunningService.open()) {
            HttpResponse<String> read = service.get("/collections", "Origin", "https://example.org");
            assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
            assertThat(read.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("ETag", "Link", "Content-Crs", "Location");
            HttpResponse<String> nothing = service.get("/collections/none", "Origin", "https://example.org");
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(nothing.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
            HttpResponse<String> preflight = service.send("OPTIONS", "/reach", null,
                    "Origin", "https://example.org", "Access-Control-Request-Method", "POST");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse("")).contains("POST").doesNotContain("PUT");
        }
    }

    @Test
    void untilTheCatalogueIsLoadedItSaysSo() {
        boolean[] ready = {false};
        try (RunningService service = RunningService.with(new WriteAccess("", true), () -> ready[0])) {
            assertThat(service.get("/").statusCode()).isEqualTo(200);
            assertThat(service.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
            HttpResponse<String> waiting = service.get("/collections");
            assertThat(waiting.statusCode()).isEqualTo(503);
            assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
            assertThat(waiting.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            ready[0] = true;
            assertThat(service.get("/collections").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> create(RunningService service, String id, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return service.send("POST", "/collections", DECLARATION.formatted(id), all);
    }

    private static String raw(RunningService service, String host, String id) throws IOException {
        String body = DECLARATION.formatted(id);
        String request = "POST /collections HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
