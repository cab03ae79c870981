package org.tongcheng.catalog;

import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * What a drawing of a part of the land needs of a collection.
 *
 * @param box        longitude, latitude in degrees; a feature is in view where its own box meets this one, whatever its outline does
 * @param leastSpan  degrees; a line or polygon whose box is both narrower and lower than this is too small to be seen; points never are
 * @param properties names of the properties wanted; the others are not read
 * @param limit      how many features at the most
 */
public record View(Envelope box, double leastSpan, Set<String> properties, int limit) {

    public View {
        properties = Set.copyOf(properties);
    }

    public View withLeastSpan(double other) {
        return new View(box, other, properties, limit);
    }
}
