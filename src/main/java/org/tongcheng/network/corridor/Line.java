package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;

/**
 * A corridor made travelable: the stops on its way, in order, and the time between them by the rules of its mode.
 *
 * @param number   of the corridor in the network
 * @param corridor what it was made of
 * @param rules    of its mode in the profile
 * @param halts    stops on the way, there or not
 */
record Line(int number, Corridor corridor, Profile.ModeRules rules, List<Halt> halts) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    /**
     * A stop on the way.
     *
     * @param stop  what the catalogue says, or a nameless one for a vertex
     * @param there whether it exists; an absent one is passed
     * @param end   whether it is the outermost of its line
     */
    record Halt(Corridor.Stop stop, boolean there, boolean end) {

        /** Whether a bridge or tunnel comes to land here. */
        boolean isHead(Mode mode) {
            return "bridge-head".equals(stop.kind()) || end && mode.access() == Mode.Access.HEADS;
        }
    }

    /** A run between two stops that are there, one after the other, with the dwell at an absent one between them. */
    record Run(int from, int to, double millis) {}

    static Line of(int number, Corridor corridor, Profile.ModeRules rules, Predicate<Corridor.Stop> there) {
        List<Corridor.Stop> stops = stops(corridor);
        if (corridor.closedRing() && stops.size() > 1 && closes(corridor, stops)) {
            stops = stops.subList(0, stops.size() - 1);
        }
        List<Halt> halts = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            boolean end = !corridor.closedRing() && (i == 0 || i == stops.size() - 1);
            halts.add(new Halt(stops.get(i), there.test(stops.get(i)), end));
        }
        return new Line(number, corridor, rules, halts);
    }

    /** Whether the last stop of a ring is its first again. */
    private static boolean closes(Corridor corridor, List<Corridor.Stop> stops) {
        Corridor.Stop first = stops.get(0);
        Corridor.Stop last = stops.get(stops.size() - 1);
        return last.vertex() == corridor.course().size() - 1 && first.vertex() == 0 && corridor.seamMetres() == 0;
    }

    /** The catalogue's stops; on an arterial every vertex besides, on a bridge or tunnel both ends. */
    private static List<Corridor.Stop> stops(Corridor corridor) {
        Mode.Access access = corridor.mode().access();
        if (access != Mode.Access.VERTICES && access != Mode.Access.HEADS) {
            return corridor.stops();
        }
        Map<Integer, Corridor.Stop> byVertex = new HashMap<>();
        corridor.stops().forEach(stop -> byVertex.putIfAbsent(stop.vertex(), stop));
        List<Corridor.Stop> stops = new ArrayList<>();
        int last = corridor.course().size() - 1;
        for (int vertex = 0; vertex <= last; vertex++) {
            boolean entered = access == Mode.Access.VERTICES || vertex == 0 || vertex == last;
            if (byVertex.containsKey(vertex)) {
                stops.add(byVertex.get(vertex));
            } else if (entered) {
                Coordinate at = corridor.course().get(vertex);
                stops.add(new Corridor.Stop(corridor.id() + "#" + (vertex + 1), vertex, null,
                        access == Mode.Access.HEADS ? "bridge-head" : "interchange", null, at.x, at.y));
            }
        }
        return stops;
    }

    /** The runs in the direction of the corridor; each is made the other way too. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int count = halts.size();
        for (int i = 0; i < count; i++) {
            for (int step = 1; halts.get(i).there() && step <= 2; step++) {
                int next = i + step;
                if (next >= count && !corridor.closedRing() || next - count >= i) {
                    break;
                }
                int to = next % count;
                if (halts.get(to).there()) {
                    runs.add(new Run(i, to, millis(i, next) + (step - 1) * dwellMillis()));
                    break;
                }
            }
        }
        return runs;
    }

    private double millis(int from, int next) {
        double millis = 0;
        for (int i = from; i < next; i++) {
            millis += runMillis(i % halts.size(), (i + 1) % halts.size());
        }
        return millis;
    }

    /** As stated between two stops of which one follows the other, else from distance and speed. */
    private double runMillis(int from, int to) {
        Double stated = halts.get(to).stop().runMin();
        return stated != null && takesStatedRuns(corridor.mode()) ? stated * MILLIS_PER_MINUTE
                : metres(from, to) * rules.detour().value() * millisPerMetre();
    }

    /** Where the stops on the way are the catalogue's alone; a road entered at any vertex or bridge head has others between them. */
    private static boolean takesStatedRuns(Mode mode) {
        return mode.access() == Mode.Access.STATIONS || mode.access() == Mode.Access.INTERCHANGES;
    }

    /** Along the course from a stop to the next one; over the ring's seam where that has the lower vertex. */
    private double metres(int from, int to) {
        int start = halts.get(from).stop().vertex();
        int end = halts.get(to).stop().vertex();
        if (end > start) {
            return corridor.metresBetween(start, end);
        }
        return corridor.metresBetween(start, corridor.course().size() - 1) + corridor.seamMetres() + corridor.metresBetween(0, end);
    }

    /** Of the speed kept up between stops. */
    double millisPerMetre() {
        double kmh = corridor.speedKmh() == null ? rules.speed().value() : corridor.speedKmh();
        return 3600 / (kmh * rules.share().value());
    }

    double dwellMillis() {
        return rules.dwell().value() * 1000;
    }

    double entryMillis() {
        return rules.entry().value() * MILLIS_PER_MINUTE;
    }

    double exitMillis() {
        return rules.exit().value() * MILLIS_PER_MINUTE;
    }

    /** Half the headway, up to the cap; nothing on a road, or where riding alone counts. */
    double waitMillis() {
        if (!corridor.mode().boarded() || rules.waitCap() == null) {
            return 0;
        }
        double headway = corridor.headwayMin() == null ? rules.headway().value() : corridor.headwayMin();
        return Math.min(headway / 2, rules.waitCap().value()) * MILLIS_PER_MINUTE;
    }
}
