package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** Gathers what serves at the date: stops or courses of the corridors that are there, or hubs. Of one thread. */
final class Servers {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** No corridor farther off than this is told of; none serves by a greater distance. */
    private static final double TOLD_METRES = 100_000;

    private final Records records;
    private final Circumstances circumstances;
    private final Envelope told;
    private final Used.Gathering used;
    private final List<String> warnings;
    private final List<Server> servers = new ArrayList<>();

    /**
     * @param outline  of the area
     * @param warnings takes what a reader must know
     */
    Servers(Records records, Circumstances circumstances, Geometry outline, Used.Gathering used, List<String> warnings) {
        this.told = Geodesy.around(outline.getEnvelopeInternal(), TOLD_METRES);
        this.records = records;
        this.circumstances = circumstances;
        this.used = used;
        this.warnings = warnings;
    }

    List<Server> hubs() {
        for (StoredFeature hub : records.features(Collections.HUBS)) {
            boolean there = hub.existence().existsAt(circumstances.asOf()) && hub.feature().geometry() != null
                    && new Values(hub.feature()).isLocatable();
            if (there) {
                used.add(Collections.HUBS, hub.feature().id(), hub.revision());
                servers.add(new Server(Collections.HUBS + "/" + hub.feature().id(), hub.feature().geometry(), Values.accuracyM(hub)));
            }
        }
        return servers;
    }

    /** @param courses whether the corridors themselves serve, or their stops */
    List<Server> corridors(Set<Mode> modes, boolean courses) {
        Set<String> known = new HashSet<>();
        records.corridors().corridors().forEach(c -> known.add(c.id()));
        requireKnown("with", circumstances.with(), known);
        Set<String> takenOut = new HashSet<>(known);
        circumstances.add().forEach(own -> takenOut.add(own.id()));
        requireKnown("without", circumstances.without(), takenOut);
        for (Corridor corridor : records.corridors().corridors()) {
            boolean there = corridor.existence().existsAt(circumstances.asOf()) || circumstances.with().contains(corridor.id());
            if (there && modes.contains(corridor.mode()) && !circumstances.without().contains(corridor.id())) {
                records.corridors().use(corridor, used);
                add(corridor, courses, null);
                if (corridor.existence().assumed() && corridor.existence().builtAt(circumstances.asOf().date())
                        && corridor.course().stream().anyMatch(told::contains)) {
                    warnings.add(Collections.CORRIDORS + "/" + corridor.id()
                            + ": nobody states when it opened; it is taken as open since the date of its document");
                }
            }
        }
        addOwn(modes, courses, known);
        return servers;
    }

    /** The asker's own stand exactly where they are drawn. */
    private void addOwn(Set<Mode> modes, boolean courses, Set<String> known) {
        for (OwnCorridor given : circumstances.add()) {
            Corridor own = Travel.own(given);
            if (known.contains(own.id())) {
                throw new BadParameter("add", own.id(), "an id that no corridor has", "there is already a corridor '" + own.id() + "'");
            }
            if (modes.contains(own.mode()) && !circumstances.without().contains(own.id())) {
                add(own, courses, 0.0);
            }
        }
    }

    /** @param accuracyM of all of it; null where its records say */
    private void add(Corridor corridor, boolean courses, Double accuracyM) {
        if (!courses) {
            addStops(corridor, accuracyM);
            return;
        }
        Double accuracy = accuracyM != null ? accuracyM : Values.accuracyM(records.corridors().features().get(corridor.id()));
        servers.add(new Server(Collections.CORRIDORS + "/" + corridor.id(),
                FACTORY.createLineString(corridor.course().toArray(Coordinate[]::new)), accuracy));
    }

    /** A stop's own year counts on a line that is built; one that a plan puts in comes with all its stops. */
    private void addStops(Corridor corridor, Double accuracyM) {
        AsOf asOf = circumstances.asOf();
        Map<String, StoredFeature> stored = records.corridors().stops();
        for (Corridor.Stop stop : corridor.stops()) {
            if (!corridor.existence().builtAt(asOf.date()) || stop.existsAt(asOf)) {
                servers.add(new Server(Collections.STOPS + "/" + stop.id(),
                        FACTORY.createPoint(new Coordinate(stop.lon(), stop.lat())),
                        accuracyM != null ? accuracyM : Values.accuracyM(stored.get(stop.id()))));
            }
        }
    }

    private static void requireKnown(String parameter, List<String> ids, Set<String> known) {
        new TreeSet<>(ids).stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new BadParameter(parameter, id, "ids of corridors", "there is no corridor '" + id + "'");
        });
    }
}
