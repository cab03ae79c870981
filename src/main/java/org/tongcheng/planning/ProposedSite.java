package org.tongcheng.planning;

import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.Text;

/**
 * A place where something may be built.
 *
 * @param id        differs from the others' in its question
 * @param name      what it is called
 * @param kind      id of its kind
 * @param geometry  a point, a polygon or several; longitude, latitude
 * @param accuracyM how exactly it is drawn, metres; null where nobody says, which is taken for exactly
 * @param host      adcode of the unit that it is said to stand in; null where nobody says
 */
public record ProposedSite(String id, Text name, String kind, Geometry geometry, Double accuracyM, String host) {

    /** Types of geometry that can be sited. */
    public static final Set<String> TYPES = Set.of(Geometry.TYPENAME_POINT, Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON);

    /** What an id must be. */
    public static final Pattern ID = Pattern.compile("[^\\s,\\p{Cntrl}]{1,200}");

    /** How inexact a site may be, metres. */
    public static final double MOST_ACCURACY_M = 100_000;

    /** How wide and high a site may be, degrees. */
    public static final double MOST_DEGREES = 1;

    public boolean isPoint() {
        return geometry instanceof Point;
    }

    public boolean isArea() {
        return geometry instanceof Polygonal;
    }

    /** Metres; 0 where nobody says. */
    public double accuracy() {
        return accuracyM == null ? 0 : accuracyM;
    }

    /** The same elsewhere. */
    public ProposedSite at(Geometry elsewhere) {
        return new ProposedSite(id, name, kind, elsewhere, accuracyM, host);
    }
}
