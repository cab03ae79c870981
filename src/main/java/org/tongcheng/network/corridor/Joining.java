package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.network.Assumed;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;

/** One making of a network: gives lines their platforms and places, and joins them to each other and to the streets. */
final class Joining {

    private final Profile profile;
    private final Streets streets;
    private final List<Line> lines;
    private final Footholds footholds;
    private final Arcs arcs = new Arcs();
    private final Tracks tracks = new Tracks(arcs);
    private final List<Place> places = new ArrayList<>();
    /** Those that join the streets. */
    private final List<Platform> platforms = new ArrayList<>();
    private final Map<Integer, List<Place>> placesAtNode = new HashMap<>();

    /** Finds where a stop of a line stands on the streets; empty where it stands off the land. */
    interface Footholds {

        Optional<Foothold> find(Profile profile, Line line, Line.Halt halt);
    }

    Joining(Profile profile, Streets streets, List<Line> lines, Footholds footholds) {
        this.profile = profile;
        this.streets = streets;
        this.lines = lines;
        this.footholds = footholds;
    }

    Network join(double snapMetres) {
        for (Line line : lines) {
            tracks.lay(line, (platform, halt) -> findPlace(line, halt).ifPresent(place -> enter(platform, place)));
        }
        new Transfers(profile, arcs).join(platforms);
        int firstPlatform = streets.nodes() + places.size();
        arcs.settle(firstPlatform);
        int own = places.size() + tracks.nodes();
        List<Corridor> corridors = lines.stream().map(Line::corridor).toList();
        return new Network(profile, streets, corridors, places, tracks.lineStops(firstPlatform), arcs.forward(streets.nodes(), own),
                arcs.backward(streets.nodes(), own), Assumed.of(profile, streets, corridors), snapMetres);
    }

    private void enter(Platform platform, Place place) {
        Line line = platform.line();
        arcs.add(place.node(), platform.departing(), line.entryMillis() + line.waitMillis(), Overlay.NO_CORRIDOR);
        arcs.add(platform.arriving(), place.node(), line.exitMillis(), Overlay.NO_CORRIDOR);
        platforms.add(platform);
    }

    private Optional<Place> findPlace(Line line, Line.Halt halt) {
        return footholds.find(profile, line, halt).map(foothold -> place(line, halt, foothold));
    }

    private Place place(Line line, Line.Halt halt, Foothold foothold) {
        Place place = new Place(streets.nodes() + places.size(), halt.stop().id(), halt.stop().name(), line.corridor().id(), foothold);
        places.add(place);
        for (int i = 0; i < foothold.nodes().length; i++) {
            join(place.node(), foothold.nodes()[i], foothold.millis()[i], foothold.millisBack()[i]);
        }
        joinNeighbours(place);
        for (int node : foothold.nodes()) {
            placesAtNode.computeIfAbsent(node, none -> new ArrayList<>()).add(place);
        }
        return place;
    }

    /** Places between the same or neighbouring street nodes are joined straight: a way over a node would be a detour. */
    private void joinNeighbours(Place place) {
        BitSet met = new BitSet();
        for (int node : place.foothold().nodes()) {
            for (Place other : placesAtNode.getOrDefault(node, List.of())) {
                int number = other.node() - streets.nodes();
                if (!met.get(number)) {
                    join(place.node(), other.node(), streets.ground().directMillis(place.foothold(), other.foothold()),
                            streets.ground().directMillis(other.foothold(), place.foothold()));
                }
                met.set(number);
            }
        }
    }

    /** Both ways, as far as they are open. */
    private void join(int node, int other, int millis, int millisBack) {
        if (millis != Streets.UNREACHED) {
            arcs.add(node, other, millis, Overlay.NO_CORRIDOR);
        }
        if (millisBack != Streets.UNREACHED) {
            arcs.add(other, node, millisBack, Overlay.NO_CORRIDOR);
        }
    }
}
