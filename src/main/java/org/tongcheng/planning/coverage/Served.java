package org.tongcheng.planning.coverage;

import org.tongcheng.catalog.Text;

/**
 * Whether a thing is served.
 *
 * @param feature   {@code collection/id}
 * @param covered   yes, no or uncertain
 * @param metres    measured distance to the nearest server, whole metres; null where none stands within 1000 km and where time is asked
 * @param seconds   from the soonest server, rounded up; null where none reaches it in the time looked for and where distance is asked
 * @param nearest   that server; null likewise
 * @param accuracyM of the thing, metres; null where unknown
 * @param method    how its geometry came to be
 */
record Served(String feature, Text name, String covered, Long metres, Integer seconds, String nearest, Double accuracyM, String method) {

    static final String YES = "yes";
    static final String NO = "no";
    static final String UNCERTAIN = "uncertain";
}
