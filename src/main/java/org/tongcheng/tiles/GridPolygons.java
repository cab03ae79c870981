package org.tongcheng.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Makes polygons of rings on the grid. Rounding leaves most rings as clear of each other as they were, which {@link RingCheck}
 * sees at once; those that touch or cross are judged by JTS and, where they are not valid, mended and noded on the grid.
 * One thread.
 */
final class GridPolygons {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final PrecisionModel GRID = new PrecisionModel(1);

    /** Rings of less mean width may have come to the other side of a border when both were rounded. */
    private static final double THIN = 3;

    private final RingCheck check = new RingCheck();
    private final Chain scratch = new Chain();
    private final GridPath path = new GridPath();

    /** A polygon's outer ring and its holes. */
    record Rings(int[] shell, List<int[]> holes) {}

    /** The paths of a {@link GridShape}, none where nothing is left. */
    List<int[]> paths(List<Rings> polygons) {
        List<int[]> all = new ArrayList<>();
        for (Rings polygon : polygons) {
            all.add(turned(polygon.shell(), true));
            polygon.holes().forEach(hole -> all.add(turned(hole, false)));
        }
        if (!check.areClear(all)) {
            return mended(polygons);
        }
        return all.size() == 1 ? all : inPlace(polygons);
    }

    /** The rings, without thin ones that are no longer where they belong: holes outside their shell, shells inside another. */
    private static List<int[]> inPlace(List<Rings> polygons) {
        List<int[]> kept = new ArrayList<>();
        for (Rings polygon : polygons) {
            int[] shell = polygon.shell();
            if (isThin(shell) && polygons.stream().anyMatch(other -> other != polygon && holds(other, shell))) {
                continue;
            }
            kept.add(turned(shell, true));
            for (int[] hole : polygon.holes()) {
                if (!isThin(hole) || RingCheck.isInside(hole[0], hole[1], shell)) {
                    kept.add(turned(hole, false));
                }
            }
        }
        return kept;
    }

    private static boolean holds(Rings polygon, int[] ring) {
        return RingCheck.isInside(ring[0], ring[1], polygon.shell())
                && polygon.holes().stream().noneMatch(hole -> RingCheck.isInside(ring[0], ring[1], hole));
    }

    private static boolean isThin(int[] ring) {
        double around = 0;
        int last = ring.length - 2;
        for (int i = 0; i < ring.length; i += 2) {
            around += Math.hypot(ring[i] - ring[last], ring[i + 1] - ring[last + 1]);
            last = i;
        }
        return Math.abs(RingCheck.doubleArea(ring)) < THIN * around;
    }

    private List<int[]> mended(List<Rings> polygons) {
        Geometry geometry = geometry(polygons);
        if (!new IsValidOp(geometry).isValid()) {
            geometry = GeometryPrecisionReducer.reduce(GeometryFixer.fix(geometry), GRID);
        }
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(polygon, all);
            }
        }
        return all;
    }

    private void add(Polygon polygon, List<int[]> all) {
        int[] shell = ring(polygon.getExteriorRing());
        if (shell == null) {
            return;
        }
        all.add(turned(shell, true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            int[] hole = ring(polygon.getInteriorRingN(i));
            if (hole != null) {
                all.add(turned(hole, false));
            }
        }
    }

    private int[] ring(LinearRing ring) {
        scratch.clear();
        for (int i = 0; i < ring.getNumPoints() - 1; i++) {
            Coordinate c = ring.getCoordinateN(i);
            scratch.add(c.x, c.y);
        }
        return path.ring(scratch);
    }

    private static Geometry geometry(List<Rings> polygons) {
        Polygon[] all = new Polygon[polygons.size()];
        for (int i = 0; i < all.length; i++) {
            LinearRing[] holes = polygons.get(i).holes().stream().map(GridPolygons::linearRing).toArray(LinearRing[]::new);
            all[i] = FACTORY.createPolygon(linearRing(polygons.get(i).shell()), holes);
        }
        return all.length == 1 ? all[0] : FACTORY.createMultiPolygon(all);
    }

    private static LinearRing linearRing(int[] ring) {
        Coordinate[] coordinates = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < coordinates.length - 1; i++) {
            coordinates[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
        }
        coordinates[coordinates.length - 1] = coordinates[0].copy();
        return FACTORY.createLinearRing(coordinates);
    }

    /** The ring in the direction wanted. */
    private static int[] turned(int[] ring, boolean clockwise) {
        if (RingCheck.doubleArea(ring) > 0 == clockwise) {
            return ring;
        }
        int[] back = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            back[i] = ring[ring.length - 2 - i];
            back[i + 1] = ring[ring.length - 1 - i];
        }
        return back;
    }
}
