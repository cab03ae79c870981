package org.tongcheng.planning.conflicts;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * Two sites that a rule wants apart.
 *
 * @param rule its id
 * @param certainty certain or uncertain
 * @param why what makes it uncertain; empty where it is certain
 * @param distanceM geodesic distance as drawn, whole metres; 0 where they overlap
 * @param requiredM what the rule asks for, metres; 0 where they must not overlap
 * @param accuracyM sum of both accuracies, metres; null where one is unknown
 * @param overlapKm2 what both cover as drawn; null where one of them is no area
 * @param border adcodes of the two units between them, the first site's first
 * @param first of the rule's first kind
 * @param second of its second
 * @param reason why they must stand apart
 * @param basis the clause or document
 * @param distanceRestsOn what the distance rests on: law, standard or practice
 */
record Conflict(String rule, String certainty, List<Text> why, long distanceM, double requiredM, Double accuracyM, Double overlapKm2,
        List<String> border, Side first, Side second, Text reason, Text basis, String distanceRestsOn) {

    static final String CERTAIN = "certain";
    static final String UNCERTAIN = "uncertain";

    Conflict {
        why = List.copyOf(why);
        border = List.copyOf(border);
    }

    /**
     * One of the two.
     *
     * @param feature    {@code collection/id}
     * @param name       what it is called
     * @param kind       the kind by which the rule holds
     * @param units      adcodes of the units it answers to or may lie in
     * @param unitsBasis stated or geometry
     * @param accuracyM  metres; null where unknown
     * @param method     how its geometry came to be
     */
    record Side(String feature, Text name, String kind, List<String> units, String unitsBasis, Double accuracyM, String method) {}
}
