package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * Where roads do not go on over borders.
 *
 * @param area       id of the area
 * @param toleranceM within which of a border an end counts, metres
 * @param modes      what was looked at
 * @param crossings  how many roads cross the borders, each border's on its own
 * @param counts     of the findings
 * @param borders    each border of the area, crossed or not
 * @param features   each finding, at its end or from end to end: certain ones first, then by the seconds gained
 */
record ContinuityAnswer(AnswerHeader header, String area, double toleranceM, List<String> modes, int crossings, Counts counts,
        List<BorderTally.Row> borders, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("id", "kind", "certainty", "gap_m", "gap_error_m", "from_road", "from_name_zh",
            "from_name_en", "from_class", "from_lon", "from_lat", "from_unit", "from_unit_zh", "to_road", "to_name_zh", "to_name_en",
            "to_class", "to_lon", "to_lat", "to_unit", "to_unit_zh", "border_level", "border_of", "join_road", "join_m", "seconds_before",
            "seconds_after", "seconds_gained", "reason");

    record Counts(int deadEnds, int offsets, int classChanges, int certain, int uncertain) {

        static Counts of(List<Finding> findings) {
            return new Counts(count(findings, Finding.DEAD_END), count(findings, Finding.OFFSET), count(findings, Finding.CLASS_CHANGE),
                    (int) findings.stream().filter(f -> f.certainty().equals(Finding.CERTAIN)).count(),
                    (int) findings.stream().filter(f -> f.certainty().equals(Finding.UNCERTAIN)).count());
        }

        private static int count(List<Finding> findings, String kind) {
            return (int) findings.stream().filter(f -> f.kind().equals(kind)).count();
        }
    }

    @Override
    public Text result() {
        String zh = "道路过界" + crossings + "处，断头路" + counts.deadEnds() + "处、错位" + counts.offsets() + "处、等级变化" + counts.classChanges()
                + "处，其中确定" + counts.certain() + "处、按绘制精度不能确定" + counts.uncertain() + "处";
        String en = "roads cross " + crossings + " times; " + counts.deadEnds() + " dead ends, " + counts.offsets() + " offsets and "
                + counts.classChanges() + " changes of class, of which " + counts.certain() + " are certain and " + counts.uncertain()
                + " uncertain by the accuracy of what is drawn";
        return new Text(zh, en);
    }

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            Finding f = (Finding) feature.properties();
            List<Object> row = new ArrayList<>(Arrays.asList(feature.id(), f.kind(), f.certainty(), f.gapM(), f.gapErrorM()));
            side(f.from(), datum, row);
            side(f.to(), datum, row);
            row.add(f.border().level());
            row.add(f.border().of());
            Finding.Join join = f.join();
            row.addAll(join == null ? Arrays.asList(null, null, null, null, null)
                    : Arrays.asList(join.road(), join.metres(), join.secondsBefore(), join.secondsAfter(), join.secondsGained()));
            row.add(f.reason());
            rows.add(row);
        }
        return new Table(COLUMNS, rows);
    }

    private static void side(Finding.Side side, Datum datum, List<Object> row) {
        Text name = side.name() == null ? new Text(null, null) : side.name();
        Coordinate at = datum.fromWgs84(side.at());
        row.addAll(Arrays.asList(side.road(), name.zh(), name.en(), side.roadClass(), round(at.x), round(at.y), side.unit(),
                side.unitName() == null ? null : side.unitName().zh()));
    }

    private static double round(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }
}
