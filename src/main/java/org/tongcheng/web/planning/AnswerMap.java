package org.tongcheng.web.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.web.html.Markup;

/**
 * Draws an answer's geometry as SVG inside a page, on the units around it and with the places asked about: longitudes shortened by the
 * cosine of the middle latitude, north up. No more vertices than can be told apart on the drawing.
 */
final class AnswerMap {

    private static final double WIDTH = 720;
    private static final double MOST_HEIGHT = 720;
    private static final double MARGIN = 10;
    /** Around what is drawn, as a share of its longer side. */
    private static final double ROOM = 0.05;
    /** Side of the smallest map, so that some ground can be seen. */
    private static final double LEAST_DEGREES = 0.25;
    /** Width and height of a letter. */
    private static final double LETTER = 12;
    /** Height of a line of the legend. */
    private static final double LEGEND_ROW = 18;
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

    /** The units of the finest tiling that lie around what of an answer can be drawn. */
    static List<Unit> ground(Answer answer, Records records) {
        Envelope box = box(answer);
        return box.isNull() ? List.of() : records.finestTiling().stream()
                .filter(u -> u.geometry() != null && box.intersects(u.geometry().getEnvelopeInternal())).toList();
    }

    /** Writes nothing where nothing can be drawn. */
    static void draw(Markup markup, Given given) {
        Envelope box = box(given.answer());
        if (!box.isNull()) {
            new AnswerMap(box).drawAll(markup, given);
        }
    }

    /** Null where there is nothing, else with some room around. */
    private static Envelope box(Answer answer) {
        Envelope box = new Envelope();
        answer.drawn().stream().map(AnswerFeature::geometry).filter(g -> g != null)
                .forEach(g -> box.expandToInclude(g.getEnvelopeInternal()));
        answer.marks().forEach(box::expandToInclude);
        double side = Math.max(box.getWidth(), box.getHeight());
        box.expandBy(Math.max(ROOM * side, (LEAST_DEGREES - side) / 2));
        return box;
    }

    private void drawAll(Markup markup, Given given) {
        List<AnswerFeature> features = given.answer().drawn();
        double bottom = box.getHeight() * scale + 2 * MARGIN;
        boolean told = features.size() > 1 && features.size() <= COLOURS.size();
        String height = number(bottom + (told ? features.size() * LEGEND_ROW + MARGIN : 0));
        markup.open("svg", "viewBox", "0 0 " + number(WIDTH) + " " + height, "role", "img", "class", "answer-map",
                "width", number(WIDTH), "height", height);
        markup.element("title", features.size() == 1 ? features.get(0).id() : features.size() + " features");
        given.ground().forEach(unit -> markup.open("path", "class", "ground", "d", path(unit.geometry())).close());
        for (int i = 0; i < features.size(); i++) {
            Geometry geometry = features.get(i).geometry();
            if (geometry != null && !geometry.isEmpty()) {
                // too many to be told apart by colour are told apart by kind
                String colour = COLOURS.get(features.size() > COLOURS.size() ? geometry.getDimension() : i);
                markup.open("path", "d", path(geometry), "fill", geometry.getDimension() == 2 ? colour : "none",
                        "fill-opacity", "0.25", "fill-rule", "evenodd", "stroke", colour, "stroke-width", "1.2");
                markup.element("title", features.get(i).id()).close();
            }
        }
        given.answer().marks().forEach(at -> markup
                .open("circle", "class", "mark", "r", "5", "cx", number(x(at)), "cy", number(y(at))).close());
        names(markup, given.ground());
        if (told) {
            legend(markup, features, bottom);
        }
        markup.close();
    }

    /** What each colour is, below the map. */
    private static void legend(Markup markup, List<AnswerFeature> features, double top) {
        for (int i = 0; i < features.size(); i++) {
            double y = top + i * LEGEND_ROW;
            markup.open("rect", "x", number(MARGIN), "y", number(y), "width", number(LETTER), "height", number(LETTER),
                    "fill", COLOURS.get(i), "fill-opacity", "0.5").close();
            markup.element("text", features.get(i).id(), "x", number(2 * MARGIN + LETTER), "y", number(y + LETTER - 2));
        }
    }

    /** At the units' seats, as many as have room; of units with more people first. */
    private void names(Markup markup, List<Unit> units) {
        List<Envelope> taken = new ArrayList<>();
        units.stream().filter(u -> u.seat() != null && box.contains(u.seat()))
                .sorted(Comparator.comparing((Unit u) -> u.population() == null ? 0 : u.population()).reversed().thenComparing(Unit::adcode))
                .forEach(unit -> {
                    double x = x(unit.seat());
                    double y = y(unit.seat());
                    double width = LETTER * unit.name().zh().length();
                    Envelope label = new Envelope(x, x + width, y - LETTER, y + 2);
                    if (x + width <= WIDTH && taken.stream().noneMatch(label::intersects)) {
                        taken.add(label);
                        markup.element("text", unit.name().zh(), "x", number(x), "y", number(y));
                    }
                });
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
        return number(Math.rint(x(position) * 2) / 2) + " " + number(Math.rint(y(position) * 2) / 2);
    }

    private double x(Coordinate position) {
        return MARGIN + (position.x - box.getMinX()) * shorten * scale;
    }

    private double y(Coordinate position) {
        return MARGIN + (box.getMaxY() - position.y) * scale;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
