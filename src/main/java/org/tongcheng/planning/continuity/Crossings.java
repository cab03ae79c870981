package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.Unit;

/** Where corridors run over borders. */
final class Crossings {

    /**
     * @param road    that crosses
     * @param certain whether it does so wherever road and border lie within their accuracies
     */
    record Crossing(Road road, Coordinate at, Unit from, Unit to, boolean certain) {}

    private Crossings() {}

    /** One for each road and border that it runs over, however often. */
    static List<Crossing> of(List<Road> roads, Set<Mode> modes, Tiles tiles) {
        List<Crossing> crossings = new ArrayList<>();
        for (Road road : roads) {
            if (modes.contains(road.mode())) {
                List<Unit> units = tiles.touching(road.course().getEnvelopeInternal()).stream()
                        .filter(u -> road.runsIn(u, road.course().getEnvelopeInternal())).toList();
                for (int i = 0; i < units.size(); i++) {
                    for (int j = i + 1; j < units.size(); j++) {
                        add(road, units.get(i), units.get(j), tiles, crossings);
                    }
                }
            }
        }
        return crossings;
    }

    private static void add(Road road, Unit a, Unit b, Tiles tiles, List<Crossing> crossings) {
        if (!tiles.concerns(a, b) || !a.geometry().getEnvelopeInternal().intersects(b.geometry().getEnvelopeInternal())) {
            return;
        }
        Geometry inA = OverlayNGRobust.overlay(road.course(), a.geometry(), OverlayNG.INTERSECTION);
        Geometry inB = OverlayNGRobust.overlay(road.course(), b.geometry(), OverlayNG.INTERSECTION);
        // where the line is cut is reckoned once for each side and may differ in the last digit
        DistanceOp common = new DistanceOp(inA, inB);
        if (common.distance() > Road.LEAST_DEGREES) {
            return;
        }
        Double border = tiles.accuracyM(a, b);
        boolean known = border != null && road.accuracyM() != null;
        boolean certain = known && reaches(inA, a, b, border + road.accuracyM(), tiles) && reaches(inB, b, a, border + road.accuracyM(), tiles);
        crossings.add(new Crossing(road, common.nearestPoints()[0], a, b, certain));
    }

    /** Whether the part in one unit comes so far from the other that it lies in the first wherever both are within their accuracies. */
    private static boolean reaches(Geometry part, Unit in, Unit other, double metres, Tiles tiles) {
        return Arrays.stream(part.getCoordinates()).anyMatch(at -> tiles.covers(in, at) && tiles.isBeyond(at, other, metres));
    }
}
