package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Keeps origins inside the areas that are reached from them. A street's course is drawn thinned, so that an origin may stand a few
 * metres beside it and, where little else is reached, outside; it then gets a disc of its own, a little larger for each longer
 * budget, so that areas stay nested.
 */
final class IsochroneOrigins {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double DISC_METRES = IsochroneStreetLines.THINNED_METRES + 1;
    private static final double WIDER_METRES = 0.5;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int CORNERS = 16;

    private IsochroneOrigins() {}

    /** The areas, each of them holding all of these places. */
    static List<MultiPolygon> inside(List<MultiPolygon> areas, List<Coordinate> origins) {
        List<MultiPolygon> holding = new ArrayList<>(areas);
        for (Coordinate origin : origins) {
            if (SimplePointInAreaLocator.locate(origin, holding.get(0)) != Location.INTERIOR) {
                for (int k = 0; k < holding.size(); k++) {
                    Polygon disc = disc(origin, DISC_METRES + k * WIDER_METRES);
                    holding.set(k, united(holding.get(k), disc));
                }
            }
        }
        return holding;
    }

    private static MultiPolygon united(MultiPolygon area, Polygon disc) {
        Geometry both = OverlayNGRobust.overlay(area, disc, OverlayNG.UNION);
        Polygon[] parts = new Polygon[both.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (Polygon) both.getGeometryN(i);
        }
        return FACTORY.createMultiPolygon(parts);
    }

    private static Polygon disc(Coordinate middle, double metres) {
        double height = metres / METRES_PER_DEGREE;
        double width = height / Math.cos(Math.toRadians(middle.y));
        Coordinate[] ring = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring[i] = new Coordinate(middle.x + width * Math.cos(angle), middle.y + height * Math.sin(angle));
        }
        ring[CORNERS] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }
}
