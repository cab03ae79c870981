package org.tongcheng.planning;

import org.locationtech.jts.geom.Geometry;

/**
 * A geometry of an answer with what is said of it.
 *
 * @param id         unique in its answer
 * @param geometry   longitude, latitude; null where there is none
 * @param properties a record or an ordered map, as in {@link Answer}
 */
public record AnswerFeature(String id, Geometry geometry, Object properties) {}
