package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Link;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;

/** Reading about collections: the list, one of them, its schema and its queryables (Part 1, 7.13–7.14; Part 5, 10–11). */
@RestController
public class CollectionsController {

    private final FeatureStore store;

    public CollectionsController(FeatureStore store) {
        this.store = store;
    }

    @GetMapping("/collections")
    public void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = form(request, Representation.JSON);
        String base = Addresses.base(request);
        List<CollectionDeclaration> collections = store.collections();
        String tag = EntityTags.weak(store.version(List.of()), "collections", form.f(), base, collections);
        if (Documents.isKnown(request, response, tag)) {
            return;
        }
        if (form.isHtml()) {
            PageFrame frame = CatalogPages.frame(base, CatalogPages.COLLECTIONS, base + "/collections?f=json");
            Documents.page(response, frame, markup -> CatalogPages.cards(markup, base, collections));
            return;
        }
        List<Link> links = List.of(
                new Link(base + "/collections?f=json", "self", "application/json", "This document"),
                new Link(base + "/collections?f=html", "alternate", "text/html", "This document as a page"));
        List<Object> documents = new ArrayList<>();
        collections.forEach(collection -> documents.add(CollectionDocument.of(store, collection, base)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", links.stream().map(Link::document).toList());
        document.put("crs", CollectionDocument.CRS_URIS);
        document.put("collections", documents);
        Documents.json(response, form, document);
    }

    @GetMapping("/collections/{c}")
    public void one(@PathVariable("c") String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(id);
        Representation form = form(request, Representation.JSON);
        String base = Addresses.base(request);
        if (Documents.isKnown(request, response, EntityTags.weak(store.version(List.of(id)), form.f(), base, collection))) {
            return;
        }
        Map<String, Object> document = CollectionDocument.of(store, collection, base);
        if (form.isHtml()) {
            PageFrame frame = CatalogPages.frame(base, collection.title(),
                    CollectionDocument.address(base, id) + "?f=json", CatalogPages.collectionsCrumb(base));
            Documents.page(response, frame, markup -> CatalogPages.collection(markup, collection, base, document));
            return;
        }
        Documents.json(response, form, document);
    }

    @GetMapping("/collections/{c}/schema")
    public void schema(@PathVariable("c") String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(id);
        String self = CollectionDocument.address(Addresses.base(request), id) + "/schema";
        describe(request, response, collection, new Text("结构", "Schema"), CollectionSchema.of(collection, self));
    }

    @GetMapping("/collections/{c}/queryables")
    public void queryables(@PathVariable("c") String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(id);
        String self = CollectionDocument.address(Addresses.base(request), id) + "/queryables";
        describe(request, response, collection, new Text("可查询项", "Queryables"), CollectionSchema.queryables(collection, self));
    }

    private static void describe(HttpServletRequest request, HttpServletResponse response, CollectionDeclaration collection, Text title,
            Map<String, Object> schema) throws IOException {
        Representation form = form(request, Representation.SCHEMA);
        if (Documents.isKnown(request, response, EntityTags.weak(0, form.f(), schema))) {
            return;
        }
        if (!form.isHtml()) {
            Documents.json(response, form, schema);
            return;
        }
        String base = Addresses.base(request);
        PageFrame frame = CatalogPages.frame(base, title, schema.get("$id") + "?f=json",
                CatalogPages.collectionsCrumb(base), CatalogPages.collectionCrumb(base, collection));
        boolean all = title.en().equals("Schema");
        Documents.page(response, frame, markup -> CatalogPages.properties(
                markup, all ? collection.properties() : ItemsParameters.queryables(collection)));
    }

    private static Representation form(HttpServletRequest request, Representation json) {
        return Representation.choose(request, Parameters.only(request, "f").find("f"), json, Representation.HTML);
    }
}
