package org.tongcheng.planning.continuity;

import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Unit;

/**
 * Where a road ends.
 *
 * @param road      {@code corridors/id}, or {@code streets/lon,lat} of the end of an imported street
 * @param name      of the road; null where it has none
 * @param roadClass mode of the corridor or class of the street
 * @param at        longitude, latitude
 * @param before    a place of the road before its end, from which it comes
 * @param accuracyM of the end as it is drawn, metres; null where nobody stated it
 * @param speedKmh  design speed; null where nobody stated one
 * @param unit      that it lies in
 */
record End(String road, Text name, String roadClass, Coordinate at, Coordinate before, Double accuracyM, Double speedKmh, Unit unit) {

    /** Geodesic, metres. */
    double metresTo(End other) {
        return Geodesy.distanceMetres(at, other.at);
    }

    /** Whether the road leads towards the place rather than away from it; one that is reached is faced. */
    boolean faces(Coordinate place) {
        double shorten = Math.cos(Math.toRadians(at.y));
        double along = (at.x - before.x) * shorten * (place.x - at.x) * shorten + (at.y - before.y) * (place.y - at.y);
        return along > 0 || place.equals2D(at);
    }
}
