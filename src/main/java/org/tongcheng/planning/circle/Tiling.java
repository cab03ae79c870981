package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** The finest tiling of the records' units, measured once. Threads: immutable. */
final class Tiling {

    /** Less of a unit than this comes from the last digits of coordinates. */
    private static final double LEAST_SHARE = 1e-6;

    private final List<Tile> tiles = new ArrayList<>();

    private record Tile(Unit unit, double squareMetres) {}

    /** A unit and the share of its area that lies in a polygon. */
    record Part(Unit unit, double share) {}

    Tiling(Records records) {
        for (Unit unit : records.finestTiling()) {
            if (unit.geometry() instanceof Polygonal && !unit.geometry().isEmpty()) {
                tiles.add(new Tile(unit, Geodesy.areaSquareMetres(unit.geometry())));
            }
        }
        tiles.sort((a, b) -> a.unit().adcode().compareTo(b.unit().adcode()));
    }

    /** The units that a geometry touches, with their shares in six decimals, by adcode. */
    List<Part> parts(Geometry polygons) {
        List<Part> parts = new ArrayList<>();
        if (polygons.isEmpty()) {
            return parts;
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygons);
        for (Tile tile : tiles) {
            Geometry land = tile.unit().geometry();
            if (prepared.intersects(land)) {
                double share = prepared.covers(land) ? 1 : share(polygons, tile);
                if (share >= LEAST_SHARE) {
                    parts.add(new Part(tile.unit(), AnswerNumbers.rounded(Math.min(1, share), 6)));
                }
            }
        }
        return parts;
    }

    private static double share(Geometry polygons, Tile tile) {
        Geometry common = OverlayNGRobust.overlay(polygons, tile.unit().geometry(), OverlayNG.INTERSECTION);
        return Geodesy.areaSquareMetres(common) / tile.squareMetres();
    }
}
