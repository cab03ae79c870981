package org.tongcheng.planning.claims;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Times from seat to seat on one network, one search an origin. Of one thread. */
final class Travels {

    private static final int LONGEST_HOURS = 6;

    private final Network network;
    private final Tolerance tolerance;
    private final Map<String, Tolerance.End> seats;
    private final Map<String, TravelTimes> searches = new HashMap<>();

    /** @param ends places of the units by adcode; those that are not among them have none */
    Travels(Network network, Records records, Map<String, Seat> ends) {
        this.network = network;
        this.tolerance = new Tolerance(network, records.corridors());
        this.seats = new HashMap<>();
        ends.forEach((adcode, seat) -> foothold(seat).ifPresent(
                foothold -> seats.put(adcode, new Tolerance.End(seat.unit(), seat.at(), foothold))));
    }

    /** A unit and the point that stands for it. */
    record Seat(Unit unit, Coordinate at) {}

    List<Journey> of(List<Statement.Pair> pairs) {
        return pairs.stream().map(this::of).toList();
    }

    private Optional<Foothold> foothold(Seat seat) {
        return network.find(seat.at().x, seat.at().y, seat.unit().geometry());
    }

    private Journey of(Statement.Pair pair) {
        Tolerance.End from = seats.get(pair.from());
        Tolerance.End to = seats.get(pair.to());
        if (from == null || to == null) {
            String missing = from == null ? pair.from() : pair.to();
            boolean stations = network.isOfStations();
            return new Journey(pair, null, null, List.of(), new Text(missing + (stations ? "不在记录中，或没有车站" : "不在记录中，或离道路过远"),
                    missing + (stations ? " is not in the records, or has no station" : " is not in the records, or too far from any street")));
        }
        if (network.isOfStations() && (holds(from.unit(), to.unit()) || holds(to.unit(), from.unit()))) {
            return new Journey(pair, null, null, List.of(), new Text("一单元位于另一单元之内，同一车站代表两者",
                    "one of both units lies in the other, and the same station stands for both"));
        }
        TravelTimes times = searches.computeIfAbsent(pair.from(),
                f -> Search.run(network, List.of(from.foothold()), Direction.FROM, Duration.ofHours(LONGEST_HOURS)));
        int millis = times.millisAt(to.foothold());
        if (millis == Streets.UNREACHED) {
            return new Journey(pair, null, null, List.of(), null);
        }
        List<String> ridden = times.corridorsTo(to.foothold());
        int seconds = TravelTimes.seconds(millis);
        try {
            return new Journey(pair, seconds, tolerance.seconds(from, to, ridden, times.partTo(to.foothold())), ridden, null);
        } catch (Tolerance.Unstated e) {
            return new Journey(pair, seconds, null, ridden, new Text(e.getMessage() + "：未载明精度，误差未知",
                    "nobody states the accuracy of " + e.getMessage() + ", so the error is unknown"));
        }
    }

    private static boolean holds(Unit unit, Unit other) {
        return unit != other && unit.geometry() != null && other.seat() != null
                && unit.geometry().intersects(unit.geometry().getFactory().createPoint(other.seat()));
    }

    /** The corridors that the journeys use. */
    List<Corridor> ridden(List<Journey> journeys) {
        List<Corridor> ridden = new ArrayList<>();
        for (Corridor corridor : network.corridors()) {
            if (journeys.stream().anyMatch(j -> j.corridors().contains(corridor.id()))) {
                ridden.add(corridor);
            }
        }
        return ridden;
    }
}
