package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Mode;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.planning.Unit;

/** Looks through corridors and imported streets and gathers findings and crossings. Of one thread. */
final class Search {

    /** A dead end is joined to a road across the border no farther than this beyond the tolerance. */
    static final double FARTHEST_METRES = 10_000;

    static final int MOST_JOINS = 200;

    private final Tiles tiles;
    private final Roads roads;
    private final double tolerance;
    private final Set<Mode> modes;
    private final StreetRoads streets;
    private final List<Finding> findings = new ArrayList<>();
    private final BorderTally tally;
    private final int beyond;

    /** Where a join may lead to. */
    record Entrance(String road, Coordinate at, Double speedKmh) {}

    /** @param graph imported streets, or null */
    Search(Tiles tiles, Roads roads, Set<Mode> modes, double toleranceM, StreetGraph graph) {
        this.tiles = tiles;
        this.roads = roads;
        this.tolerance = toleranceM;
        this.modes = modes;
        this.tally = new BorderTally(tiles);
        CorridorEnds ends = new CorridorEnds(tiles, roads, modes, toleranceM);
        Pairing pairing = new Pairing(tiles, toleranceM, ends::crosses, ends::mayMeet);
        findings.addAll(pairing.of(ends.stubs()));
        ends.changes().forEach(change -> findings.add(pairing.change(change)));
        tally.noteAll(tiles.touching(tiles.box(0)));
        tally.add(Crossings.of(roads.all(), withCarriers(), tiles));
        tally.add(ends.carriedOn());
        streets = graph == null ? null : new StreetRoads(graph, tiles, toleranceM);
        int beyondOnStreets = 0;
        if (streets != null) {
            Pairing onStreets = new Pairing(tiles, toleranceM, streets::crosses, end -> null);
            findings.addAll(onStreets.of(streets.ends()));
            streets.changes().forEach(change -> findings.add(onStreets.change(change)));
            beyondOnStreets = onStreets.beyond();
        }
        beyond = pairing.beyond() + beyondOnStreets;
        for (Finding finding : findings) {
            note(finding);
        }
        if (streets != null) {
            streets.borders().forEach(both -> tally.note(both[0], both[1]));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Null where none are imported. */
    StreetRoads streets() {
        return streets;
    }

    List<Road> roads() {
        return roads.all();
    }

    /** How many ends lie beyond the tolerance by less than what is drawn may be off. */
    int beyond() {
        return beyond;
    }

    List<BorderTally.Row> borders() {
        return tally.rows(findings, streets == null ? null : streets.crossings());
    }

    /** Where the end could be joined to across the border; empty where the two meet, or no road is near. */
    Optional<Entrance> entrance(Finding finding) {
        if (finding.kind().equals(Finding.CLASS_CHANGE)) {
            return Optional.empty();
        }
        Double speed = roads.all().stream().filter(r -> Roads.ref(r).equals(finding.from().road())).map(Road::speedKmh)
                .filter(s -> s != null).findFirst().orElse(null);
        if (finding.kind().equals(Finding.OFFSET)) {
            return Optional.of(new Entrance(finding.to().road(), finding.to().at(), speed));
        }
        Unit across = tiles.touching(Tiles.around(finding.to().at(), 1)).stream()
                .filter(u -> u.adcode().equals(finding.to().unit())).findFirst().orElse(null);
        if (across == null) {
            return Optional.empty();
        }
        double farthest = tolerance + FARTHEST_METRES;
        if (finding.from().road().startsWith("streets/")) {
            return Optional.ofNullable(streets.entrance(finding.from().at(), across, farthest)).map(at -> new Entrance(null, at, speed));
        }
        return vertex(finding.from().at(), across, farthest, speed);
    }

    /** The nearest place of a corridor in the unit: its vertices are where roads are entered. */
    private Optional<Entrance> vertex(Coordinate from, Unit across, double farthest, Double speed) {
        List<Entrance> entrances = new ArrayList<>();
        Envelope box = Tiles.around(from, farthest);
        for (Road road : roads.near(box)) {
            for (Coordinate at : road.course().getCoordinates()) {
                if (box.contains(at) && tiles.covers(across, at) && Geodesy.distanceMetres(from, at) <= farthest) {
                    entrances.add(new Entrance(Roads.ref(road), at, speed));
                }
            }
        }
        return entrances.stream().min(Comparator.comparingDouble((Entrance e) -> Geodesy.distanceMetres(from, e.at()))
                .thenComparing(Entrance::road));
    }

    private void note(Finding finding) {
        List<Unit> both = tiles.touching(Tiles.around(finding.from().at(), tolerance)).stream()
                .filter(u -> u.adcode().equals(finding.from().unit()) || u.adcode().equals(finding.to().unit())).toList();
        tally.note(both.get(0), both.get(1));
    }

    private Set<Mode> withCarriers() {
        Set<Mode> all = EnumSet.noneOf(Mode.class);
        all.addAll(modes);
        if (!modes.isEmpty()) {
            all.add(Mode.BRIDGE);
            all.add(Mode.TUNNEL);
        }
        return all;
    }
}
