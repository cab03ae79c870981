package org.tongcheng.planning.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Used;

/** What do an area's members come to, each place once? Of one area, or of every area where none is named. */
public final class Statistics implements PlanningQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area; every area where it is left out.");

    static final Parameter<String> INDICATOR = Parameter.optional("indicator",
            new Form<>(Statistics::name, name -> name, "a name out of /statistics/indicators", List.of(), "string", false),
            "What is counted: one of /statistics/indicators.").required();

    static final Parameter<Integer> YEAR = Parameter.optional("year", Form.whole(1000, 2999),
            "The year the values are of; the latest known at the date asked about where it is left out.");

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Text title() {
        return new Text("统计", "Statistics");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA, INDICATOR, YEAR);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        AsOf asOf = asked.circumstances().asOf();
        Optional<Area> area = asked.find(AREA).map(id -> records.area(id, AREA));
        Indicator.Edition open = Indicators.find(records, asked.get(INDICATOR), asked.find(YEAR).orElse(null), asOf.date().getYear());
        List<Area> areas = area.map(List::of).orElseGet(records::areas);
        Used.Gathering used = new Used.Gathering();
        areas.forEach(a -> used.add(Collections.AREAS, a.id(), a.revision()));
        UnitValues values = new UnitValues(records, asOf, used);
        Indicator.Edition edition = values.dated(open, areas.stream().flatMap(a -> a.members().stream()).map(Member::adcode).distinct().toList());
        Reckoning reckoning = new Reckoning(records, values, edition);
        List<Figure> figures = areas.stream().map(reckoning::of).toList();
        List<String> warnings = new ArrayList<>();
        if (edition.year() != null && edition.year() > asOf.date().getYear()) {
            warnings.add("the values are of " + edition.year() + ", after the date asked about");
        }
        for (int i = 0; i < figures.size(); i++) {
            warn(areas.get(i), figures.get(i), warnings);
        }
        if (area.isEmpty()) {
            return new AreasAnswer(header(asked, edition, null, used, warnings), edition.face(), figures,
                    areas.stream().map(a -> new AnswerFeature(Collections.AREAS + "/" + a.id(), a.geometry(), a.name())).toList());
        }
        List<Statement> statements = Statement.of(area.get(), records, asOf.date(), used);
        return new StatisticsAnswer(header(asked, edition, area.get(), used, warnings), edition.face(), figures.get(0), statements,
                drawn(figures.get(0), records));
    }

    private static String name(String text) {
        if (!text.matches("[^\\s,\\p{Cntrl}]{1,125}")) {
            throw new IllegalArgumentException("'" + text + "' is no name");
        }
        return text;
    }

    private static List<AnswerFeature> drawn(Figure figure, Records records) {
        return figure.members().stream()
                .flatMap(m -> records.findUnit(m.adcode()).filter(u -> u.geometry() != null).stream()
                        .map(u -> new AnswerFeature(Collections.UNITS + "/" + u.adcode(), u.geometry(), m)))
                .toList();
    }

    private static void warn(Area area, Figure figure, List<String> warnings) {
        String id = area.id() + ": ";
        if (!figure.countedWhole().isEmpty()) {
            warnings.add(id + "of these members it is unknown how much takes part, they count whole"
                    + (figure.bound().equals(Figure.UPPER) ? ", so that the value is an upper bound: " : ": ")
                    + String.join(", ", figure.countedWhole()));
        }
        if (!figure.missing().isEmpty()) {
            warnings.add(id + "no value is known of these members, they are not counted: "
                    + figure.missing().stream().map(m -> m.adcode() + " " + m.name()).collect(Collectors.joining(", ")));
        }
        if (area.members().isEmpty()) {
            warnings.add(id + "no members are on record, there is nothing to count");
        }
        String context = area.contextMembers().stream().map(m -> m.adcode() + " " + m.name()).collect(Collectors.joining(", "));
        if (!context.isEmpty()) {
            warnings.add(id + "by other readings of its plan these take part, wholly or in part; they are not counted: " + context);
        }
    }

    private static AnswerHeader header(Asked asked, Indicator.Edition edition, Area area, Used.Gathering used, List<String> warnings) {
        return new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                definition(edition, area), StreetsUsed.NONE, used.used(asked.circumstances().explain()), List.of(), warnings);
    }

    private static Text definition(Indicator.Edition edition, Area area) {
        Text title = edition.property().title();
        boolean told = edition.year() == null || title.zh().contains(edition.year().toString());
        String year = told ? "" : edition.year().toString();
        String how = edition.aggregate();
        String zh = (area == null ? "各规划区域" : area.name().zh()) + "的“" + title.zh() + "”" + (year.isEmpty() ? "" : "（" + year + "年）") + "：成员行政单元数值"
                + (how.equals(Indicator.SUM) ? "之和" : how.equals(Indicator.MEAN_BY_AREA) ? "按面积加权的平均" : "按2020年人口加权的平均")
                + "，每处只计一次；参与范围不明的成员按整体计入，缺数值的成员不计；规划文件自述的数字另列，不相加。";
        String en = title.en() + (year.isEmpty() ? "" : " (" + year + ")") + " of " + (area == null ? "each planning area" : area.name().en()) + ": "
                + (how.equals(Indicator.SUM) ? "the sum" : how.equals(Indicator.MEAN_BY_AREA) ? "the mean, weighted by measured area,"
                        : "the mean, weighted by people (census 2020),")
                + " of its members' values, each place once; a member of unknown extent counts whole, one without a value not at all; what"
                + " plans state themselves stands beside and is not added.";
        return new Text(zh, en);
    }
}
