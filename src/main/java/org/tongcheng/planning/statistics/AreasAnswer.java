package org.tongcheng.planning.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * The figures of all areas side by side; areas overlap, so that they add up to nothing.
 *
 * @param indicator what was counted
 * @param areas     one for each area, in the catalogue's order
 * @param drawn     the areas as stored
 */
record AreasAnswer(AnswerHeader header, Indicator.Face indicator, List<Figure> areas, List<AnswerFeature> drawn) implements Answer {

    private static final List<String> COLUMNS = List.of("area", "name_zh", "name_en", "indicator", "year", "unit", "aggregate", "value",
            "bound", "members", "members_with_value", "member_share", "area_share", "missing", "counted_once", "counted_whole");

    @Override
    public Table table(Datum datum) {
        return new Table(COLUMNS, areas.stream().map(this::row).toList());
    }

    private List<Object> row(Figure f) {
        return Arrays.asList(f.area(), f.name().zh(), f.name().en(), indicator.id(), indicator.year(), indicator.unit(),
                indicator.aggregate(), f.value(), f.bound(), f.completeness().members(), f.completeness().withValue(),
                f.completeness().share(), f.completeness().areaShare(),
                f.missing().stream().map(Figure.Missing::name).collect(Collectors.joining(";")),
                f.countedOnce().stream().map(Figure.CountedOnce::name).collect(Collectors.joining(";")),
                String.join(";", f.countedWhole()));
    }
}
