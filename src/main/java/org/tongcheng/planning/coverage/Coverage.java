package org.tongcheng.planning.coverage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** Which share of an area lies within a distance or some minutes of its stops, hubs or corridors, and what is left out? */
public final class Coverage implements PlanningQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area looked at.").required();

    static final Parameter<String> OF = Parameter.optional("of",
            Form.choice(List.of("industrial-parks", "hubs", "administrative-units", "area", "population")),
            "What is counted: places, or the area's land or people.").required();

    static final Parameter<String> BY = Parameter.single("by", Form.choice(List.of("stops", "hubs", "corridors")), "stops",
            "What serves; a corridor along all its course.");

    static final Parameter<String> MODE = Parameter.several("mode",
            Form.choice(Arrays.stream(Mode.values()).map(Mode::label).toList()), Mode.values().length, List.of(),
            "Only stops or corridors of these modes; all but waterway and pipeline where it is left out.");

    static final Parameter<Double> WITHIN = Parameter.optional("within", Form.length("1m", "100km"),
            "The geodesic distance; this or minutes must be given.");

    static final Parameter<Integer> MINUTES = Parameter.optional("minutes", Form.whole(1, 240),
            "The time, from what serves; this or a distance must be given.");

    private final Networks networks;
    private final IsochroneCache isochrones;
    private final LoadingCache<Records, PeopleGrids> grids = Caffeine.newBuilder().weakKeys().build(PeopleGrids::new);

    public Coverage(Networks networks, IsochroneCache isochrones) {
        this.networks = networks;
        this.isochrones = isochrones;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Text title() {
        return new Text("覆盖", "Coverage");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA, OF, BY, MODE, WITHIN);
    }

    @Override
    public Parameter<Integer> minutes() {
        return MINUTES;
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Area area = records.areaWithOutline(asked, AREA);
        Geometry outline = records.outline(area).geometry();
        requireOneRange(asked);
        String of = asked.get(OF);
        if (of.equals("hubs") && asked.get(BY).equals("hubs")) {
            throw new BadParameter(BY.name(), "hubs", "stops or corridors beside of=hubs", "every hub serves itself");
        }
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        records.outline(area).units().forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        List<String> warnings = new ArrayList<>(records.corridors().faults());
        List<Server> servers = servers(asked, records, used, warnings);
        Notes.ofArea(area, records.outline(area), warnings);
        Notes.ofServers(servers, warnings);
        Network network = asked.find(MINUTES).isPresent() ? network(asked, records, used, warnings) : null;
        Range range = network == null ? Range.Distance.of(servers, outline, asked.get(WITHIN))
                : reaching(network, servers, outline, asked, records, warnings);
        SortedSet<String> grids = new TreeSet<>();
        Share share;
        List<AnswerFeature> features;
        if (of.equals("area") || of.equals("population")) {
            Land land = range.land(outline);
            List<Unit> tiles = records.finestTiling();
            Notes.ofPeople(of, tiles, outline, used, warnings);
            share = of.equals("area") ? land.area() : people(land, tiles, asked, records, grids, used, warnings);
            Geometry uncovered = land.uncovered();
            features = List.of(new AnswerFeature("uncovered", uncovered,
                    new CoverageAnswer.LeftOut(Served.NO, Share.round(Land.km2(uncovered)))));
        } else {
            features = judged(new Things(records, asked.circumstances().asOf(), used, warnings).of(of, area, outline), range);
            share = share(features, range);
            range.warn(warnings);
        }
        return new CoverageAnswer(header(asked, area, network, used, warnings), area.id(), of, asked.get(BY), asked.find(WITHIN).orElse(null),
                asked.find(MINUTES).orElse(null), range.servers(), share, List.copyOf(grids), features);
    }

    /** @param used takes the cells by which people were spread */
    private Share people(Land land, List<Unit> tiles, Asked asked, Records records, SortedSet<String> grids, Used.Gathering used,
            List<String> warnings) {
        SortedSet<String> off = new TreeSet<>();
        Share share = land.people(tiles, tile -> {
            Optional<PeopleGrids.Grid> grid = this.grids.get(records).finest(tile, asked.circumstances().asOf(), off);
            grid.ifPresent(found -> {
                grids.add(found.collection());
                found.use(used);
            });
            return grid;
        });
        Notes.ofGrids(off, warnings);
        return share;
    }

    private static void requireOneRange(Asked asked) {
        boolean within = asked.find(WITHIN).isPresent();
        if (within && asked.find(MINUTES).isPresent()) {
            throw new BadParameter(MINUTES.name(), String.valueOf(asked.get(MINUTES)), "either within or minutes", "a distance is given too");
        }
        if (!within && asked.find(MINUTES).isEmpty()) {
            throw new BadParameter(WITHIN.name(), null, WITHIN.form().allowed() + "; or minutes instead", "is missing, and so are minutes");
        }
    }

    private Network network(Asked asked, Records records, Used.Gathering used, List<String> warnings) {
        Travel travel = new Travel(networks, records, asked.circumstances(), warnings);
        Network network = travel.network(asked.circumstances().asOf());
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        return network;
    }

    private Reaching reaching(
            Network network, List<Server> servers, Geometry outline, Asked asked, Records records, List<String> warnings) {
        boolean ofLand = List.of("area", "population").contains(asked.get(OF));
        if (ofLand && network.isOfStations()) {
            throw BadParameter.impossible("profile", network.profile().id(), "a profile from door to door, or hubs, parks or units",
                    "from station to station no land is covered");
        }
        Reaching reaching = new Reaching(network, isochrones, servers, outline, asked.get(MINUTES), ofLand);
        Travel travel = new Travel(networks, records, asked.circumstances(), warnings);
        Set<String> ridden = reaching.corridors();
        network.corridors().stream().filter(corridor -> ridden.contains(corridor.id())).forEach(travel::warnOfDates);
        return reaching;
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

    private static List<Server> servers(Asked asked, Records records, Used.Gathering used, List<String> warnings) {
        Servers servers = new Servers(records, asked.circumstances(), used, warnings);
        if (asked.get(BY).equals("hubs")) {
            if (!asked.all(MODE).isEmpty()) {
                throw new BadParameter(MODE.name(), asked.all(MODE).get(0), "no mode beside by=hubs", "hubs have no mode");
            }
            return servers.hubs();
        }
        return servers.corridors(modes(asked), asked.get(BY).equals("corridors"));
    }

    private static Set<Mode> modes(Asked asked) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        asked.all(MODE).forEach(label -> modes.add(Mode.of(label)));
        return modes.isEmpty() ? EnumSet.complementOf(EnumSet.of(Mode.WATERWAY, Mode.PIPELINE)) : modes;
    }

    /** @param network null where distance is asked */
    private static AnswerHeader header(Asked asked, Area area, Network network, Used.Gathering used, List<String> warnings) {
        Circumstances c = asked.circumstances();
        return new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), network == null ? null : c.profile(),
                Notes.definition(asked, area, network), network == null ? StreetsUsed.NONE : Travel.streets(network),
                used.used(c.explain()), network == null ? List.of() : Travel.assumed(network), warnings.stream().distinct().toList());
    }
}
