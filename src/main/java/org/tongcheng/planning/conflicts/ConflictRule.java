package org.tongcheng.planning.conflicts;

import org.tongcheng.catalog.Text;

/**
 * What two kinds must keep from each other.
 *
 * @param id       its name
 * @param first    id of a kind
 * @param second   id of a kind, maybe the same
 * @param distance how far apart they must stand
 * @param reason   why
 * @param basis    the clause or document it comes from
 */
record ConflictRule(String id, String first, String second, Distance distance, Text reason, Text basis) {

    /**
     * @param valueM  metres; 0 where they must not overlap
     * @param restsOn law, standard or practice: what the number itself rests on
     * @param reason  why this number
     */
    record Distance(double valueM, String restsOn, String reason) {}
}
