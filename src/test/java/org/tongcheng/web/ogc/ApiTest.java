package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.exchange.DeclarationJson;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document: valid, and of exactly what is there. */
class ApiTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.open();
        DeclarationJson.builtIn().forEach(service.store()::create);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void isValidOpenApi30() {
        String document = service.get("/api").body();
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document, null, new ParseOptions());
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.0.");
    }

    @Test
    void itsReferencesAllLeadSomewhere() {
        JsonNode document = service.json("/api");
        for (JsonNode ref : document.findValues("$ref")) {
            assertThat(document.at(ref.asString().substring(1)).isMissingNode()).as(ref.asString()).isFalse();
        }
    }

    @Test
    void describesExactlyTheHandlersThereAre() {
        Set<String> handled = new TreeSet<>();
        service.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet()
                .forEach(mapping -> mapping.getPathPatternsCondition().getPatternValues().forEach(path ->
                        mapping.getMethodsCondition().getMethods().forEach(method -> handled.add(method.name() + " " + path))));
        handled.removeIf(handler -> handler.startsWith("OPTIONS ") || handler.endsWith("/error"));

        Set<String> collections = service.store().collections().stream().map(CollectionDeclaration::id).collect(Collectors.toSet());
        Set<String> described = new TreeSet<>();
        service.json("/api").get("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method ->
                described.add(method.toUpperCase(Locale.ROOT) + " " + pattern(path.getKey(), collections))));
        assertThat(described).isEqualTo(handled);
    }

    @Test
    void hasEveryCollectionWithItsQueryables() {
        JsonNode paths = service.json("/api").get("paths");
        for (CollectionDeclaration collection : service.store().collections()) {
            JsonNode parameters = paths.get("/collections/" + collection.id() + "/items").get("get").get("parameters");
            Set<String> named = new TreeSet<>();
            parameters.forEach(parameter -> named.add(parameter.path("name").asString("")));
            collection.properties().stream().filter(p -> p.queryable()).forEach(p -> assertThat(named).contains(p.name()));
        }
    }

    private static String pattern(String path, Set<String> collections) {
        String[] parts = path.split("/");
        return parts.length > 2 && collections.contains(parts[2]) ? path.replaceFirst("/collections/[^/]+", "/collections/{c}") : path;
    }
}
