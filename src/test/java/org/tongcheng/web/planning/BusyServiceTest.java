package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.ObjectMapper;

/** Big questions beside small ones, over HTTP; a big one goes on only as far as the test lets it. */
@Timeout(60)
class BusyServiceTest {

    private static final int ALL = 1_000_000;

    private final HeldTimes held = new HeldTimes();
    private final Workers workers = new Workers(1, 1);
    private final TestService service = new TestService(workers, List.of(held));

    @AfterEach
    void stop() {
        held.mayGo.release(ALL);
        service.close();
    }

    @Test
    void aSmallQuestionIsAnsweredWhileABigOneIsFarFromItsEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> big = ask("/travel-times");
        held.blocksBegun.acquire();
        CompletableFuture<HttpResponse<String>> small = ask("/reach?origin=118.5,24.5&minutes=15&asOf=2020");
        // it may come to the one worker behind a block or two of the big one, but never behind all of them
        while (!small.isDone()) {
            if (held.mayGo.hasQueuedThreads()) {
                held.mayGo.release();
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        assertThat(small.get().statusCode()).isEqualTo(200);
        assertThat(big).isNotDone();
        assertThat(held.rowsBegun.get()).isLessThan(HeldTimes.SIZE / 2);
        held.mayGo.release(ALL);
        String answer = big.get().body();
        assertThat(new ObjectMapper().readTree(answer).get("seconds").size()).isEqualTo(HeldTimes.SIZE);
    }

    @Test
    void whoComesWhenTheHouseIsFullIsToldWhenToComeBack() throws Exception {
        CompletableFuture<HttpResponse<String>> big = ask("/travel-times");
        held.blocksBegun.acquire();
        CompletableFuture<HttpResponse<String>> waiting = ask("/reach?origin=118.5,24.5&minutes=15&asOf=2020");
        awaitInside(2);
        HttpResponse<String> refused = service.get("/extent?asOf=2019");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow()).isPositive();
        HttpResponse<String> another = service.get("/travel-times?asOf=2019");
        assertThat(another.statusCode()).isEqualTo(429);
        held.mayGo.release(ALL);
        assertThat(big.get().statusCode()).isEqualTo(200);
        assertThat(waiting.get().statusCode()).isEqualTo(200);
        awaitInside(0);
        assertThat(service.get("/extent?asOf=2019").statusCode()).isEqualTo(200);
    }

    @Test
    void whenTheCallerLeavesTheWorkStops() throws Exception {
        try (Socket caller = new Socket("127.0.0.1", service.port())) {
            caller.getOutputStream().write("GET /travel-times HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            held.mayGo.release();
            InputStream in = caller.getInputStream();
            assertThat(in.readNBytes(1000)).startsWith("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
            caller.setSoLinger(true, 0);
        }
        while (workers.inside() > 0) {
            held.mayGo.release();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        held.mayGo.release(ALL);
        while (workers.working() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(held.rowsBegun.get()).isLessThan(HeldTimes.SIZE / 2);
        assertThat(service.get("/extent?asOf=2018").statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return CompletableFuture.supplyAsync(() -> service.get(path));
    }

    private void awaitInside(int count) throws InterruptedException {
        while (workers.inside() != count) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
