package org.tongcheng.planning.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Table;

/**
 * An area's figure.
 *
 * @param indicator  what was counted
 * @param body       the figure
 * @param statements what plans state about the area, never added
 * @param drawn      the members' units
 */
record StatisticsAnswer(AnswerHeader header, Indicator.Face indicator, Figure body, List<Statement> statements, List<AnswerFeature> drawn)
        implements Answer {

    private static final List<String> COLUMNS = List.of("row", "id", "name", "indicator", "year", "unit", "value", "counted", "note");

    @Override
    public Text result() {
        if (body.value() == null) {
            return new Text("没有已知数值", "no value is known");
        }
        String value = AnswerNumbers.plain(body.value().doubleValue()) + (indicator.unit() == null ? "" : " " + indicator.unit());
        Figure.Completeness rests = body.completeness();
        return new Text(value + "，" + rests.members() + "个成员中" + rests.withValue() + "个有数值" + Figure.wording(body.bound()).zh(),
                value + ", values are known of " + rests.withValue() + " of " + rests.members() + " members" + Figure.wording(body.bound()).en());
    }

    /** The area first, then its members, then what plans state; only members that are counted add up to the area. */
    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("area", body.area(), body.name().zh(), body.value(), null, "bound: " + body.bound()));
        body.members().forEach(m -> rows.add(row("member", m.adcode(), m.name(), m.value(), m.counted(), note(m))));
        statements.forEach(s -> rows.add(Arrays.asList("statement", s.id(), s.subject(), s.indicator(), s.year(), s.unitOfMeasure(), s.value(),
                false, s.qualifier())));
        return new Table(COLUMNS, rows);
    }

    private List<Object> row(String kind, String id, String name, Number value, Boolean counted, String note) {
        return Arrays.asList(kind, id, name, indicator.id(), indicator.year() == null ? null : indicator.year().toString(), indicator.unit(),
                value, counted, note);
    }

    private String note(Figure.MemberFigure member) {
        Optional<String> held = body.countedOnce().stream().filter(c -> c.adcode().equals(member.adcode()))
                .map(c -> "counted once, within " + c.containedIn()).findFirst();
        Optional<String> fault = body.missing().stream().filter(m -> m.adcode().equals(member.adcode())).map(Figure.Missing::reason).findFirst();
        return held.or(() -> fault).orElse(member.part());
    }
}
