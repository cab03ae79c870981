package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
     * All corridors that can be travelled, in the order given. What contradicts itself is left out and told: a corridor that is
     * no line of a known mode, a stop that stands at none of its corridor's vertices. Stops of a corridor that is not among them
     * are left out.
     *
     * @param corridors features of {@code corridors}
     * @param stops     features of {@code stops}
     * @param faults    takes one sentence for each feature left out, which names it
     */
    public static List<Corridor> from(List<StoredFeature> corridors, List<StoredFeature> stops, Consumer<String> faults) {
        Map<String, List<StoredFeature>> byCorridor = new HashMap<>();
        for (StoredFeature stop : stops) {
            byCorridor.computeIfAbsent(stop.feature().text("corridor_id"), none -> new ArrayList<>()).add(stop);
        }
        List<Corridor> all = new ArrayList<>();
        for (StoredFeature corridor : corridors) {
            try {
                all.add(corridor(corridor, byCorridor.getOrDefault(corridor.feature().id(), List.of()), faults));
            } catch (IllegalArgumentException e) {
                faults.accept(e.getMessage());
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
        return own(id, mode, terms, course, vertices, List.of());
    }

    /**
     * The same with stated run times.
     *
     * @param runMin minutes from each stop to the next, null where they are not stated; empty where none are
     */
    public static Corridor own(
            String id, Mode mode, Corridor.Terms terms, List<Coordinate> course, List<Integer> vertices, List<Double> runMin) {
        List<Corridor.Stop> stops = new ArrayList<>();
        for (int i = 1; i <= course.size(); i++) {
            if (vertices.isEmpty() || vertices.contains(i)) {
                Coordinate at = course.get(i - 1);
                Double run = stops.isEmpty() || runMin.isEmpty() ? null : runMin.get(Math.min(stops.size(), runMin.size()) - 1);
                stops.add(new Corridor.Stop(id + "-" + i, i - 1, null, kind(mode), null, at.x, at.y, run));
            }
        }
        boolean stated = mode.access() == Mode.Access.STATIONS || mode.access() == Mode.Access.INTERCHANGES;
        if (!runMin.isEmpty() && !stated) {
            throw new IllegalArgumentException("corridor '" + id + "' states run times, which " + mode.label() + " does not take");
        }
        if (!runMin.isEmpty() && runMin.size() != stops.size() - 1) {
            throw new IllegalArgumentException("corridor '" + id + "' states " + runMin.size() + " run times between " + stops.size() + " stops");
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

    private static Corridor corridor(StoredFeature stored, List<StoredFeature> stops, Consumer<String> faults) {
        Feature feature = stored.feature();
        if (!(feature.geometry() instanceof LineString line) || line.getNumPoints() < 2) {
            throw new IllegalArgumentException("corridor '" + feature.id() + "' is no line");
        }
        Corridor.Terms terms = new Corridor.Terms(
                number(feature, "design_speed_kmh"),
                number(feature, "headway_min"),
                Boolean.TRUE.equals(feature.value("closed_ring")),
                feature.text("same_as"));
        List<Corridor.Stop> standing = new ArrayList<>();
        for (StoredFeature stop : stops) {
            try {
                standing.add(stop(stop, feature.id(), line.getNumPoints()));
            } catch (IllegalArgumentException e) {
                faults.accept(e.getMessage());
            }
        }
        return Corridor.of(feature.id(), name(feature), mode(feature), stored.existence(), terms,
                Arrays.asList(line.getCoordinates()), standing);
    }

    private static Mode mode(Feature feature) {
        try {
            return Mode.of(feature.text("mode"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("corridor '" + feature.id() + "': " + e.getMessage(), e);
        }
    }

    private static Text name(Feature feature) {
        String zh = feature.text("name_zh");
        String en = feature.text("name_en");
        String either = zh != null ? zh : en != null ? en : feature.id();
        return new Text(zh == null ? either : zh, en == null ? either : en);
    }

    private static Corridor.Stop stop(StoredFeature stored, String corridor, int vertices) {
        Feature feature = stored.feature();
        Double seq = number(feature, "seq");
        if (seq == null || seq < 1 || seq > vertices) {
            throw new IllegalArgumentException("stop '" + feature.id() + "' stands at vertex " + feature.value("seq")
                    + " of corridor '" + corridor + "', whose vertices are 1 to " + vertices);
        }
        if (!(feature.geometry() instanceof Point at) || at.isEmpty()) {
            throw new IllegalArgumentException("stop '" + feature.id() + "' is no point");
        }
        return new Corridor.Stop(feature.id(), seq.intValue() - 1, feature.text("name_zh"), feature.text("kind"),
                stored.existence(), at.getX(), at.getY(), number(feature, "run_min"));
    }

    private static Double number(Feature feature, String property) {
        return feature.value(property) instanceof Number number ? number.doubleValue() : null;
    }
}
