package org.tongcheng.exchange.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;

/**
 * A map of the plan: units, areas, corridors by mode and status, hubs, with labels, legend and scale. For example
 * {@code MapDrawing.svg(store, new Envelope(117, 120.6, 23.5, 27), new AsOf(date, Scenario.VISION, null), null)}.
 */
public final class MapDrawing {

    private static final double TOP = 76;
    /** Room that a full legend takes, in dots. */
    private static final double LOWEST = 720;
    private static final List<String> COLOURS = List.of("#3b8f5a", "#d0602f", "#3a6fc4", "#9a4fae", "#a0832a", "#2b8c8a");
    private static final int LONGEST_NAME = 26;
    private static final String HALO = " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\""
            + " text-anchor=\"middle\" dominant-baseline=\"central\"";

    private final FeatureStore store;
    private final Query query;
    private final AsOf asOf;
    private final Geometry frame;
    private final Sheet sheet;
    private final Labels labels;
    private final Svg svg = new Svg();
    private final List<String> words = new ArrayList<>();

    private MapDrawing(FeatureStore store, Envelope box, AsOf asOf) {
        this.store = store;
        this.asOf = asOf;
        this.sheet = new Sheet(box);
        this.frame = new GeometryFactory().toGeometry(box);
        this.query = new Query(List.of(frame), null, null, asOf, Map.of(), List.of());
        this.labels = new Labels(Sheet.WIDTH, sheet.height());
    }

    /**
     * The map as an SVG document.
     *
     * @param box   longitudes and latitudes in degrees
     * @param asOf  what is drawn: built features and those that its scenario adds
     * @param title headline; null for the names of the areas in view
     * @throws IllegalArgumentException naming the box where no map can be drawn of it
     */
    public static String svg(FeatureStore store, Envelope box, AsOf asOf, String title) {
        return new MapDrawing(store, box, asOf).draw(title);
    }

    private String draw(String title) {
        List<StoredFeature> areas = largestFirst(read("metropolitan-areas"));
        List<Legend.Painted> painted = paintedAreas(areas);
        List<StoredFeature> units = largestFirst(read("administrative-units"));
        List<StoredFeature> corridors = read("corridors");
        List<StoredFeature> hubs = read("hubs").stream()
                .filter(h -> !Boolean.FALSE.equals(h.feature().value("locatable")) && h.feature().geometry() instanceof Point)
                .toList();
        hubs.forEach(this::keepFree);
        String headline = title == null || title.isBlank() ? headline(areas, "name_zh") : title;
        double height = Math.max(sheet.height(), LOWEST);
        svg.open(Sheet.WIDTH + Legend.WIDTH + 30, TOP + height + 12, headline);
        svg.rectangle(0, 0, Sheet.WIDTH + Legend.WIDTH + 30, TOP + height + 12, "fill=\"#fff\"");
        svg.words(14, 28, headline, "font-size=\"25\" font-weight=\"700\" fill=\"#1c2733\" dominant-baseline=\"central\"");
        svg.words(14, 56, headline(areas, "name_en"), "font-size=\"14\" fill=\"#56616d\" dominant-baseline=\"central\"");
        svg.raw("<svg x=\"12\" y=\"" + Svg.number(TOP) + "\" width=\"" + Svg.number(Sheet.WIDTH) + "\" height=\""
                + Svg.number(sheet.height()) + "\">");
        svg.rectangle(0, 0, Sheet.WIDTH, sheet.height(), "fill=\"#e3ecf1\"");
        drawGround(units, areas, painted);
        Set<Status> statuses = new TreeSet<>();
        Set<CorridorStyle> styles = drawCorridors(corridors, statuses);
        Set<HubMark> marks = drawHubs(hubs);
        nameCounties(units);
        nameCorridors(corridors);
        words.forEach(svg::raw);
        svg.rectangle(0, 0, Sheet.WIDTH, sheet.height(), "fill=\"none\" stroke=\"#5c6b78\" stroke-width=\"1.5\"");
        svg.raw("</svg>");
        Legend legend = new Legend(svg, TOP + 10);
        legend.areas(painted);
        legend.corridors(styles, statuses);
        legend.hubs(marks);
        legend.scale(sheet.dotsPerKilometre());
        legend.origin(asOf, TOP + height);
        return svg.close();
    }

    private void drawGround(List<StoredFeature> units, List<StoredFeature> areas, List<Legend.Painted> painted) {
        for (StoredFeature unit : units) {
            svg.path(sheet.path(unit.feature().geometry()), "fill=\"#f8f5ee\" stroke=\"#cdc6b8\" stroke-width=\".7\"");
        }
        for (StoredFeature unit : units) {
            if (isPrefecture(unit.feature())) {
                svg.path(sheet.path(unit.feature().geometry()), "fill=\"none\" stroke=\"#948b7a\" stroke-width=\"1.2\"");
                nameInside(unit.feature(), 19, "font-weight=\"700\" fill=\"#2a3541\"");
            }
        }
        for (int i = 0; i < areas.size(); i++) {
            svg.path(sheet.path(areas.get(i).feature().geometry()), "fill=\"" + painted.get(i).colour()
                    + "\" fill-opacity=\".16\" stroke=\"" + painted.get(i).colour() + "\" stroke-opacity=\".85\" stroke-width=\"2.4\" stroke-linejoin=\"round\"");
        }
    }

    private Set<CorridorStyle> drawCorridors(List<StoredFeature> corridors, Set<Status> statuses) {
        Set<CorridorStyle> seen = EnumSet.noneOf(CorridorStyle.class);
        for (CorridorStyle style : CorridorStyle.values()) {
            for (StoredFeature corridor : corridors) {
                if (CorridorStyle.of(corridor.feature().text("mode")) != style || corridor.feature().geometry() == null) {
                    continue;
                }
                Status status = corridor.existence().statusAt(asOf.date());
                String line = sheet.path(corridor.feature().geometry());
                svg.path(line, "fill=\"none\" stroke-linejoin=\"round\" " + style.attributes(status));
                seen.add(style);
                statuses.add(status);
            }
        }
        return seen;
    }

    private Set<HubMark> drawHubs(List<StoredFeature> hubs) {
        Set<HubMark> seen = EnumSet.noneOf(HubMark.class);
        for (StoredFeature hub : hubs) {
            Point at = (Point) hub.feature().geometry();
            double x = sheet.x(at.getX());
            double y = sheet.y(at.getY());
            HubMark mark = HubMark.of(hub.feature().text("kind"));
            seen.add(mark);
            boolean built = hub.existence().builtAt(asOf.date());
            words.add(mark.svg(Svg.number(x), Svg.number(y), built));
            String text = hubName(hub.feature());
            write(labels.placeBeside(x, y, HubMark.RADIUS, text, 11), text, 11, "fill=\"" + mark.colour() + "\"");
        }
        return seen;
    }

    private void keepFree(StoredFeature hub) {
        Point at = (Point) hub.feature().geometry();
        labels.keepFree(sheet.x(at.getX()), sheet.y(at.getY()), HubMark.RADIUS);
    }

    private void nameCounties(List<StoredFeature> units) {
        for (StoredFeature unit : units) {
            if (!isPrefecture(unit.feature())) {
                nameInside(unit.feature(), 11.5, "fill=\"#6a6355\"");
            }
        }
    }

    /** Railways by name, at the middle of their longest part in view. */
    private void nameCorridors(List<StoredFeature> corridors) {
        for (StoredFeature corridor : corridors) {
            CorridorStyle style = CorridorStyle.of(corridor.feature().text("mode"));
            Geometry seen = inView(corridor.feature().geometry());
            if (style == null || style.compareTo(CorridorStyle.INTERCITY) < 0 || seen.isEmpty()) {
                continue;
            }
            @SuppressWarnings("unchecked")
            List<LineString> parts = LinearComponentExtracter.getLines(seen);
            parts.stream().max(Comparator.comparingDouble(LineString::getLength)).ifPresent(part -> {
                double length = part.getLength();
                var middle = new LengthIndexedLine(part).extractPoint(length / 2);
                String text = corridor.feature().text("name_zh");
                Labels.Place place = labels.placeBeside(sheet.x(middle.x), sheet.y(middle.y), 2, text, 10);
                write(place, text, 10, "fill=\"" + style.colour() + "\"");
            });
        }
    }

    private void nameInside(Feature unit, double size, String attributes) {
        Geometry seen = inView(unit.geometry());
        if (seen.isEmpty()) {
            return;
        }
        Point at = seen.getInteriorPoint();
        String text = name(unit);
        write(labels.placeOn(sheet.x(at.getX()), sheet.y(at.getY()), text, size), text, size, attributes);
    }

    private void write(Labels.Place place, String text, double size, String attributes) {
        if (place != null) {
            words.add("<text x=\"" + Svg.number(place.x()) + "\" y=\"" + Svg.number(place.y()) + "\" font-size=\""
                    + Svg.number(size) + "\" " + attributes + HALO + ">" + Svg.escaped(text) + "</text>");
        }
    }

    private Geometry inView(Geometry geometry) {
        return OverlayNGRobust.overlay(geometry, frame, OverlayNG.INTERSECTION);
    }

    /** What the store holds of a collection in view; nothing of a collection that it does not know. */
    private List<StoredFeature> read(String collection) {
        List<StoredFeature> features = new ArrayList<>();
        if (store.findCollection(collection).isPresent()) {
            store.read(collection, query, Page.first(Page.EVERYTHING), features::add);
        }
        return features;
    }

    private static List<StoredFeature> largestFirst(List<StoredFeature> features) {
        return features.stream()
                .sorted(Comparator.comparingDouble((StoredFeature f) -> -f.feature().geometry().getArea()))
                .toList();
    }

    private static List<Legend.Painted> paintedAreas(List<StoredFeature> areas) {
        List<Legend.Painted> painted = new ArrayList<>();
        for (StoredFeature area : areas) {
            painted.add(new Legend.Painted(area.feature().text("name_zh"), COLOURS.get(painted.size() % COLOURS.size())));
        }
        return painted;
    }

    private static String headline(List<StoredFeature> areas, String name) {
        return areas.isEmpty()
                ? "同城 Tongcheng"
                : areas.stream().limit(3).map(a -> a.feature().text(name)).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static boolean isPrefecture(Feature unit) {
        return "prefecture".equals(unit.text("level"));
    }

    /** In both languages where that is short enough to stand beside a mark. */
    private static String hubName(Feature hub) {
        String both = name(hub);
        return both.length() <= LONGEST_NAME || hub.text("name_zh") == null ? both : hub.text("name_zh");
    }

    private static String name(Feature feature) {
        String zh = feature.text("name_zh");
        String en = feature.text("name_en");
        return zh == null ? feature.id() : en == null ? zh : zh + " " + en.replaceAll(" \\(.*\\)| International Airport", "");
    }
}
