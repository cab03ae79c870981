package org.tongcheng.web.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Members;

/** The OpenAPI 3.0 document as it stands now: paths of each collection there is, and what the other parts add. */
final class OpenApiDocument {

    private final List<CollectionDeclaration> collections;
    private final List<ApiPart> parts;

    OpenApiDocument(List<CollectionDeclaration> collections, List<ApiPart> parts) {
        this.collections = collections;
        this.parts = parts;
    }

    Map<String, Object> of(String base) {
        Map<String, Object> paths = new LinkedHashMap<>(OpenApiPaths.common());
        collections.forEach(collection -> paths.putAll(OpenApiPaths.of(collection)));
        parts.forEach(part -> paths.putAll(part.paths()));
        return Members.of(
                "openapi", "3.0.3",
                "info", Members.of(
                        "title", "同城 Tongcheng",
                        "description", "Plans of metropolitan areas as geometry, and questions about them.",
                        "version", "1.0",
                        "license", Members.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
                "servers", List.of(Members.of("url", base)),
                "tags", List.of(tag("Capabilities", "What the service is and holds"), tag("Features", "Reading features"),
                        tag("Writing", "Changing features and collections"), tag("Tiles", "Vector tiles"), tag("Questions", "Planning questions")),
                "paths", paths,
                "components", Members.of(
                        "schemas", schemas(),
                        "parameters", OpenApiParameters.components(),
                        "responses", Members.of("Problem", problemResponse()),
                        "securitySchemes", Members.of("writeToken", Members.of("type", "http", "scheme", "bearer",
                                "description", "The write token, where one is set; without one only the machine itself may write."))));
    }

    private Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>(OpenApiSchemas.common());
        collections.forEach(collection -> schemas.put(OpenApiSchemas.featureName(collection), OpenApiSchemas.feature(collection)));
        parts.forEach(part -> schemas.putAll(part.schemas()));
        return schemas;
    }

    private static Map<String, Object> tag(String name, String description) {
        return Members.of("name", name, "description", description);
    }

    private static Map<String, Object> problemResponse() {
        return Members.of("description", "A problem document (RFC 9457) that names what is wrong",
                "content", Members.of("application/problem+json", Members.of("schema", OpenApiSchemas.ref("problem")),
                        "text/html", Members.of("schema", Members.of("type", "string"))));
    }
}
