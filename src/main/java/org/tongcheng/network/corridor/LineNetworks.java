package org.tongcheng.network.corridor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.FeederGround;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Stations;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;

/**
 * Joins lines to streets. Where a stop stands on the streets is found once and kept; the rest is made anew for each question in
 * a few milliseconds.
 *
 * <pre>
 *   Networks networks = new LineNetworks(Profiles.readAll(Path.of("data/profiles")), sketch);
 *   Network network = networks.join(networks.getProfile("drive"), corridors, AsOf.built(date), Changes.NONE);
 * </pre>
 */
public final class LineNetworks implements Networks {

    /** Some times the stops of the bundled catalogue, so that corridors of askers' own cannot fill the memory. */
    private static final int MOST_FOOTHOLDS = 50_000;

    private static final double METRES_PER_KM = 1000;

    private final List<Profile> profiles;
    private final StreetSource source;
    private final Cache<Spot, Optional<Foothold>> footholds = Caffeine.newBuilder().maximumSize(MOST_FOOTHOLDS).build();

    private final Map<List<StreetGraph>, StreetGraph> graphs = new ConcurrentHashMap<>();
    private final Map<String, Streets> beside = new ConcurrentHashMap<>();

    /** A point on the streets of one profile, and how far off the land it may be. */
    private record Spot(String profile, double lon, double lat, double withinMetres) {}

    public LineNetworks(List<Profile> profiles, StreetSource source) {
        this.profiles = List.copyOf(profiles);
        this.source = source;
    }

    @Override
    public List<Profile> profiles() {
        return profiles;
    }

    @Override
    public Streets streets(Profile profile) {
        if (profile.stations() != null) {
            return Streets.none(new Stations(List.of(), profile.stations().within().value() * METRES_PER_KM));
        }
        if (profile.fastestOf().isEmpty()) {
            return source.streets(profile);
        }
        return beside.computeIfAbsent(profile.id(),
                id -> beside(profile.fastestOf().stream().map(this::partOf).toList()));
    }

    /** Ways of travelling on the same nodes share one graph, which takes half of the memory. */
    private Streets beside(List<Streets> parts) {
        List<StreetGraph> graphsOf = parts.stream().map(Streets::graph).toList();
        return Streets.beside(parts, graphs.computeIfAbsent(graphsOf, StreetGraph::beside));
    }

    /** As points join them. */
    private Streets partOf(Profile part) {
        Streets streets = source.streets(part);
        return part.feeder() == null ? streets : streets.on(new FeederGround(streets.ground(), part.feeder()));
    }

    @Override
    public double snapMetres() {
        return source.snapMetres();
    }

    @Override
    public Network join(Profile profile, List<Corridor> corridors, AsOf asOf, Changes changes) {
        if (!profile.fastestOf().isEmpty()) {
            List<Network> parts = profile.fastestOf().stream().map(part -> join(part, corridors, asOf, changes)).toList();
            return new SideBySide(parts, streets(profile), profile.feeder() != null).network(profile);
        }
        Selection selection = new Selection(asOf, changes);
        List<Line> lines = new ArrayList<>();
        for (Corridor corridor : selection.of(corridors)) {
            int number = lines.size();
            profile.findMode(corridor.mode()).ifPresent(rules ->
                    lines.add(Line.of(number, corridor, rules, stop -> selection.isThere(corridor, stop))));
        }
        if (profile.stations() != null) {
            return new StationJoining(profile, lines).join();
        }
        return new Joining(profile, source.streets(profile), lines, this::foothold).join(source.snapMetres());
    }

    /** Bridge heads reach farther over water than other stops. */
    private Optional<Foothold> foothold(Profile profile, Line line, Line.Halt halt) {
        boolean head = halt.isHead(line.corridor().mode());
        Spot spot = new Spot(profile.id(), halt.stop().lon(), halt.stop().lat(), head ? source.headMetres() : source.snapMetres());
        return footholds.get(spot, s -> source.streets(profile).ground().find(s.lon(), s.lat(), s.withinMetres()));
    }
}
