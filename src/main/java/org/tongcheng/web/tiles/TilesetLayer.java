package org.tongcheng.web.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Text;
import org.tongcheng.tiles.Drawable;
import org.tongcheng.tiles.TileAttributes;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/**
 * One layer of a tileset.
 *
 * @param id         its name in the tiles
 * @param title      for people
 * @param dimension  of its geometries: 0 points, 1 lines, 2 polygons; null where they are mixed
 * @param attributes name → JSON Schema of the values
 * @param extent     WGS84 longitude, latitude; null where there is nothing
 * @param source     address below the landing page of what it is drawn from
 */
public record TilesetLayer(String id, Text title, Integer dimension, Map<String, Object> attributes, Envelope extent, String source) {

    /** @param dated whether a date is asked about, so that features have a status */
    static TilesetLayer of(CollectionDeclaration collection, FeatureStore store, boolean dated) {
        return new TilesetLayer(collection.id(), collection.title(), dimension(collection.geometry()), attributes(collection, dated),
                store.extent(collection.id()).orElse(null), address(collection));
    }

    /** Of what stands in no store; the attributes are all that any feature has. */
    public static TilesetLayer of(String id, Text title, List<Drawable> features, String source) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Envelope extent = new Envelope();
        for (Drawable feature : features) {
            extent.expandToInclude(feature.geometry().getEnvelopeInternal());
            feature.attributes().forEach((name, value) -> attributes.merge(name, Members.of("type", type(value)), TilesetLayer::wider));
        }
        List<Integer> dimensions = features.stream().map(feature -> feature.geometry().getDimension()).distinct().toList();
        return new TilesetLayer(id, title, dimensions.size() == 1 ? dimensions.get(0) : null, attributes,
                extent.isNull() ? null : extent, source);
    }

    static String address(CollectionDeclaration collection) {
        return "/collections/" + Addresses.segment(collection.id());
    }

    private static Integer dimension(GeometryKind kind) {
        return switch (kind) {
            case POINT, MULTI_POINT -> 0;
            case LINE_STRING, MULTI_LINE_STRING -> 1;
            case POLYGON, MULTI_POLYGON -> 2;
            case ANY, NONE -> null;
        };
    }

    private static Map<String, Object> attributes(CollectionDeclaration collection, boolean dated) {
        TileAttributes tiled = TileAttributes.of(collection);
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(TileAttributes.ID, Members.of("type", "string", "title", "编号 Id"));
        for (PropertyDeclaration property : tiled.properties()) {
            schemas.put(property.name(), Members.of("type", type(property), "title", PageFrame.both(property.title()),
                    "enum", property.values().isEmpty() ? null : property.values(), "uom", property.unit()));
        }
        if (tiled.derivesName()) {
            schemas.put(TileAttributes.NAME, Members.of("type", "string", "title", "名称 Name"));
        }
        if (dated) {
            schemas.put(TileAttributes.STATUS, Members.of("type", "string", "title", "状态 Status"));
        }
        return schemas;
    }

    private static String type(PropertyDeclaration property) {
        return switch (property.type()) {
            case INTEGER, NUMBER, BOOLEAN -> property.type().label();
            default -> "string";
        };
    }

    private static String type(Object value) {
        return value instanceof Long ? "integer" : value instanceof Double ? "number" : value instanceof Boolean ? "boolean" : "string";
    }

    /** Whole and other numbers under one name are numbers; other mixtures have no type. */
    private static Object wider(Object one, Object other) {
        if (one.equals(other)) {
            return one;
        }
        boolean numbers = List.of(one, other).stream().map(schema -> ((Map<?, ?>) schema).get("type"))
                .allMatch(type -> Objects.equals(type, "integer") || Objects.equals(type, "number"));
        return numbers ? Members.of("type", "number") : Members.of();
    }
}
