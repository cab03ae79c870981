package org.tongcheng.planning;

import java.time.LocalDate;
import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What every answer carries, so that it can be cited, checked and computed again.
 *
 * @param asOf       the day asked about
 * @param scenario   which unbuilt plans took part
 * @param profile    how one travels; null where nobody travels
 * @param definition one sentence that can be quoted: what is counted, from where, which way, which times
 * @param streets    the base network; {@link StreetsUsed#NONE} where none was used
 * @param used       features and revisions the answer rests on
 * @param assumed    values taken from defaults
 * @param warnings   what a reader must know
 */
public record AnswerHeader(
        LocalDate asOf,
        String scenario,
        String profile,
        Text definition,
        StreetsUsed streets,
        Used used,
        List<String> assumed,
        List<String> warnings) {

    public AnswerHeader {
        assumed = List.copyOf(assumed);
        warnings = List.copyOf(warnings);
    }
}
