package org.tongcheng.planning.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/**
 * A number that a plan states about an area or a place in it; it stands beside, as stated.
 *
 * @param id            of its row in {@code indicators}
 * @param subject       the place that it is about, as written
 * @param indicator     what is counted, as written
 * @param value         the number
 * @param unitOfMeasure what it counts
 * @param year          that it speaks of; null where it says none
 * @param qualifier     how exact it is meant to be
 * @param document      in which it stands
 * @param evidence      the words
 */
record Statement(String id, String subject, String indicator, Double value, String unitOfMeasure, String year, String qualifier,
        String document, String evidence) {

    /** What documents say of the area that are dated no later than the day; those of no date count. */
    static List<Statement> of(Area area, Records records, LocalDate date, Used.Gathering used) {
        List<Statement> statements = new ArrayList<>();
        for (StoredFeature row : records.whose(Collections.INDICATORS, "area_id", area.id())) {
            Values values = new Values(row.feature());
            String document = values.text("document");
            if (document == null || !isLater(new FeatureRef(Collections.DOCUMENTS, document), records, date, used)) {
                used.add(Collections.INDICATORS, row.feature().id(), row.revision());
                statements.add(new Statement(row.feature().id(), values.text("unit"), values.text("indicator"), values.number("value"),
                        values.text("unit_of_measure"), values.text("year"), values.text("qualifier"), document, values.text("evidence")));
            }
        }
        return statements;
    }

    private static boolean isLater(FeatureRef document, Records records, LocalDate date, Used.Gathering used) {
        StoredFeature stored = records.find(document).orElse(null);
        if (stored == null) {
            return false;
        }
        used.add(Collections.DOCUMENTS, document.id(), stored.revision());
        try {
            String dated = stored.feature().text("date");
            return dated != null && LocalDate.parse(dated).isAfter(date);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
