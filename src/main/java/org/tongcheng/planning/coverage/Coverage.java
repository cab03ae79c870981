package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** Which share of an area lies within a distance of its stops, hubs or corridors, and what is left out? */
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
            "The geodesic distance, up to 100km.").required();

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
    public Answer answer(Asked asked, Records records) {
        Area area = records.areaWithOutline(asked, AREA);
        Geometry outline = records.outline(area).geometry();
        double within = asked.get(WITHIN);
        if (asked.get(OF).equals("hubs") && asked.get(BY).equals("hubs")) {
            throw new BadParameter(BY.name(), "hubs", "stops or corridors beside of=hubs", "every hub serves itself");
        }
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        records.outline(area).units().forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        List<String> warnings = new ArrayList<>(records.corridors().faults());
        List<Server> servers = servers(asked, records, used, warnings);
        Notes.ofArea(area, records.outline(area), warnings);
        Notes.ofServers(servers, warnings);
        ServerTree tree = new ServerTree(servers);
        double worst = servers.stream().filter(s -> s.accuracyM() != null).mapToDouble(Server::accuracyM).max().orElse(0);
        List<Server> near = tree.around(outline, within + worst);
        String of = asked.get(OF);
        if (of.equals("area") || of.equals("population")) {
            Land land = Land.of(outline, near, within);
            List<Unit> tiles = records.finestTiling();
            Notes.ofPeople(of, tiles, outline, used, warnings);
            Share share = of.equals("area") ? land.area() : land.people(tiles);
            Geometry uncovered = land.uncovered();
            return new CoverageAnswer(header(asked, area, used, warnings), area.id(), of, asked.get(BY), within, near.size(), share,
                    List.of(new AnswerFeature("uncovered", uncovered,
                            new CoverageAnswer.LeftOut(Served.NO, Share.round(Land.km2(uncovered))))));
        }
        List<Thing> things = new Things(records, asked.circumstances().asOf(), used, warnings).of(of, area, outline);
        List<AnswerFeature> judged = judged(things, tree, within);
        return new CoverageAnswer(header(asked, area, used, warnings), area.id(), of, asked.get(BY), within, near.size(),
                share(judged, within), judged);
    }

    private static List<AnswerFeature> judged(List<Thing> things, ServerTree tree, double within) {
        List<String> order = List.of(Served.NO, Served.UNCERTAIN, Served.YES);
        return things.stream()
                .map(t -> new AnswerFeature(t.ref(), t.geometry(), tree.judge(t, within)))
                .sorted(Comparator.comparing((AnswerFeature f) -> order.indexOf(((Served) f.properties()).covered()))
                        .thenComparing(AnswerFeature::id))
                .toList();
    }

    private static Share share(List<AnswerFeature> judged, double within) {
        List<Served> all = judged.stream().map(f -> (Served) f.properties()).toList();
        long low = all.stream().filter(s -> s.covered().equals(Served.YES)).count();
        long best = all.stream().filter(s -> s.metres() != null && s.metres() <= within).count();
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

    private static AnswerHeader header(Asked asked, Area area, Used.Gathering used, List<String> warnings) {
        return new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                Notes.definition(asked, area), StreetsUsed.NONE, used.used(asked.circumstances().explain()), List.of(), warnings);
    }
}
