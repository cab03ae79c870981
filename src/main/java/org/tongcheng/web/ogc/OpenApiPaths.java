package org.tongcheng.web.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/**
 * Paths of the feature service: what stands once, and what each collection has. Ids of operations that OGC API – Tiles names too end
 * as it says (20-057, table 11).
 */
final class OpenApiPaths {

    private static final String JSON = "application/json";
    private static final String GEOJSON = "application/geo+json";
    private static final String SCHEMA = "application/schema+json";

    private OpenApiPaths() {}

    static Map<String, Object> common() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", item("get", reading("Capabilities", "Landing page", "getLandingPage", JSON, OpenApiSchemas.ref("landingPage"), "f")));
        paths.put("/conformance", item("get",
                reading("Capabilities", "Conformance classes that hold", "getConformance", JSON, OpenApiSchemas.ref("confClasses"), "f")));
        paths.put("/api", item("get", reading("Capabilities", "This document", "getAPI",
                ApiController.OPENAPI.mediaType(), Members.of("type", "object"), "f")));
        paths.put("/collections", item(
                "get", reading("Capabilities", "The collections", "getCollectionsList", JSON, OpenApiSchemas.ref("collections"), "f"),
                "post", writing("Add a collection", "addCollection", body(JSON, OpenApiSchemas.ref("declaration")),
                        created(), List.of(), "400", "401", "403", "409", "413", "415", "422")));
        return paths;
    }

    static Map<String, Object> of(CollectionDeclaration collection) {
        String path = "/collections/" + collection.id();
        String title = PageFrame.both(collection.title());
        String id = collection.id();
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> one = item("get",
                reading("Capabilities", title, id + ".getCollection", JSON, OpenApiSchemas.ref("collection"), "f"));
        one.put("delete", writing("Remove the collection " + title, id + ".drop", null,
                done(), OpenApiParameters.refs("force"), "400", "401", "403", "404", "409"));
        paths.put(path, one);
        paths.put(path + "/schema", item("get", reading(
                "Capabilities", "What items hold: " + title, id + ".schema", SCHEMA, OpenApiSchemas.ref("jsonSchema"), "f")));
        paths.put(path + "/queryables", item("get", reading("Capabilities", "What items can be asked for by: " + title,
                id + ".queryables", SCHEMA, OpenApiSchemas.ref("jsonSchema"), "f")));
        paths.put(path + "/items", items(collection, title));
        paths.put(path + "/items/{id}", oneItem(collection, title));
        paths.put(path + "/items/{id}/revisions", item("get", reading("Features", "Revisions of one of: " + title, id + ".revisions",
                JSON, OpenApiSchemas.ref("revisions"), "featureId", "f")));
        paths.put(path + "/items/{id}/revisions/{n}", item("get", reading("Features", "A past state of one of: " + title,
                id + ".revision", GEOJSON, feature(collection), "featureId", "revision", "crs", "datum", "f")));
        return paths;
    }

    private static Map<String, Object> items(CollectionDeclaration collection, String title) {
        Map<String, Object> get = reading("Features", title, collection.id() + ".items", GEOJSON, OpenApiSchemas.features(collection));
        get.put("parameters", OpenApiParameters.ofItems(collection));
        return item("get", get, "post", writing("Add to: " + title, collection.id() + ".add", body(GEOJSON, feature(collection)),
                created(), OpenApiParameters.refs("repair", "datum", "Content-Crs"), "400", "401", "403", "404", "409", "413", "415", "422"));
    }

    private static Map<String, Object> oneItem(CollectionDeclaration collection, String title) {
        String id = collection.id();
        Map<String, Object> item = item("get",
                reading("Features", "One of: " + title, id + ".item", GEOJSON, feature(collection), "featureId", "crs", "datum", "f"));
        item.put("put", writing("Replace one of: " + title, id + ".replace", body(GEOJSON, feature(collection)), replaced(),
                OpenApiParameters.refs("featureId", "repair", "datum", "Content-Crs", "If-Match"),
                "400", "401", "403", "404", "412", "413", "415", "422", "428"));
        item.put("patch", writing("Change one of: " + title, id + ".patch", body("application/merge-patch+json", Members.of("type", "object")),
                done(), OpenApiParameters.refs("featureId", "datum", "Content-Crs", "If-Match"),
                "400", "401", "403", "404", "412", "413", "415", "422", "428"));
        item.put("delete", writing("Remove one of: " + title, id + ".remove", null, done(),
                OpenApiParameters.refs("featureId", "If-Match"), "400", "401", "403", "404", "412", "428"));
        return item;
    }

    private static Map<String, Object> feature(CollectionDeclaration collection) {
        return OpenApiSchemas.ref(OpenApiSchemas.featureName(collection));
    }

    private static Map<String, Object> item(Object... operations) {
        return Members.of(operations);
    }

    private static Map<String, Object> reading(
            String tag, String summary, String operation, String mediaType, Map<String, Object> schema, String... parameters) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Members.of("description", summary, "content", Members.of(
                mediaType, Members.of("schema", schema), "text/html", Members.of("schema", Members.of("type", "string")))));
        responses.put("304", Members.of("description", "The caller already has it"));
        problems(responses, "400", "404", "406");
        return Members.of("tags", List.of(tag), "summary", summary, "operationId", operation,
                "parameters", OpenApiParameters.refs(parameters), "responses", responses);
    }

    private static Map<String, Object> writing(String summary, String operation, Map<String, Object> body,
            Map<String, Object> success, List<Object> parameters, String... problems) {
        Map<String, Object> responses = new LinkedHashMap<>(success);
        problems(responses, problems);
        return Members.of("tags", List.of("Writing"), "summary", summary, "operationId", operation,
                "parameters", parameters, "requestBody", body, "responses", responses,
                "security", List.of(Members.of("writeToken", List.of()), Members.of()));
    }

    private static void problems(Map<String, Object> responses, String... statuses) {
        for (String status : statuses) {
            responses.put(status, Members.of("$ref", "#/components/responses/Problem"));
        }
        responses.put("503", Members.of("$ref", "#/components/responses/Problem"));
    }

    private static Map<String, Object> body(String mediaType, Map<String, Object> schema) {
        Map<String, Object> content = Members.of(mediaType, Members.of("schema", schema));
        if (mediaType.equals(GEOJSON)) {
            content.put(JSON, Members.of("schema", schema));
        }
        return Members.of("required", true, "content", content);
    }

    private static Map<String, Object> created() {
        return Members.of("201", Members.of("description", "Created",
                "headers", Members.of("Location", header("Address of what was created"), "ETag", header("Its revision")),
                "content", Members.of(JSON, Members.of("schema", Members.of(
                        "oneOf", List.of(OpenApiSchemas.ref("written"), OpenApiSchemas.ref("repaired")))))));
    }

    private static Map<String, Object> replaced() {
        return Members.of(
                "204", Members.of("description", "Replaced", "headers", Members.of("ETag", header("The new revision"))),
                "200", Members.of("description", "Replaced, with repair=true", "headers", Members.of("ETag", header("The new revision")),
                        "content", Members.of(JSON, Members.of("schema", OpenApiSchemas.ref("repaired")))));
    }

    private static Map<String, Object> done() {
        return Members.of("204", Members.of("description", "Done"));
    }

    private static Map<String, Object> header(String description) {
        return Members.of("description", description, "schema", Members.of("type", "string"));
    }
}
