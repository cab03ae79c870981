package org.tongcheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same over HTTP from a running service, GeoJSON as bytes, one client, one connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HttpBenchmark {

    @Param({Ground.H2GIS, Ground.POSTGIS})
    public String store;

    private final Parcels parcels = new Parcels(Ground.PARCELS);
    private final SplittableRandom random = new SplittableRandom(1);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String items;
    private String tag;
    private int version;

    /** Bytes received, for the table's rate. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Received {
        public long bytes;
        public long answers;
    }

    @Setup
    public void find() throws IOException, InterruptedException {
        items = System.getProperty("bench." + store + ".service") + "/collections/" + Parcels.COLLECTION + "/items";
        HttpResponse<byte[]> item = ask(HttpRequest.newBuilder(URI.create(items + "/" + Parcels.id(8))));
        tag = item.headers().firstValue("ETag").orElseThrow();
        version = 2;
    }

    @Benchmark
    public int box100(Received received) throws IOException, InterruptedException {
        return box(10, 10, received);
    }

    @Benchmark
    public int box1000(Received received) throws IOException, InterruptedException {
        return box(40, 25, received);
    }

    @Benchmark
    public int box10000(Received received) throws IOException, InterruptedException {
        return box(100, 100, received);
    }

    @Benchmark
    public int item(Received received) throws IOException, InterruptedException {
        String id = Parcels.id(random.nextInt(parcels.count()));
        return count(received, ask(HttpRequest.newBuilder(URI.create(items + "/" + id))));
    }

    @Benchmark
    public String write() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(URI.create(items + "/" + Parcels.id(8)))
                .header("If-Match", tag)
                .header("Content-Type", "application/geo+json")
                .PUT(HttpRequest.BodyPublishers.ofString(parcels.geoJson(8, ++version))));
        tag = answer.headers().firstValue("ETag").orElseThrow();
        return tag;
    }

    private int box(int columns, int rows, Received received) throws IOException, InterruptedException {
        Envelope box = parcels.box(columns, rows, random);
        String bbox = String.format(Locale.ROOT, "%.3f,%.3f,%.3f,%.3f", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        return count(received, ask(HttpRequest.newBuilder(URI.create(items + "?limit=10000&bbox=" + bbox))));
    }

    private static int count(Received received, HttpResponse<byte[]> answer) {
        received.bytes += answer.body().length;
        received.answers++;
        return answer.body().length;
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (request.build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Accept", "application/geo+json");
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.build().uri() + " answered " + answer.statusCode() + " " + new String(answer.body()));
        }
        return answer;
    }
}
