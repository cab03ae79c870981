package org.tongcheng.planning.conflicts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * What stands too near what.
 *
 * @param area      id of the area
 * @param sites     how many sites of a kind that a rule names lie in it
 * @param certain   how many conflicts are certain
 * @param uncertain how many are not
 * @param rules     those that were asked by
 * @param features  where they share ground, else the way between them, each with its {@link Conflict}; certain ones first, then the nearest
 */
record ConflictsAnswer(AnswerHeader header, String area, int sites, long certain, long uncertain, List<ConflictRule> rules,
        List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("rule", "certainty", "distance_m", "required_m", "accuracy_m", "overlap_km2",
            "first", "first_name_zh", "first_name_en", "first_kind", "first_unit", "second", "second_name_zh", "second_name_en",
            "second_kind", "second_unit", "reason_zh", "reason_en", "basis_zh", "basis_en", "distance_rests_on", "why_zh", "why_en");

    @Override
    public Text result() {
        return new Text(sites + "处设施中，确定的冲突" + certain + "处，不确定的" + uncertain + "处",
                certain + " certain and " + uncertain + " uncertain conflicts among " + sites + " sites");
    }

    @Override
    public Table table(Datum datum) {
        return new Table(COLUMNS, features.stream().map(f -> row((Conflict) f.properties())).toList());
    }

    private static List<Object> row(Conflict c) {
        Conflict.Side first = c.first();
        Conflict.Side second = c.second();
        return Arrays.asList(c.rule(), c.certainty(), c.distanceM(), c.requiredM(), c.accuracyM(), c.overlapKm2(),
                first.feature(), first.name().zh(), first.name().en(), first.kind(), c.border().get(0),
                second.feature(), second.name().zh(), second.name().en(), second.kind(), c.border().get(1),
                c.reason().zh(), c.reason().en(), c.basis().zh(), c.basis().en(), c.distanceRestsOn(),
                c.why().stream().map(Text::zh).collect(Collectors.joining("；")),
                c.why().stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
