package org.tongcheng;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service with the default catalogue in a process of its own, on a free port and an embedded store of its own. */
public final class PackagedService implements AutoCloseable {

    private static final long LONGEST_START_SECONDS = 120;

    private final Process process;
    private final String url;
    private final Map<String, String> settings;

    private PackagedService(Process process, String url, Map<String, String> settings) {
        this.process = process;
        this.url = url;
        this.settings = settings;
    }

    /** Returns once the service says that it is ready; {@code folder} takes its store and its log. */
    public static PackagedService start(Path folder) throws IOException, InterruptedException {
        return start(folder, "jdbc:h2:file:" + folder.toAbsolutePath().resolve("store"));
    }

    public static PackagedService start(Path folder, String storeUrl) throws IOException, InterruptedException {
        return start(folder, storeUrl, List.of());
    }

    /** @param options of the command line, beside the port */
    public static PackagedService start(Path folder, String storeUrl, List<String> options) throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> settings = Map.of("TONGCHENG_STORE_URL", storeUrl, "TONGCHENG_DATA",
                Path.of("data").toAbsolutePath().toString());
        Path log = folder.resolve("service.log");
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-jar", jar().toString(), "--server.port=" + port));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        PackagedService service = new PackagedService(builder.start(), "http://127.0.0.1:" + port, settings);
        service.awaitReady(log);
        return service;
    }

    public String url() {
        return url;
    }

    /** Environment for a command that is to use the same store. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path jar() {
        return Path.of("target/tongcheng.jar").toAbsolutePath();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notListening) {
                // it has not come up yet
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not become ready:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
