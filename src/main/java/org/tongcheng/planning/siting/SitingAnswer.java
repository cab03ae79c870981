package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Table;

/**
 * Whether sites fit.
 *
 * @param body     of a single site its {@link Verdict}, of several a {@link Batch}
 * @param layers   those that rules asked about
 * @param features the sites in the order given, each with its {@link Verdict}
 */
record SitingAnswer(AnswerHeader header, Record body, List<LayerNote> layers, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("site", "name_zh", "name_en", "kind", "verdict", "rule", "outcome", "measured",
            "unit", "required", "accuracy_m", "overlap_m2", "overlap_share", "layer", "features", "why_zh", "why_en", "reason_zh", "reason_en",
            "basis_zh", "basis_en", "rests_on", "clause_read", "shift_m", "shift_bearing_deg");

    List<Verdict> verdicts() {
        return features.stream().map(f -> (Verdict) f.properties()).toList();
    }

    /** The sites, where they are in conflict or may be, and where they would not. */
    @Override
    public List<AnswerFeature> drawn() {
        List<AnswerFeature> drawn = new ArrayList<>(features);
        for (Verdict verdict : verdicts()) {
            verdict.checks().stream().filter(c -> c.geometry() != null)
                    .forEach(c -> drawn.add(new AnswerFeature(verdict.site() + ": " + c.rule() + " " + c.outcome(), c.geometry(), null)));
            if (verdict.shift() != null && verdict.shift().geometry() != null) {
                drawn.add(new AnswerFeature(verdict.site() + " + " + verdict.shift().metres() + " m", verdict.shift().geometry(), null));
            }
        }
        return drawn;
    }

    @Override
    public Text result() {
        if (body instanceof Verdict one) {
            Outcomes o = one.outcomes();
            return new Text(Notes.zh(one.verdict()) + "：" + one.checks().size() + "条规则中不符合" + o.fail() + "条，有条件" + o.conditional() + "条，无法判断"
                    + o.unknown() + "条，符合" + o.pass() + "条",
                    one.verdict() + ": of " + one.checks().size() + " rules " + o.fail() + " failed, " + o.conditional() + " conditional, "
                            + o.unknown() + " unknown, " + o.pass() + " passed");
        }
        Batch batch = (Batch) body;
        return new Text(
                batch.sites() + "个场地：" + batch.verdicts().entrySet().stream().map(e -> Notes.zh(e.getKey()) + e.getValue() + "个")
                        .collect(Collectors.joining("，")),
                batch.sites() + " sites: " + batch.verdicts().entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public Optional<Table> facts() {
        if (body instanceof Verdict one) {
            Outcomes o = one.outcomes();
            Long shift = one.shift() == null ? null : one.shift().metres();
            return Optional.of(new Table(List.of("verdict", "fail", "conditional", "unknown", "pass", "layers_missing", "shift_m"), List.of(
                    Arrays.asList(one.verdict(), o.fail(), o.conditional(), o.unknown(), o.pass(), String.join(";", one.layersMissing()), shift))));
        }
        Batch batch = (Batch) body;
        return Optional.of(new Table(List.copyOf(batch.verdicts().keySet()), List.of(List.copyOf(batch.verdicts().values()))));
    }

    /** One row for each check. */
    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        verdicts().forEach(verdict -> verdict.checks().forEach(check -> rows.add(row(verdict, check))));
        return new Table(COLUMNS, rows);
    }

    private static List<Object> row(Verdict v, Check c) {
        Shift shift = v.shift();
        return Arrays.asList(v.site(), v.name().zh(), v.name().en(), v.kind(), v.verdict(), c.rule(), c.outcome(),
                c.measured() == null ? null : c.measured().value(), c.measured() == null ? null : c.measured().unit(),
                c.required() == null ? null : c.required().relation() + " " + AnswerNumbers.plain(c.required().value()),
                c.accuracyM(), c.overlap() == null ? null : c.overlap().m2(), c.overlap() == null ? null : c.overlap().share(), c.layer(),
                c.features().stream().map(Concerned::feature).collect(Collectors.joining(";")), c.why().zh(), c.why().en(),
                c.reason().zh(), c.reason().en(), c.basis().zh(), c.basis().en(), c.restsOn(), c.clauseRead(),
                shift == null ? null : shift.metres(), shift == null ? null : shift.bearingDeg());
    }
}
