package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.List;
import org.tongcheng.network.Assumed;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Stations;
import org.tongcheng.network.Streets;

/**
 * One making of a network that counts from station to station: lines joined to each other and to no streets. A stop has two places, one
 * from which its line is boarded and one at which one has left it, so that nobody leaves and boards again to save the dwell.
 *
 * <pre>
 *    boarding ──wait──▶ departing ──run──▶ arriving ──▶ alighting
 *        └───────────────────────────────────────────────▲ (where one stays)
 * </pre>
 */
final class StationJoining {

    private static final double METRES_PER_KM = 1000;

    private final Profile profile;
    private final List<Line> lines;
    private final Arcs arcs = new Arcs();
    private final Tracks tracks = new Tracks(arcs);
    private final List<Place> places = new ArrayList<>();
    private final List<Platform> platforms = new ArrayList<>();
    private final List<Stations.Station> stations = new ArrayList<>();

    StationJoining(Profile profile, List<Line> lines) {
        this.profile = profile;
        this.lines = lines;
    }

    Network join() {
        for (Line line : lines) {
            tracks.lay(line, (platform, halt) -> join(platform));
        }
        new Transfers(profile, arcs).join(platforms);
        arcs.settle(places.size());
        int own = places.size() + tracks.nodes();
        double withinMetres = profile.stations().within().value() * METRES_PER_KM;
        Streets none = Streets.none(new Stations(stations, withinMetres));
        List<Corridor> corridors = lines.stream().map(Line::corridor).toList();
        return new Network(profile, none, corridors, places, tracks.lineStops(places.size()), arcs.forward(0, own), arcs.backward(0, own),
                Assumed.of(profile, none, corridors), withinMetres);
    }

    private void join(Platform platform) {
        int boarding = place(platform);
        int alighting = place(platform);
        arcs.add(boarding, platform.departing(), platform.line().waitMillis(), Overlay.NO_CORRIDOR);
        arcs.add(platform.arriving(), alighting, 0, Overlay.NO_CORRIDOR);
        arcs.add(boarding, alighting, 0, Overlay.NO_CORRIDOR);
        platforms.add(platform);
        stations.add(new Stations.Station(platform.stop().lon(), platform.stop().lat(), boarding, alighting));
    }

    /** Number of the new place. */
    private int place(Platform platform) {
        Corridor.Stop stop = platform.stop();
        Foothold nowhere = new Foothold(stop.lon(), stop.lat(), new int[0], new int[0]);
        places.add(new Place(places.size(), stop.id(), stop.name(), platform.line().corridor().id(), nowhere));
        return places.size() - 1;
    }
}
