package org.tongcheng.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Cuts geometries at a tile and brings them onto its grid. One thread; holds scratch memory. */
final class GridShapes {

    private final TileFrame frame;
    private final ClipBox box = new ClipBox();
    private final Chain chain = new Chain();
    private final GridPath path = new GridPath();
    private final GridPolygons polygons = new GridPolygons();

    GridShapes(TileFrame frame) {
        this.frame = frame;
    }

    /** What is left of it: one shape, none, or, of a collection of several kinds, one of each kind. */
    List<GridShape> of(Geometry geometry) {
        List<int[]> points = new ArrayList<>();
        List<int[]> lines = new ArrayList<>();
        List<GridPolygons.Rings> rings = new ArrayList<>();
        gather(geometry, points, lines, rings);
        List<GridShape> shapes = new ArrayList<>(1);
        if (!points.isEmpty()) {
            shapes.add(new GridShape(GridShape.Kind.POINTS, List.of(joined(points))));
        }
        if (!lines.isEmpty()) {
            shapes.add(new GridShape(GridShape.Kind.LINES, lines));
        }
        List<int[]> areas = rings.isEmpty() ? List.of() : polygons.paths(rings);
        if (!areas.isEmpty()) {
            shapes.add(new GridShape(GridShape.Kind.POLYGONS, areas));
        }
        return shapes;
    }

    private void gather(Geometry geometry, List<int[]> points, List<int[]> lines, List<GridPolygons.Rings> rings) {
        if (geometry instanceof Point point) {
            point(point, points);
        } else if (geometry instanceof LineString line) {
            line(line, lines);
        } else if (geometry instanceof Polygon polygon) {
            polygon(polygon, rings);
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                gather(geometry.getGeometryN(i), points, lines, rings);
            }
        }
    }

    private void point(Point point, List<int[]> points) {
        bring(point.getCoordinateSequence());
        if (chain.size() == 1 && box.holds(chain.x(0), chain.y(0))) {
            points.add(new int[] {GridPath.round(chain.x(0)), GridPath.round(chain.y(0))});
        }
    }

    private void line(LineString line, List<int[]> lines) {
        bring(line.getCoordinateSequence());
        for (Chain piece : box.holds(chain) ? List.of(chain) : box.line(chain)) {
            int[] kept = path.line(piece);
            if (kept != null) {
                lines.add(kept);
            }
        }
    }

    private void polygon(Polygon polygon, List<GridPolygons.Rings> rings) {
        int[] shell = polygon.isEmpty() ? null : ring(polygon.getExteriorRing());
        if (shell == null) {
            return;
        }
        List<int[]> holes = polygon.getNumInteriorRing() == 0 ? List.of() : new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            int[] hole = ring(polygon.getInteriorRingN(i));
            if (hole != null) {
                holes.add(hole);
            }
        }
        rings.add(new GridPolygons.Rings(shell, holes));
    }

    private int[] ring(LinearRing ring) {
        bring(ring.getCoordinateSequence());
        chain.dropLast();
        return path.ring(box.holds(chain) ? chain : box.ring(chain));
    }

    private void bring(CoordinateSequence from) {
        frame.bring(from, chain.room(from.size()));
    }

    private static int[] joined(List<int[]> points) {
        int[] all = new int[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            all[2 * i] = points.get(i)[0];
            all[2 * i + 1] = points.get(i)[1];
        }
        return all;
    }
}
