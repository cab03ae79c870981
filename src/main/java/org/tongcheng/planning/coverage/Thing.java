package org.tongcheng.planning.coverage;

import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;

/**
 * What may be served.
 *
 * @param ref       {@code collection/id}
 * @param name      what it is called
 * @param geometry  where it is measured, degrees
 * @param extent    of a unit, which profiles between stations take instead; null where it is none
 * @param accuracyM metres; null where nobody stated it
 * @param method    how its geometry came to be; null where nobody says
 */
record Thing(String ref, Text name, Geometry geometry, Geometry extent, Double accuracyM, String method) {}
