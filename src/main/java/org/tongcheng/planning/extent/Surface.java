package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.AnswerNumbers;

/**
 * The plain measures of the polygons of a geometry.
 *
 * @param areaKm2     on the CGCS2000 ellipsoid, km²
 * @param perimeterKm geodesic length of all rings, holes included, km
 * @param bbox        west, south, east, north in degrees
 * @param centroid    longitude and latitude of the centre of the surface, degrees
 * @param parts       polygons
 * @param holes       rings that are cut out of them
 */
record Surface(double areaKm2, double perimeterKm, Envelope bbox, Coordinate centroid, int parts, int holes) {

    /** The geometry must have polygons; anything else in it is passed over. */
    static Surface of(Geometry geometry) {
        List<Polygon> polygons = polygons(geometry);
        MultiPolygon surface = geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
        Point centre = Geodesy.centroid(surface);
        return new Surface(
                AnswerNumbers.km2(Geodesy.areaSquareMetres(surface)),
                AnswerNumbers.rounded(Geodesy.perimeterMetres(surface) / 1000, 3),
                surface.getEnvelopeInternal(),
                new Coordinate(AnswerNumbers.rounded(centre.getX(), 7), AnswerNumbers.rounded(centre.getY(), 7)),
                polygons.size(),
                polygons.stream().mapToInt(Polygon::getNumInteriorRing).sum());
    }

    static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        gather(geometry, polygons);
        return polygons;
    }

    private static void gather(Geometry geometry, List<Polygon> into) {
        if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
            into.add(polygon);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                gather(geometry.getGeometryN(i), into);
            }
        }
    }
}
