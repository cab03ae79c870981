package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.Unit;

/**
 * The land of an area within a distance of servers: surely, as measured and possibly; each holds the one before.
 *
 * @param outline the area
 * @param low     within the distance less each server's accuracy; servers without one serve nothing here
 * @param best    within the distance
 * @param high    within the distance plus each server's accuracy
 */
record Land(Geometry outline, Geometry low, Geometry best, Geometry high) {

    /** Below this share of a unit nothing of it lies in the area but the last digits of its border. */
    private static final double LEAST_SHARE = 1e-6;

    static Land of(Geometry outline, List<Server> near, double metres) {
        return new Land(outline, within(outline, near, metres, -1), within(outline, near, metres, 0), within(outline, near, metres, 1));
    }

    Share area() {
        return Share.of(km2(low), km2(best), km2(high), km2(outline), "km2");
    }

    Geometry uncovered() {
        return OverlayNGRobust.overlay(outline, best, OverlayNG.DIFFERENCE);
    }

    static double km2(Geometry geometry) {
        return Geodesy.areaSquareMetres(geometry) / 1e6;
    }

    /**
     * Spread over each tile as its grid says, else evenly.
     *
     * @param tiles each place once; those without people are passed over
     * @param grids how people lie in a tile
     */
    Share people(List<Unit> tiles, Function<Unit, Optional<PeopleGrids.Grid>> grids) {
        double[] people = new double[4];
        for (Unit tile : tiles) {
            boolean counts = tile.population() != null && tile.geometry() instanceof Polygonal;
            if (counts && tile.geometry().getEnvelopeInternal().intersects(outline.getEnvelopeInternal())) {
                add(tile, grids, people);
            }
        }
        return Share.of(people[0], people[1], people[2], people[3], "persons");
    }

    private void add(Unit tile, Function<Unit, Optional<PeopleGrids.Grid>> grids, double[] people) {
        double whole = km2(tile.geometry());
        Geometry inside = part(tile, outline);
        double in = km2(inside) / whole;
        if (in < LEAST_SHARE) {
            return;
        }
        PeopleGrids.Grid grid = grids.apply(tile).orElse(null);
        double persons = tile.population() * (in > 1 - LEAST_SHARE ? 1 : people(inside, whole, grid));
        double surely = km2(part(tile, low)) / whole;
        double possibly = km2(part(tile, high)) / whole;
        people[0] += surely >= in - LEAST_SHARE ? persons : 0;
        people[1] += Math.min(persons, tile.population() * people(part(tile, best), whole, grid));
        people[2] += possibly >= LEAST_SHARE ? persons : 0;
        people[3] += persons;
    }

    /** The share of a tile's people who are in a part of it: of a large area only what lies in the tile is laid over its cells. */
    private static double people(Geometry part, double tileKm2, PeopleGrids.Grid grid) {
        if (part.isEmpty()) {
            return 0;
        }
        return grid == null ? km2(part) / tileKm2 : grid.share(PreparedGeometryFactory.prepare(part));
    }

    private static Geometry part(Unit tile, Geometry land) {
        return land.isEmpty() ? land : OverlayNGRobust.overlay(tile.geometry(), land, OverlayNG.INTERSECTION);
    }

    /** Servers of one accuracy are buffered together. */
    private static Geometry within(Geometry outline, List<Server> near, double metres, int sign) {
        Map<Double, List<Geometry>> byMetres = new TreeMap<>();
        for (Server server : near) {
            if (server.accuracyM() != null || sign >= 0) {
                double accuracy = server.accuracyM() == null ? 0 : server.accuracyM();
                byMetres.computeIfAbsent(metres + sign * accuracy, m -> new ArrayList<>()).add(server.geometry());
            }
        }
        List<Geometry> buffers = new ArrayList<>();
        byMetres.forEach((reach, geometries) -> {
            if (reach > 0) {
                buffers.add(Geodesy.buffer(geometries, reach));
            }
        });
        Geometry all = buffers.isEmpty() ? outline.getFactory().createPolygon() : OverlayNGRobust.union(buffers);
        return OverlayNGRobust.overlay(outline, all, OverlayNG.INTERSECTION);
    }
}
