package org.tongcheng.web.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.web.html.Markup;

/**
 * Draws an answer's geometry as SVG inside a page: longitudes shortened by the cosine of the middle latitude, north up. No more
 * vertices than can be told apart on the drawing.
 */
final class AnswerMap {

    private static final double WIDTH = 720;
    private static final double MOST_HEIGHT = 720;
    private static final double MARGIN = 10;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#d1495b", "#2e8b57", "#8f5fbf", "#c77700", "#4a6670");

    private final Envelope box;
    private final double shorten;
    private final double scale;

    private AnswerMap(Envelope box) {
        this.box = box;
        this.shorten = Math.cos(Math.toRadians(box.centre().y));
        double width = Math.max(box.getWidth() * shorten, 1e-6);
        double height = Math.max(box.getHeight(), 1e-6);
        this.scale = Math.min((WIDTH - 2 * MARGIN) / width, (MOST_HEIGHT - 2 * MARGIN) / height);
    }

    /** Writes nothing where nothing can be drawn. */
    static void draw(Markup markup, List<AnswerFeature> features) {
        Envelope box = new Envelope();
        features.stream().map(AnswerFeature::geometry).filter(g -> g != null)
                .forEach(g -> box.expandToInclude(g.getEnvelopeInternal()));
        if (!box.isNull()) {
            new AnswerMap(box).drawAll(markup, features);
        }
    }

    private void drawAll(Markup markup, List<AnswerFeature> features) {
        String height = number(box.getHeight() * scale + 2 * MARGIN);
        markup.open("svg", "viewBox", "0 0 " + number(WIDTH) + " " + height, "role", "img", "class", "answer-map",
                "width", number(WIDTH), "height", height);
        markup.element("title", features.size() == 1 ? features.get(0).id() : features.size() + " features");
        for (int i = 0; i < features.size(); i++) {
            Geometry geometry = features.get(i).geometry();
            if (geometry != null && !geometry.isEmpty()) {
                String colour = COLOURS.get(i % COLOURS.size());
                markup.open("path", "d", path(geometry), "fill", geometry.getDimension() == 2 ? colour : "none",
                        "fill-opacity", "0.25", "fill-rule", "evenodd", "stroke", colour, "stroke-width", "1.2");
                markup.element("title", features.get(i).id()).close();
            }
        }
        markup.close();
    }

    private String path(Geometry geometry) {
        StringBuilder out = new StringBuilder();
        append(geometry, out);
        return out.toString();
    }

    private void append(Geometry geometry, StringBuilder out) {
        if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
            append(polygon.getExteriorRing().getCoordinateSequence(), out);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(polygon.getInteriorRingN(i).getCoordinateSequence(), out);
            }
        } else if (geometry instanceof LineString line) {
            append(line.getCoordinateSequence(), out);
        } else if (geometry instanceof Point point && !point.isEmpty()) {
            out.append('M').append(place(point.getCoordinate())).append("m-3 0h6m-3 -3v6");
        } else if (geometry.getNumGeometries() > 1 || geometry.getNumGeometries() == 1 && geometry.getGeometryN(0) != geometry) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                append(geometry.getGeometryN(i), out);
            }
        }
    }

    /** Vertices that fall on the same half unit as the one before are passed over. */
    private void append(CoordinateSequence positions, StringBuilder out) {
        String last = null;
        for (int i = 0; i < positions.size(); i++) {
            String place = place(positions.getCoordinate(i));
            if (!place.equals(last)) {
                out.append(last == null ? 'M' : 'L').append(place);
                last = place;
            }
        }
    }

    private String place(Coordinate position) {
        double x = MARGIN + (position.x - box.getMinX()) * shorten * scale;
        double y = MARGIN + (box.getMaxY() - position.y) * scale;
        return number(Math.rint(x * 2) / 2) + " " + number(Math.rint(y * 2) / 2);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
