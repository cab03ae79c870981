package org.tongcheng.planning.locate;

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
 * What holds each place.
 *
 * @param collections ids of those looked through
 * @param places      in the order asked
 * @param drawn       the areas named, each once, with their {@link Holding}
 */
record LocateAnswer(AnswerHeader header, List<String> collections, List<Located> places, List<AnswerFeature> drawn) implements Answer {

    private static final List<String> COLUMNS = List.of("place", "lon", "lat", "collection", "feature", "name_zh", "name_en", "holds",
            "metres_to_border", "accuracy_m", "method");

    /**
     * @param place   as asked for
     * @param name    what people call it; the coordinates where it is a point
     * @param at      the point used, longitude, latitude in degrees
     * @param rule    why this point: point, seat, inside and so on
     * @param heldBy  those that hold it, collection by collection, the surest and then the smallest first
     */
    record Located(String place, Text name, Coordinate at, String rule, List<Holding> heldBy) {}

    @Override
    public List<Coordinate> marks() {
        return places.stream().map(Located::at).toList();
    }

    /** A place that nothing holds has a row of its own. */
    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (Located located : places) {
            Coordinate at = datum.fromWgs84(located.at());
            for (Holding h : located.heldBy()) {
                rows.add(Arrays.asList(located.place(), at.x, at.y, h.collection(), h.feature(), h.name().zh(), h.name().en(), h.holds(),
                        h.metresToBorder(), h.accuracyM(), h.method()));
            }
            if (located.heldBy().isEmpty()) {
                rows.add(Arrays.asList(located.place(), at.x, at.y, null, null, null, null, "no", null, null, null));
            }
        }
        return new Table(COLUMNS, rows);
    }
}
