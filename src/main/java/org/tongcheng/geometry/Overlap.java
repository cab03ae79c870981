package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where two geometries meet or come nearest, found in degrees stretched so that they are as long east as north, and measured on the
 * ellipsoid.
 */
public final class Overlap {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Of the overlap's own size: how near the middle of its largest circle is looked for. */
    private static final double TOLERANCE = 1e-3;

    private Overlap() {}

    /** What both share: of two areas their common area alone. Empty where they only touch or do not meet. */
    public static Geometry common(Geometry a, Geometry b) {
        if (!a.intersects(b)) {
            return FACTORY.createGeometryCollection();
        }
        if (isMixed(a) || isMixed(b)) {
            return commonOfParts(isMixed(a) ? a : b, isMixed(a) ? b : a);
        }
        if (!(a instanceof Polygonal) || !(b instanceof Polygonal)) {
            return a.intersection(b);
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION))) {
            polygons.add((Polygon) polygon);
        }
        return FACTORY.buildGeometry(polygons);
    }

    private static boolean isMixed(Geometry geometry) {
        return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    /** An overlay takes no mixture of points, lines and areas. */
    private static Geometry commonOfParts(Geometry mixed, Geometry other) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < mixed.getNumGeometries(); i++) {
            Geometry part = common(mixed.getGeometryN(i), other);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    /**
     * How far two geometries may be moved against each other, metres, and surely still overlap: at a point of both, the distance to
     * the nearest outline. A lower bound; 0 where neither is an area or they only touch.
     *
     * @param common what they share
     */
    public static double depthMetres(Geometry a, Geometry b, Geometry common) {
        if (common.isEmpty()) {
            return 0;
        }
        if (a instanceof Polygonal && b instanceof Polygonal) {
            return toOutline(middle(common), common);
        }
        Geometry area = a instanceof Polygonal ? a : b;
        if (!(area instanceof Polygonal)) {
            return 0;
        }
        double deepest = 0;
        for (Coordinate place : common.getCoordinates()) {
            deepest = Math.max(deepest, toOutline(place, area));
        }
        return deepest;
    }

    /** The straight line between the nearest places of two geometries that do not meet; for drawing, not for measuring. */
    public static Geometry between(Geometry a, Geometry b) {
        double stretch = stretch(a);
        AffineTransformation flat = AffineTransformation.scaleInstance(stretch, 1);
        Coordinate[] feet = DistanceOp.nearestPoints(flat.transform(a), flat.transform(b));
        return FACTORY.createLineString(new Coordinate[] {
            new Coordinate(feet[0].x / stretch, feet[0].y), new Coordinate(feet[1].x / stretch, feet[1].y)});
    }

    private static Coordinate middle(Geometry polygons) {
        double stretch = stretch(polygons);
        Geometry flat = AffineTransformation.scaleInstance(stretch, 1).transform(polygons);
        double size = Math.max(flat.getEnvelopeInternal().getWidth(), flat.getEnvelopeInternal().getHeight());
        Coordinate centre = MaximumInscribedCircle.getCenter(flat, size * TOLERANCE).getCoordinate();
        return new Coordinate(centre.x / stretch, centre.y);
    }

    private static double toOutline(Coordinate place, Geometry polygons) {
        return Geodesy.distanceMetres(FACTORY.createPoint(new Coordinate(place.x, place.y)), polygons.getBoundary());
    }

    private static double stretch(Geometry geometry) {
        return Math.cos(Math.toRadians(geometry.getEnvelopeInternal().centre().y));
    }
}
