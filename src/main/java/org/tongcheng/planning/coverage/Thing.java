package org.tongcheng.planning.coverage;

import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;

/**
 * What may be served.
 *
 * @param ref       {@code collection/id}
 * @param name      what it is called
 * @param geometry  where it is measured, degrees
 * @param accuracyM metres; null where nobody stated it
 * @param method    how its geometry came to be; null where nobody says
 */
record Thing(String ref, Text name, Geometry geometry, Double accuracyM, String method) {}
