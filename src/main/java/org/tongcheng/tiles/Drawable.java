package org.tongcheng.tiles;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Something to be drawn that stands in no store.
 *
 * @param geometry   longitude, latitude, WGS84
 * @param attributes values by name: strings, longs, doubles and booleans
 */
public record Drawable(Geometry geometry, Map<String, Object> attributes) {

    /** The greater side of a geometry's box in degrees; 0 of points. */
    static double span(Geometry geometry) {
        return geometry.getDimension() == 0
                ? 0 : Math.max(geometry.getEnvelopeInternal().getWidth(), geometry.getEnvelopeInternal().getHeight());
    }
}
