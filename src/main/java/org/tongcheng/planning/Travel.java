package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Assumed;
import org.tongcheng.network.ChangeFault;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;

/**
 * How one travels in the circumstances asked about: joins the lines of a date to the streets, puts places on them, and says what
 * was assumed and what a reader must know. Of one thread.
 */
public final class Travel {

    /** A place farther off the streets than this is told of; streets and coasts are not drawn more exactly. */
    private static final double MOST_METRES_OFF = 100;

    /** No street is faster. */
    private static final double MOST_STREET_KMH = 150;

    private final Networks networks;
    private final Records records;
    private final Circumstances circumstances;
    private final List<String> warnings;

    /** @param warnings takes what a reader must know */
    public Travel(Networks networks, Records records, Circumstances circumstances, List<String> warnings) {
        this.networks = networks;
        this.records = records;
        this.circumstances = circumstances;
        this.warnings = warnings;
    }

    /** Warns of records that cannot be travelled and of past ones, to which today's streets are put. */
    public void warnOfRecords() {
        warnings.addAll(records.corridors().faults());
        if (circumstances.recorded() != null) {
            warnings.add("the streets are those that stand now; corridors, stops and units are those recorded by "
                    + circumstances.recorded());
        }
        if (records.corridors().corridors().isEmpty()) {
            warnings.add("no corridor is on record, so that only the streets are travelled");
        }
    }

    /** The streets with the lines of the date and of the asker; throws {@link BadParameter} where those cannot be had. */
    public Network network(AsOf asOf) {
        return network(asOf, List.of());
    }

    /** The same with further corridors put in, whose ids nobody else has. */
    public Network network(AsOf asOf, List<Corridor> further) {
        Profile profile = networks.getProfile(circumstances.profile());
        List<Corridor> own = Stream.concat(circumstances.add().stream().map(Travel::own), further.stream()).toList();
        Changes changes = new Changes(new HashSet<>(circumstances.with()), new HashSet<>(circumstances.without()), own);
        try {
            return networks.join(profile, records.corridors().corridors(), asOf, changes);
        } catch (ChangeFault e) {
            throw new BadParameter(e.parameter(), e.id(), "ids of corridors", e.getMessage());
        }
    }

    /** Who puts a metro line in and asks about driving would take the same answer for the line's worth. */
    public void warnOfIdle(Network network) {
        TreeSet<String> idle = new TreeSet<>(circumstances.with());
        circumstances.add().forEach(own -> idle.add(own.id()));
        circumstances.without().forEach(idle::remove);
        network.corridors().forEach(corridor -> idle.remove(corridor.id()));
        idle.forEach(id -> warnings.add(
                "corridor " + id + " is put in, but " + circumstances.profile() + " does not travel its mode"));
    }

    /** Warns where it is not known when the corridor opened or is due, which decides whether it is there. */
    public void warnOfDates(Corridor corridor) {
        AsOf asOf = circumstances.asOf();
        String name = Collections.CORRIDORS + "/" + corridor.id() + " (" + corridor.name().zh() + ")";
        if (corridor.existence().assumed() && corridor.existence().builtAt(asOf.date())) {
            warn(name + ": nobody states when it opened; it is taken as open since the date of its document");
        }
        if (asOf.horizon() != null && corridor.existence().dueYear() == null && corridor.existence().plannedAt(asOf.date())) {
            warn(name + ": nobody states when it is due; it counts as due by " + asOf.horizon());
        }
    }

    /**
     * Where the place's points join the streets. Those too far from any are left out with a warning; where that leaves none it is
     * {@linkplain BadParameter#impossible impossible}, and the distance is told.
     *
     * @param parameter that named the place
     */
    public List<Foothold> footholds(Origin place, Network network, String parameter) {
        List<Foothold> footholds = new ArrayList<>();
        for (Origin.Point point : place.points()) {
            point.on(network).ifPresent(foothold -> {
                footholds.add(foothold);
                warnIfOff(place, foothold);
            });
        }
        if (footholds.isEmpty()) {
            throw BadParameter.impossible(parameter, place.place(),
                    network.isOfStations() ? "a point not far from a station, or a unit with one" : "a point on land or not far from it",
                    offStreets(place, network));
        }
        int off = place.points().size() - footholds.size();
        if (off > 0) {
            warnings.add(place.place() + ": " + off + " of " + place.points().size() + " points stand too far from any "
                    + (network.isOfStations() ? "station" : "street") + " and are left out");
        }
        return footholds;
    }

    /** How far off the last of its points is. */
    private static String offStreets(Origin place, Network network) {
        if (place.points().isEmpty()) {
            return "has no point";
        }
        Origin.Point last = place.points().get(place.points().size() - 1);
        if (network.isOfStations() && last.extent() != null) {
            return "no station stands in '" + place.place() + "'";
        }
        return network.offStreets(last.at().x, last.at().y).getMessage();
    }

    /** The highest speed that one may travel at: of streets, that a line states or that the profile takes for one that states none; km/h. */
    public static double mostKmh(Network network) {
        Profile profile = network.profile();
        DoubleStream assumed = Stream.concat(Stream.of(profile), profile.fastestOf().stream())
                .flatMap(p -> p.modes().values().stream()).filter(rules -> rules.speed() != null).mapToDouble(rules -> rules.speed().value());
        DoubleStream stated = network.corridors().stream().mapToDouble(Corridor::mostStatedKmh);
        return DoubleStream.concat(assumed, stated).reduce(MOST_STREET_KMH, Math::max);
    }

    /** The base network, for the header. */
    public static StreetsUsed streets(Network network) {
        Streets streets = network.streets();
        return new StreetsUsed(
                streets.provenance().kind(), streets.provenance().source(), streets.provenance().vintage(),
                streets.parts().stream().map(Streets::graph).distinct().mapToInt(StreetGraph::nodes).sum());
    }

    /** What stands in for what streets and lines do not state, for the header. */
    public static List<String> assumed(Network network) {
        List<String> assumed = new ArrayList<>();
        if (network.streets().provenance().assumed() != null) {
            assumed.add(network.streets().provenance().assumed().en());
        }
        for (Assumed a : network.assumed()) {
            String number = a.value() == Math.rint(a.value()) ? String.valueOf((long) a.value()) : String.valueOf(a.value());
            assumed.add((a.profile() == null ? "" : a.profile() + ": ") + (a.mode() == null ? "streets" : a.mode().label()) + " " + a.what() + " = " + number + " " + a.unit()
                    + (a.lines() > 0 ? " (" + a.lines() + (a.lines() == 1 ? " line): " : " lines): ") : ": ") + a.reason());
        }
        return assumed;
    }

    private void warnIfOff(Origin place, Foothold foothold) {
        if (foothold.metresOff() > MOST_METRES_OFF) {
            warn(place.place() + " stands off the land or the streets as they are known; the nearest point of them, "
                    + Math.round(foothold.metresOff()) + " m away, is where it joins them");
        }
    }

    /** Tells a reader something once. */
    public void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** The asker's own corridor; throws {@link BadParameter} where it is none that can be travelled. */
    public static Corridor own(OwnCorridor given) {
        try {
            Corridor.Terms terms = new Corridor.Terms(given.speedKmh(), given.headwayMin(), false, null);
            return Corridors.own(given.id(), Mode.of(given.mode()), terms,
                    Arrays.asList(given.line().getCoordinates()), given.stops(), given.runMin());
        } catch (IllegalArgumentException e) {
            throw new BadParameter("add", given.id(), "a line with a known mode and stops at its vertices", e.getMessage());
        }
    }
}
