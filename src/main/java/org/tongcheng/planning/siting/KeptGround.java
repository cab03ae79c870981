package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;

/**
 * Tells whether places of a plane keep away from all that they must. Only what places come near is brought into the plane: of a dense
 * layer most is never looked at. Of one thread.
 */
final class KeptGround {

    /** A place moved about in the plane keeps this farther away than it must, so that it holds on the ellipsoid. */
    private static final double PLANE_ERROR_METRES = 0.5;

    /** Of the distance besides. */
    private static final double PLANE_ERROR_SHARE = 1e-4;

    /** From so many vertices on an index is worth its making. */
    private static final int MANY_VERTICES = 60;

    private final LocalPlane plane;
    private final Geometry middle;
    private final STRtree tree = new STRtree();

    /** One thing, brought into the plane when it is first come near. */
    private final class Thing {

        private final Ground.Kept kept;
        private Geometry flat;
        private PreparedGeometry prepared;
        private IndexedFacetDistance facets;

        Thing(Ground.Kept kept) {
            this.kept = kept;
        }

        boolean meets(Geometry place) {
            if (flat == null) {
                flat = plane.toMetres(Parts.clipped(kept.geometry(), middle, ShiftSearch.FARTHEST_METRES + kept.metres()));
            }
            double metres = apart(kept.metres());
            if (flat.isEmpty()) {
                return false;
            }
            if (flat.getNumPoints() < MANY_VERTICES) {
                return flat.isWithinDistance(place, metres);
            }
            if (prepared == null) {
                prepared = PreparedGeometryFactory.prepare(flat);
                facets = new IndexedFacetDistance(flat);
            }
            return prepared.intersects(place) || facets.isWithinDistance(place, metres);
        }
    }

    /** @param middle the site where it is now, longitude, latitude */
    KeptGround(List<Ground.Kept> all, Geometry middle, LocalPlane plane) {
        this.plane = plane;
        this.middle = middle;
        for (Ground.Kept kept : all) {
            tree.insert(Geodesy.around(kept.geometry().getEnvelopeInternal(), apart(kept.metres())), new Thing(kept));
        }
        tree.build();
    }

    /** How far apart in the plane surely is as far apart on the ellipsoid. */
    static double apart(double metres) {
        return metres * (1 + PLANE_ERROR_SHARE) + PLANE_ERROR_METRES;
    }

    /** @param place in the plane */
    boolean isClear(Geometry place) {
        Envelope box = plane.toLonLat(place.getFactory().toGeometry(place.getEnvelopeInternal())).getEnvelopeInternal();
        for (Object thing : tree.query(box)) {
            if (((Thing) thing).meets(place)) {
                return false;
            }
        }
        return true;
    }
}
