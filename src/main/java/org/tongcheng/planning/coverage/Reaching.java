package org.tongcheng.planning.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Travel;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;
import org.tongcheng.reach.TravelTimes;

/** Within some minutes of servers, one sets out from them. */
final class Reaching implements Range {

    /** Things beyond the minutes have their time up to this and to twice the minutes, so that one sees by how much they are missed. */
    private static final int LEAST_LOOKED_MINUTES = 60;

    private static final int DIRECTIONS = 8;

    private final Network network;
    /** Null where one goes from station to station: that covers no land. */
    private final Isochrones drawing;
    private final int budget;
    private final ServerTree near;
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
        this.near = new ServerTree(servers);
        this.servers = near.around(outline, looked * Travel.mostKmh(network) * 1000 / 60);
        this.groups = Group.of(network, this.servers, Duration.ofMinutes(looked)
                .plusMillis(drawing == null ? 0 : drawing.marginMillis(network.streets())));
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

    /** A point that stands for a thing; the foothold is null where it joins no street. */
    private record Spot(Coordinate at, Foothold foothold) {}

    /**
     * When a thing is reached.
     *
     * @param millis   to its soonest point as drawn, {@link Streets#UNREACHED} where none is reached
     * @param foothold of that point; null where none joins the streets
     * @param least    to the soonest place where it may truly stand, from where the servers may
     * @param most     to the latest one, likewise
     */
    private record Arrival(int millis, Foothold foothold, long least, long most) {}

    @Override
    public Served judge(Thing thing) {
        Arrival best = null;
        Server nearest = null;
        boolean sure = false;
        boolean possible = false;
        boolean unknown = thing.accuracyM() == null;
        List<Spot> spots = spots(thing);
        boolean joined = spots.stream().anyMatch(spot -> spot.foothold() != null);
        for (Group group : groups) {
            Arrival arrival = arrival(thing, spots, group);
            boolean reached = arrival.millis() != Streets.UNREACHED;
            unknown |= reached && !group.isKnown();
            sure |= thing.accuracyM() != null && group.isKnown() && arrival.most() <= budget;
            possible |= arrival.least() <= budget;
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

    /** Of a thing with land also what serves inside it. */
    private List<Spot> spots(Thing thing) {
        List<Coordinate> points = new ArrayList<>(Points.of(thing.geometry()));
        if (thing.geometry() instanceof Polygonal) {
            IndexedPointInAreaLocator land = new IndexedPointInAreaLocator(thing.geometry());
            near.around(thing.geometry(), 0).stream().flatMap(server -> Points.of(server.geometry()).stream())
                    .filter(point -> land.locate(point) != Location.EXTERIOR).forEach(points::add);
        }
        return points.stream().map(at -> new Spot(at, network.find(at.x, at.y, thing.extent()).orElse(null))).toList();
    }

    private Arrival arrival(Thing thing, List<Spot> spots, Group group) {
        int millis = Streets.UNREACHED;
        Spot soonest = spots.get(0);
        for (Spot spot : spots) {
            int there = spot.foothold() == null ? Streets.UNREACHED : group.times().millisAt(spot.foothold());
            if (there < millis || soonest.foothold() == null) {
                millis = there;
                soonest = spot;
            }
        }
        boolean whole = network.isOfStations() && thing.extent() != null;
        double metres = whole || thing.accuracyM() == null ? 0 : thing.accuracyM();
        return around(soonest, metres, millis, group);
    }

    /** Looks at places as far off as the thing is inexact, and half as far, in eight directions; those off the streets are passed over. */
    private Arrival around(Spot drawn, double metres, int millis, Group group) {
        long least = millis;
        long most = drawn.foothold() == null ? millis : latest(millis, drawn.foothold(), group);
        for (Coordinate moved : metres == 0 ? List.<Coordinate>of() : around(drawn.at(), metres)) {
            Foothold foothold = network.find(moved.x, moved.y).orElse(null);
            if (foothold != null) {
                int there = group.times().millisAt(foothold);
                least = Math.min(least, there);
                most = Math.max(most, latest(there, foothold, group));
            }
        }
        return new Arrival(millis, drawn.foothold(), least - group.mostErrorMillis(), most);
    }

    private static long latest(int millis, Foothold at, Group group) {
        return millis == Streets.UNREACHED ? millis : millis + (long) group.errorMillisTo(at);
    }

    /** Places so far off and half as far, in eight directions. */
    static List<Coordinate> around(Coordinate at, double metres) {
        List<Coordinate> places = new ArrayList<>(Geodesy.ring(at, metres, DIRECTIONS));
        places.addAll(Geodesy.ring(at, metres / 2, DIRECTIONS));
        return places;
    }

    /** Surely within the minutes less each server's error, possibly within those plus it. */
    @Override
    public Land land(Geometry outline) {
        List<Geometry> low = new ArrayList<>();
        List<Geometry> high = new ArrayList<>();
        for (Group group : groups) {
            int error = Math.min(group.mostErrorMillis(), budget);
            if (group.isKnown() && budget > error) {
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
