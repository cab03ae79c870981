package org.tongcheng.planning.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;
import org.tongcheng.reach.TravelTimes;

/** Within some minutes of servers, one sets out from them. */
final class Reaching implements Range {

    /** Things beyond the minutes have their time up to this and to twice the minutes, so that one sees by how much they are missed. */
    private static final int LEAST_LOOKED_MINUTES = 60;

    /** No street is faster. */
    private static final double MOST_STREET_KMH = 150;

    private static final int DIRECTIONS = 8;

    private final Network network;
    /** Null where one goes from station to station: that covers no land. */
    private final Isochrones drawing;
    private final int budget;
    private final List<Server> servers;
    private final List<Group> groups;
    private final List<String> offStreets = new ArrayList<>();

    /**
     * @param servers those too far from the outline to reach it are left out
     * @param ofLand  whether land is asked about, not things
     */
    Reaching(Network network, IsochroneCache isochrones, List<Server> servers, Geometry outline, int minutes, boolean ofLand) {
        int looked = ofLand ? 2 * minutes : Math.max(LEAST_LOOKED_MINUTES, 2 * minutes);
        this.network = network;
        this.drawing = network.isOfStations() ? null : isochrones.on(network.streets());
        this.budget = minutes * 60_000;
        this.servers = new ServerTree(servers).around(outline, looked * mostKmh(network) * 1000 / 60);
        this.groups = Group.of(network, this.servers, Duration.ofMinutes(looked)
                .plusMillis(drawing == null ? 0 : drawing.marginMillis(network.streets())));
    }

    /** The highest speed that a line states or the profile takes for one that states none. */
    private static double mostKmh(Network network) {
        Profile profile = network.profile();
        DoubleStream assumed = Stream.concat(Stream.of(profile), profile.fastestOf().stream())
                .flatMap(p -> p.modes().values().stream()).filter(rules -> rules.speed() != null).mapToDouble(rules -> rules.speed().value());
        DoubleStream stated = network.corridors().stream().mapToDouble(Corridor::mostStatedKmh);
        return DoubleStream.concat(assumed, stated).reduce(MOST_STREET_KMH, Math::max);
    }

    @Override
    public void warn(List<String> warnings) {
        if (!offStreets.isEmpty()) {
            warnings.add("these stand too far from any street or station to have a time, they are uncertain: " + String.join(", ", offStreets));
        }
    }

    /** Ids of the corridors that shortest ways within the minutes ride. */
    SortedSet<String> corridors() {
        SortedSet<String> ridden = new TreeSet<>();
        groups.forEach(group -> ridden.addAll(group.times().corridorsUsed(budget)));
        return ridden;
    }

    @Override
    public int servers() {
        return servers.size();
    }

    @Override
    public boolean holds(Served served) {
        return served.seconds() != null && served.seconds() * 1000L <= budget;
    }

    /**
     * When a thing is reached.
     *
     * @param millis   to its soonest point as drawn, {@link Streets#UNREACHED} where none is reached
     * @param foothold of that point; null where none joins the streets
     * @param least    to the soonest place where it may truly stand
     * @param most     to the latest one
     */
    private record Arrival(int millis, Foothold foothold, int least, int most) {}

    @Override
    public Served judge(Thing thing) {
        Arrival best = null;
        Server nearest = null;
        boolean sure = false;
        boolean possible = false;
        boolean unknown = thing.accuracyM() == null;
        boolean joined = true;
        for (Group group : groups) {
            Arrival arrival = arrival(thing, group.times());
            long error = group.errorMillis() == null ? 0 : group.errorMillis();
            boolean reached = arrival.millis() != Streets.UNREACHED;
            unknown |= reached && group.errorMillis() == null;
            joined &= arrival.foothold() != null;
            sure |= thing.accuracyM() != null && group.errorMillis() != null && arrival.most() + error <= budget;
            possible |= arrival.least() - error <= budget;
            if (reached && (best == null || arrival.millis() < best.millis())) {
                best = arrival;
                nearest = group.nearest(arrival.foothold());
            }
        }
        if (!joined) {
            offStreets.add(thing.ref());
        }
        String covered = sure ? Served.YES : possible || unknown || !joined ? Served.UNCERTAIN : Served.NO;
        return new Served(thing.ref(), thing.name(), covered, null, best == null ? null : Integer.valueOf(TravelTimes.seconds(best.millis())),
                nearest == null ? null : nearest.ref(), thing.accuracyM(), thing.method());
    }

    private Arrival arrival(Thing thing, TravelTimes times) {
        int millis = Streets.UNREACHED;
        Coordinate at = thing.geometry().getCoordinate();
        Foothold soonest = null;
        for (Coordinate point : Points.of(thing.geometry())) {
            Foothold foothold = network.find(point.x, point.y, thing.extent()).orElse(null);
            int there = foothold == null ? Streets.UNREACHED : times.millisAt(foothold);
            if (there < millis || soonest == null) {
                millis = there;
                at = point;
                soonest = foothold;
            }
        }
        boolean whole = network.isOfStations() && thing.extent() != null;
        return around(at, whole ? Double.valueOf(0) : thing.accuracyM(), new Arrival(millis, soonest, millis, millis), times);
    }

    /** Looks at places as far off as the thing is inexact, and half as far, in eight directions; those off the streets are passed over. */
    private Arrival around(Coordinate at, Double accuracyM, Arrival drawn, TravelTimes times) {
        int least = drawn.least();
        int most = drawn.most();
        double metres = accuracyM == null ? 0 : accuracyM;
        for (Coordinate moved : metres == 0 ? List.<Coordinate>of() : around(at, metres)) {
            Foothold foothold = find(moved);
            if (foothold != null) {
                int there = times.millisAt(foothold);
                least = Math.min(least, there);
                most = Math.max(most, there);
            }
        }
        return new Arrival(drawn.millis(), drawn.foothold(), least, most);
    }

    private static List<Coordinate> around(Coordinate at, double metres) {
        List<Coordinate> places = new ArrayList<>(Geodesy.ring(at, metres, DIRECTIONS));
        places.addAll(Geodesy.ring(at, metres / 2, DIRECTIONS));
        return places;
    }

    private Foothold find(Coordinate at) {
        return network.find(at.x, at.y).orElse(null);
    }

    /** Surely within the minutes less each server's error, possibly within those plus it. */
    @Override
    public Land land(Geometry outline) {
        List<Geometry> low = new ArrayList<>();
        List<Geometry> high = new ArrayList<>();
        for (Group group : groups) {
            int error = group.errorMillis() == null ? 0 : Math.min(group.errorMillis(), budget);
            if (group.errorMillis() != null && budget > error) {
                low.add(area(List.of(group), budget - error));
            }
            high.add(area(List.of(group), budget + error));
        }
        Geometry best = inside(outline, groups.isEmpty() ? List.of() : List.of(area(groups, budget)));
        Geometry surely = OverlayNGRobust.overlay(inside(outline, low), best, OverlayNG.INTERSECTION);
        high.add(best);
        return new Land(outline, surely, best, inside(outline, high));
    }

    private Geometry area(List<Group> searched, int millis) {
        return drawing.areas(searched.stream().map(Group::times).toList(), Combine.UNION, Detail.SMOOTH, millis).get(0);
    }

    private static Geometry inside(Geometry outline, List<Geometry> areas) {
        Geometry all = areas.isEmpty() ? outline.getFactory().createPolygon() : OverlayNGRobust.union(areas);
        return OverlayNGRobust.overlay(outline, all, OverlayNG.INTERSECTION);
    }
}
