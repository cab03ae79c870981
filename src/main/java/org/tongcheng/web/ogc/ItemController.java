package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.UnknownFeature;
import org.tongcheng.geometry.OutsideDomain;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** Reading one feature, its revisions and its past states. */
@RestController
public class ItemController {

    private final FeatureStore store;

    public ItemController(FeatureStore store) {
        this.store = store;
    }

    /** The strong tag of a feature in this representation; a declaration that changes changes what is written of a revision. */
    static String tag(CollectionDeclaration collection, long revision, Representation form, CoordinateFrame frame, String base) {
        return EntityTags.strong(revision, collection, form.f(), frame.crs().code(), frame.datum().label(), base);
    }

    @GetMapping("/collections/{c}/items/{id}")
    public void item(@PathVariable("c") String c, @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CollectionDeclaration collection = store.getCollection(c);
        String self = ItemPages.address(Addresses.base(request), collection, id);
        give(request, response, collection, store.get(c, id), self, List.of());
    }

    @GetMapping("/collections/{c}/items/{id}/revisions")
    public void revisions(@PathVariable("c") String c, @PathVariable("id") String id, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(c);
        Parameters given = Parameters.only(request, "f");
        Representation form = Representation.choose(request, given.find("f"), Representation.JSON, Representation.HTML);
        List<Revision> revisions = store.revisions(c, id);
        String base = Addresses.base(request);
        String self = ItemPages.address(base, collection, id);
        if (Documents.isKnown(request, response, EntityTags.weak(revisions.size(), form.f(), base, revisions))) {
            return;
        }
        if (form.isHtml()) {
            PageFrame frame = CatalogPages.frame(base, new Text("版本", "Revisions"), self + "/revisions?f=json",
                    CatalogPages.collectionsCrumb(base), CatalogPages.collectionCrumb(base, collection), new PageFrame.Crumb(self, id));
            Documents.page(response, frame, markup -> ItemPages.revisions(markup, self, revisions));
            return;
        }
        Documents.json(response, form, Members.of("revisions", revisions.stream().map(ItemController::document).toList(),
                "links", List.of(new Link(self + "/revisions", "self", "application/json", "This document").document(),
                        new Link(self, "item", "application/geo+json", "The feature as it stands").document())));
    }

    @GetMapping("/collections/{c}/items/{id}/revisions/{n}")
    public void revision(@PathVariable("c") String c, @PathVariable("id") String id, @PathVariable("n") String n,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(c);
        if (!n.matches("[1-9]\\d{0,17}")) {
            throw noSuch(c, id, n);
        }
        StoredFeature stored = store.findRevision(c, id, Long.parseLong(n)).orElseThrow(() -> noSuch(c, id, n));
        String feature = ItemPages.address(Addresses.base(request), collection, id);
        give(request, response, collection, stored, feature + "/revisions/" + n,
                List.of(new Link(feature, "latest-version", "application/geo+json", "The feature as it stands"),
                        new Link(feature + "/revisions", "version-history", "application/json", "All its revisions")));
    }

    private void give(HttpServletRequest request, HttpServletResponse response, CollectionDeclaration collection, StoredFeature stored,
            String self, List<Link> more) throws IOException {
        Parameters given = Parameters.only(request, "f", "crs", "datum");
        CoordinateFrame frame = CoordinateFrame.of(given);
        Representation form = Representation.choose(request, given.find("f"), Representation.GEOJSON, Representation.HTML);
        String base = Addresses.base(request);
        ItemsController.sayFrame(response, frame);
        if (Documents.isKnown(request, response, tag(collection, stored.revision(), form, frame, base))) {
            return;
        }
        String id = stored.feature().id();
        if (form.isHtml()) {
            PageFrame page = CatalogPages.frame(base, title(stored), self + "?f=json", CatalogPages.collectionsCrumb(base),
                    CatalogPages.collectionCrumb(base, collection), CatalogPages.itemsCrumb(base, collection));
            Documents.page(response, page, markup -> ItemPages.item(markup, base, collection, stored));
            return;
        }
        List<Link> links = new java.util.ArrayList<>(List.of(
                new Link(self, "self", "application/geo+json", "This feature"),
                new Link(self + "?f=html", "alternate", "text/html", "This feature as a page"),
                new Link(CollectionDocument.address(base, collection.id()), "collection", "application/json", "The collection")));
        links.addAll(more.isEmpty() ? List.of(new Link(self + "/revisions", "version-history", "application/json", "All its revisions")) : more);
        response.setContentType(form.mediaType());
        try {
            FeatureJson.one(response.getOutputStream(), stored, frame, links);
        } catch (OutsideDomain e) {
            throw ItemsController.outside(given, e);
        }
    }

    private static Text title(StoredFeature stored) {
        String zh = stored.feature().text("name_zh");
        String en = stored.feature().text("name_en");
        String id = stored.feature().id();
        return new Text(zh == null ? id : zh, en == null ? zh == null ? id : zh : en);
    }

    private static Map<String, Object> document(Revision revision) {
        return Members.of("n", revision.n(), "recorded", revision.recorded().toString(), "operation", revision.operation().label());
    }

    /** Where the feature itself never was, that is what is said. */
    private Refusal noSuch(String collection, String id, String n) {
        List<Revision> revisions = store.revisions(collection, id);
        if (revisions.isEmpty()) {
            throw new UnknownFeature(collection, id);
        }
        return new Refusal(Problem.at(404, "n", n, "a number listed at …/revisions that is no delete",
                "'" + collection + "/" + id + "' has no state of this revision"));
    }
}
