package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** Works out one answer: gathers what serves and what may be served, and judges. Of one thread. */
final class Covering {

    private final IsochroneCache isochrones;
    private final PeopleGrids grids;
    private final Asked asked;
    private final Records records;
    private final Used.Gathering used = new Used.Gathering();
    private final List<String> warnings = new ArrayList<>();
    private final Travel travel;

    Covering(Networks networks, IsochroneCache isochrones, PeopleGrids grids, Asked asked, Records records) {
        this.isochrones = isochrones;
        this.grids = grids;
        this.asked = asked;
        this.records = records;
        this.travel = new Travel(networks, records, asked.circumstances(), warnings);
    }

    Answer of(Area area) {
        Geometry outline = records.outline(area).geometry();
        used.add(Collections.AREAS, area.id(), area.revision());
        records.outline(area).units().forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        warnings.addAll(records.corridors().faults());
        List<Server> servers = servers(outline);
        Notes.ofArea(area, records.outline(area), warnings);
        Notes.ofServers(servers, warnings);
        Network network = asked.find(Coverage.MINUTES).isPresent() ? network() : null;
        Range range = network == null ? Range.Distance.of(servers, outline, asked.get(Coverage.WITHIN))
                : reaching(network, servers, outline);
        SortedSet<String> gridsUsed = new TreeSet<>();
        Share share;
        List<AnswerFeature> features;
        if (Coverage.isOfLand(asked)) {
            Land land = range.land(outline);
            share = asked.get(Coverage.OF).equals("area") ? land.area() : people(land, outline, gridsUsed);
            features = List.of(uncovered(land));
        } else {
            features = judged(new Things(records, asked.circumstances().asOf(), used, warnings).of(asked.get(Coverage.OF), area, outline), range);
            share = share(features, range);
            range.warn(warnings);
        }
        return new CoverageAnswer(header(area, network), area.id(), asked.get(Coverage.OF), asked.get(Coverage.BY),
                asked.find(Coverage.WITHIN).orElse(null), asked.find(Coverage.MINUTES).orElse(null), range.servers(), share,
                List.copyOf(gridsUsed), features);
    }

    private List<Server> servers(Geometry outline) {
        Servers servers = new Servers(records, asked.circumstances(), outline, used, warnings);
        String by = asked.get(Coverage.BY);
        return by.equals("hubs") ? servers.hubs() : servers.corridors(Coverage.modes(asked), by.equals("corridors"));
    }

    private Network network() {
        travel.warnOfRecords();
        Network network = travel.network(asked.circumstances().asOf());
        travel.warnOfIdle(network);
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        return network;
    }

    private Reaching reaching(Network network, List<Server> servers, Geometry outline) {
        boolean ofLand = Coverage.isOfLand(asked);
        if (ofLand && network.isOfStations()) {
            throw BadParameter.impossible("profile", network.profile().id(), "a profile from door to door, or hubs, parks or units",
                    "from station to station no land is covered");
        }
        Reaching reaching = new Reaching(network, isochrones, servers, outline, asked.get(Coverage.MINUTES), ofLand);
        Set<String> ridden = reaching.corridors();
        network.corridors().stream().filter(corridor -> ridden.contains(corridor.id())).forEach(travel::warnOfDates);
        return reaching;
    }

    /** @param gridsUsed takes the collections by whose cells people are spread */
    private Share people(Land land, Geometry outline, SortedSet<String> gridsUsed) {
        List<Unit> tiles = records.finestTiling();
        Notes.ofPeople(tiles, outline, used, warnings);
        SortedSet<String> off = new TreeSet<>();
        Share share = land.people(tiles, tile -> {
            Optional<PeopleGrids.Grid> grid = grids.finest(tile, asked.circumstances().asOf(), off);
            grid.ifPresent(found -> {
                gridsUsed.add(found.collection());
                found.use(used);
            });
            return grid;
        });
        Notes.ofGrids(off, warnings);
        return share;
    }

    private static AnswerFeature uncovered(Land land) {
        Geometry uncovered = land.uncovered();
        return new AnswerFeature("uncovered", uncovered, new CoverageAnswer.LeftOut(Served.NO, AnswerNumbers.rounded(Land.km2(uncovered), 6)));
    }

    private static List<AnswerFeature> judged(List<Thing> things, Range range) {
        List<String> order = List.of(Served.NO, Served.UNCERTAIN, Served.YES);
        return things.stream()
                .map(t -> new AnswerFeature(t.ref(), t.geometry(), range.judge(t)))
                .sorted(Comparator.comparing((AnswerFeature f) -> order.indexOf(((Served) f.properties()).covered()))
                        .thenComparing(AnswerFeature::id))
                .toList();
    }

    private static Share share(List<AnswerFeature> judged, Range range) {
        List<Served> all = judged.stream().map(f -> (Served) f.properties()).toList();
        long low = all.stream().filter(s -> s.covered().equals(Served.YES)).count();
        long best = all.stream().filter(range::holds).count();
        long high = all.stream().filter(s -> !s.covered().equals(Served.NO)).count();
        return Share.of(low, best, high, all.size(), "features");
    }

    /** @param network null where distance is asked */
    private AnswerHeader header(Area area, Network network) {
        Circumstances c = asked.circumstances();
        return new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), network == null ? null : c.profile(),
                Notes.definition(asked, area, network), network == null ? StreetsUsed.NONE : Travel.streets(network),
                used.used(c.explain()), network == null ? List.of() : Travel.assumed(network), warnings.stream().distinct().toList());
    }
}
