package org.tongcheng.planning.around;

import org.tongcheng.catalog.Text;

/**
 * A feature that lies near, or may.
 *
 * @param collection id of its collection
 * @param feature    {@code collection/id}
 * @param name       what it is called
 * @param within     yes, or uncertain where the distance is nearer to the one asked about than it is exact
 * @param metres     shortest geodesic distance as drawn, whole metres; 0 where it is touched
 * @param accuracyM  how exact the distance is: of both together, metres; null where nobody states it
 * @param method     how its geometry came to be; null where nobody states it
 */
record Near(String collection, String feature, Text name, String within, long metres, Double accuracyM, String method) {

    static final String YES = "yes";
    static final String UNCERTAIN = "uncertain";
}
