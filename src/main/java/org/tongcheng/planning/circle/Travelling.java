package org.tongcheng.planning.circle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.ChangeFault;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.OffStreets;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Joins the network of a date, searches it from the origins and draws what is reached. */
final class Travelling {

    private final Networks networks;
    private final IsochroneCache isochrones;
    private final Scene scene;
    private final Asked asked;
    private final int[] budgets;

    Travelling(Networks networks, IsochroneCache isochrones, Scene scene, Asked asked) {
        this.networks = networks;
        this.isochrones = isochrones;
        this.scene = scene;
        this.asked = asked;
        this.budgets = asked.circumstances().minutes().stream().mapToInt(m -> m * 60_000).toArray();
    }

    /** One for each origin, or one for all together. */
    List<Journey> journeys(List<Origin> origins, AsOf asOf, List<String> warnings) {
        Network network = network(asOf);
        warnOfIdle(network, warnings);
        List<List<Foothold>> footholds = origins.stream().map(o -> footholds(o, network, warnings)).toList();
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
        Isochrones drawing = isochrones.on(network.streets());
        Duration limit = Duration.ofMillis((long) budgets[budgets.length - 1] + drawing.marginMillis(network.streets()));
        List<TravelTimes> searches = starts.stream()
                .map(s -> Search.run(network, s, Circle.direction(asked), limit))
                .toList();
        return new Journey(origin, searches, drawing,
                drawing.areas(searches, Combine.INTERSECTION, Circle.detail(asked), Arrays.copyOf(budgets, budgets.length)));
    }

    private Network network(AsOf asOf) {
        Circumstances c = asked.circumstances();
        Profile profile = networks.getProfile(c.profile());
        List<Corridor> own = c.add().stream().map(Travelling::own).toList();
        Changes changes = new Changes(new HashSet<>(c.with()), new HashSet<>(c.without()), own);
        try {
            return networks.join(profile, scene.corridors(), asOf, changes);
        } catch (ChangeFault e) {
            throw new BadParameter(e.parameter(), e.id(), "ids of corridors", e.getMessage());
        }
    }

    /** Who puts a metro line in and asks about driving would take the same area for the line's worth. */
    private void warnOfIdle(Network network, List<String> warnings) {
        Circumstances c = asked.circumstances();
        TreeSet<String> idle = new TreeSet<>(c.with());
        c.add().forEach(own -> idle.add(own.id()));
        c.without().forEach(idle::remove);
        network.corridors().forEach(corridor -> idle.remove(corridor.id()));
        idle.forEach(id -> warnings.add("corridor " + id + " is put in, but " + c.profile() + " does not travel its mode"));
    }

    private static Corridor own(OwnCorridor given) {
        try {
            Corridor.Terms terms = new Corridor.Terms(given.speedKmh(), given.headwayMin(), false, null);
            return Corridors.own(given.id(), Mode.of(given.mode()), terms,
                    Arrays.asList(given.line().getCoordinates()), given.stops());
        } catch (IllegalArgumentException e) {
            throw new BadParameter("add", given.id(), "a line with a known mode and stops at its vertices", e.getMessage());
        }
    }

    private static void warnIfOffLand(Origin origin, Origin.Point point, Network network, List<String> warnings) {
        if (network.streets().ground().find(point.at().x, point.at().y, 0).isEmpty()) {
            warnings.add(origin.place() + " stands off the land as it is known; the way is counted over the nearest shore, not more than "
                    + Math.round(network.snapMetres()) + " m away");
        }
    }

    /** Of an origin with several points those too far from any street are left out; one at least must stand. */
    private static List<Foothold> footholds(Origin origin, Network network, List<String> warnings) {
        List<Foothold> footholds = new ArrayList<>();
        OffStreets last = null;
        for (Origin.Point point : origin.points()) {
            try {
                footholds.add(network.foothold(point.at().x, point.at().y));
                warnIfOffLand(origin, point, network, warnings);
            } catch (OffStreets e) {
                last = e;
            }
        }
        if (footholds.isEmpty()) {
            throw new BadParameter(Circle.ORIGIN.name(), origin.place(),
                    "a point on land or not far from it", last == null ? "has no point" : last.getMessage());
        }
        if (last != null) {
            warnings.add(origin.place() + ": " + (origin.points().size() - footholds.size()) + " of "
                    + origin.points().size() + " points stand too far from any street and are left out");
        }
        return footholds;
    }
}
