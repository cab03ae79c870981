package org.tongcheng.planning.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Collections;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * Servers that are about as inexact in time, and the times from the nearest of them.
 *
 * @param errorMillis how much sooner or later any of them may be left from where it truly stands: its accuracy at the pace of the
 *                    streets around it, rounded up by at most half, on each of those beside each other; empty where nobody states the
 *                    accuracy
 * @param servers     one for each origin of the search, a line as many times as it has points
 * @param times       from the nearest of them
 */
record Group(List<Integer> errorMillis, List<Server> servers, TravelTimes times) {

    private static final int LEAST_ERROR_MILLIS = 15_000;
    private static final double STEP = 1.5;
    private static final List<Integer> UNKNOWN = List.of();

    /** Where a point of a server joins the streets. */
    private record Start(Server server, Foothold foothold) {}

    /** Searched once for each group; points off the streets are left out. */
    static List<Group> of(Network network, List<Server> servers, Duration limit) {
        Map<List<Integer>, List<Start>> byError = new LinkedHashMap<>();
        for (Server server : servers) {
            for (Coordinate point : Points.of(server.geometry())) {
                Optional<Foothold> foothold = network.find(point.x, point.y);
                foothold.ifPresent(at -> byError.computeIfAbsent(error(network, server, at), e -> new ArrayList<>()).add(new Start(server, at)));
            }
        }
        List<Group> groups = new ArrayList<>();
        byError.forEach((error, starts) -> groups.add(new Group(error, starts.stream().map(Start::server).toList(),
                Search.run(network, starts.stream().map(Start::foothold).toList(), Direction.FROM, limit))));
        return groups;
    }

    /** The server that a point is soonest reached from. */
    Server nearest(Foothold at) {
        return servers.get(times.originTo(at));
    }

    /** Whether everybody states the accuracy. */
    boolean isKnown() {
        return !errorMillis.isEmpty();
    }

    /** The largest error, by whatever streets one leaves; 0 where it is not known. */
    int mostErrorMillis() {
        return errorMillis.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The error by the streets that the shortest way to a point takes; 0 where it is not known. */
    int errorMillisTo(Foothold at) {
        return errorMillis.isEmpty() ? 0 : errorMillis.get(times.partTo(at));
    }

    private static List<Integer> error(Network network, Server server, Foothold at) {
        if (server.accuracyM() == null) {
            return UNKNOWN;
        }
        if (network.isOfStations()) {
            return standsForTheSame(network, server, at) ? List.of(0) : UNKNOWN;
        }
        List<Streets> parts = network.streets().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(part -> at.part(part) == null ? 0 : stepped(server.accuracyM() * medianMillisPerMetre(parts.get(part), at.part(part))))
                .toList();
    }

    private static int stepped(double millis) {
        double step = LEAST_ERROR_MILLIS;
        while (step < millis) {
            step *= STEP;
        }
        return millis == 0 ? 0 : (int) Math.round(step);
    }

    /** Whether a server stands for the same stations wherever it truly stands; a stop does, which is one itself. */
    private static boolean standsForTheSame(Network network, Server server, Foothold at) {
        Coordinate drawn = new Coordinate(at.lon(), at.lat());
        return server.ref().startsWith(Collections.STOPS + "/") || Reaching.around(drawn, server.accuracyM()).stream()
                .allMatch(there -> network.find(there.x, there.y).map(f -> Arrays.equals(f.nodes(), at.nodes())).orElse(false));
    }

    /** Over the streets that leave the nodes around the place; 0 where there is none. */
    private static double medianMillisPerMetre(Streets streets, Foothold at) {
        double[] sorted = Arrays.stream(at.nodes()).filter(node -> node < streets.nodes())
                .mapToObj(node -> IntStream.range(streets.firstOut(node), streets.firstOut(node + 1))
                        .filter(arc -> streets.millis(arc) != Streets.UNREACHED).mapToDouble(arc -> millisPerMetre(streets, node, arc)))
                .flatMapToDouble(paces -> paces).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double millisPerMetre(Streets streets, int node, int arc) {
        int head = streets.head(arc);
        return streets.millis(arc) / Math.max(1, Geodesy.distanceMetres(streets.lon(node), streets.lat(node), streets.lon(head), streets.lat(head)));
    }
}
