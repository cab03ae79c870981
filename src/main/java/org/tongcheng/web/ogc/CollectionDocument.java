package org.tongcheng.web.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Query;
import org.tongcheng.geometry.Crs;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Link;
import org.tongcheng.web.html.PageFrame;

/** The document that describes a collection (Part 1, 7.14; Part 2, 6.2). */
final class CollectionDocument {

    static final List<String> CRS_URIS = Crs.all().stream().map(Crs::uri).toList();

    private static final String OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/";

    private CollectionDocument() {}

    static String address(String base, String collection) {
        return base + "/collections/" + Addresses.segment(collection);
    }

    static Map<String, Object> of(FeatureStore store, CollectionDeclaration collection, String base) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", collection.id());
        document.put("title", PageFrame.both(collection.title()));
        if (collection.description() != null) {
            document.put("description", PageFrame.both(collection.description()));
        }
        document.put("itemType", "feature");
        Map<String, Object> extent = extent(store, collection.id());
        if (!extent.isEmpty()) {
            document.put("extent", extent);
        }
        document.put("crs", CRS_URIS);
        if (collection.geometry() != GeometryKind.NONE) {
            document.put("storageCrs", Crs.CRS84.uri());
        }
        document.put("links", links(collection, base).stream().map(Link::document).toList());
        return document;
    }

    static List<Link> links(CollectionDeclaration collection, String base) {
        String self = address(base, collection.id());
        List<Link> links = new ArrayList<>();
        links.add(new Link(self + "?f=json", "self", "application/json", "This collection"));
        links.add(new Link(self + "?f=html", "alternate", "text/html", "This collection as a page"));
        links.add(new Link(self + "/items?f=json", "items", "application/geo+json", "Items as GeoJSON"));
        links.add(new Link(self + "/items?f=html", "items", "text/html", "Items as a page"));
        links.add(new Link(self + "/schema?f=json", OGC_REL + "schema", "application/schema+json", "What items hold"));
        links.add(new Link(self + "/schema?f=json", "describedby", "application/schema+json", "What items hold"));
        links.add(new Link(
                self + "/queryables?f=json", OGC_REL + "queryables", "application/schema+json", "What items can be asked for by"));
        if (collection.geometry() != GeometryKind.NONE) {
            links.add(new Link(self + "/tiles?f=json", OGC_REL + "tilesets-vector", "application/json", "Vector tiles"));
        }
        if (collection.builtIn()) {
            links.add(new Link("https://www.apache.org/licenses/LICENSE-2.0", "license", "text/html", "Apache License 2.0"));
        }
        return links;
    }

    private static Map<String, Object> extent(FeatureStore store, String collection) {
        Map<String, Object> extent = new LinkedHashMap<>();
        Optional<Envelope> box = store.extent(collection);
        box.ifPresent(b -> {
            Map<String, Object> spatial = new LinkedHashMap<>();
            spatial.put("bbox", List.of(List.of(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY())));
            spatial.put("crs", Crs.CRS84.uri());
            extent.put("spatial", spatial);
        });
        Optional<Query.Days> days = store.periodExtent(collection);
        days.ifPresent(d -> {
            Map<String, Object> temporal = new LinkedHashMap<>();
            temporal.put("interval", List.of(Arrays.asList(instant(d.from()), instant(d.to()))));
            temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
            extent.put("temporal", temporal);
        });
        return extent;
    }

    private static String instant(LocalDate day) {
        return day == null ? null : day + "T00:00:00Z";
    }
}
