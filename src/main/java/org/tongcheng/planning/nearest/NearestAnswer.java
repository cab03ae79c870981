package org.tongcheng.planning.nearest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Table;

/**
 * What is nearest by travel time.
 *
 * @param origin   where one sets out, with the points used
 * @param of       id of the collection
 * @param minutes  the time looked within
 * @param within   how many features lie within it
 * @param features each with its {@link Reached}, the nearest first
 */
record NearestAnswer(AnswerHeader header, Origin origin, String of, int minutes, int within, List<AnswerFeature> features)
        implements Answer.Features {

    private static final List<String> COLUMNS = List.of(
            "rank", "feature", "name_zh", "name_en", "seconds", "lon", "lat", "rule", "corridors", "stops", "accuracy_m", "method");

    @Override
    public Text result() {
        String nearest = features.isEmpty() ? null : ((Reached) features.get(0).properties()).feature();
        return new Text(minutes + "分钟内" + within + "处" + (nearest == null ? "" : "，最近者" + nearest),
                within + " within " + minutes + " minutes" + (nearest == null ? "" : ", the nearest being " + nearest));
    }

    @Override
    public List<Coordinate> marks() {
        return origin.points().stream().map(Origin.Point::at).toList();
    }

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            Reached r = (Reached) feature.properties();
            Coordinate at = datum.fromWgs84(r.at());
            rows.add(Arrays.asList(r.rank(), r.feature(), r.name().zh(), r.name().en(), r.seconds(), at.x, at.y, r.rule(),
                    String.join(";", r.corridors()), r.rides().stream().map(ride -> ride.from() + ">" + ride.to()).collect(Collectors.joining(";")),
                    r.accuracyM(), r.method()));
        }
        return new Table(COLUMNS, rows);
    }
}
