package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;

/** Where do roads cross the borders of an area's units, and where do they stop short, break or change class? */
public final class Continuity implements PlanningQuestion {

    static final String STREETS = "streets";

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area whose borders are looked at.").required();

    static final Parameter<Double> TOLERANCE = Parameter.single("tolerance", Form.length("1m", "20km"), 1000.0,
            "How near a border a road's end counts, 1m to 20km.");

    static final Parameter<String> MODE = Parameter.several("mode",
            Form.choice(Stream.concat(Roads.ROADS.stream().map(Mode::label), Stream.of(STREETS)).toList()), 5, List.of(),
            "Only roads of these kinds; expressway, arterial and imported streets where it is left out.");

    private final Networks networks;

    public Continuity(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "continuity";
    }

    @Override
    public Text title() {
        return new Text("断头路与边界衔接", "Continuity at borders");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA, TOLERANCE, MODE);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Area area = records.areaWithOutline(asked, AREA);
        double tolerance = asked.get(TOLERANCE);
        Circumstances c = asked.circumstances();
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        Travel travel = new Travel(networks, records, c, warnings);
        travel.warnOfRecords();
        Network network = travel.network(c.asOf());
        travel.warnOfIdle(network);
        Tiles tiles = new Tiles(records, area, tolerance);
        tiles.touching(tiles.box(tolerance)).forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        Roads roads = new Roads(records, c, tiles.box(2 * tolerance + Search.FARTHEST_METRES), used, travel);
        Search search = new Search(tiles, roads, modes(asked), tolerance, streets(asked, network));
        List<Finding> findings = joined(search, new Joins(travel, c.asOf(), network), warnings);
        Notes.of(search, findings, tiles, area, warnings);
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(),
                Notes.definition(asked, area, network.profile()), Travel.streets(network), used.used(c.explain()),
                Notes.assumed(network, search.streets() != null), warnings);
        List<BorderTally.Row> borders = search.borders();
        int crossings = borders.stream().mapToInt(b -> b.crossings() + (b.streets() == null ? 0 : b.streets())).sum();
        return new ContinuityAnswer(header, area.id(), tolerance, labels(asked, search.streets() != null), crossings,
                ContinuityAnswer.Counts.of(findings), borders, features(findings));
    }

    private static List<Finding> joined(Search search, Joins joins, List<String> warnings) {
        List<Finding> joined = new ArrayList<>();
        for (Finding finding : search.findings()) {
            boolean may = joined.size() < Search.MOST_JOINS;
            joined.add(may ? search.entrance(finding)
                    .map(e -> finding.withJoin(joins.of(finding.from().at(), e.at(), e.speedKmh(), e.road()))).orElse(finding) : finding);
        }
        if (search.findings().size() > Search.MOST_JOINS) {
            warnings.add("what a join would save is reckoned for the first " + Search.MOST_JOINS + " findings only");
        }
        joined.sort(Comparator.comparing(Finding::certainty)
                .thenComparing(f -> f.join() == null || f.join().secondsGained() == null ? 0 : -f.join().secondsGained())
                .thenComparing(Finding::kind).thenComparing(f -> f.from().road()));
        return joined;
    }

    private static List<AnswerFeature> features(List<Finding> findings) {
        List<AnswerFeature> features = new ArrayList<>();
        for (Finding finding : findings) {
            boolean line = !finding.kind().equals(Finding.DEAD_END) && !finding.from().at().equals2D(finding.to().at());
            Geometry geometry = line
                    ? Tiles.FACTORY.createLineString(new Coordinate[] {finding.from().at(), finding.to().at()})
                    : Tiles.point(finding.from().at());
            features.add(new AnswerFeature("finding-" + (features.size() + 1), geometry, finding));
        }
        return features;
    }

    private static Set<Mode> modes(Asked asked) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        asked.all(MODE).stream().filter(label -> !label.equals(STREETS)).forEach(label -> modes.add(Mode.of(label)));
        return asked.all(MODE).isEmpty() ? EnumSet.of(Mode.EXPRESSWAY, Mode.ARTERIAL) : modes;
    }

    /** Null where none are imported, or none are asked about. */
    private static StreetGraph streets(Asked asked, Network network) {
        StreetGraph graph = network.streets().parts().get(0).graph();
        boolean wanted = asked.all(MODE).isEmpty() || asked.all(MODE).contains(STREETS);
        return wanted && graph.shapes() != null ? graph : null;
    }

    private static List<String> labels(Asked asked, boolean streets) {
        List<String> labels = new ArrayList<>(modes(asked).stream().map(Mode::label).toList());
        if (streets) {
            labels.add(STREETS);
        }
        return labels;
    }
}
