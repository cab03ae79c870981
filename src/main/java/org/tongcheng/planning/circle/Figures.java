package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Network;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.TravelTimes;

/** Says of each area what lies in it, and gathers what that rests on. */
final class Figures {

    private static final String METHOD = "people of each unit of the finest tiling times the reached share of its area";
    private static final String BY_GRID =
            "people of each unit of the finest tiling spread over the cells of the finest grid loaded there; " + METHOD + " where none is";
    private static final int CENSUS = 2020;

    private final Asked asked;
    private final Scene scene;
    private final Travel travel;
    private final Used.Gathering used;
    private final SortedSet<String> unknownPeople = new TreeSet<>();
    private final SortedSet<String> gridsOff = new TreeSet<>();

    Figures(Asked asked, Scene scene, Travel travel, Used.Gathering used) {
        this.asked = asked;
        this.scene = scene;
        this.travel = travel;
        this.used = used;
    }

    /** @param before the same journey at the date compared with; null where there is none */
    List<AnswerFeature> of(int number, Journey journey, Journey before) {
        List<Integer> minutes = asked.circumstances().minutes();
        boolean bands = asked.get(Circle.BANDS);
        if (journey.areas().isEmpty()) {
            return stations(number, journey, before);
        }
        List<MultiPolygon> shown = bands ? Isochrones.bands(journey.areas()) : journey.areas();
        List<AnswerFeature> features = new ArrayList<>();
        for (int k = 0; k < minutes.size(); k++) {
            int from = bands && k > 0 ? minutes.get(k - 1) : 0;
            Reached reached = reached(journey, shown.get(k), from, minutes.get(k),
                    before == null ? null : difference(journey, before, k));
            features.add(new AnswerFeature(number + "-" + minutes.get(k), shown.get(k), reached));
        }
        gather(journey);
        return features;
    }

    /** From station to station there is no area, and nobody in it. */
    private List<AnswerFeature> stations(int number, Journey journey, Journey before) {
        List<Integer> minutes = asked.circumstances().minutes();
        List<AnswerFeature> features = new ArrayList<>();
        for (int k = 0; k < minutes.size(); k++) {
            int from = asked.get(Circle.BANDS) && k > 0 ? minutes.get(k - 1) : 0;
            int within = minutes.get(k) * 60_000;
            features.add(new AnswerFeature(number + "-" + minutes.get(k), null, new Reached(minutes.get(k), from, journey.origin(), null, List.of(),
                    null, journey.stops(from * 60_000, within), corridors(journey, within), false, null,
                    before == null ? null : difference(journey, before, k))));
        }
        gather(journey);
        return features;
    }

    private List<CorridorUsed> corridors(Journey journey, int within) {
        return journey.corridors(within).stream().map(id -> corridor(journey, id)).toList();
    }

    private Reached reached(Journey journey, MultiPolygon area, int from, int minutes, Reached.Difference difference) {
        int within = minutes * 60_000;
        List<Tiling.Part> parts = scene.tiling().parts(area);
        List<Reached.UnitReached> units = new ArrayList<>();
        for (Tiling.Part part : parts) {
            Unit unit = part.unit();
            used.add(Collections.UNITS, unit.adcode(), unit.revision());
            Integer seconds = unit.seat() == null ? null : journey.secondsAt(unit.seat().x, unit.seat().y, within);
            units.add(new Reached.UnitReached(unit.adcode(), unit.name(), part.share(), seconds));
        }
        Geometry border = journey.drawing().openBorder(journey.searches(), within);
        return new Reached(minutes, from, journey.origin(), km2(area), units, population(parts, area),
                journey.stops(from * 60_000, within), corridors(journey, within), !border.isEmpty(), border.isEmpty() ? null : border, difference);
    }

    private Reached.Population population(List<Tiling.Part> parts, Geometry area) {
        long low = 0;
        double best = 0;
        long high = 0;
        SortedSet<String> grids = new TreeSet<>();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        for (Tiling.Part part : parts) {
            Long people = part.unit().population();
            if (people == null) {
                unknownPeople.add(part.unit().adcode());
            } else {
                low += part.share() == 1 ? people : 0;
                best += people * peopleShare(part, prepared, grids);
                high += people;
            }
        }
        return new Reached.Population(low, Math.round(best), high, grids.isEmpty() ? METHOD : BY_GRID, CENSUS, grids);
    }

    private double peopleShare(Tiling.Part part, PreparedGeometry area, SortedSet<String> grids) {
        if (part.share() == 1) {
            return 1;
        }
        PeopleGrids.Grid grid = scene.grids().finest(part.unit(), asked.circumstances().asOf(), gridsOff).orElse(null);
        if (grid == null) {
            return part.share();
        }
        grids.add(grid.collection());
        grid.use(used);
        return grid.share(area);
    }

    private Reached.Difference difference(Journey now, Journey then, int k) {
        int within = asked.circumstances().minutes().get(k) * 60_000;
        AsOf other = Circle.at(asked.circumstances().asOf(), asked.get(Circle.COMPARED_WITH).lastDay());
        Double km2 = then.areas().isEmpty() ? null : Double.valueOf(km2(then.areas().get(k)));
        Double gained = km2 == null ? null : Double.valueOf(AnswerNumbers.rounded(km2(now.areas().get(k)) - km2, 6));
        return new Reached.Difference(other.date(), km2, gained,
                usedOnlyIn(now, then, within), usedOnlyIn(then, now, within));
    }

    /** The corridors that one uses and that are not there in the other. */
    private List<CorridorUsed> usedOnlyIn(Journey one, Journey other, int within) {
        TreeSet<String> there = new TreeSet<>();
        other.searches().get(0).network().corridors().forEach(c -> there.add(c.id()));
        return one.corridors(within).stream().filter(id -> !there.contains(id)).map(id -> corridor(one, id)).toList();
    }

    private CorridorUsed corridor(Journey journey, String id) {
        Network network = journey.searches().get(0).network();
        Corridor corridor = network.corridors().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        StoredFeature stored = scene.corridors().features().get(id);
        return new CorridorUsed(id, corridor.name(), corridor.mode().label(),
                stored == null ? null : stored.feature().text("opened"),
                corridor.existence().statusAt(asked.circumstances().asOf().date()).label());
    }

    /** Everything that a change of could change the answer: the lines that are reached, their stops, and what is doubtful of them. */
    private void gather(Journey journey) {
        int longest = asked.circumstances().minutes().get(asked.circumstances().minutes().size() - 1) * 60_000;
        Map<String, Corridor> byId = new HashMap<>();
        journey.searches().get(0).network().corridors().forEach(c -> byId.put(c.id(), c));
        SortedSet<String> reached = new TreeSet<>();
        for (TravelTimes times : journey.searches()) {
            times.stops(longest).forEach(s -> reached.add(s.place().corridor()));
        }
        reached.forEach(id -> scene.corridors().use(byId.get(id), used));
        for (String id : journey.corridors(longest)) {
            travel.warnOfDates(byId.get(id));
        }
        if (!gridsOff.isEmpty()) {
            travel.warn("more than twice or less than half the people of the census, so that the grid was not used there: "
                    + String.join(", ", gridsOff));
        }
        if (!unknownPeople.isEmpty()) {
            travel.warn("the people of these units are unknown and not counted: " + String.join(", ", unknownPeople));
        }
    }

    private static double km2(Geometry area) {
        return AnswerNumbers.km2(Geodesy.areaSquareMetres(area));
    }
}
