package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Write;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Body;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/**
 * Creating, replacing, changing and deleting features (Part 4). Nothing is written over a revision that the writer has not
 * seen: {@code If-Match} is required where a feature stands already.
 */
@RestController
public class ItemsWriting {

    private static final List<String> FEATURES = List.of("application/geo+json", "application/json");
    private static final List<String> PATCHES = List.of("application/merge-patch+json");
    private static final String ITEMS = "/collections/{c}/items";
    private static final String ITEM = "/collections/{c}/items/{id}";

    private final FeatureStore store;

    public ItemsWriting(FeatureStore store) {
        this.store = store;
    }

    @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
    public void itemsOptions(@PathVariable("c") String c, HttpServletResponse response) {
        store.getCollection(c);
        response.setHeader("Allow", "GET, HEAD, OPTIONS, POST");
        response.setHeader("Accept-Post", String.join(", ", FEATURES));
    }

    @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
    public void itemOptions(@PathVariable("c") String c, HttpServletResponse response) {
        store.getCollection(c);
        response.setHeader("Allow", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
        response.setHeader("Accept-Patch", PATCHES.get(0));
    }

    @PostMapping(ITEMS)
    public void create(@PathVariable("c") String c, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(c);
        FeatureBody body = FeatureBody.of(request, collection, Parameters.only(request, "repair", "datum"));
        FeatureBody.Taken taken = body.read(Body.read(request, "Accept-Post", FEATURES));
        Feature given = taken.feature();
        Feature feature = given.id() == null
                ? new Feature(UUID.randomUUID().toString(), given.geometry(), given.properties()) : given;
        FeatureBody.requireReferences(store, collection, feature);
        long revision = store.write(List.of(new Write.Create(c, feature))).get(0);
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", ItemPages.address(Addresses.base(request), collection, feature.id()));
        sayRevision(request, response, collection, revision);
        Documents.json(response, Representation.JSON,
                body.repairs() ? report(feature.id(), taken) : Map.of("id", feature.id()));
    }

    @PutMapping(ITEM)
    public void replace(@PathVariable("c") String c, @PathVariable("id") String id, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(c);
        FeatureBody body = FeatureBody.of(request, collection, Parameters.only(request, "repair", "datum"));
        Body.requireMediaType(request, "Accept", FEATURES);
        StoredFeature current = current(request, c, id);
        FeatureBody.Taken taken = body.read(Body.read(request, "Accept", FEATURES));
        Feature feature = FeatureBody.named(taken.feature(), id);
        FeatureBody.requireReferences(store, collection, feature);
        long revision = store.write(List.of(new Write.Replace(c, feature, current.revision()))).get(0);
        sayRevision(request, response, collection, revision);
        if (body.repairs()) {
            Documents.json(response, Representation.JSON, report(id, taken));
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    @PatchMapping(ITEM)
    public void change(@PathVariable("c") String c, @PathVariable("id") String id, HttpServletRequest request,
            HttpServletResponse response) {
        CollectionDeclaration collection = store.getCollection(c);
        FeatureBody body = FeatureBody.of(request, collection, Parameters.only(request, "datum"));
        Body.requireMediaType(request, "Accept-Patch", PATCHES);
        StoredFeature current = current(request, c, id);
        Feature feature = body.patched(current.feature(), Body.json(Body.read(request, "Accept-Patch", PATCHES)));
        FeatureBody.requireReferences(store, collection, feature);
        long revision = store.write(List.of(new Write.Replace(c, feature, current.revision()))).get(0);
        sayRevision(request, response, collection, revision);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @DeleteMapping(ITEM)
    public void delete(@PathVariable("c") String c, @PathVariable("id") String id, HttpServletRequest request,
            HttpServletResponse response) {
        store.getCollection(c);
        Parameters.only(request);
        StoredFeature current = current(request, c, id);
        store.write(List.of(new Write.Delete(c, id, current.revision())));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** The feature that is written over: 404 where there is none, 428 or 412 where the writer has not seen this revision. */
    private StoredFeature current(HttpServletRequest request, String c, String id) {
        StoredFeature current = store.get(c, id);
        String ifMatch = joined(request, "If-Match");
        if (!EntityTags.matches(ifMatch, current.revision())) {
            String reason = "'" + c + "/" + id + "' is at revision " + current.revision() + ", which If-Match does not name";
            throw new Refusal(Problem.of(412, reason).with("parameter", "If-Match").with("value", Problem.shortened(ifMatch))
                    .with("allowed", "the ETag of the feature as it stands"));
        }
        return current;
    }

    private static String joined(HttpServletRequest request, String header) {
        List<String> values = java.util.Collections.list(request.getHeaders(header));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static void sayRevision(
            HttpServletRequest request, HttpServletResponse response, CollectionDeclaration collection, long revision) {
        response.setHeader("ETag", ItemController.tag(
                collection, revision, Representation.GEOJSON, CoordinateFrame.PLAIN, Addresses.base(request)));
    }

    private static Map<String, Object> report(String id, FeatureBody.Taken taken) {
        return Members.of("id", id, "area_before_km2", taken.areaBeforeKm2(), "area_after_km2", taken.areaAfterKm2());
    }
}
