package org.tongcheng.exchange.drawing;

import java.util.List;
import java.util.Set;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Status;

/** The column beside the map: what was drawn and how, the scale, and where it comes from. */
final class Legend {

    static final double WIDTH = 290;
    private static final double LEFT = Sheet.WIDTH + 20;
    private static final double ROW = 24;
    private static final double SIGN = 34;
    private static final String TEXT = "font-size=\"12.5\" fill=\"#333\" dominant-baseline=\"central\"";
    private static final String HEADING = "font-size=\"12.5\" font-weight=\"700\" fill=\"#111\" dominant-baseline=\"central\"";
    /** The scale bar is the longest of these that fits. */
    private static final double[] KILOMETRES = {500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1};
    private static final double LONGEST_BAR = 200;

    private final Svg svg;
    private double y;

    Legend(Svg svg, double top) {
        this.svg = svg;
        this.y = top;
    }

    void areas(List<Painted> areas) {
        if (areas.isEmpty()) {
            return;
        }
        heading("都市圈 Areas");
        for (Painted area : areas) {
            svg.rectangle(LEFT, y - 8, SIGN - 8, 16, "fill=\"" + area.colour() + "\" fill-opacity=\".22\" stroke=\"" + area.colour()
                    + "\" stroke-width=\"2\"");
            row(area.title());
        }
        gap();
    }

    void corridors(Set<CorridorStyle> styles, Set<Status> statuses) {
        if (styles.isEmpty()) {
            return;
        }
        heading("线路 Corridors");
        for (CorridorStyle style : styles) {
            svg.line(LEFT, LEFT + SIGN - 8, y, style.attributes(Status.OPEN));
            row(style.title().zh() + " " + style.title().en());
        }
        gap();
        for (Status status : statuses) {
            svg.line(LEFT, LEFT + SIGN - 8, y, CorridorStyle.HIGH_SPEED.attributes(status).replace("#b9273c", "#555"));
            row(words(status));
        }
        gap();
    }

    void hubs(Set<HubMark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        heading("枢纽 Hubs");
        for (HubMark mark : marks) {
            svg.raw(mark.svg(Svg.number(LEFT + 12), Svg.number(y), true));
            row(mark.title().zh() + " " + mark.title().en());
        }
        gap();
    }

    void scale(double dotsPerKilometre) {
        for (double kilometres : KILOMETRES) {
            double length = kilometres * dotsPerKilometre;
            if (length <= LONGEST_BAR) {
                svg.rectangle(LEFT, y - 3, length / 2, 6, "fill=\"#333\" stroke=\"#333\"");
                svg.rectangle(LEFT + length / 2, y - 3, length / 2, 6, "fill=\"#fff\" stroke=\"#333\"");
                svg.words(LEFT + length + 8, y, Svg.number(kilometres) + " km", TEXT);
                y += ROW + 8;
                return;
            }
        }
    }

    void origin(AsOf asOf, double bottom) {
        List<String> lines = List.of(
                "As of " + asOf.date() + (asOf.scenario() == Scenario.BUILT ? ", built only" : ", with what was planned by then"),
                "Lines are schematic: see accuracy_m of each.",
                "Ground outside the catalogue's units is blank.",
                "Outlines after Apache ECharts (Apache-2.0);",
                "metro stations after MetroMan (MIT); plans as",
                "cited. Drawn by Tongcheng 同城.");
        double at = Math.max(y, bottom - 16.0 * lines.size());
        for (String line : lines) {
            svg.words(LEFT, at, line, "font-size=\"11\" fill=\"#666\" dominant-baseline=\"central\"");
            at += 16;
        }
    }

    private void heading(String words) {
        svg.words(LEFT, y, words, HEADING);
        y += ROW;
    }

    private void row(String words) {
        svg.words(LEFT + SIGN, y, words, TEXT);
        y += ROW;
    }

    private void gap() {
        y += ROW / 3;
    }

    private static String words(Status status) {
        return switch (status) {
            case OPEN -> "已建成 Built";
            case UNDER_CONSTRUCTION -> "在建 Under construction";
            case PLANNED -> "规划 Planned";
            case PROPOSED -> "设想 Proposed";
            case UNKNOWN -> "状态不明 Status not stated";
        };
    }

    /** An area as it was painted. */
    record Painted(String title, String colour) {}
}
