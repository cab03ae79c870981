package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * What is reached, one feature for each origin (or for all of them together) and time budget, shortest first.
 *
 * @param origins  where one sets out or arrives, with the points used
 * @param method   how the areas were drawn and how far that may be off
 * @param features their properties are {@link Reached}
 */
record CircleAnswer(AnswerHeader header, List<Departure> origins, Text method, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("origin", "minutes", "area_km2", "population_low", "population_best",
            "population_high", "units", "stops", "corridors", "truncated");

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            Reached r = (Reached) feature.properties();
            rows.add(Arrays.asList(r.origin(), r.minutes(), r.areaKm2(), r.population().low(), r.population().best(),
                    r.population().high(), r.units().size(), r.stops().size(),
                    String.join(";", r.corridors().stream().map(CorridorUsed::id).toList()), r.truncated()));
        }
        return new Table(COLUMNS, rows);
    }
}
