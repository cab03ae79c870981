package org.tongcheng.planning.around;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Table;

/**
 * What lies near.
 *
 * @param place       as asked for: {@code lon,lat} or {@code collection/id}
 * @param name        what people call it
 * @param at          the point asked about, or one on the feature
 * @param withinM     the distance asked about, metres
 * @param collections ids of those looked through
 * @param touched     how many things the place touches
 * @param features    each with its {@link Near}, nearest first
 */
record AroundAnswer(AnswerHeader header, String place, Text name, Coordinate at, double withinM, List<String> collections, long touched,
        List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS =
            List.of("collection", "feature", "name_zh", "name_en", "within", "metres", "accuracy_m", "method");

    @Override
    public Text result() {
        String metres = AnswerNumbers.plain(withinM);
        return new Text(metres + "米内" + features.size() + "处，其中接触" + touched + "处",
                features.size() + " within " + metres + " m, of which it touches " + touched);
    }

    @Override
    public List<Coordinate> marks() {
        return List.of(at);
    }

    @Override
    public Table table(Datum datum) {
        return new Table(COLUMNS, features.stream().map(f -> row((Near) f.properties())).toList());
    }

    private static List<Object> row(Near n) {
        return Arrays.asList(n.collection(), n.feature(), n.name().zh(), n.name().en(), n.within(), n.metres(), n.accuracyM(), n.method());
    }
}
