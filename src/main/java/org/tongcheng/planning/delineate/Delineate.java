package org.tongcheng.planning.delineate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;

/** Which units are truly within the hour of a core, or send it their commuters, beside those that a plan declares? */
public final class Delineate implements PlanningQuestion {

    static final String COUNTY = "county";

    static final Parameter<FeatureRef> CORE = Parameter.optional("core", Form.FEATURE,
            "The core: a feature of administrative-units.").required();

    static final Parameter<String> AREA = Parameter.several("area", Form.AREA, 20, List.of(),
            "The areas whose members stand beside; every area that has the core among its core cities where none is named.");

    static final Parameter<Integer> MINUTES = Parameter.single("minutes", Form.whole(1, 180), 60, "The time within which a unit is measured.");

    static final Parameter<String> LEVEL = Parameter.single("level", Form.choice(List.of(COUNTY, "prefecture")), COUNTY,
            "The units looked at: the finest tiling, or prefectures and county-direct units.");

    static final Parameter<Boolean> CONTIGUOUS = Parameter.single("contiguous", Form.BOOLEAN, true,
            "Whether only units count that hang together with the core's over others that count.");

    static final Parameter<Double> COMMUTING = Parameter.optional("commuting", Form.number(0.001, 1),
            "The least share of a unit's resident workers who work in the core, instead of the time; 0.10 where flows are named.");

    static final Parameter<String> FLOWS = Parameter.optional("flows", Form.ID_LIST,
            "The collection of commuting flows, with the properties origin, destination, commuters and resident_workers, and year if of"
                    + " several; the only one there is where it is left out.");

    private static final double USUAL_RATE = 0.10;

    private final Networks networks;

    public Delineate(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "delineate";
    }

    @Override
    public Text title() {
        return new Text("范围识别", "Delineation");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CORE, AREA, LEVEL, CONTIGUOUS, COMMUTING, FLOWS);
    }

    @Override
    public Parameter<Integer> minutes() {
        return MINUTES;
    }

    @Override
    public String defaultProfile() {
        return "commute";
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        StoredFeature core = core(asked, records);
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering();
        List<Area> areas = areas(asked, records, core.feature().id(), warnings);
        areas.forEach(area -> used.add(Collections.AREAS, area.id(), area.revision()));
        CollectionDeclaration flows = flows(asked, records);
        return new Delineation(networks, records, asked, used, warnings).of(core, areas, flows);
    }

    /** The threshold asked about and the usual ones beside it. */
    static List<Threshold> thresholds(Asked asked, boolean commuting) {
        Stream<Threshold> all = commuting
                ? Stream.of(asked.find(COMMUTING).orElse(USUAL_RATE), 0.05, 0.10, 0.15).map(Threshold.Commuting::new)
                : Stream.of(asked.get(MINUTES), 45, 75).map(Threshold.Minutes::new);
        return all.distinct().toList();
    }

    private static StoredFeature core(Asked asked, Records records) {
        FeatureRef ref = asked.get(CORE);
        if (!ref.collection().equals(Collections.UNITS)) {
            throw new BadParameter(CORE.name(), ref.toString(), Collections.UNITS + "/adcode", "a core is an administrative unit");
        }
        return records.get(ref, CORE.name(), CORE.form());
    }

    private static List<Area> areas(Asked asked, Records records, String core, List<String> warnings) {
        List<String> named = asked.all(AREA);
        if (!named.isEmpty()) {
            return named.stream().map(id -> records.area(id, AREA)).toList();
        }
        List<Area> areas = records.areas().stream().filter(area -> area.cores().contains(core)).toList();
        if (areas.isEmpty()) {
            warnings.add("no area on record has " + core + " among its core cities, so that nothing declared stands beside");
        }
        return areas;
    }

    /** Null where time decides. */
    private static CollectionDeclaration flows(Asked asked, Records records) {
        String named = asked.find(FLOWS).orElse(null);
        if (named == null && asked.find(COMMUTING).isEmpty()) {
            return null;
        }
        List<CollectionDeclaration> all = records.collections().stream()
                .filter(c -> !Collections.ALL.contains(c.id()) && Flows.lacks(c).isEmpty()).toList();
        String ids = all.stream().map(CollectionDeclaration::id).collect(Collectors.joining(", "));
        if (named == null) {
            String commuting = asked.canonical().get(COMMUTING.name()).get(0);
            if (all.isEmpty()) {
                throw BadParameter.impossible(COMMUTING.name(), commuting, "left out until there are flows: a collection with the properties "
                        + String.join(", ", Flows.ORIGIN, Flows.DESTINATION, Flows.COMMUTERS, Flows.WORKERS, Flows.YEAR),
                        "no collection of commuting flows is loaded");
            }
            if (all.size() > 1) {
                throw new BadParameter(FLOWS.name(), null, "one of " + ids, "there are several collections of flows, one must be named");
            }
            return all.get(0);
        }
        CollectionDeclaration collection = records.collections().stream().filter(c -> c.id().equals(named)).findFirst().orElse(null);
        if (collection == null || !all.contains(collection)) {
            throw new BadParameter(FLOWS.name(), named, all.isEmpty() ? "a collection of commuting flows" : "one of " + ids,
                    collection == null ? "there is no collection '" + named + "'"
                            : "'" + named + "' is no collection of flows: it lacks " + String.join(", ", Flows.lacks(collection)));
        }
        return Objects.requireNonNull(collection);
    }
}
