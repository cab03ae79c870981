package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.network.Streets;

/**
 * Draws the areas of a search over streets beside each other: what is reached on any of them. Each has its own drawing; their areas
 * are laid together. Threads: safe for any number.
 */
final class IsochronesBeside {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Isochrones> parts;

    /** @param parts in the order of {@link Streets#parts} */
    IsochronesBeside(List<Isochrones> parts) {
        this.parts = List.copyOf(parts);
    }

    int marginMillis(Streets streets) {
        int most = 0;
        for (int i = 0; i < parts.size(); i++) {
            most = Math.max(most, parts.get(i).marginMillis(streets.parts().get(i)));
        }
        return most;
    }

    /** @param latest whether the last of the searches counts, rather than the first */
    List<MultiPolygon> areas(List<TravelTimes> searches, boolean latest, Isochrones.Detail detail, int[] budgets) {
        List<MultiPolygon> all = null;
        for (TravelTimes times : searches) {
            List<MultiPolygon> areas = areas(times, detail, budgets);
            all = all == null ? areas : laid(all, areas, latest ? OverlayNG.INTERSECTION : OverlayNG.UNION);
        }
        return all;
    }

    private List<MultiPolygon> areas(TravelTimes times, Isochrones.Detail detail, int[] budgets) {
        List<MultiPolygon> all = null;
        for (int i = 0; i < parts.size(); i++) {
            int number = i;
            if (times.origins().stream().anyMatch(origin -> origin.part(number) != null)) {
                List<MultiPolygon> areas = parts.get(i).areas(List.of(times.part(i)), Isochrones.Combine.UNION, detail, budgets);
                all = all == null ? areas : laid(all, areas, OverlayNG.UNION);
            }
        }
        return all;
    }

    private static List<MultiPolygon> laid(List<MultiPolygon> one, List<MultiPolygon> other, int how) {
        List<MultiPolygon> both = new ArrayList<>();
        for (int k = 0; k < one.size(); k++) {
            both.add(Isochrones.polygonsOf(OverlayNGRobust.overlay(one.get(k), other.get(k), how)));
        }
        return both;
    }

    /** Where the streets end that every search reached on the same of them. */
    MultiLineString openBorder(List<TravelTimes> searches, int withinMillis) {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int number = i;
            MultiLineString border = parts.get(i).openBorder(searches.stream().map(s -> s.part(number)).toList(), withinMillis);
            for (int n = 0; n < border.getNumGeometries(); n++) {
                LineString line = (LineString) border.getGeometryN(n);
                if (lines.stream().noneMatch(line::equalsExact)) {
                    lines.add(line);
                }
            }
        }
        return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }
}
