package org.tongcheng.web.ogc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.web.html.Markup;

/** The OpenAPI document as a page: every path with its methods, parameters and answers, nothing loaded from elsewhere. */
final class ApiPage {

    private ApiPage() {}

    static void write(Markup markup, Map<String, Object> document) {
        markup.open("p").text("OpenAPI 3.0: ").link("?f=json", "JSON").close();
        Map<?, ?> components = map(map(document.get("components")).get("parameters"));
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) ->
                operation(markup, path.toString(), method.toString(), map(operation), components)));
    }

    private static void operation(Markup markup, String path, String method, Map<?, ?> operation, Map<?, ?> components) {
        markup.open("details").open("summary");
        markup.element("span", method.toUpperCase(Locale.ROOT), "class", "method").element("code", path).text(" ");
        markup.element("span", operation.get("summary"), "class", "soft").close();
        if (operation.get("parameters") instanceof List<?> parameters && !parameters.isEmpty()) {
            markup.open("div", "class", "wide").open("table");
            parameters.forEach(parameter -> parameter(markup, resolved(map(parameter), components)));
            markup.close().close();
        }
        markup.open("p").text(String.join(", ", map(operation.get("responses")).keySet().stream().map(Object::toString).toList())).close();
        markup.close();
    }

    private static void parameter(Markup markup, Map<?, ?> parameter) {
        Map<?, ?> schema = map(parameter.get("schema"));
        Object values = schema.get("enum");
        markup.open("tr").open("td").element("code", parameter.get("name")).close();
        markup.element("td", parameter.get("in")).element("td", schema.get("type"));
        markup.element("td", parameter.get("description"));
        markup.element("td", values instanceof List<?> list && list.size() <= 12 ? list : "").close();
    }

    private static Map<?, ?> resolved(Map<?, ?> parameter, Map<?, ?> components) {
        Object ref = parameter.get("$ref");
        return ref == null ? parameter : map(components.get(ref.toString().substring(ref.toString().lastIndexOf('/') + 1)));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
