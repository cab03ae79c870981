package org.tongcheng.web.map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Values;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.WriteAccess;

/** What the map's page must know before it draws: how it is set up, which areas there are, and the names it can search. */
@RestController
class MapController implements ApiPart {

    private final FeatureStore store;
    private final MapSettings settings;
    private final WriteAccess access;
    private final SiteChoices sites;
    private final Places places;

    MapController(FeatureStore store, MapSettings settings, WriteAccess access, SiteChoices sites) {
        this.store = store;
        this.settings = settings;
        this.access = access;
        this.sites = sites;
        this.places = new Places(store, Datum.find(settings.baseMap().datum()).orElseThrow());
    }

    @GetMapping("/map/settings")
    public void settings(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.only(request);
        long version = store.version(List.of());
        String tag = EntityTags.strong(version, settings, access, sites);
        if (Documents.isKnown(request, response, tag)) {
            return;
        }
        List<Object> collections = store.collections().stream()
                .map(c -> (Object) Members.of("id", c.id(), "title", c.title(), "geometry", c.geometry().label(), "builtIn", c.builtIn(),
                        "empty", isEmpty(c.id())))
                .toList();
        MapSettings.BaseMap base = settings.baseMap();
        Documents.json(response, Representation.JSON, Members.of(
                "area", settings.area(), "approvalNumber", settings.approvalNumber(),
                "baseMap", Members.of("kind", base.kind(), "url", base.url(), "layer", base.layer(), "matrixSet", base.matrixSet(),
                        "key", base.key(), "attribution", base.attribution(), "datum", base.datum()),
                "writing", Members.of("needsToken", access.needsToken(), "loopback", access.loopback()),
                "siteKinds", siteKinds(), "collections", collections, "areas", areas()));
    }

    @GetMapping("/map/places")
    public void places(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.only(request);
        String tag = EntityTags.strong(store.version(List.of()), "places");
        if (!Documents.isKnown(request, response, tag)) {
            Documents.json(response, Representation.JSON, Members.of("columns", Places.COLUMNS, "places", places.rows()));
        }
    }

    @Override
    public Map<String, Object> paths() {
        return Members.of("/map/settings", document("How the map is set up, and the areas it can open", "map.settings"),
                "/map/places", document("Names that the map can search, each with its place", "map.places"));
    }

    private static Map<String, Object> document(String summary, String operationId) {
        Map<String, Object> content = Members.of("application/json", Members.of("schema", Members.of("type", "object")));
        return Members.of("get", Members.of("tags", List.of("Map"), "summary", summary, "operationId", operationId,
                "responses", Members.of("200", Members.of("description", summary, "content", content),
                        "304", Members.of("description", "What the caller has is still so"),
                        "400", Members.of("$ref", "#/components/responses/Problem"))));
    }

    private boolean isEmpty(String collection) {
        List<StoredFeature> first = new ArrayList<>();
        store.read(collection, Query.ALL, Page.first(1), first::add);
        return first.isEmpty();
    }

    private List<Object> siteKinds() {
        return sites.titles().entrySet().stream().map(kind -> (Object) Members.of("id", kind.getKey(), "title", kind.getValue())).toList();
    }

    private List<Object> areas() {
        List<Object> areas = new ArrayList<>();
        if (store.findCollection(Collections.AREAS).isPresent()) {
            store.read(Collections.AREAS, Query.ALL, Page.first(Page.EVERYTHING), stored -> areas.add(area(stored)));
        }
        return areas;
    }

    private static Map<String, Object> area(StoredFeature stored) {
        Values values = new Values(stored.feature());
        Map<String, Object> area = Members.of("id", stored.feature().id(), "name", values.name(), "level", values.text("level"),
                "population", stored.feature().value("population_2020"), "cores", stored.feature().value("core_adcodes"));
        if (stored.feature().geometry() != null) {
            Envelope box = stored.feature().geometry().getEnvelopeInternal();
            area.put("bbox", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        }
        return area;
    }
}
