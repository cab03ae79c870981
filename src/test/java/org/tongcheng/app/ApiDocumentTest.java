package org.tongcheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service's OpenAPI document: valid, and of exactly the handlers that all rooms bring, questions and all. */
class ApiDocumentTest {

    @Test
    void isValidAndDescribesExactlyTheHandlersThereAre(@TempDir Path folder) throws IOException, InterruptedException {
        SpringApplication application = new SpringApplication(Tongcheng.class);
        try (ConfigurableApplicationContext context = application.run(
                "--server.port=0", "--tongcheng.store.url=jdbc:h2:file:" + folder.resolve("store"))) {
            String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
            awaitReady(base);
            context.getBean(FeatureStore.class).create(
                    new CollectionDeclaration("wells", Text.of("Wells"), null, GeometryKind.POINT, List.of(), false));
            String document = get(base + "/api").body();
            assertThat(new OpenAPIV3Parser().readContents(document, null, new ParseOptions()).getMessages()).isEmpty();
            assertThat(described(new JsonMapper().readTree(document))).isEqualTo(handled(context));
        }
    }

    private static Set<String> handled(ConfigurableApplicationContext context) {
        Set<String> handled = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet()
                .forEach(mapping -> mapping.getPathPatternsCondition().getPatternValues().forEach(path ->
                        mapping.getMethodsCondition().getMethods().forEach(method -> handled.add(method.name() + " " + path))));
        handled.removeIf(handler -> handler.startsWith("OPTIONS ") || handler.endsWith("/error"));
        return handled;
    }

    private static Set<String> described(JsonNode document) {
        Set<String> described = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method -> described.add(
                method.toUpperCase(Locale.ROOT) + " " + path.getKey().replaceFirst("^/collections/[a-z0-9-]+", "/collections/{c}"))));
        return described;
    }

    private static void awaitReady(String base) throws IOException, InterruptedException {
        for (int i = 0; i < 240 && get(base + "/collections").statusCode() == 503; i++) {
            Thread.sleep(250);
        }
        assertThat(get(base + "/collections").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
