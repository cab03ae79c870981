package org.tongcheng.network;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Finds where a point off the nodes joins the streets of one way of travelling. Threads: safe for any number. */
public interface Ground {

    /**
     * Where a point joins the streets: on real streets at both ends of the nearest one, the foothold standing at the nearest point of it;
     * on a lattice, on land at the nodes around it that it reaches without leaving the land; off the land at those that the nearest point
     * of the shore joins, where that is within the distance. Empty where there is none.
     *
     * @param withinMetres how far off the land a point may be
     */
    Optional<Foothold> find(double lon, double lat, double withinMetres);

    /** Metres from a point to the nearest node, on real streets to the nearest street, whatever lies between; looked for within 50 km, infinite beyond. */
    double metresToNearest(double lon, double lat);

    /**
     * Time straight from one point to another where both stand between the same or neighbouring nodes, so that a way over a
     * node would be a detour; {@link Streets#UNREACHED} where they do not.
     */
    int directMillis(Foothold from, Foothold to);

    /**
     * The land that a lattice lies on: valid polygons, gaps that count as land filled where they are closed all round. Real streets
     * know nothing of the land beside them: {@link UnsupportedOperationException}.
     */
    Geometry land();
}
