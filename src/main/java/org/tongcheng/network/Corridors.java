package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;

/** Reads corridors with their stops out of the features of the two built-in collections. */
public final class Corridors {

    private Corridors() {}

    /**
     * All corridors that can be travelled, in the order given: those whose geometry is a line. Stops of a corridor that is not
     * among them are left out. Throws {@link IllegalArgumentException} naming the corridor or stop that contradicts itself.
     *
     * @param corridors features of {@code corridors}
     * @param stops     features of {@code stops}
     */
    public static List<Corridor> from(List<StoredFeature> corridors, List<StoredFeature> stops) {
        Map<String, List<Corridor.Stop>> byCorridor = new HashMap<>();
        for (StoredFeature stop : stops) {
            String id = stop.feature().text("corridor_id");
            if (id != null && stop.feature().geometry() instanceof Point) {
                byCorridor.computeIfAbsent(id, none -> new ArrayList<>()).add(stop(stop));
            }
        }
        List<Corridor> all = new ArrayList<>();
        for (StoredFeature corridor : corridors) {
            if (corridor.feature().geometry() instanceof LineString line && line.getNumPoints() > 1) {
                all.add(corridor(corridor, line, byCorridor.getOrDefault(corridor.feature().id(), List.of())));
            }
        }
        return all;
    }

    /**
     * One of the asker's own (api.md, {@code add}): it exists whenever it is asked about.
     *
     * @param course   its vertices
     * @param vertices numbers, from 1, of the vertices that are stops; empty for all
     */
    public static Corridor own(String id, Mode mode, Corridor.Terms terms, List<Coordinate> course, List<Integer> vertices) {
        List<Corridor.Stop> stops = new ArrayList<>();
        for (int i = 1; i <= course.size(); i++) {
            if (vertices.isEmpty() || vertices.contains(i)) {
                Coordinate at = course.get(i - 1);
                stops.add(new Corridor.Stop(id + "-" + i, i - 1, null, kind(mode), null, at.x, at.y));
            }
        }
        for (int vertex : vertices) {
            if (vertex < 1 || vertex > course.size()) {
                throw new IllegalArgumentException(
                        "corridor '" + id + "' has no vertex " + vertex + "; its vertices are 1 to " + course.size());
            }
        }
        return Corridor.of(id, Text.of(id), mode, Existence.ALWAYS, terms, course, stops);
    }

    private static String kind(Mode mode) {
        return switch (mode.access()) {
            case STATIONS -> "station";
            case HEADS -> "bridge-head";
            default -> "interchange";
        };
    }

    private static Corridor corridor(StoredFeature stored, LineString line, List<Corridor.Stop> stops) {
        Feature feature = stored.feature();
        String zh = feature.text("name_zh");
        String en = feature.text("name_en");
        Text name = new Text(zh == null ? (en == null ? feature.id() : en) : zh, en == null ? (zh == null ? feature.id() : zh) : en);
        Corridor.Terms terms = new Corridor.Terms(
                number(feature, "design_speed_kmh"),
                number(feature, "headway_min"),
                Boolean.TRUE.equals(feature.value("closed_ring")),
                feature.text("same_as"));
        return Corridor.of(feature.id(), name, Mode.of(feature.text("mode")), stored.existence(), terms,
                Arrays.asList(line.getCoordinates()), stops);
    }

    private static Corridor.Stop stop(StoredFeature stored) {
        Feature feature = stored.feature();
        Double seq = number(feature, "seq");
        if (seq == null) {
            throw new IllegalArgumentException("stop '" + feature.id() + "' has no 'seq', the number of its corridor's vertex");
        }
        Coordinate at = feature.geometry().getCoordinate();
        return new Corridor.Stop(feature.id(), seq.intValue() - 1, feature.text("name_zh"), feature.text("kind"),
                stored.existence(), at.x, at.y);
    }

    private static Double number(Feature feature, String property) {
        return feature.value(property) instanceof Number number ? number.doubleValue() : null;
    }
}
