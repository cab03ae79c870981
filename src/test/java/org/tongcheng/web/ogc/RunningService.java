package org.tongcheng.web.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;
import org.tongcheng.web.Readiness;
import org.tongcheng.web.WriteAccess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feature service itself on a free port, over H2GIS in a folder of its own that is removed at the end, of a test class where it is registered. */
final class RunningService implements AutoCloseable, AfterAllCallback {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final FeatureStore store;
    private final ConfigurableApplicationContext context;
    private final String base;

    /** Everything under {@code web} but the planning questions, which have rooms of their own behind them. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(basePackages = "org.tongcheng.web",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.tongcheng\\.web\\.(planning|map)\\..*"))
    static class Application {}

    private RunningService(WriteAccess access, Readiness readiness, UnaryOperator<FeatureStore> around, String... options) {
        try {
            folder = Files.createTempDirectory("tongcheng-web");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = Stores.open(new StoreSettings("jdbc:h2:file:" + folder.resolve("store"), null, null, 8));
        FeatureStore served = around.apply(store);
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(given -> {
            GenericApplicationContext beans = (GenericApplicationContext) given;
            beans.registerBean(FeatureStore.class, () -> served, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(WriteAccess.class, () -> access);
            beans.registerBean(Readiness.class, () -> readiness);
        });
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--server.port=0";
        context = application.run(all);
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** As it starts by default: loopback, no token. */
    static RunningService open() {
        return new RunningService(new WriteAccess("", true), () -> true, store -> store);
    }

    /** The same, started with options. */
    static RunningService started(String... options) {
        return new RunningService(new WriteAccess("", true), () -> true, store -> store, options);
    }

    /** The same with {@link Towns} in its store. */
    static RunningService withTowns() {
        RunningService service = open();
        Towns.build(service.store());
        return service;
    }

    static RunningService with(WriteAccess access, Readiness readiness) {
        return new RunningService(access, readiness, store -> store);
    }

    static RunningService over(UnaryOperator<FeatureStore> around) {
        return new RunningService(new WriteAccess("", true), () -> true, around);
    }

    FeatureStore store() {
        return store;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String base() {
        return base;
    }

    int port() {
        return URI.create(base).getPort();
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return receive(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    JsonNode json(String path, String... headers) {
        HttpResponse<String> response = get(path, headers);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    static <T> HttpResponse<T> receive(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> properties(Object... namesAndValues) {
        return org.tongcheng.web.Members.of(namesAndValues);
    }

    @Override
    public void afterAll(ExtensionContext given) {
        close();
    }

    @Override
    public void close() {
        context.close();
        store.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
