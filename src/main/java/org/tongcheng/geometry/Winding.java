package org.tongcheng.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** The direction in which rings run: shells counterclockwise, holes clockwise (RFC 7946, section 3.1.6). */
public final class Winding {

    private Winding() {}

    /** The geometry with its rings wound as the standard wants them; the same object where they are already. */
    public static Geometry rfc7946(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            return wound(polygon);
        }
        if (!(geometry instanceof GeometryCollection)) {
            return geometry;
        }
        Geometry[] parts = geometry instanceof MultiPolygon
                ? new Polygon[geometry.getNumGeometries()] : new Geometry[geometry.getNumGeometries()];
        boolean same = true;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = rfc7946(geometry.getGeometryN(i));
            same &= parts[i] == geometry.getGeometryN(i);
        }
        if (same) {
            return geometry;
        }
        return parts instanceof Polygon[] polygons
                ? geometry.getFactory().createMultiPolygon(polygons) : geometry.getFactory().createGeometryCollection(parts);
    }

    private static Polygon wound(Polygon polygon) {
        if (polygon.isEmpty()) {
            return polygon;
        }
        LinearRing shell = wound(polygon.getExteriorRing(), true);
        boolean same = shell == polygon.getExteriorRing();
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = wound(polygon.getInteriorRingN(i), false);
            same &= holes[i] == polygon.getInteriorRingN(i);
        }
        return same ? polygon : polygon.getFactory().createPolygon(shell, holes);
    }

    private static LinearRing wound(LinearRing ring, boolean counterclockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterclockwise ? ring : ring.reverse();
    }
}
