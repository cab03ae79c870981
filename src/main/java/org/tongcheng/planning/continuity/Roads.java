package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** The roads of the catalogue and of the asker that are there and come near the area. Of one thread. */
final class Roads {

    static final List<Mode> ROADS = List.of(Mode.EXPRESSWAY, Mode.ARTERIAL, Mode.BRIDGE, Mode.TUNNEL);

    private final Records records;
    private final Circumstances circumstances;
    private final Envelope box;
    private final List<Road> roads = new ArrayList<>();
    private final STRtree tree = new STRtree();
    private final double worstM;

    /**
     * @param box    where they are wanted
     * @param used   takes those that are there
     * @param travel takes what a reader must know of their dates
     */
    Roads(Records records, Circumstances circumstances, Envelope box, Used.Gathering used, Travel travel) {
        this.records = records;
        this.circumstances = circumstances;
        this.box = box;
        for (Corridor corridor : records.corridors().corridors()) {
            boolean there = corridor.existence().existsAt(circumstances.asOf()) || circumstances.with().contains(corridor.id());
            if (there && add(corridor, null)) {
                records.corridors().use(corridor, used);
                travel.warnOfDates(corridor);
            }
        }
        circumstances.add().forEach(own -> add(Travel.own(own), 0.0));
        roads.forEach(road -> tree.insert(road.course().getEnvelopeInternal(), road));
        tree.build();
        worstM = roads.stream().filter(r -> r.accuracyM() != null).mapToDouble(Road::accuracyM).max().orElse(0);
    }

    List<Road> all() {
        return roads;
    }

    /** The worst of the accuracies that are stated, metres; 0 where none is. */
    double worstM() {
        return worstM;
    }

    @SuppressWarnings("unchecked")
    List<Road> near(Envelope place) {
        return tree.isEmpty() ? List.of() : tree.query(place);
    }

    /** @param accuracyM of all of it; null where its records say */
    private boolean add(Corridor corridor, Double accuracyM) {
        if (!ROADS.contains(corridor.mode()) || circumstances.without().contains(corridor.id())) {
            return false;
        }
        int first = 0;
        int last = corridor.course().size() - 1;
        if (corridor.existence().builtAt(circumstances.asOf().date())) {
            List<Corridor.Stop> there = corridor.stops().stream().filter(s -> s.existsAt(circumstances.asOf())).toList();
            first = isAbsent(corridor, first) && !there.isEmpty() ? there.get(0).vertex() : first;
            last = isAbsent(corridor, last) && !there.isEmpty() ? there.get(there.size() - 1).vertex() : last;
        }
        Coordinate[] course = corridor.course().subList(first, last + 1).toArray(Coordinate[]::new);
        Envelope extent = new Envelope();
        Arrays.stream(course).forEach(extent::expandToInclude);
        if (course.length < 2 || !extent.intersects(box)) {
            return false;
        }
        Map<String, StoredFeature> features = records.corridors().features();
        Double accuracy = accuracyM != null ? accuracyM : Values.accuracyM(features.get(corridor.id()));
        boolean ring = corridor.closedRing() || course[0].equals2D(course[course.length - 1]);
        roads.add(new Road(corridor.id(), corridor.name(), corridor.mode(), corridor.sameAs() == null ? corridor.id() : corridor.sameAs(),
                Tiles.FACTORY.createLineString(course), accuracy, endAccuracy(corridor, first, accuracyM, accuracy),
                endAccuracy(corridor, last, accuracyM, accuracy), corridor.speedKmh(), ring));
        return true;
    }

    private boolean isAbsent(Corridor corridor, int vertex) {
        AsOf asOf = circumstances.asOf();
        return corridor.stops().stream().anyMatch(s -> s.vertex() == vertex && !s.existsAt(asOf));
    }

    /** A stop may be better known than its road. */
    private Double endAccuracy(Corridor corridor, int vertex, Double given, Double ofRoad) {
        if (given != null) {
            return given;
        }
        return corridor.stops().stream().filter(s -> s.vertex() == vertex)
                .map(s -> Values.accuracyM(records.corridors().stops().get(s.id()))).filter(a -> a != null)
                .findFirst().orElse(ofRoad);
    }

    static String ref(Road road) {
        return Collections.CORRIDORS + "/" + road.id();
    }
}
