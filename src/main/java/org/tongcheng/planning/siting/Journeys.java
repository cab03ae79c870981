package org.tongcheng.planning.siting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Travel times between sites and features. Threads: safe for many. */
final class Journeys {

    private final Records records;
    private final AsOf asOf;
    private final Map<String, Network> networks;

    /** @param networks by profile, all that rules travel by */
    Journeys(Records records, AsOf asOf, Map<String, Network> networks) {
        this.records = records;
        this.asOf = asOf;
        this.networks = Map.copyOf(networks);
    }

    /** A feature with its time in seconds, rounded up. */
    record Arrival(LayerFeature feature, int seconds) {}

    /** Times between the site and those features that are within the budget; empty where the site lies too far from any street. */
    Optional<List<Arrival>> arrivals(ProposedSite site, List<LayerFeature> features, String profile, Direction direction, int budgetSeconds) {
        Network network = networks.get(profile);
        Coordinate at = site.isPoint() ? site.geometry().getCoordinate() : site.geometry().getInteriorPoint().getCoordinate();
        return network.find(at.x, at.y).map(start -> {
            TravelTimes times = Search.run(network, List.of(start), direction, Duration.ofSeconds(budgetSeconds));
            List<Arrival> arrivals = new ArrayList<>();
            for (LayerFeature feature : features) {
                int millis = soonest(times, feature);
                if (millis <= times.budgetMillis()) {
                    arrivals.add(new Arrival(feature, TravelTimes.seconds(millis)));
                }
            }
            return arrivals;
        });
    }

    private int soonest(TravelTimes times, LayerFeature feature) {
        int soonest = Streets.UNREACHED;
        for (Origin.Point point : points(feature)) {
            Optional<Foothold> foothold = times.network().find(point.at().x, point.at().y);
            if (foothold.isPresent()) {
                soonest = Math.min(soonest, times.millisAt(foothold.get()));
            }
        }
        return soonest;
    }

    /** A feature that nobody can set out from has none. */
    private List<Origin.Point> points(LayerFeature feature) {
        try {
            return new Origins(records, asOf, Siting.SITE_NAME, new Used.Gathering(), new ArrayList<>()).of(feature.ref(), feature.stored()).points();
        } catch (BadParameter e) {
            return List.of();
        }
    }
}
