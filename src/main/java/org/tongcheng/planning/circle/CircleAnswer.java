package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Table;

/**
 * What is reached, one feature for each origin (or for all of them together) and time budget, shortest first.
 *
 * @param origins  where one sets out or arrives, with the points used
 * @param method   how the areas were drawn and how far that may be off
 * @param features their properties are {@link Reached}
 */
record CircleAnswer(AnswerHeader header, List<Departure> origins, Text method, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> STATION_COLUMNS = List.of("origin", "minutes", "seconds", "stop", "name", "corridor");

    private static final List<String> COLUMNS = List.of("origin", "minutes", "area_km2", "population_low", "population_best",
            "population_high", "units", "stops", "corridors", "truncated");

    @Override
    public Text result() {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (AnswerFeature feature : features) {
            Reached r = (Reached) feature.properties();
            if (r.areaKm2() == null) {
                zh.add((r.origin() == null ? "" : r.origin() + "：") + r.minutes() + "分钟" + r.stops().size() + "个车站");
                en.add((r.origin() == null ? "" : r.origin() + ": ") + r.minutes() + " minutes " + r.stops().size() + " stations");
                continue;
            }
            String km2 = AnswerNumbers.plain(Math.rint(r.areaKm2()));
            Reached.Population p = r.population();
            zh.add((r.origin() == null ? "" : r.origin() + "：") + r.minutes() + "分钟" + km2 + "平方公里，" + p.best() + "人（" + p.low() + "至" + p.high() + "）");
            en.add((r.origin() == null ? "" : r.origin() + ": ") + r.minutes() + " minutes " + km2 + " km², " + p.best() + " people (" + p.low() + " to " + p.high() + ")");
        }
        return new Text(String.join("；", zh) + "；" + method.zh(), String.join("; ", en) + "; " + method.en());
    }

    @Override
    public List<Coordinate> marks() {
        return origins.stream().flatMap(o -> o.points().stream()).map(Departure.Point::at).toList();
    }

    @Override
    public Table table(Datum datum) {
        if (features.stream().allMatch(f -> f.geometry() == null)) {
            return stations();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            Reached r = (Reached) feature.properties();
            rows.add(Arrays.asList(r.origin(), r.minutes(), r.areaKm2(), r.population().low(), r.population().best(),
                    r.population().high(), r.units().size(), r.stops().size(),
                    String.join(";", r.corridors().stream().map(CorridorUsed::id).toList()), r.truncated()));
        }
        return new Table(COLUMNS, rows);
    }

    /** Each station once for each origin, with the shortest of the budgets that holds it. */
    private Table stations() {
        List<List<Object>> rows = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (AnswerFeature feature : features) {
            Reached r = (Reached) feature.properties();
            for (Reached.StopReached stop : r.stops()) {
                if (seen.add(Arrays.asList(r.origin(), stop.id()))) {
                    rows.add(Arrays.asList(r.origin(), r.minutes(), stop.seconds(), stop.id(), stop.name(), stop.corridor()));
                }
            }
        }
        return new Table(STATION_COLUMNS, rows);
    }
}
