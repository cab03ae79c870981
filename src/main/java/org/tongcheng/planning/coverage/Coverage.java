package org.tongcheng.planning.coverage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;

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
        requireOneRange(asked);
        if (asked.get(OF).equals("hubs") && asked.get(BY).equals("hubs")) {
            throw new BadParameter(BY.name(), "hubs", "stops or corridors beside of=hubs", "every hub serves itself");
        }
        if (asked.get(BY).equals("hubs") && !asked.all(MODE).isEmpty()) {
            throw new BadParameter(MODE.name(), asked.all(MODE).get(0), "no mode beside by=hubs", "hubs have no mode");
        }
        return new Covering(networks, isochrones, grids.get(records), asked, records).of(area);
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

    /** Whether land or people are counted, not things. */
    static boolean isOfLand(Asked asked) {
        return List.of("area", "population").contains(asked.get(OF));
    }

    static Set<Mode> modes(Asked asked) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        asked.all(MODE).forEach(label -> modes.add(Mode.of(label)));
        return modes.isEmpty() ? EnumSet.complementOf(EnumSet.of(Mode.WATERWAY, Mode.PIPELINE)) : modes;
    }
}
