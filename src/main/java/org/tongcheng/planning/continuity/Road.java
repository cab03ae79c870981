package org.tongcheng.planning.continuity;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.Unit;

/**
 * A corridor that is there, as far as it is open.
 *
 * @param id        of the corridor
 * @param group     the corridor that it shares track with, else its own id
 * @param course    longitude, latitude
 * @param accuracyM of its course, metres; null where nobody stated it
 * @param headM     accuracy of its first place, metres; likewise
 * @param tailM     accuracy of its last place
 * @param ring      whether it has no ends
 */
record Road(String id, Text name, Mode mode, String group, LineString course, Double accuracyM, Double headM, Double tailM,
        Double speedKmh, boolean ring) {

    /** About a metre, in degrees: a road that touches a unit with less does not run in it. */
    static final double LEAST_DEGREES = 1e-5;

    /** Bridges and tunnels carry what comes to them. */
    boolean carries() {
        return mode == Mode.BRIDGE || mode == Mode.TUNNEL;
    }

    /** Whether the road runs in the unit inside the box. */
    boolean runsIn(Unit unit, Envelope box) {
        if (!course.getEnvelopeInternal().intersects(box) || !course.getEnvelopeInternal().intersects(unit.geometry().getEnvelopeInternal())) {
            return false;
        }
        Geometry near = OverlayNGRobust.overlay(course, course.getFactory().toGeometry(box), OverlayNG.INTERSECTION);
        return !near.isEmpty() && OverlayNGRobust.overlay(near, unit.geometry(), OverlayNG.INTERSECTION).getLength() > LEAST_DEGREES;
    }
}
