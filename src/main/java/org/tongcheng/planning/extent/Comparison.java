package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.List;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area.DeclaredSize;

/**
 * A declared figure beside the measured one.
 *
 * @param differenceKm2 measured less declared, km²; null where nothing is declared
 * @param consistent    yes, no or undecidable; null where nothing is declared
 * @param reasons       why it is undecidable
 */
record Comparison(Double differenceKm2, String consistent, List<String> reasons) {

    static final String YES = "yes";
    static final String NO = "no";
    static final String UNDECIDABLE = "undecidable";

    /**
     * @param errorKm2   null where unknown
     * @param unresolved names of the members whose extent is unknown
     */
    static Comparison of(DeclaredSize declared, double measuredKm2, Double errorKm2, List<String> unresolved) {
        if (declared == null) {
            return new Comparison(null, null, List.of());
        }
        List<String> reasons = new ArrayList<>();
        if (declared.scope() == null) {
            reasons.add("it is not stated whether the declared figure means total or land area");
        }
        if (declared.roundingKm2() == null) {
            reasons.add("the rounding of the declared figure is unknown");
        }
        if (errorKm2 == null) {
            reasons.add("the accuracy of the outline is unknown");
        }
        if (!unresolved.isEmpty()) {
            reasons.add("it is unknown how much of these takes part: " + String.join(", ", unresolved));
        }
        double difference = AnswerNumbers.rounded(measuredKm2 - declared.km2(), 6);
        if (!reasons.isEmpty()) {
            return new Comparison(difference, UNDECIDABLE, reasons);
        }
        boolean overlap = Math.abs(difference) <= declared.roundingKm2() + errorKm2;
        return new Comparison(difference, overlap ? YES : NO, List.of());
    }
}
