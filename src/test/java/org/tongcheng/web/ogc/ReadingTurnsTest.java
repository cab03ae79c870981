package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Write;
import org.tongcheng.web.problem.Refusal;

/** Readers who do not take what they asked for must not keep it from others. */
class ReadingTurnsTest {

    /** More than what the buffers of a connection take (some megabytes), so that the service cannot finish writing. */
    private static final int FEATURES = 400;
    private static final int VERTICES = 2500;

    @Test
    void refusesWithTheTimeToComeBackAndGivesTurnsBack() {
        ReadingTurns turns = new ReadingTurns(1, 20);
        ReadingTurns.Turn longOne = turns.take(10_000);
        turns.take(10).close();
        assertThatThrownBy(() -> turns.take(101)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(503);
            assertThat(refused.headers()).containsEntry("Retry-After", "5");
        });
        longOne.close();
        turns.take(101).close();
    }

    @Test
    void twentySlowReadersLeaveTheStoreToOthers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (RunningService service = RunningService.open()) {
            fillWithLongLines(service);
            HttpResponse<String> refused = askedBehindSlowReaders(service, slow);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(service.get("/collections/lines/items?limit=1&f=json").statusCode()).isEqualTo(200);
            assertThat(service.get("/collections/lines/items/l1").statusCode()).isEqualTo(200);
            for (Socket socket : slow) {
                socket.close();
            }
            assertThat(service.get("/collections/lines/items?limit=400&f=json").statusCode()).isEqualTo(200);
        }
    }

    /** On a busy machine one may overtake twenty who came before, or they may be given up first: then twenty more come. */
    private static HttpResponse<String> askedBehindSlowReaders(RunningService service, List<Socket> slow) throws IOException {
        HttpResponse<String> answer = null;
        for (int attempt = 0; attempt < 5 && (answer == null || answer.statusCode() == 200); attempt++) {
            for (int i = 0; i < 20; i++) {
                slow.add(ask(service, "/collections/lines/items?limit=10000&f=json"));
            }
            answer = service.get("/collections/lines/items?limit=10000&f=json");
        }
        return answer;
    }

    /** Asks, and reads no more than the first bytes of an answer, if one comes within a moment. */
    private static Socket ask(RunningService service, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void fillWithLongLines(RunningService service) {
        HttpResponse<String> made = service.send("POST", "/collections",
                "{\"id\": \"lines\", \"geometry\": \"LineString\", \"properties\": {}}", "Content-Type", "application/json");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        GeometryFactory geometries = new GeometryFactory();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            Coordinate[] path = new Coordinate[VERTICES];
            for (int j = 0; j < VERTICES; j++) {
                path[j] = new Coordinate(118 + j / 7e3, 24 + i / 3e3 + (j % 2) / 9e3);
            }
            writes.add(new Write.Create("lines", new Feature("l" + i, geometries.createLineString(path), RunningService.properties())));
        }
        service.store().write(writes);
    }
}
