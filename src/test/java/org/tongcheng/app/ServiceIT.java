package org.tongcheng.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.PackagedService;

/** The packaged service from outside: what it loads, what commands on the same store do to it, what a kill leaves behind. */
class ServiceIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Features by collection, as the catalogue's own README counts them. */
    private static final Map<String, Integer> CATALOGUE = Map.ofEntries(
            Map.entry("administrative-units", 203), Map.entry("metropolitan-areas", 18), Map.entry("corridors", 581),
            Map.entry("stops", 5087), Map.entry("hubs", 64), Map.entry("industrial-parks", 103), Map.entry("zones", 112),
            Map.entry("projects", 173), Map.entry("documents", 9), Map.entry("claims", 15), Map.entry("indicators", 127));

    @TempDir
    Path folder;

    @Test
    void holdsTheWholeCatalogueAndShowsWhatACommandImportsMeanwhile() throws Exception {
        try (PackagedService service = PackagedService.start(folder)) {
            CATALOGUE.forEach((collection, features) -> assertThat(matched(service, collection)).isEqualTo(features));

            Path hospitals = Files.writeString(folder.resolve("hospitals.csv"),
                    "id,name,lon,lat,beds\nh1,市第一医院,118.09,24.48,800\nh2,中山医院,118.08,24.47,1200\n");
            String report = command(service, "import", hospitals.toString(), "--collection", "hospitals", "--create");
            assertThat(report).contains("accepted");
            await().atMost(10, SECONDS).untilAsserted(() -> assertThat(matched(service, "hospitals")).isEqualTo(2));

            Path exported = folder.resolve("out.geojson");
            command(service, "export", "hospitals", "--to", exported.toString());
            assertThat(JsonPath.<List<Integer>>read(Files.readString(exported), "$.features[*].properties.beds"))
                    .containsExactly(800, 1200);
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        try (PackagedService service = PackagedService.start(folder)) {
            HttpResponse<String> created = send(HttpRequest.newBuilder(URI.create(service.url() + "/collections/hubs/items"))
                    .header("Content-Type", "application/geo+json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"type": "Feature", "id": "kept", "geometry": {"type": "Point", "coordinates": [118.1, 24.5]},
                             "properties": {"name_zh": "新枢纽", "kind": "rail-hub"}}"""))
                    .build());
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            service.kill();
        }
        try (PackagedService again = PackagedService.start(folder)) {
            assertThat(get(again.url() + "/collections/hubs/items/kept?f=json")).contains("新枢纽");
            assertThat(matched(again, "hubs")).isEqualTo(65);
        }
    }

    @Test
    void doesNotStartOnABrokenCatalogueAndNamesFileRowAndCode() throws Exception {
        Path catalog = Files.createDirectories(folder.resolve("data/catalog"));
        Files.writeString(catalog.resolve("documents.csv"), "id,title_zh,date\nd1,规划,2021-13-01\n");
        copy(Path.of("data/streets"), folder.resolve("data/streets"));
        copy(Path.of("data/profiles"), folder.resolve("data/profiles"));
        copy(Path.of("data/rules"), folder.resolve("data/rules"));
        Process process = start(Map.of(
                "TONGCHENG_DATA", folder.resolve("data").toString(),
                "TONGCHENG_STORE_URL", "jdbc:h2:file:" + folder.resolve("store")), "--server.port=0");
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isNotZero();
        assertThat(output).contains("documents.csv, row 1 (d1)").contains("2021-13-01").doesNotContain("\tat org.");
    }

    @Test
    void doesNotStartOnABrokenRuleAndNamesFileLineAndReason() throws Exception {
        for (String kept : List.of("streets", "profiles", "rules")) {
            copy(Path.of("data", kept), folder.resolve("data").resolve(kept));
        }
        Path rules = folder.resolve("data/rules/conflicts.yml");
        List<String> lines = Files.readAllLines(rules);
        int line = lines.indexOf("  - id: chemical-park");
        lines.set(line, "  - idd: chemical-park");
        Files.write(rules, lines);
        assertThat(failedStart("TONGCHENG_DATA", folder.resolve("data").toString()))
                .contains("conflicts.yml:" + (line + 1) + ": 'idd' means nothing here").doesNotContain("\tat org.");
    }

    @Test
    void namesTheSettingItCannotStartWith() throws Exception {
        assertThat(failedStart("TONGCHENG_STORE_URL", "jdbc:mysql://localhost/plans"))
                .contains("jdbc:mysql://localhost/plans").contains("--tongcheng.store").doesNotContain("\tat org.");
        assertThat(failedStart("TONGCHENG_DATA", folder.resolve("nowhere").toString()))
                .contains("nowhere").contains("--tongcheng.data").doesNotContain("\tat org.");
    }

    private String failedStart(String setting, String value) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of("TONGCHENG_STORE_URL", "jdbc:h2:file:" + folder.resolve("store")));
        settings.put(setting, value);
        Process process = start(settings, "--server.port=0");
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isNotZero();
        return output;
    }

    private static int matched(PackagedService service, String collection) {
        return JsonPath.read(get(service.url() + "/collections/" + collection + "/items?f=json&limit=1"), "$.numberMatched");
    }

    private static String command(PackagedService service, String... arguments) throws IOException, InterruptedException {
        Process process = start(service.settings(), arguments);
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Process start(Map<String, String> settings, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/tongcheng.jar"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static String get(String url) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url)).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
