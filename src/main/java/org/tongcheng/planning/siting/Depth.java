package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.tongcheng.geometry.Geodesy;

/**
 * How far a part of a geometry reaches in from, or out beyond, an outline: the distance of its farthest point. Looked for among its
 * vertices and the middles of its polygons, in degrees stretched so that they are as long east as north, and measured on the
 * ellipsoid: a lower bound, exact for points and for what reaches farthest with a corner.
 */
final class Depth {

    /** Of a polygon's own size: how near the middle of its largest circle is looked for. */
    private static final double TOLERANCE = 1e-2;

    private Depth() {}

    /** Metres; 0 where the part is empty. */
    static double farthestMetres(Geometry part, Geometry outline) {
        if (part.isEmpty() || outline.isEmpty()) {
            return 0;
        }
        double stretch = Math.cos(Math.toRadians(part.getEnvelopeInternal().centre().y));
        AffineTransformation flat = AffineTransformation.scaleInstance(stretch, 1);
        Geometry flatPart = flat.transform(part);
        IndexedFacetDistance facets = new IndexedFacetDistance(flat.transform(outline));
        Coordinate farthest = null;
        double most = -1;
        for (Coordinate place : places(flatPart)) {
            double distance = facets.distance(part.getFactory().createPoint(place));
            if (distance > most) {
                most = distance;
                farthest = place;
            }
        }
        return Geodesy.distanceMetres(part.getFactory().createPoint(new Coordinate(farthest.x / stretch, farthest.y)), outline);
    }

    private static List<Coordinate> places(Geometry part) {
        List<Coordinate> places = new ArrayList<>(Arrays.asList(part.getCoordinates()));
        for (Object each : PolygonExtracter.getPolygons(part)) {
            Polygon polygon = (Polygon) each;
            Envelope box = polygon.getEnvelopeInternal();
            double size = Math.max(box.getWidth(), box.getHeight());
            if (size > 0) {
                places.add(MaximumInscribedCircle.getCenter(polygon, size * TOLERANCE).getCoordinate());
            }
        }
        return places;
    }
}
