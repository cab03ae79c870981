package org.tongcheng.planning.claims;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.CorridorRecords;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Values;

/** How far off a computed time may be by the accuracies that records state (package comment). Threads: immutable but for what is kept. */
final class Tolerance {

    private final Network network;
    private final CorridorRecords records;
    private final Map<String, Corridor> corridors = new HashMap<>();

    /** A unit's seat as it joins the streets. */
    record End(Unit unit, Coordinate at, Foothold foothold) {}

    /** The name of what states no accuracy; thrown and caught within this package. */
    static final class Unstated extends Exception {

        private static final long serialVersionUID = 1L;

        Unstated(String what) {
            super(what);
        }
    }

    Tolerance(Network network, CorridorRecords records) {
        this.network = network;
        this.records = records;
        network.corridors().forEach(c -> corridors.put(c.id(), c));
    }

    /**
     * @param ridden ids of the corridors used, in the order of travel
     * @param part   which of the streets beside each other the way takes
     */
    int seconds(End from, End to, List<String> ridden, int part) throws Unstated {
        Around start = new Around(streets(part), from.foothold().part(part));
        Around end = new Around(streets(part), to.foothold().part(part));
        double millis = ofEnd(from, start) + ofEnd(to, end);
        for (String id : ridden) {
            millis += ofLine(corridors.get(id));
        }
        if (!ridden.isEmpty()) {
            millis += stopM(corridors.get(ridden.get(0)), from.at()) * start.pace();
            millis += stopM(corridors.get(ridden.get(ridden.size() - 1)), to.at()) * end.pace();
        }
        return (int) Math.ceil(millis / 1000);
    }

    /** The seat's accuracy and, on a lattice, which stands for streets that are not drawn, its spacing. */
    private static double ofEnd(End end, Around around) throws Unstated {
        if (end.unit().seatAccuracyM() == null) {
            throw new Unstated("the seat of administrative-units/" + end.unit().adcode());
        }
        return (end.unit().seatAccuracyM() + around.spacing()) * around.pace();
    }

    /** Each end of the ride may be nearer or farther by the accuracy of its stop. */
    private double ofLine(Corridor corridor) throws Unstated {
        Profile.ModeRules rules = network.profile().findMode(corridor.mode()).orElseThrow();
        double kmh = (corridor.speedKmh() == null ? rules.speed().value() : corridor.speedKmh()) * rules.share().value();
        return 2 * typicalM(corridor) * 3600 / kmh;
    }

    /** The median of its stops; of a line without stops its own. */
    private double typicalM(Corridor corridor) throws Unstated {
        double[] stops = corridor.stops().stream().map(s -> Values.accuracyM(records.stops().get(s.id()))).filter(a -> a != null)
                .mapToDouble(Double::doubleValue).sorted().toArray();
        return stops.length > 0 ? stops[stops.length / 2] : ownM(corridor);
    }

    /** Of the stop nearest to a place. */
    private double stopM(Corridor corridor, Coordinate at) throws Unstated {
        Double nearest = corridor.stops().stream()
                .min(Comparator.comparingDouble(s -> Geodesy.distanceMetres(s.lon(), s.lat(), at.x, at.y)))
                .map(s -> Values.accuracyM(records.stops().get(s.id()))).orElse(null);
        return nearest != null ? nearest : ownM(corridor);
    }

    /** The asker's own corridors stand exactly where they are drawn. */
    private double ownM(Corridor corridor) throws Unstated {
        StoredFeature stored = records.features().get(corridor.id());
        if (stored == null) {
            return 0;
        }
        Double accuracy = Values.accuracyM(stored);
        if (accuracy == null) {
            throw new Unstated("corridors/" + corridor.id());
        }
        return accuracy;
    }

    private Streets streets(int part) {
        return network.streets().parts().get(part);
    }

    private record Arc(double metres, double millis) {}

    /** The streets around a place: medians over the arcs of its nodes, 0 where there is none. */
    private record Around(boolean lattice, List<Arc> arcs) {

        Around(Streets streets, Foothold at) {
            this(streets.graph().isLattice(), Arrays.stream(at.nodes()).filter(node -> node < streets.nodes()).boxed().flatMap(node -> IntStream
                    .range(streets.firstOut(node), streets.firstOut(node + 1))
                    .filter(arc -> streets.millis(arc) != Streets.UNREACHED)
                    .mapToObj(arc -> new Arc(Geodesy.distanceMetres(streets.lon(node), streets.lat(node), streets.lon(streets.head(arc)),
                            streets.lat(streets.head(arc))), streets.millis(arc))))
                    .filter(arc -> arc.metres() > 0).toList());
        }

        /** Metres between the nodes of a lattice, which stands for streets that are not drawn. */
        double spacing() {
            return lattice ? median(Arc::metres) : 0;
        }

        /** Milliseconds a metre. */
        double pace() {
            return median(arc -> arc.millis() / arc.metres());
        }

        private double median(ToDoubleFunction<Arc> value) {
            double[] sorted = arcs.stream().mapToDouble(value).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }
}
