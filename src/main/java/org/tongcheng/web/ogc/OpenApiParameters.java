package org.tongcheng.web.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/** Parameters, as components and as those of one collection's queryables. */
final class OpenApiParameters {

    private static final Map<String, Object> STRING = Members.of("type", "string");

    private OpenApiParameters() {}

    static Map<String, Object> components() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("f", query("f", "Form of the answer; by default what Accept asks for",
                Members.of("type", "string", "enum", List.of("json", "html"))));
        all.put("bbox", query("bbox", "Only features whose geometry meets this box: lower corner, then upper corner, in the"
                + " axis order of bbox-crs; west may be greater than east across the antimeridian",
                Members.of("type", "array", "items", Members.of("type", "number"), "minItems", 4, "maxItems", 6)));
        all.put("bbox-crs", query("bbox-crs", "URI of the system of bbox; CRS84 by default", uri()));
        all.put("crs", query("crs", "URI of the system of the coordinates given; CRS84 by default", uri()));
        all.put("datetime", query("datetime", "Instant or interval (RFC 3339, ends may be open with ..) that [opened, closed) meets;"
                + " features without a year always match", STRING));
        all.put("limit", query("limit", "How many at the most", Members.of(
                "type", "integer", "minimum", 1, "maximum", ItemsParameters.MOST, "default", ItemsParameters.DEFAULT_LIMIT)));
        all.put("offset", query("offset", "How many matching features to pass over",
                Members.of("type", "integer", "minimum", 0, "default", 0)));
        all.put(PageToken.PARAMETER, query(PageToken.PARAMETER, "Where the page starts; only found in a link 'next'", STRING));
        all.put("asOf", query("asOf", "Only what exists at this year, month or day, each with its status then",
                Members.of("type", "string", "pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$")));
        all.put("scenario", query("scenario", "With asOf: which known but unbuilt features are added", Members.of(
                "type", "string", "enum", List.of("built", "committed", "planned", "vision"), "default", "built")));
        all.put("intersects", query("intersects", "Only features that meet the geometry of this feature, collection/id", STRING));
        all.put("inside", query("inside", "Only features that lie within the geometry of this feature, collection/id", STRING));
        all.put("datum", query("datum", "Datum of points and boxes that come in and of coordinates that go out, in longitude,"
                + " latitude; excludes crs and bbox-crs", Members.of(
                "type", "string", "enum", List.of("WGS84", "GCJ-02", "BD-09"), "default", "WGS84")));
        all.put("repair", query("repair", "Mend an invalid geometry and report its area before and after", flag()));
        all.put("force", query("force", "Remove the collection although it holds features", flag()));
        all.put("featureId", path("id", "Id of the feature", STRING));
        all.put("revision", path("n", "Number of the revision", Members.of("type", "integer", "minimum", 1)));
        all.put("Content-Crs", header("Content-Crs", "URI in angle brackets of the system of the body's coordinates", false));
        all.put("If-Match", header("If-Match", "ETag of the revision to write over", true));
        return all;
    }

    static Map<String, Object> ref(String name) {
        return Members.of("$ref", "#/components/parameters/" + name);
    }

    static List<Object> refs(String... names) {
        List<Object> refs = new ArrayList<>();
        for (String name : names) {
            refs.add(ref(name));
        }
        return refs;
    }

    /** Those of {@code /items}: the standard ones and the collection's queryables. */
    static List<Object> ofItems(CollectionDeclaration collection) {
        List<Object> all = new ArrayList<>();
        ItemsParameters.STANDARD.forEach(name -> all.add(ref(name)));
        for (PropertyDeclaration property : ItemsParameters.queryables(collection)) {
            all.add(query(property.name(), "Only features with this value: " + PageFrame.both(property.title()),
                    OpenApiSchemas.asked(property)));
        }
        return all;
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return Members.of("name", name, "in", "query", "description", description, "required", false, "style", "form", "explode", false,
                "schema", schema);
    }

    private static Map<String, Object> path(String name, String description, Map<String, Object> schema) {
        return Members.of("name", name, "in", "path", "description", description, "required", true, "schema", schema);
    }

    private static Map<String, Object> header(String name, String description, boolean required) {
        return Members.of("name", name, "in", "header", "description", description, "required", required, "schema", STRING);
    }

    private static Map<String, Object> flag() {
        return Members.of("type", "boolean", "default", false);
    }

    private static Map<String, Object> uri() {
        return Members.of("type", "string", "format", "uri", "enum", CollectionDocument.CRS_URIS);
    }
}
