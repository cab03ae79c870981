package org.tongcheng.exchange.drawing;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.tongcheng.geometry.Geodesy;

/**
 * The part of the drawing that shows the ground: {@link #WIDTH} dots wide, x to the right, y down, the origin at the box's
 * north-west corner.
 */
final class Sheet {

    static final double WIDTH = 1000;
    /** Bends smaller than this, in dots, are not seen and not written. */
    private static final double UNSEEN = 0.4;
    /** A sheet higher than three times its width, or as flat as a ribbon, cannot be read. */
    private static final double LARGEST_RATIO = 3;

    private final Envelope box;
    private final double dotsPerDegreeX;
    private final double dotsPerDegreeY;

    /** Throws {@link IllegalArgumentException} naming the box where it is empty or no map can be drawn of it. */
    Sheet(Envelope box) {
        double middle = Math.toRadians((box.getMinY() + box.getMaxY()) / 2);
        this.box = box;
        this.dotsPerDegreeX = WIDTH / box.getWidth();
        this.dotsPerDegreeY = dotsPerDegreeX / Math.cos(middle);
        double ratio = height() / WIDTH;
        if (!(ratio <= LARGEST_RATIO && ratio >= 1 / LARGEST_RATIO)) {
            throw new IllegalArgumentException("the box " + box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + ","
                    + box.getMaxY() + " is empty or more than three times as long as it is wide");
        }
    }

    double height() {
        return box.getHeight() * dotsPerDegreeY;
    }

    double x(double lon) {
        return (lon - box.getMinX()) * dotsPerDegreeX;
    }

    double y(double lat) {
        return (box.getMaxY() - lat) * dotsPerDegreeY;
    }

    /** Dots of one kilometre along the middle parallel. */
    double dotsPerKilometre() {
        double middle = (box.getMinY() + box.getMaxY()) / 2;
        return WIDTH * 1000 / Geodesy.distanceMetres(box.getMinX(), middle, box.getMaxX(), middle);
    }

    /** The geometry in dots. */
    Geometry toDots(Geometry lonLat) {
        Geometry dots = lonLat.copy();
        dots.apply((Coordinate c) -> c.setCoordinate(new Coordinate(x(c.x), y(c.y))));
        dots.geometryChanged();
        return dots;
    }

    /** SVG path data of lines and polygons, to a tenth of a dot; empty for what is smaller than that. */
    String path(Geometry lonLat) {
        Geometry dots = DouglasPeuckerSimplifier.simplify(toDots(lonLat), UNSEEN);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < dots.getNumGeometries(); i++) {
            Geometry part = dots.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                append(path, polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    append(path, polygon.getInteriorRingN(hole), true);
                }
            } else if (part instanceof LineString line) {
                append(path, line, false);
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, LineString line, boolean ring) {
        CoordinateSequence points = line.getCoordinateSequence();
        int count = ring ? points.size() - 1 : points.size();
        long lastX = 0;
        long lastY = 0;
        for (int i = 0; i < count; i++) {
            long x = Math.round(points.getX(i) * 10);
            long y = Math.round(points.getY(i) * 10);
            path.append(i == 0 ? 'M' : i == 1 ? 'l' : ' ');
            tenths(path, i == 0 ? x : x - lastX).append(' ');
            tenths(path, i == 0 ? y : y - lastY);
            lastX = x;
            lastY = y;
        }
        if (ring && count > 0) {
            path.append('z');
        }
    }

    private static StringBuilder tenths(StringBuilder path, long tenths) {
        if (tenths < 0) {
            path.append('-');
        }
        long size = Math.abs(tenths);
        path.append(size / 10);
        return size % 10 == 0 ? path : path.append('.').append(size % 10);
    }
}
