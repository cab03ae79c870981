package org.tongcheng.planning.conflicts;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.Text;

/**
 * A project, park or zone that a rule names.
 *
 * @param ref       {@code collection/id}
 * @param name      what it is called
 * @param geometry  longitude, latitude
 * @param accuracyM metres; null where nobody stated it
 * @param method    how its geometry came to be; null where nobody says
 * @param kinds     ids of the kinds it is of
 * @param stated    adcodes of its hosts as its record states them; empty where it does not
 */
record Site(String ref, Text name, Geometry geometry, Double accuracyM, String method, List<String> kinds, List<String> stated) {

    Site {
        kinds = List.copyOf(kinds);
        stated = List.copyOf(stated);
    }

    /** Whether it is a figure that stands for a stated area. */
    boolean isModelled() {
        return "modelled".equals(method) && geometry instanceof Polygonal;
    }
}
