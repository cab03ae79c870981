package org.tongcheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongcheng.network.Streets;

/**
 * Whole questions over HTTP to the packaged service on real streets, beside GraphHopper's isochrone in this process: the same random
 * origins, one after the other, each measured once after a warm-up on other origins. GraphHopper is spared HTTP and JSON.
 */
final class StreetService {

    /** Origins that each column is measured from. */
    static final int ORIGINS = Integer.getInteger("bench.origins", 50);

    private static final long SEED = 60;
    private static final int WARM_UP = 400;
    /** GraphHopper works for a second or so on each, and so needs fewer for the compiler to have done its work. */
    private static final int WARM_UP_GRAPHHOPPER = 10;
    private static final int MATRICES = 10;
    /** The first ones take three times as long. */
    private static final int WARM_UP_MATRICES = 30;
    private static final int PLACES = 1000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Streets streets;
    private final String url;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int[] origins;

    /** Medians in milliseconds. */
    record Medians(double smooth, double exact, double graphhopper, double matrix) {}

    private interface Work {
        void from(int node) throws IOException, InterruptedException;
    }

    private StreetService(Streets streets, String url) {
        this.streets = streets;
        this.url = url;
        this.origins = new Random(SEED).ints(ORIGINS, 0, streets.nodes()).toArray();
    }

    static Medians measure(Streets streets, Path jar, Path folder) throws IOException, InterruptedException {
        try (Service service = Service.start(jar, "jdbc:h2:file:" + folder.resolve("streets").toAbsolutePath(), folder.resolve("streets.log"),
                "--tongcheng.streets.osm-file=" + StreetFile.FILE, "--tongcheng.streets.cache=" + folder.resolve("cache"))) {
            StreetService measured = new StreetService(streets, service.url());
            double smooth = measured.median(WARM_UP, measured.origins, node -> measured.reach(node, "smooth"));
            double exact = measured.median(WARM_UP, measured.origins, node -> measured.reach(node, "exact"));
            double matrix = measured.median(WARM_UP_MATRICES, Arrays.copyOf(measured.origins, MATRICES), measured::travelTimes);
            StreetGraphhopper graphhopper = new StreetGraphhopper(streets);
            double theirs = measured.median(WARM_UP_GRAPHHOPPER, measured.origins, node -> graphhopper.isochrone(node, HOUR));
            return new Medians(smooth, exact, theirs, matrix);
        }
    }

    private double median(int warmUp, int[] nodes, Work work) throws IOException, InterruptedException {
        for (int node : new Random(SEED + 1).ints(warmUp, 0, streets.nodes()).toArray()) {
            work.from(node);
        }
        double[] millis = new double[nodes.length];
        for (int i = 0; i < millis.length; i++) {
            long started = System.nanoTime();
            work.from(nodes[i]);
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        return (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2;
    }

    private void reach(int node, String detail) throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(URI.create(url + "/reach?minutes=60&profile=drive&detail=" + detail + "&origin=" + place(node))));
    }

    private void travelTimes(int seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        String body = "{\"profile\": \"drive\", \"origins\": " + places(random) + ", \"destinations\": " + places(random) + "}";
        ask(HttpRequest.newBuilder(URI.create(url + "/travel-times")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String places(Random random) {
        return IntStream.range(0, PLACES).mapToObj(i -> "[" + place(random.nextInt(streets.nodes())) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String place(int node) {
        return String.format(Locale.ROOT, "%.7f,%.7f", streets.lon(node), streets.lat(node));
    }

    private void ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest question = request.header("Accept", "application/json").build();
        HttpResponse<byte[]> answer = client.send(question, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(question.uri() + " answered " + answer.statusCode() + " " + new String(answer.body()));
        }
    }
}
