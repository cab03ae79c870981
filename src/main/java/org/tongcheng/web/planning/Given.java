package org.tongcheng.web.planning;

import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.Unit;

/**
 * An answer as it is handed out.
 *
 * @param id       its {@code answer_id}
 * @param question the question's name
 * @param title    what the question is called
 * @param answer   what was answered, WGS84
 * @param aside    what pages and tables say beside it
 * @param datum    the datum it is written in
 * @param json     its JSON, without its matrix where it has one; the array is not to be written to
 */
public record Given(String id, String question, Text title, Answer answer, Aside aside, Datum datum, byte[] json) {

    /** One paragraph by which it can be cited. */
    public Text citation() {
        return aside.citation();
    }

    /** The units around what of it is drawn. */
    List<Unit> ground() {
        return aside.ground();
    }

    public Table table() {
        return answer.table(datum);
    }

    /** Whether there is anything to be seen on a map. */
    public boolean drawsSomething() {
        return answer.drawn().stream().anyMatch(feature -> feature.geometry() != null);
    }

    /** Whether the JSON is a GeoJSON FeatureCollection. */
    public boolean geoJson() {
        return answer instanceof Answer.Features;
    }
}
