package org.tongcheng.planning.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/**
 * One figure that a document states.
 *
 * @param claims     ids of the rows that it stands in
 * @param type       pair-time, reach or network
 * @param fromPlace  as written; of several rows the first's, likewise {@code note}
 * @param toPlaces   as written, each once
 * @param minutes    as stated; null where nothing is
 * @param travelTime whether it is a time at all
 * @param targetYear when it is to hold; null where nobody says
 * @param evidence   the words of the document
 * @param circle     whether no end is stated, so that every member is one
 * @param pairs      adcodes of origin and destination
 */
record Statement(List<String> claims, String type, String fromPlace, List<String> toPlaces, Double minutes, boolean travelTime, String mode,
        String targetYear, String document, String evidence, String note, boolean circle, List<Pair> pairs) {

    record Pair(String from, String to) {}

    /** What makes rows one figure. */
    private record Figure(String type, Object minutes, Object mode, Object targetYear, Object document, Object evidence) {}

    /** Those of the area, in the order of the records. */
    static List<Statement> of(Area area, Records records, Used.Gathering used) {
        Map<Figure, List<Feature>> rows = new LinkedHashMap<>();
        for (StoredFeature stored : records.features(Collections.CLAIMS)) {
            Feature row = stored.feature();
            if (area.id().equals(row.text("area_id"))) {
                used.add(Collections.CLAIMS, row.id(), stored.revision());
                Figure figure = new Figure(row.text("claim_type"), row.value("minutes"), row.value("mode"), row.value("target_year"),
                        row.value("document"), row.value("evidence") == null ? row.id() : row.value("evidence"));
                rows.computeIfAbsent(figure, f -> new ArrayList<>()).add(row);
            }
        }
        return rows.values().stream().map(same -> statement(same, area)).toList();
    }

    private static Statement statement(List<Feature> rows, Area area) {
        Feature first = rows.get(0);
        Values values = new Values(first);
        boolean circle = rows.stream().allMatch(row -> texts(row, "to_adcodes").isEmpty());
        List<Pair> pairs = rows.stream().flatMap(row -> pairs(row, circle, area)).distinct().toList();
        return new Statement(rows.stream().map(Feature::id).toList(), first.text("claim_type"), first.text("from_place"),
                rows.stream().map(row -> row.text("to_place")).filter(place -> place != null).distinct().toList(), values.number("minutes"),
                Boolean.TRUE.equals(first.value("is_travel_time")), first.text("mode"), first.text("target_year"), first.text("document"),
                first.text("evidence"), first.text("note"), circle, pairs);
    }

    private static Stream<Pair> pairs(Feature row, boolean circle, Area area) {
        List<String> to = circle ? area.members().stream().filter(m -> m.containedIn() == null).map(Member::adcode).toList()
                : texts(row, "to_adcodes");
        return texts(row, "from_adcodes").stream()
                .flatMap(from -> to.stream().filter(end -> !end.equals(from)).map(end -> new Pair(from, end)));
    }

    private static List<String> texts(Feature row, String name) {
        return row.value(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
