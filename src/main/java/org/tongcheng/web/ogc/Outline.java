package org.tongcheng.web.ogc;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.tongcheng.web.html.Markup;

/**
 * A small drawing of one geometry: longitude shrunk by the cosine of the middle latitude, so that shapes keep their proportions,
 * and simplified to half a pixel.
 */
final class Outline {

    private static final double SIDE = 480;
    private static final double MARGIN = 12;

    private final double scale;
    private final double shrink;
    private final double west;
    private final double north;

    private Outline(Envelope box) {
        this.shrink = Math.cos(Math.toRadians(box.centre().y));
        double longest = Math.max(box.getWidth() * shrink, box.getHeight());
        this.scale = longest > 0 ? (SIDE - 2 * MARGIN) / longest : 1;
        this.west = box.getMinX();
        this.north = box.getMaxY();
    }

    static void draw(Markup markup, Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return;
        }
        Envelope box = geometry.getEnvelopeInternal();
        if (geometry instanceof Point point) {
            markup.element("p", String.format(Locale.ROOT, "%.6f°E, %.6f°N", point.getX(), point.getY()), "class", "place");
            return;
        }
        Outline outline = new Outline(box);
        double width = box.getWidth() * outline.shrink * outline.scale + 2 * MARGIN;
        double height = box.getHeight() * outline.scale + 2 * MARGIN;
        markup.open("svg", "class", "outline", "role", "img", "aria-label", "几何轮廓 Outline of the geometry",
                "viewBox", String.format(Locale.ROOT, "0 0 %.0f %.0f", width, height));
        Geometry drawn = geometry.getDimension() == 0 ? geometry : DouglasPeuckerSimplifier.simplify(geometry, 0.5 / outline.scale);
        outline.part(markup, drawn.isEmpty() ? geometry : drawn);
        markup.close();
    }

    private void part(Markup markup, Geometry geometry) {
        if (geometry instanceof Point point) {
            markup.open("circle", "cx", number(x(point.getCoordinate())), "cy", number(y(point.getCoordinate())), "r", "5").close();
        } else if (geometry instanceof LineString line) {
            markup.open("path", "class", "line", "d", path(line)).close();
        } else if (geometry instanceof Polygon polygon) {
            StringBuilder path = new StringBuilder(path(polygon.getExteriorRing())).append('Z');
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                path.append(path(polygon.getInteriorRingN(i))).append('Z');
            }
            markup.open("path", "fill-rule", "evenodd", "d", path.toString()).close();
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                part(markup, geometry.getGeometryN(i));
            }
        }
    }

    private String path(LineString line) {
        StringBuilder path = new StringBuilder();
        for (Coordinate c : line.getCoordinates()) {
            path.append(path.isEmpty() ? 'M' : 'L').append(number(x(c))).append(' ').append(number(y(c)));
        }
        return path.toString();
    }

    private double x(Coordinate c) {
        return (c.x - west) * shrink * scale + MARGIN;
    }

    private double y(Coordinate c) {
        return (north - c.y) * scale + MARGIN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
