package org.tongcheng.planning.locate;

import org.tongcheng.catalog.Text;

/**
 * An area that holds a place, or may.
 *
 * @param collection     id of its collection
 * @param feature        {@code collection/id}
 * @param name           what it is called
 * @param holds          yes, or uncertain where its accuracy is unknown or its border is nearer than that
 * @param metresToBorder geodesic distance to its border, whole metres; negative where the place lies outside as drawn
 * @param accuracyM      metres; null where nobody states it
 * @param method         how its outline came to be; null where nobody states it
 */
record Holding(String collection, String feature, Text name, String holds, long metresToBorder, Double accuracyM, String method) {

    static final String YES = "yes";
    static final String UNCERTAIN = "uncertain";
}
