package org.tongcheng.planning.connectivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.LineStop;
import org.tongcheng.network.Network;
import org.tongcheng.network.Segment;
import org.tongcheng.reach.TravelTimes;

/**
 * The segments of a network's lines, those of rows that share track together: of one group of {@code same_as} and with their ends
 * within 300 m of each other, as a transfer is. Threads: immutable.
 */
final class Tracks {

    private static final double NEAR_METRES = 300;

    private final List<List<Segment>> tracks = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<Integer, LineStop> stopOf = new HashMap<>();
    private final Map<Long, Integer> trackOf = new HashMap<>();

    Tracks(Network network) {
        network.lineStops().forEach(stop -> {
            stopOf.put(stop.arriving(), stop);
            stopOf.put(stop.departing(), stop);
        });
        Map<String, List<Integer>> byGroup = new HashMap<>();
        for (Segment segment : network.segments()) {
            String group = group(segment.corridor());
            List<Integer> known = byGroup.computeIfAbsent(group, g -> new ArrayList<>());
            Integer track = known.stream().filter(t -> shares(tracks.get(t), segment)).findFirst().orElse(null);
            if (track == null) {
                track = tracks.size();
                tracks.add(new ArrayList<>());
                groups.add(group);
                known.add(track);
            }
            tracks.get(track).add(segment);
            trackOf.put(key(segment.from(), segment.to()), track);
        }
    }

    /** Names the rows that share track. */
    static String group(Corridor corridor) {
        return corridor.sameAs() == null ? corridor.id() : corridor.sameAs();
    }

    int count() {
        return tracks.size();
    }

    List<Segment> segments(int track) {
        return tracks.get(track);
    }

    /** The segment that names the track: of the row that others refer to where it is there, else of the first. */
    Segment named(int track) {
        return tracks.get(track).stream().filter(s -> s.corridor().id().equals(groups.get(track))).findFirst().orElse(tracks.get(track).get(0));
    }

    String group(int track) {
        return groups.get(track);
    }

    /** Every segment of the rows that share track with this one. */
    List<Segment> ofGroup(String group) {
        List<Segment> all = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            if (groups.get(track).equals(group)) {
                all.addAll(tracks.get(track));
            }
        }
        return all;
    }

    /** The tracks ridden, each once; dwelling at a stop is none. */
    int[] ridden(List<TravelTimes.Ride> rides) {
        TreeSet<Integer> ridden = new TreeSet<>();
        for (TravelTimes.Ride ride : rides) {
            LineStop from = stopOf.get(ride.from());
            LineStop to = stopOf.get(ride.to());
            if (from != null && to != null && from != to) {
                ridden.add(trackOf.get(key(from, to)));
            }
        }
        return ridden.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean shares(List<Segment> track, Segment segment) {
        Segment first = track.get(0);
        return !first.corridor().id().equals(segment.corridor().id())
                && (near(first.from(), segment.from()) && near(first.to(), segment.to())
                        || near(first.from(), segment.to()) && near(first.to(), segment.from()));
    }

    private static boolean near(LineStop a, LineStop b) {
        return Geodesy.distanceMetres(a.stop().lon(), a.stop().lat(), b.stop().lon(), b.stop().lat()) <= NEAR_METRES;
    }

    private static long key(LineStop a, LineStop b) {
        return (long) Math.min(a.arriving(), b.arriving()) << 32 | Math.max(a.arriving(), b.arriving());
    }
}
