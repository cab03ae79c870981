package org.tongcheng.web.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.tiles.TileAttributes;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.html.PageFrame;

/**
 * What a tileset is: as the standard describes it (17-083r4, 7.1; 20-057, 9 and 10) and as TileJSON 3.0.0. The parameters given
 * are handed on to the tiles' addresses.
 *
 * @param title       for people
 * @param path        of the tilesets, {@code /tiles} or {@code /collections/{c}/tiles}
 * @param collections one layer each
 * @param given       parameters of the request
 */
record TilesetDocument(String title, String path, List<CollectionDeclaration> collections, Parameters given) {

    static final String OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/";

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    Map<String, Object> list(String base) {
        List<Object> tilesets = new ArrayList<>();
        for (TileMatrixSet set : TileMatrixSet.values()) {
            Map<String, Object> one = head(set);
            one.put("links", List.of(
                    new Link(address(base, set) + query("json"), "self", "application/json", "This tileset").document(),
                    scheme(base, set), template(base, set)));
            tilesets.add(one);
        }
        return Members.of("tilesets", tilesets, "links",
                List.of(new Link(base + path + query("json"), "self", "application/json", "This document").document()));
    }

    Map<String, Object> tileset(String base, TileMatrixSet set, FeatureStore store) {
        Map<String, Object> document = head(set);
        if (set.uri().isEmpty()) {
            document.put("tileMatrixSet", TileMatrixSetDocument.of(set));
        }
        extent(store).ifPresent(box -> document.put("boundingBox", Members.of("lowerLeft", List.of(box.getMinX(), box.getMinY()),
                "upperRight", List.of(box.getMaxX(), box.getMaxY()), "crs", CRS84)));
        document.put("layers", collections.stream().map(collection -> layer(base, collection)).toList());
        List<Object> links = new ArrayList<>(List.of(
                new Link(address(base, set) + query("json"), "self", "application/json", "This document").document()));
        if (set == TileMatrixSet.WEB_MERCATOR_QUAD) {
            links.add(new Link(address(base, set) + query("tilejson"), "alternate", "application/json", "This tileset as TileJSON").document());
        }
        links.add(scheme(base, set));
        links.add(template(base, set));
        document.put("links", links);
        return document;
    }

    Map<String, Object> tileJson(String base, TileMatrixSet set, FeatureStore store) {
        List<Object> layers = new ArrayList<>();
        for (CollectionDeclaration collection : collections) {
            Map<String, Object> fields = new LinkedHashMap<>();
            schema(collection).forEach((name, schema) -> fields.put(name, ((Map<?, ?>) schema).get("title")));
            layers.add(Members.of("id", collection.id(), "description", PageFrame.both(collection.title()), "fields", fields,
                    "minzoom", 0, "maxzoom", set.maxZoom()));
        }
        return Members.of("tilejson", "3.0.0", "name", title, "scheme", "xyz",
                "tiles", List.of(address(base, set) + "/{z}/{y}/{x}" + query("mvt")),
                "minzoom", 0, "maxzoom", set.maxZoom(),
                "bounds", extent(store).map(box -> List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())).orElse(null),
                "vector_layers", layers);
    }

    private Map<String, Object> head(TileMatrixSet set) {
        return Members.of("title", title + " · " + PageFrame.both(set.title()), "dataType", "vector", "crs", set.crs(),
                "tileMatrixSetURI", set.uri().orElse(null));
    }

    private Map<String, Object> layer(String base, CollectionDeclaration collection) {
        Integer dimension = switch (collection.geometry()) {
            case POINT, MULTI_POINT -> 0;
            case LINE_STRING, MULTI_LINE_STRING -> 1;
            case POLYGON, MULTI_POLYGON -> 2;
            case ANY, NONE -> null;
        };
        return Members.of("id", collection.id(), "title", PageFrame.both(collection.title()), "dataType", "vector",
                "geometryDimension", dimension,
                "propertiesSchema", Members.of("type", "object", "properties", schema(collection)),
                "links", List.of(new Link(base + "/collections/" + Addresses.segment(collection.id()), OGC_REL + "geodata",
                        "application/json", "The collection").document()));
    }

    /** Attribute → what its values are. */
    private Map<String, Object> schema(CollectionDeclaration collection) {
        TileAttributes attributes = TileAttributes.of(collection);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TileAttributes.ID, Members.of("type", "string", "title", "编号 Id"));
        for (PropertyDeclaration property : attributes.properties()) {
            schema.put(property.name(), Members.of("type", type(property), "title", PageFrame.both(property.title()),
                    "enum", property.values().isEmpty() ? null : property.values()));
        }
        if (attributes.derivesName()) {
            schema.put(TileAttributes.NAME, Members.of("type", "string", "title", "名称 Name"));
        }
        if (given.find("asOf").isPresent()) {
            schema.put(TileAttributes.STATUS, Members.of("type", "string", "title", "状态 Status"));
        }
        return schema;
    }

    private static String type(PropertyDeclaration property) {
        return switch (property.type()) {
            case INTEGER, NUMBER, BOOLEAN -> property.type().label();
            default -> "string";
        };
    }

    private Optional<Envelope> extent(FeatureStore store) {
        Envelope all = new Envelope();
        collections.stream().filter(collection -> collection.geometry() != GeometryKind.NONE)
                .forEach(collection -> store.extent(collection.id()).ifPresent(all::expandToInclude));
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }

    private String address(String base, TileMatrixSet set) {
        return base + path + "/" + set.id();
    }

    private static Map<String, Object> scheme(String base, TileMatrixSet set) {
        return new Link(TileMatrixSetDocument.address(base, set), OGC_REL + "tiling-scheme", "application/json",
                PageFrame.both(set.title())).document();
    }

    private Map<String, Object> template(String base, TileMatrixSet set) {
        Map<String, Object> link = new Link(address(base, set) + "/{tileMatrix}/{tileRow}/{tileCol}" + query("mvt"), "item",
                TileResponse.MVT.mediaType(), "The tiles").document();
        link.put("templated", true);
        return link;
    }

    /** The parameters given, with another form. */
    private String query(String form) {
        StringBuilder query = new StringBuilder("?f=").append(form);
        given.all().forEach((name, values) -> {
            if (!name.equals("f")) {
                query.append('&').append(Addresses.queryPart(name)).append('=').append(Addresses.queryPart(values.get(0)));
            }
        });
        return query.toString();
    }
}
