package org.tongcheng.planning.circle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.MultiPolygon;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.TravelTimes;

/**
 * One or several searches that are answered together, and the areas they reach.
 *
 * @param origin   the place it is counted from or to; null where it is several together
 * @param searches what counts is the time of the latest
 * @param drawing  what drew the areas; null where one goes from station to station and there are none
 * @param areas    by budget, or none
 */
record Journey(String origin, List<TravelTimes> searches, Isochrones drawing, List<MultiPolygon> areas) {

    /** Seconds to a place, rounded up; null where it is beyond the budget of any search. */
    Integer secondsAt(double lon, double lat, int withinMillis) {
        Network network = searches.get(0).network();
        Foothold foothold = network.find(lon, lat).orElse(null);
        int latest = foothold == null ? Streets.UNREACHED : 0;
        for (TravelTimes times : searches) {
            latest = foothold == null ? latest : Math.max(latest, times.millisAt(foothold));
        }
        return latest > withinMillis ? null : Integer.valueOf(TravelTimes.seconds(latest));
    }

    /** The stops of lines that every search reaches within the time, soonest first, then by id. */
    List<Reached.StopReached> stops(int afterMillis, int withinMillis) {
        Set<String> real = new HashSet<>();
        searches.get(0).network().corridors().forEach(c -> c.stops().forEach(s -> real.add(s.id())));
        TreeMap<String, Reached.StopReached> stops = new TreeMap<>();
        for (int s = 0; s < searches.size(); s++) {
            TreeMap<String, Reached.StopReached> next = new TreeMap<>();
            for (TravelTimes.ReachedStop stop : searches.get(s).stops(withinMillis)) {
                String id = stop.place().stop();
                if (real.contains(id) && (s == 0 || stops.containsKey(id)) && !next.containsKey(id)) {
                    int seconds = Math.max(TravelTimes.seconds(stop.millis()), s == 0 ? 0 : stops.get(id).seconds());
                    next.put(id, new Reached.StopReached(id, stop.place().name(), stop.place().corridor(), seconds));
                }
            }
            stops = next;
        }
        return stops.values().stream()
                .filter(s -> afterMillis == 0 || s.seconds() > TravelTimes.seconds(afterMillis))
                .sorted((a, b) -> Integer.compare(a.seconds(), b.seconds()))
                .toList();
    }

    /** The corridors that shortest ways within the time use; of rows that share track the one that others refer to, if it is there. */
    SortedSet<String> corridors(int withinMillis) {
        TreeMap<String, Corridor> byId = new TreeMap<>();
        searches.get(0).network().corridors().forEach(c -> byId.put(c.id(), c));
        SortedSet<String> used = new TreeSet<>();
        for (TravelTimes times : searches) {
            for (String id : times.corridorsUsed(withinMillis)) {
                String named = byId.get(id).sameAs();
                used.add(named != null && byId.containsKey(named) ? named : id);
            }
        }
        return used;
    }
}
