package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Table;

/**
 * What each corridor gains.
 *
 * @param drawn the players' courses
 */
record GainAnswer(AnswerHeader header, Body body, List<AnswerFeature> drawn) implements Answer {

    /**
     * What stands in the answer beside its header.
     *
     * @param area      id of the area
     * @param origins   where one sets out, the nearest of them
     * @param minutes   within which is counted
     * @param built     what is within the minutes without the players; no minutes are saved
     * @param whole     what all players gain
     * @param method    how the shares came about
     * @param corridors one for each player, the largest share of people first
     * @param idle      corridors that the scenario adds but the profile does not travel: they gain nothing here
     */
    record Body(String area, List<Origin> origins, int minutes, Measures built, Measures whole, Method method, List<Entry> corridors,
            List<Idle> idle) {}

    /**
     * @param kind      exact or sampled
     * @param orders    how many orders were drawn; null where exact
     * @param seed      of the orders, in hexadecimal; null where exact
     * @param players   how many
     * @param spacingKm between the points by which people and land are counted
     * @param points    how many of them the whole plan brings within the minutes
     * @param people    how people are counted
     */
    record Method(String kind, Integer orders, String seed, int players, double spacingKm, int points, String people) {}

    /**
     * @param id            of the row that names the player
     * @param status        at the date
     * @param due           year by which it should open; null where nobody says
     * @param kilometres    of its longest row
     * @param sameTrack     ids of the other rows that play with it
     * @param share         its order-independent share
     * @param standardError of the share; 0 where exact
     * @param alone         what it gains if nothing else is built
     * @param missing       what the whole plan loses without it
     * @param sharePerKm    and likewise the others: divided by the kilometres
     */
    record Entry(String id, Text name, String mode, String status, Integer due, double kilometres, List<String> sameTrack,
            Measures share, Measures standardError, Measures alone, Measures missing, Measures sharePerKm, Measures alonePerKm,
            Measures missingPerKm) {}

    /** A corridor that nobody travels here. */
    record Idle(String id, Text name, String mode) {}

    private static final List<String> PARTS = List.of("share", "standard_error", "alone", "missing", "share_per_km", "alone_per_km",
            "missing_per_km");

    @Override
    public Text result() {
        Measures whole = body.whole();
        Text text = new Text("全部规划线路使" + body.minutes() + "分钟内新增" + AnswerNumbers.plain(Math.rint(whole.people())) + "人、"
                + AnswerNumbers.plain(whole.km2()) + " km²", "all planned corridors together bring "
                + AnswerNumbers.plain(Math.rint(whole.people())) + " people and " + AnswerNumbers.plain(whole.km2()) + " km² within "
                + body.minutes() + " minutes");
        if (body.corridors().isEmpty()) {
            return text;
        }
        Entry first = body.corridors().get(0);
        String people = AnswerNumbers.plain(Math.rint(first.share().people())) + " ± " + AnswerNumbers.plain(Math.ceil(first.standardError().people()));
        return new Text(text.zh() + "；份额最大者" + first.name().zh() + "：" + people + "人（标准误差）",
                text.en() + "; the largest share has " + first.name().en() + ": " + people + " people (standard error)");
    }

    @Override
    public Optional<Table> facts() {
        Measures whole = body.whole();
        return Optional.of(new Table(List.of("whole_people", "whole_km2", "whole_units", "whole_minutes_saved", "whole_pairs", "players", "method", "orders"),
                List.of(Arrays.asList(whole.people(), whole.km2(), whole.units(), whole.minutesSaved(), whole.pairs(), body.method().players(),
                        body.method().kind(), body.method().orders()))));
    }

    @Override
    public Table table(Datum datum) {
        List<String> columns = new ArrayList<>(List.of("corridor", "name_zh", "name_en", "mode", "status", "due", "kilometres"));
        for (String part : PARTS) {
            for (String measure : List.of("people", "km2", "units", "minutes_saved", "pairs")) {
                columns.add(part + "_" + measure);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Entry e : body.corridors()) {
            List<Object> row = new ArrayList<>(Arrays.asList(e.id(), e.name().zh(), e.name().en(), e.mode(), e.status(), e.due(),
                    e.kilometres()));
            for (Measures m : List.of(e.share(), e.standardError(), e.alone(), e.missing(), e.sharePerKm(), e.alonePerKm(), e.missingPerKm())) {
                row.addAll(List.of(m.people(), m.km2(), m.units(), m.minutesSaved(), m.pairs()));
            }
            row.add(String.join(";", e.sameTrack()));
            rows.add(row);
        }
        columns.add("same_track");
        return new Table(columns, rows);
    }

    /** A player's course. */
    static AnswerFeature line(String id, Geometry course, Text name) {
        return new AnswerFeature(id, course, name);
    }
}
