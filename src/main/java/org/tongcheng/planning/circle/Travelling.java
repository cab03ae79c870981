package org.tongcheng.planning.circle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Travel;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Joins the network of a date, searches it from the origins and draws what is reached. */
final class Travelling {

    private final Travel travel;
    private final IsochroneCache isochrones;
    private final Asked asked;
    private final int[] budgets;

    Travelling(Travel travel, IsochroneCache isochrones, Asked asked) {
        this.travel = travel;
        this.isochrones = isochrones;
        this.asked = asked;
        this.budgets = asked.circumstances().minutes().stream().mapToInt(m -> m * 60_000).toArray();
    }

    /** One for each origin, or one for all together. */
    List<Journey> journeys(List<Origin> origins, AsOf asOf) {
        Network network = travel.network(asOf);
        travel.warnOfIdle(network);
        List<List<Foothold>> footholds = origins.stream()
                .map(o -> travel.footholds(o, network, Circle.ORIGIN.name())).toList();
        List<Journey> journeys = new ArrayList<>();
        switch (asked.get(Circle.COMBINE)) {
            case "union" -> journeys.add(journey(null, network, List.of(footholds.stream().flatMap(List::stream).toList())));
            case "intersection" -> journeys.add(journey(null, network, footholds));
            default -> {
                for (int i = 0; i < origins.size(); i++) {
                    journeys.add(journey(origins.get(i).place(), network, List.of(footholds.get(i))));
                }
            }
        }
        return journeys;
    }

    private Journey journey(String origin, Network network, List<List<Foothold>> starts) {
        if (network.isOfStations()) {
            Duration longest = Duration.ofMillis(budgets[budgets.length - 1]);
            return new Journey(origin, searches(network, starts, longest), null, List.of());
        }
        Isochrones drawing = isochrones.on(network.streets());
        Duration limit = Duration.ofMillis((long) budgets[budgets.length - 1] + drawing.marginMillis(network.streets()));
        List<TravelTimes> searches = searches(network, starts, limit);
        return new Journey(origin, searches, drawing,
                drawing.areas(searches, Combine.INTERSECTION, Circle.detail(asked), Arrays.copyOf(budgets, budgets.length)));
    }

    private List<TravelTimes> searches(Network network, List<List<Foothold>> starts, Duration limit) {
        return starts.stream().map(s -> Search.run(network, s, Circle.direction(asked), limit)).toList();
    }
}
