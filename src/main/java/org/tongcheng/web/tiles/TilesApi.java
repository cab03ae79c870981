package org.tongcheng.web.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/** Tiles in the OpenAPI document: those of all collections and of each there is; ids of operations end as 20-057, table 11, says. */
@Component
public class TilesApi implements ApiPart {

    private static final String TAG = "Tiles";
    private static final Map<String, Object> STRING = Members.of("type", "string");

    private final FeatureStore store;

    public TilesApi(FeatureStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/tileMatrixSets", Members.of("get", reading("The tile matrix sets", "getTileMatrixSetsList",
                List.of(form("json", "html")), TilesSchemas.ref(TilesSchemas.SETS))));
        paths.put("/tileMatrixSets/{tileMatrixSetId}", Members.of("get",
                reading("One tile matrix set", "getTileMatrixSet", List.of(matrixSet(), form("json", "html")), TilesSchemas.ref(TilesSchemas.SET))));
        put(paths, "/tiles", "all collections", ".dataset", List.of(query(TileParameters.COLLECTIONS,
                "Only these collections, one layer each in this order, parted by commas",
                Members.of("type", "array", "items", STRING))));
        store.collections().stream().filter(collection -> collection.geometry() != GeometryKind.NONE).forEach(collection ->
                put(paths, "/collections/" + collection.id() + "/tiles", PageFrame.both(collection.title()), collection.id() + ".collection", List.of()));
        return paths;
    }

    @Override
    public Map<String, Object> schemas() {
        return TilesSchemas.all();
    }

    private static void put(Map<String, Object> paths, String path, String title, String id, List<Object> own) {
        List<Object> shown = new ArrayList<>(own);
        for (String name : List.of("asOf", "scenario", "datum")) {
            shown.add(Members.of("$ref", "#/components/parameters/" + name));
        }
        shown.add(query("horizon", "With asOf: of what the scenario adds, only what is due by the end of this year",
                Members.of("type", "string", "pattern", "^\\d{4}$")));
        paths.putAll(of(path, title, id, shown));
    }

    /**
     * The tilesets of one thing, each of them and its tiles.
     *
     * @param path       of the list
     * @param title      of what is drawn
     * @param id         what operationIds begin with
     * @param parameters that all three take, beside those of their addresses
     * @param problems   statuses beside the usual ones
     */
    public static Map<String, Object> of(String path, String title, String id, List<Object> parameters, String... problems) {
        Map<String, Object> list = reading("Tilesets of " + title, id + ".vector.getTileSetsList",
                with(parameters, form("json", "html")), TilesSchemas.ref(TilesSchemas.LIST));
        Map<String, Object> one = reading("A tileset of " + title, id + ".vector.getTileSet",
                with(parameters, matrixSet(), form("json", "tilejson", "html")),
                Members.of("oneOf", List.of(TilesSchemas.ref(TilesSchemas.TILESET), TilesSchemas.ref(TilesSchemas.TILE_JSON))));
        Map<String, Object> tile = Members.of("tags", List.of(TAG), "summary", "A vector tile of " + title,
                "operationId", id + ".vector.getTile", "parameters", with(parameters, matrixSet(),
                        path("tileMatrix", "Zoom, from 0", STRING), number("tileRow", "Row, southward from 0"),
                        number("tileCol", "Column, eastward from 0"), form("mvt")),
                "responses", tile());
        for (Map<String, Object> operation : List.of(list, one, tile)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> responses = (Map<String, Object>) operation.get("responses");
            for (String status : problems) {
                responses.put(status, Members.of("$ref", "#/components/responses/Problem"));
            }
        }
        return Members.of(path, Members.of("get", list), path + "/{tileMatrixSetId}", Members.of("get", one),
                path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", Members.of("get", tile));
    }

    private static List<Object> with(List<Object> parameters, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(more));
        all.addAll(parameters);
        return all;
    }

    private static Map<String, Object> tile() {
        Map<String, Object> responses = problems();
        responses.put("200", Members.of("description", "The tile",
                "headers", Members.of(TileResponse.LEFT_OUT, Members.of("description",
                        "How many features, the smallest, were left out because the tile had no room for them",
                        "schema", Members.of("type", "integer"))),
                "content", Members.of(TileResponse.MVT.mediaType(), Members.of("schema", Members.of("type", "string", "format", "binary")))));
        responses.put("204", Members.of("description", "Nothing lies in the tile"));
        return responses;
    }

    private static Map<String, Object> reading(String summary, String id, List<Object> parameters, Map<String, Object> schema) {
        Map<String, Object> responses = problems();
        responses.put("200", Members.of("description", summary,
                "content", Members.of("application/json", Members.of("schema", schema), "text/html", Members.of("schema", STRING))));
        return Members.of("tags", List.of(TAG), "summary", summary, "operationId", id, "parameters", parameters, "responses", responses);
    }

    private static Map<String, Object> problems() {
        Map<String, Object> responses = Members.of("304", Members.of("description", "The caller already has it"));
        for (String status : List.of("400", "404", "406", "503")) {
            responses.put(status, Members.of("$ref", "#/components/responses/Problem"));
        }
        return responses;
    }

    private static Map<String, Object> matrixSet() {
        return path("tileMatrixSetId", "Id of the tile matrix set", Members.of("type", "string",
                "enum", Arrays.stream(TileMatrixSet.values()).map(TileMatrixSet::id).toList()));
    }

    private static Map<String, Object> number(String name, String description) {
        return path(name, description, Members.of("type", "integer", "minimum", 0));
    }

    private static Map<String, Object> path(String name, String description, Map<String, Object> schema) {
        return Members.of("name", name, "in", "path", "description", description, "required", true, "schema", schema);
    }

    private static Map<String, Object> form(String... forms) {
        return query("f", "Form of the answer; by default what Accept asks for", Members.of("type", "string", "enum", List.of(forms)));
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return Members.of("name", name, "in", "query", "description", description, "required", false, "style", "form", "explode", false,
                "schema", schema);
    }
}
