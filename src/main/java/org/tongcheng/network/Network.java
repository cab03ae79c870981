package org.tongcheng.network;

import java.util.ArrayList;
import java.util.List;

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
    private final Overlay forward;
    private final Overlay backward;
    private final List<Assumed> assumed;
    private final double snapMetres;

    /**
     * @param corridors those travelled, in the numbering of the overlays' arcs
     * @param places    where they are joined to the streets; {@code places.get(i).node()} is {@code streets.nodes() + i}
     * @param forward   arcs of the lines and of their joins, by the node they leave
     * @param backward  the same arcs by the node they reach
     */
    public Network(Profile profile, Streets streets, List<Corridor> corridors, List<Place> places, Overlay forward,
            Overlay backward, List<Assumed> assumed, double snapMetres) {
        this.profile = profile;
        this.streets = streets;
        this.corridors = List.copyOf(corridors);
        this.places = List.copyOf(places);
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

    /** Where a point joins the streets; throws {@link OffStreets} with the distance where it is too far from any. */
    public Foothold foothold(double lon, double lat) {
        Ground ground = streets.ground();
        return ground.find(lon, lat, snapMetres)
                .orElseThrow(() -> new OffStreets(lon, lat, ground.metresToNearest(lon, lat), snapMetres));
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
