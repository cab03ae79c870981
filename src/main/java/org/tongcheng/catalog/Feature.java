package org.tongcheng.catalog;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as it is written and read: nothing derived, no record of writing.
 *
 * @param id         unique in its collection; never null once stored
 * @param geometry   longitude, latitude in degrees; null where it has none
 * @param properties values by name, of the Java types of {@link PropertyType}, in the order of the declaration; a
 *                   property without a value may be null or absent, which mean the same
 */
public record Feature(String id, Geometry geometry, Map<String, Object> properties) {

    public Object value(String property) {
        return properties.get(property);
    }

    /** The value as a string, or null. */
    public String text(String property) {
        Object value = properties.get(property);
        return value == null ? null : value.toString();
    }
}
