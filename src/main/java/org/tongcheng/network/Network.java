package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Streets with lines joined to them: what is travelled at one date with one profile. Nodes are dense from 0; those of the
 * streets come first. Lines add nodes and arcs and change none, so that adding a line never makes any travel time longer.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class Network {

    private final Profile profile;
    private final Streets streets;
    private final List<Corridor> corridors;
    private final List<Place> places;
    private final List<LineStop> lineStops;
    private final Overlay forward;
    private final Overlay backward;
    private final List<Assumed> assumed;
    private final double snapMetres;

    /**
     * @param corridors those travelled, in the numbering of the overlays' arcs
     * @param places    where they are joined to the streets; {@code places.get(i).node()} is {@code streets.nodes() + i}
     * @param lineStops the lines' sides of their stops, line by line in the order of travel
     * @param forward   arcs of the lines and of their joins, by the node they leave
     * @param backward  the same arcs by the node they reach
     */
    public Network(Profile profile, Streets streets, List<Corridor> corridors, List<Place> places, List<LineStop> lineStops,
            Overlay forward, Overlay backward, List<Assumed> assumed, double snapMetres) {
        this.profile = profile;
        this.streets = streets;
        this.corridors = List.copyOf(corridors);
        this.places = List.copyOf(places);
        this.lineStops = List.copyOf(lineStops);
        this.forward = forward;
        this.backward = backward;
        this.assumed = List.copyOf(assumed);
        this.snapMetres = snapMetres;
    }

    public Profile profile() {
        return profile;
    }

    public Streets streets() {
        return streets;
    }

    /** All nodes, those of the streets first. */
    public int nodes() {
        return streets.nodes() + forward.ownNodes();
    }

    /** The corridors whose lines are travelled. */
    public List<Corridor> corridors() {
        return corridors;
    }

    /** Where lines are joined to the streets. */
    public List<Place> places() {
        return places;
    }

    /** The lines' sides of their stops, line by line in the order of travel. */
    public List<LineStop> lineStops() {
        return lineStops;
    }

    /** The lines between stops that follow each other, line by line. */
    public List<Segment> segments() {
        Map<Integer, LineStop> arriving = new HashMap<>();
        lineStops.forEach(stop -> arriving.put(stop.arriving(), stop));
        Map<Long, Segment> segments = new LinkedHashMap<>();
        for (LineStop stop : lineStops) {
            for (int arc = forward.first(stop.departing()); arc < forward.end(stop.departing()); arc++) {
                LineStop next = arriving.get(forward.head(arc));
                boolean runs = forward.corridor(arc) == stop.corridor() && next != null && next.corridor() == stop.corridor();
                if (runs && isForward(stop, next)) {
                    segments.putIfAbsent((long) stop.arriving() << 32 | next.arriving(), new Segment(corridors.get(stop.corridor()), stop, next));
                }
            }
        }
        return List.copyOf(segments.values());
    }

    /** Along the line's order; against it only where a ring closes over stops that lie between. */
    private boolean isForward(LineStop stop, LineStop next) {
        int from = stop.stop().vertex();
        int to = next.stop().vertex();
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        boolean closes = corridors.get(stop.corridor()).closedRing() && lineStops.stream().anyMatch(
                s -> s.corridor() == stop.corridor() && s.stop().vertex() > low && s.stop().vertex() < high);
        return closes ? from > to : from < to;
    }

    /** The same, but nobody rides these segments either way; where they end one still boards and leaves. */
    public Network without(Collection<Segment> closed) {
        Overlay there = forward;
        Overlay back = backward;
        for (Segment segment : closed) {
            int number = segment.from().corridor();
            there = there.closing(segment.from().departing(), segment.to().arriving(), number)
                    .closing(segment.to().departing(), segment.from().arriving(), number);
            back = back.closing(segment.to().arriving(), segment.from().departing(), number)
                    .closing(segment.from().arriving(), segment.to().departing(), number);
        }
        return new Network(profile, streets, corridors, places, lineStops, there, back, assumed, snapMetres);
    }

    /** Whether the node is the street side of a stop. */
    public boolean isPlace(int node) {
        return node >= streets.nodes() && node < streets.nodes() + places.size();
    }

    /** The place with this node; see {@link #isPlace}. */
    public Place place(int node) {
        return places.get(node - streets.nodes());
    }

    /** Arcs that the lines add, by the node they leave. */
    public Overlay forward() {
        return forward;
    }

    /** The same arcs by the node they reach. */
    public Overlay backward() {
        return backward;
    }

    /** Defaults of the profile that stand in for what the lines do not state. */
    public List<Assumed> assumed() {
        return assumed;
    }

    /** How far off the land an origin may be, metres. */
    public double snapMetres() {
        return snapMetres;
    }

    /** Where a point joins the streets; empty where it is too far from any. */
    public Optional<Foothold> find(double lon, double lat) {
        return streets.ground().find(lon, lat, snapMetres);
    }

    /** The same of a place with an extent, a unit say: on a network of stations alone all inside stand for it, else its point does. */
    public Optional<Foothold> find(double lon, double lat, Geometry extent) {
        return extent instanceof Polygonal && streets.ground() instanceof Stations stations
                ? stations.inside(lon, lat, extent) : find(lon, lat);
    }

    /** Whether there are no streets: points and areas stand for stations. */
    public boolean isOfStations() {
        return streets.ground() instanceof Stations;
    }

    /** Where a point joins the streets; throws {@link OffStreets} with the distance where it is too far from any. */
    public Foothold foothold(double lon, double lat) {
        return find(lon, lat).orElseThrow(() -> offStreets(lon, lat));
    }

    /** What is wrong with a point that joins no street, with the distance. */
    public OffStreets offStreets(double lon, double lat) {
        return new OffStreets(lon, lat, streets.ground().metresToNearest(lon, lat), snapMetres, isOfStations());
    }

    /**
     * One of the streets that stand beside each other ({@link Streets#parts}), with the places on it in their order but without arcs:
     * what its isochrones are drawn on.
     */
    public Network part(int number) {
        Streets part = streets.parts().get(number);
        if (part == streets) {
            return this;
        }
        List<Place> there = new ArrayList<>();
        for (Place place : placesOn(number)) {
            there.add(new Place(part.nodes() + there.size(), place.stop(), place.name(), place.corridor(), place.foothold().part(number)));
        }
        Overlay none = Overlay.of(part.nodes(), there.size(), new int[0], new int[0], new int[0], new int[0]);
        return new Network(profile, part, corridors, there, List.of(), none, none, assumed, snapMetres);
    }

    /** The places on one of the streets that stand beside each other, in their order. */
    public List<Place> placesOn(int part) {
        return places.stream().filter(p -> p.foothold().part(part) != null).toList();
    }

    /** The places to which a way over a street node would be a detour: between the same or neighbouring nodes as the point. */
    public List<Place> placesBeside(Foothold foothold) {
        List<Place> beside = new ArrayList<>();
        for (int node : foothold.nodes()) {
            addPlaces(forward, node, beside);
            addPlaces(backward, node, beside);
        }
        Ground ground = streets.ground();
        beside.removeIf(p -> ground.directMillis(foothold, p.foothold()) == Streets.UNREACHED
                && ground.directMillis(p.foothold(), foothold) == Streets.UNREACHED);
        return beside;
    }

    private void addPlaces(Overlay overlay, int node, List<Place> beside) {
        for (int arc = overlay.first(node); arc < overlay.end(node); arc++) {
            int head = overlay.head(arc);
            if (isPlace(head) && !beside.contains(place(head))) {
                beside.add(place(head));
            }
        }
    }
}
