package org.tongcheng.planning.siting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Network;
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

    /**
     * What came of the features.
     *
     * @param within    those within the budget
     * @param allJoined whether every feature joins the streets; what does not has no time, and may be near
     */
    record Arrivals(List<Arrival> within, boolean allJoined) {}

    /** Times between the site and features; empty where the site lies too far from any street. */
    Optional<Arrivals> arrivals(ProposedSite site, List<LayerFeature> features, String profile, Direction direction, int budgetSeconds) {
        Network network = networks.get(profile);
        Coordinate at = site.isPoint() ? site.geometry().getCoordinate() : site.geometry().getInteriorPoint().getCoordinate();
        return network.find(at.x, at.y).map(start -> {
            TravelTimes times = Search.run(network, List.of(start), direction, Duration.ofSeconds(budgetSeconds));
            List<Arrival> within = new ArrayList<>();
            boolean allJoined = true;
            for (LayerFeature feature : features) {
                OptionalInt millis = points(feature).stream().flatMap(point -> network.find(point.at().x, point.at().y).stream())
                        .mapToInt(times::millisAt).min();
                allJoined &= millis.isPresent();
                if (millis.isPresent() && millis.getAsInt() <= times.budgetMillis()) {
                    within.add(new Arrival(feature, TravelTimes.seconds(millis.getAsInt())));
                }
            }
            return new Arrivals(within, allJoined);
        });
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
