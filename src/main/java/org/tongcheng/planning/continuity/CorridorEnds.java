package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.Unit;

/** Sorts the ends of corridors at the borders: those that meet no road, and those that meet one of another class. Of one thread. */
final class CorridorEnds {

    /** Road stops of different lines within this distance are one junction (design.md, Streets and lines). */
    static final double MEETING_METRES = 300;

    private final Tiles tiles;
    private final Roads roads;
    private final Set<Mode> modes;
    private final double tolerance;
    private final List<End> stubs = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Crossings.Crossing> carriedOn = new ArrayList<>();

    /**
     * A road that ends where one of another class goes on over the border.
     *
     * @param other  that goes on
     * @param metres from the end to it
     * @param across the unit that it runs in, and how far the end lies from that
     */
    record Change(End end, Road other, double metres, Tiles.Near across) {}

    /** A road near an end, and how far off it is. */
    private record Met(Road road, double metres) {}

    /** @param modes whose ends are looked at */
    CorridorEnds(Tiles tiles, Roads roads, Set<Mode> modes, double toleranceM) {
        this.tiles = tiles;
        this.roads = roads;
        this.modes = modes;
        this.tolerance = toleranceM;
        for (Road road : roads.all()) {
            if (modes.contains(road.mode()) && !road.ring()) {
                Coordinate[] course = road.course().getCoordinates();
                int last = course.length - 1;
                sort(road, course[0], course[1], road.headM());
                sort(road, course[last], course[last - 1], road.tailM());
            }
        }
    }

    /** Ends that meet no road, wherever they lie in an area. */
    List<End> stubs() {
        return stubs;
    }

    List<Change> changes() {
        return changes;
    }

    /** Borders that a road crosses by meeting the next one of its class, or a bridge, beyond it. */
    List<Crossings.Crossing> carriedOn() {
        return carriedOn;
    }

    /** Whether the road runs over the border close to its end, so that it does not stop short of that border. */
    boolean crosses(End end, Unit across) {
        return roads.near(new Envelope(end.at())).stream().filter(r -> Roads.ref(r).equals(end.road()))
                .anyMatch(r -> r.runsIn(across, Tiles.around(end.at(), 2 * tolerance)));
    }

    /** Another road that the end may meet wherever both lie within their accuracies; null where there is none. */
    String mayMeet(End end) {
        double own = end.accuracyM() == null ? 0 : end.accuracyM();
        return met(end.road(), end.at(), MEETING_METRES + own + roads.worstM()).stream()
                .filter(m -> m.metres() - own - (m.road().accuracyM() == null ? 0 : m.road().accuracyM()) <= MEETING_METRES)
                .map(m -> Roads.ref(m.road())).findFirst().orElse(null);
    }

    private void sort(Road road, Coordinate at, Coordinate before, Double accuracyM) {
        Unit host = tiles.host(at, before);
        if (host == null || !tiles.inSomeArea(at)) {
            return;
        }
        End end = new End(Roads.ref(road), road.name(), road.mode().label(), at, before, accuracyM, road.speedKmh(), host);
        List<Met> met = met(end.road(), at, MEETING_METRES);
        if (met.isEmpty()) {
            stubs.add(end);
            return;
        }
        for (Tiles.Near near : tiles.neighbours(at, host, tolerance)) {
            if (tiles.concerns(host, near.unit()) && !crosses(end, near.unit())) {
                goesOn(road, end, near, met);
            }
        }
    }

    private void goesOn(Road road, End end, Tiles.Near across, List<Met> met) {
        Envelope box = Tiles.around(end.at(), 2 * tolerance);
        List<Met> on = met.stream().filter(m -> m.road().runsIn(across.unit(), box)).toList();
        if (on.isEmpty()) {
            return;
        }
        Met same = on.stream().filter(m -> m.road().mode() == road.mode() || m.road().carries() || road.carries()).findFirst().orElse(null);
        if (same == null) {
            changes.add(new Change(end, on.get(0).road(), on.get(0).metres(), across));
        } else if (!same.road().runsIn(end.unit(), box) && modes.contains(road.mode())) {
            carriedOn.add(new Crossings.Crossing(road, end.at(), end.unit(), across.unit(), false));
        }
    }

    /** The other roads within so many metres of a place, nearest first. */
    private List<Met> met(String self, Coordinate at, double metres) {
        List<Met> met = new ArrayList<>();
        for (Road other : roads.near(Tiles.around(at, metres))) {
            if (!Roads.ref(other).equals(self)) {
                double distance = Geodesy.distanceMetres(Tiles.point(at), other.course());
                if (distance <= metres) {
                    met.add(new Met(other, distance));
                }
            }
        }
        met.sort(Comparator.comparingDouble(Met::metres).thenComparing(m -> m.road().id()));
        return met;
    }
}
