package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The land of all units in one piece of geometry, made when it is first asked for. Threads: safe for any number. */
final class LandUnion {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Geometry> outlines;
    private final double gapMetres;
    private volatile Geometry land;

    /**
     * @param outlines  of the units, longitude and latitude in degrees
     * @param gapMetres widest gap that counts as land
     */
    LandUnion(List<Geometry> outlines, double gapMetres) {
        this.outlines = List.copyOf(outlines);
        this.gapMetres = gapMetres;
    }

    /** Takes about a second for half a million square kilometres. */
    Geometry land() {
        if (land == null) {
            synchronized (this) {
                if (land == null) {
                    land = unite();
                }
            }
        }
        return land;
    }

    private Geometry unite() {
        Geometry union = outlines.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(outlines);
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(withoutGaps(polygon));
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** A hole that nowhere is wider than the gap is none. */
    private Polygon withoutGaps(Polygon polygon) {
        double half = gapMetres / METRES_PER_DEGREE / 2;
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            if (!FACTORY.createPolygon(polygon.getInteriorRingN(i)).buffer(-half).isEmpty()) {
                holes.add(polygon.getInteriorRingN(i));
            }
        }
        return FACTORY.createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new));
    }
}
