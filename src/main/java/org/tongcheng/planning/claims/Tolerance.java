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

    /** @param ridden ids of the corridors used, in the order of travel */
    int seconds(End from, End to, List<String> ridden) throws Unstated {
        double millis = ofEnd(from) + ofEnd(to);
        for (String id : ridden) {
            millis += ofLine(corridors.get(id));
        }
        if (!ridden.isEmpty()) {
            millis += stopM(corridors.get(ridden.get(0)), from.at()) * pace(from.foothold());
            millis += stopM(corridors.get(ridden.get(ridden.size() - 1)), to.at()) * pace(to.foothold());
        }
        return (int) Math.ceil(millis / 1000);
    }

    /** The seat's accuracy and, on a lattice, which stands for streets that are not drawn, its spacing. */
    private double ofEnd(End end) throws Unstated {
        if (end.unit().seatAccuracyM() == null) {
            throw new Unstated("the seat of administrative-units/" + end.unit().adcode());
        }
        double spacing = network.streets().graph().isLattice() ? arcs(end.foothold()).median(Arc::metres) : 0;
        return (end.unit().seatAccuracyM() + spacing) * pace(end.foothold());
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

    private record Arc(double metres, double millis) {}

    /** Milliseconds a metre on the streets there; nothing where none is known. */
    private double pace(Foothold at) {
        return arcs(at).median(arc -> arc.millis() / arc.metres());
    }

    private Paces arcs(Foothold at) {
        Streets streets = network.streets();
        return new Paces(Arrays.stream(at.nodes()).boxed().flatMap(node -> IntStream
                .range(streets.firstOut(node), streets.firstOut(node + 1))
                .filter(arc -> streets.millis(arc) != Streets.UNREACHED)
                .mapToObj(arc -> new Arc(Geodesy.distanceMetres(streets.lon(node), streets.lat(node), streets.lon(streets.head(arc)),
                        streets.lat(streets.head(arc))), streets.millis(arc))))
                .filter(arc -> arc.metres() > 0).toList());
    }

    /** Medians over the arcs around a place. */
    private record Paces(List<Arc> arcs) {

        /** 0 where there is no arc. */
        double median(ToDoubleFunction<Arc> value) {
            double[] sorted = arcs.stream().mapToDouble(value).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }
}
