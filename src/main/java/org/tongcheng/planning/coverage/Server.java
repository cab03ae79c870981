package org.tongcheng.planning.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * What may serve.
 *
 * @param ref       {@code collection/id}
 * @param geometry  a point or a line, degrees
 * @param accuracyM metres; null where nobody stated it
 */
record Server(String ref, Geometry geometry, Double accuracyM) {}
