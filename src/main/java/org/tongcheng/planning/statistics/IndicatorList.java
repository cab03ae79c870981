package org.tongcheng.planning.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.Used;

/** Which indicators are there? Those of the units and those of users' collections whose rows name their unit. */
public final class IndicatorList implements PlanningQuestion {

    private static final Text DEFINITION = new Text(
            "可统计的指标：行政单元的数值属性，以及各行指明行政单元的自建数据集的数值属性，其声明说明如何汇总（求和、按面积或按人口平均，或不可汇总）。",
            "The indicators there are: numeric properties of units, and of users' collections whose rows name their unit, whose "
                    + "declaration says how they add up (sum, mean by area or by people, or not at all).");

    /**
     * @param id           as {@code indicator} takes it
     * @param title        what people call it
     * @param meaning      one sentence; null where none is declared
     * @param unit         UCUM code; null where none is declared
     * @param aggregate    sum, mean-by-area, mean-by-people or none
     * @param years        known without reading rows; empty where none is stated or rows state them
     * @param collection   whose property it is
     * @param unitProperty by which rows name their unit; null for properties of the units themselves
     * @param yearProperty by which rows name their year; null where there is none
     */
    record Listed(String id, Text title, Text meaning, String unit, String aggregate, List<Integer> years, String collection,
            String unitProperty, String yearProperty) {}

    /** @param indicators those of the units first */
    record Listing(AnswerHeader header, List<Listed> indicators) implements Answer {

        private static final List<String> COLUMNS =
                List.of("id", "title_zh", "title_en", "unit", "aggregate", "years", "collection", "unit_property", "year_property");

        @Override
        public Table table(Datum datum) {
            return new Table(COLUMNS, indicators.stream().map(Listing::row).toList());
        }

        @Override
        public List<AnswerFeature> drawn() {
            return List.of();
        }

        private static List<Object> row(Listed i) {
            return Arrays.asList(i.id(), i.title().zh(), i.title().en(), i.unit(), i.aggregate(),
                    i.years().stream().map(String::valueOf).collect(Collectors.joining(";")), i.collection(), i.unitProperty(), i.yearProperty());
        }
    }

    @Override
    public String name() {
        return "statistics/indicators";
    }

    @Override
    public Text title() {
        return new Text("统计指标", "Indicators");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        AnswerHeader header = new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                DEFINITION, StreetsUsed.NONE, new Used.Gathering().used(asked.circumstances().explain()), List.of(), List.of());
        return new Listing(header, Indicators.declared(records).stream().map(IndicatorList::listed).toList());
    }

    private static Listed listed(Indicator indicator) {
        PropertyDeclaration property = indicator.property();
        return new Listed(indicator.id(), property.title(), property.meaning(), property.unit(), property.aggregate(), indicator.years(),
                indicator.collection(), indicator.unitProperty(), indicator.yearProperty());
    }
}
