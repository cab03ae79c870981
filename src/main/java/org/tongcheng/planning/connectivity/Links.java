package org.tongcheng.planning.connectivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Pieces;
import org.tongcheng.reach.Matrix;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * Shortest ways between all seats.
 *
 * @param seats  whose rows and columns these are
 * @param rows   one for each seat set out from
 * @param tracks which segments there are
 */
record Links(Seats seats, List<Row> rows, Tracks tracks) {

    /**
     * From a seat to all.
     *
     * @param millis    {@link Streets#UNREACHED} where there is no way
     * @param tracks    ridden, by number, to each seat
     * @param corridors ids of the corridors ridden to each seat, in the order of travel; of rows that share track the one that others
     *                  refer to, if it is there
     */
    record Row(int[] millis, List<int[]> tracks, List<List<String>> corridors) {}

    static Links of(Network network, Seats seats, Pieces pieces) {
        Tracks tracks = new Tracks(network);
        Map<String, Corridor> byId = new TreeMap<>();
        network.corridors().forEach(c -> byId.put(c.id(), c));
        List<Supplier<Row>> work = new ArrayList<>();
        for (Seat seat : seats.all()) {
            work.add(() -> row(network, seats, seat, tracks, byId));
        }
        return new Links(seats, pieces.work(work), tracks);
    }

    private static Row row(Network network, Seats seats, Seat from, Tracks tracks, Map<String, Corridor> byId) {
        Row row = new Row(new int[seats.all().size()], new ArrayList<>(), new ArrayList<>());
        TravelTimes times = times(network, seats, from);
        for (int j = 0; j < row.millis().length; j++) {
            Foothold at = times == null ? null : seats.all().get(j).soonest(times);
            row.millis()[j] = at == null ? Streets.UNREACHED : times.millisAt(at);
            List<TravelTimes.Ride> rides = at == null ? List.of() : times.ridesTo(at);
            row.tracks().add(tracks.ridden(rides));
            row.corridors().add(corridors(network, rides, byId));
        }
        return row;
    }

    /** Null where the seat joins no street. */
    private static TravelTimes times(Network network, Seats seats, Seat from) {
        return from.points().isEmpty() ? null : Search.between(network, from.points(), seats.points(), Matrix.LONGEST);
    }

    /** Milliseconds from a seat to all in another network, {@link Streets#UNREACHED} where there is no way. */
    int[] millis(Network network, int from) {
        TravelTimes times = times(network, seats, seats.all().get(from));
        int[] millis = new int[seats.all().size()];
        for (int j = 0; j < millis.length; j++) {
            Foothold at = times == null ? null : seats.all().get(j).soonest(times);
            millis[j] = at == null ? Streets.UNREACHED : times.millisAt(at);
        }
        return millis;
    }

    private static List<String> corridors(Network network, List<TravelTimes.Ride> rides, Map<String, Corridor> byId) {
        List<String> ids = new ArrayList<>();
        for (TravelTimes.Ride ride : rides) {
            Corridor corridor = network.corridors().get(ride.corridor());
            String id = corridor.sameAs() != null && byId.containsKey(corridor.sameAs()) ? corridor.sameAs() : corridor.id();
            if (ids.isEmpty() || !ids.get(ids.size() - 1).equals(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    int millis(int from, int to) {
        return rows.get(from).millis()[to];
    }

    boolean within(int from, int to, Duration limit) {
        return millis(from, to) <= limit.toMillis();
    }

    /** Whether it is soon reached from a core city, or is one. */
    boolean nearCore(int member, Duration limit) {
        boolean near = seats.all().get(member).core();
        for (int i = 0; i < rows.size(); i++) {
            near |= seats.all().get(i).core() && within(i, member, limit);
        }
        return near;
    }
}
