package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.StoredFeature;

/** How answers travel: compressed with tags that keep working, not sent twice, streamed, and broken off where they fail. */
class TransferTest {

    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    @Test
    void aCompressedFeatureHasAStrongTagOfItsOwnThatReadsAndWrites() throws IOException {
        try (RunningService service = RunningService.open()) {
            Towns.build(service.store());
            String address = "/collections/towns/items/t1";
            HttpResponse<String> plain = service.get(address);
            HttpResponse<byte[]> packed = bytes(service, address, GZIP);
            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding", "Accept");
            assertThat(unpacked(packed.body())).isEqualTo(plain.body());
            String tag = plain.headers().firstValue("ETag").orElseThrow();
            String packedTag = packed.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).startsWith("\"1.").isNotEqualTo(packedTag);
            assertThat(packedTag).isEqualTo(tag.substring(0, tag.length() - 1) + "-gzip\"");

            assertThat(service.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
            HttpResponse<byte[]> known = bytes(service, address, "Accept-Encoding", "gzip", "If-None-Match", packedTag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().firstValue("ETag")).hasValue(packedTag);
            HttpResponse<byte[]> head = RunningService.receive(HttpRequest.newBuilder(URI.create(service.base() + address))
                    .headers(GZIP).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(head.headers().firstValue("ETag")).hasValue(packedTag);
            assertThat(head.headers().firstValue("Content-Encoding")).hasValue("gzip");

            HttpResponse<String> changed = service.send("PATCH", address, "{\"properties\": {\"beds\": 2}}",
                    "Content-Type", "application/merge-patch+json", "If-Match", packedTag);
            assertThat(changed.statusCode()).isEqualTo(204);
            assertThat(service.get(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPageIsNotSentTwiceUntilSomethingIsWritten() {
        try (RunningService service = RunningService.open()) {
            Towns.build(service.store());
            for (String path : new String[] {"/collections", "/collections/towns", "/collections/towns/schema",
                "/collections/towns/items?limit=3", "/collections/towns/items?asOf=2000&f=html", "/api", "/collections/towns/items/t1/revisions"}) {
                String tag = service.get(path).headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path));
                HttpResponse<String> again = service.get(path, "If-None-Match", tag);
                assertThat(again.statusCode()).as(path).isEqualTo(304);
                assertThat(again.body()).isEmpty();
            }
            String page = "/collections/towns/items?limit=3";
            String tag = service.get(page).headers().firstValue("ETag").orElseThrow();
            assertThat(service.send("DELETE", "/collections/towns/items/t1", null, "If-Match", "*").statusCode()).isEqualTo(204);
            assertThat(service.get(page, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }

    /** A store whose reading fails after some features: the answer must not look whole, compressed or not. */
    @Test
    void anAnswerThatFailsInTheMiddleIsBrokenOff() {
        AtomicInteger until = new AtomicInteger();
        try (RunningService service = RunningService.over(store -> watched(store, n -> {
            if (n > until.get()) {
                throw new IllegalStateException("the disk has gone");
            }
        }))) {
            service.store().create(Towns.TOWNS);
            fill(service.store(), 3000);
            String page = service.base() + "/collections/towns/items?limit=10000";
            until.set(2500);
            assertThatThrownBy(() -> service.get(page)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> unpacked(bytes(service, "/collections/towns/items?limit=10000", GZIP).body()))
                    .isInstanceOfAny(UncheckedIOException.class, IOException.class);
            until.set(2);
            HttpResponse<String> early = service.get(page);
            assertThat(early.statusCode()).isEqualTo(500);
            assertThat(early.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(early.body()).doesNotContain("disk").doesNotContain("IllegalState");
            until.set(Integer.MAX_VALUE);
            assertThat(service.json(page).get("features").size()).isEqualTo(3000);
        }
    }

    /** The first bytes are out while the store still reads: a page does not sit in memory. */
    @Test
    void aPageIsWrittenWhileItIsRead() throws IOException, InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (RunningService service = RunningService.over(store -> watched(store, n -> {
            if (n == 2900) {
                await(mayEnd);
            }
        }))) {
            service.store().create(Towns.TOWNS);
            fill(service.store(), 3000);
            HttpResponse<InputStream> response = RunningService.receive(
                    HttpRequest.newBuilder(URI.create(service.base() + "/collections/towns/items?limit=10000")).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            byte[] start = response.body().readNBytes(1000);
            assertThat(new String(start, StandardCharsets.UTF_8)).startsWith("{\"type\":\"FeatureCollection\"");
            assertThat(mayEnd.getCount()).isEqualTo(1);
            mayEnd.countDown();
            String rest = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest).contains("\"numberReturned\":3000");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody read the beginning");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names that gzip cannot shorten below half, so that it must send before the end. */
    private static void fill(FeatureStore store, int count) {
        java.util.Random random = new java.util.Random(42);
        java.util.List<org.tongcheng.catalog.Write> batch = new java.util.ArrayList<>();
        for (int n = 1; n <= count; n++) {
            batch.add(new org.tongcheng.catalog.Write.Create("towns", new org.tongcheng.catalog.Feature("f" + n,
                    Towns.wkt("POINT (118 24)"), java.util.Map.of("name", new java.math.BigInteger(600, random).toString(36)))));
        }
        store.write(batch);
    }

    /** The store itself, but told the number of every feature that it reads before it is passed on. */
    private static FeatureStore watched(FeatureStore store, Consumer<Integer> before) {
        return (FeatureStore) Proxy.newProxyInstance(FeatureStore.class.getClassLoader(), new Class<?>[] {FeatureStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        @SuppressWarnings("unchecked")
                        Consumer<StoredFeature> each = (Consumer<StoredFeature>) arguments[3];
                        AtomicInteger n = new AtomicInteger();
                        arguments[3] = (Consumer<StoredFeature>) stored -> {
                            before.accept(n.incrementAndGet());
                            each.accept(stored);
                        };
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static HttpResponse<byte[]> bytes(RunningService service, String path, String... headers) {
        return RunningService.receive(HttpRequest.newBuilder(URI.create(service.base() + path)).headers(headers).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
