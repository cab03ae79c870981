package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.List;
import org.tongcheng.network.Assumed;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.LineStop;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;

/**
 * Puts the networks of several ways of travelling beside each other as one: a point stands on the streets of each, nothing leads from
 * one to another, so that every shortest time is the least of theirs.
 *
 * <p>Where one is fed to stations and from them, the parts ride the same lines and have their platforms in common: who sits in a train
 * does not ask by which way the others came.
 *
 * <p>Nodes are numbered as in any network: streets of all, then places of all, then platforms of all.
 */
final class SideBySide {

    private final List<Network> parts;
    private final Streets streets;
    private final boolean oneRide;
    private final int[] firstNode;
    private final int[] firstPlace;
    private final int[] firstPlatform;
    private final Arcs arcs = new Arcs();
    private int ownNodes;

    /**
     * @param streets those of the parts, {@linkplain Streets#beside beside} each other in their order
     * @param oneRide whether all ride the same lines
     */
    SideBySide(List<Network> parts, Streets streets, boolean oneRide) {
        this.oneRide = oneRide;
        this.parts = parts;
        this.streets = streets;
        this.firstNode = streets.firstNodes();
        this.firstPlace = new int[parts.size()];
        this.firstPlatform = new int[parts.size()];
        ownNodes = streets.nodes();
        for (int i = 0; i < parts.size(); i++) {
            firstPlace[i] = ownNodes;
            ownNodes += parts.get(i).places().size();
        }
        for (int i = 0; i < parts.size(); i++) {
            firstPlatform[i] = oneRide && i > 0 ? firstPlatform[0] : ownNodes;
            ownNodes += oneRide && i > 0 ? 0 : platforms(parts.get(i));
        }
        ownNodes -= streets.nodes();
    }

    private static int platforms(Network part) {
        return part.nodes() - part.streets().nodes() - part.places().size();
    }

    /** @param profile the one that is made of theirs */
    Network network(Profile profile) {
        List<Corridor> corridors = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<LineStop> stops = new ArrayList<>();
        List<Assumed> assumed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Network part = parts.get(i);
            int number = i;
            boolean again = oneRide && i > 0;
            int firstCorridor = again ? 0 : corridors.size();
            addArcs(i, firstCorridor, again);
            corridors.addAll(again ? List.of() : part.corridors());
            part.places().forEach(place -> places.add(new Place(node(number, place.node()), place.stop(), place.name(), place.corridor(),
                    streets.onPart(number, place.foothold()))));
            (again ? List.<LineStop>of() : part.lineStops()).forEach(stop -> stops.add(new LineStop(firstCorridor + stop.corridor(), stop.stop(),
                    node(number, stop.arriving()), node(number, stop.departing()))));
            if (!oneRide) {
                part.assumed().forEach(a -> assumed.add(a.of(part.profile())));
            }
        }
        if (oneRide) {
            assumed.addAll(parts.get(0).assumed());
            assumed.addAll(Assumed.of(profile.feeder()));
        }
        return new Network(profile, streets, corridors, places, stops, arcs.forward(streets.nodes(), ownNodes),
                arcs.backward(streets.nodes(), ownNodes), assumed, parts.get(0).snapMetres());
    }

    /**
     * Every arc of the lines has one of their nodes at one end at least.
     *
     * @param placesAlone whether those from platform to platform are there already
     */
    private void addArcs(int number, int firstCorridor, boolean placesAlone) {
        Network part = parts.get(number);
        Overlay out = part.forward();
        Overlay in = part.backward();
        for (int node = part.streets().nodes(); node < part.nodes(); node++) {
            for (int arc = out.first(node); arc < out.end(node); arc++) {
                if (placesAlone && !part.isPlace(node) && !part.isPlace(out.head(arc))) {
                    continue;
                }
                arcs.add(node(number, node), node(number, out.head(arc)), out.millis(arc), corridor(out, arc, firstCorridor));
            }
            for (int arc = in.first(node); arc < in.end(node); arc++) {
                if (in.head(arc) < part.streets().nodes()) {
                    arcs.add(node(number, in.head(arc)), node(number, node), in.millis(arc), corridor(in, arc, firstCorridor));
                }
            }
        }
    }

    private static int corridor(Overlay overlay, int arc, int firstCorridor) {
        int corridor = overlay.corridor(arc);
        return corridor == Overlay.NO_CORRIDOR ? corridor : corridor + firstCorridor;
    }

    /** Number of a part's node among all. */
    private int node(int number, int node) {
        Network part = parts.get(number);
        int place = node - part.streets().nodes();
        if (place < 0) {
            return firstNode[number] + node;
        }
        int platform = place - part.places().size();
        return platform < 0 ? firstPlace[number] + place : firstPlatform[number] + platform;
    }
}
