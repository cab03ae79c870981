package org.tongcheng.catalog;

import org.locationtech.jts.geom.Geometry;

/** The kind of geometry a collection holds; a multi kind takes its single form too (api.md, Feature service). */
public enum GeometryKind {
    POINT("Point"),
    LINE_STRING("LineString"),
    POLYGON("Polygon"),
    MULTI_POINT("MultiPoint"),
    MULTI_LINE_STRING("MultiLineString"),
    MULTI_POLYGON("MultiPolygon"),
    ANY("any"),
    NONE("none");

    private final String label;

    GeometryKind(String label) {
        this.label = label;
    }

    /** The word used for it in a declaration, for example {@code MultiPolygon}. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} naming the label where there is no such kind. */
    public static GeometryKind of(String label) {
        for (GeometryKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no geometry kind is called '" + label + "'");
    }

    /** Whether a feature of this kind may have this geometry; every kind allows a feature without one. */
    public boolean accepts(Geometry geometry) {
        if (geometry == null || this == ANY) {
            return true;
        }
        String type = geometry.getGeometryType();
        return label.equals(type) || label.equals("Multi" + type);
    }

    /** What a feature of this kind may have, for people. */
    public String allowed() {
        return switch (this) {
            case ANY -> "any geometry";
            case NONE -> "no geometry";
            case MULTI_POINT, MULTI_LINE_STRING, MULTI_POLYGON -> label.substring("Multi".length()) + " or " + label;
            default -> label;
        };
    }
}
