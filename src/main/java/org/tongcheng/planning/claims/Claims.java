package org.tongcheng.planning.claims;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** Are the travel times that a plan states borne out? */
public final class Claims implements PlanningQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area whose statements are tested.").required();

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Networks networks;

    public Claims(Networks networks) {
        this.networks = networks;
    }

    /**
     * A statement on its way to a verdict.
     *
     * @param fault   why it cannot be tested; null where it can
     * @param ends    of its pairs
     * @param tests   takes those by every profile
     * @param circles likewise
     */
    private record Case(Statement statement, Dating dating, Verdict fault, List<Tested.Ends> ends, List<Tested.Test> tests,
            List<Tested.Circle> circles) {

        Tested tested() {
            Statement s = statement;
            AsOf asOf = fault == null ? dating.asOf() : null;
            return new Tested(s.claims(), s.type(), s.fromPlace(), s.toPlaces(), s.minutes() == null ? null : Long.valueOf(Math.round(s.minutes() * 60)),
                    s.mode(), s.document(), s.evidence(), s.note(), asOf == null ? null : asOf.date(), asOf == null ? null : asOf.scenario().label(),
                    asOf == null ? null : asOf.horizon(), dating.basis(), reading(s), ends, tests, circles);
        }
    }

    /** What one question gathers on its way; of one thread. */
    private static final class Work {
        private final Asked asked;
        private final Records records;
        private final Used.Gathering used = new Used.Gathering();
        private final Set<String> warnings = new LinkedHashSet<>();
        private final Set<String> assumed = new LinkedHashSet<>();
        private final Map<String, Travels.Seat> seats = new LinkedHashMap<>();
        private StreetsUsed streets = StreetsUsed.NONE;
        private LocalDate latest;

        Work(Asked asked, Records records) {
            this.asked = asked;
            this.records = records;
        }
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public Text title() {
        return new Text("时间承诺检验", "Claims tested");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA);
    }

    /** Each statement has a date of its own. */
    @Override
    public boolean dated() {
        return false;
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Area area = records.area(asked.get(AREA), AREA);
        Work work = new Work(asked, records);
        work.used.add(Collections.AREAS, area.id(), area.revision());
        List<Case> cases = Statement.of(area, records, work.used).stream().map(statement -> open(statement, work)).toList();
        test(cases, work);
        List<Tested> tested = cases.stream().map(Case::tested).toList();
        if (tested.isEmpty()) {
            work.warnings.add("no claim is on record for " + area.id());
        } else {
            work.warnings.add("the error covers the stated accuracies of seats, stops and lines and the spacing of a lattice; numbers of"
                    + " profiles and the speeds of a sketch have no stated tolerance and are taken as they are");
        }
        List<String> profiles = networks.profiles().stream().map(Profile::id).toList();
        AnswerHeader header = new AnswerHeader(work.latest == null ? LocalDate.ofInstant(records.moment(), ZoneOffset.UTC) : work.latest,
                asked.circumstances().asOf().scenario().label(), null, definition(area), work.streets,
                work.used.used(asked.circumstances().explain()), List.copyOf(work.assumed), List.copyOf(work.warnings));
        return new ClaimsAnswer(header, area.id(), profiles, ClaimsAnswer.Counts.of(tested), tested, drawn(tested));
    }

    private static Case open(Statement s, Work work) {
        Dating dating = Dating.of(s, work.asked, work.records, work.used);
        Verdict fault = fault(s, dating);
        List<Tested.Ends> ends = new ArrayList<>();
        List<Tested.Test> tests = new ArrayList<>();
        if (fault == null) {
            LocalDate date = dating.asOf().date();
            work.latest = work.latest == null || date.isAfter(work.latest) ? date : work.latest;
            s.pairs().forEach(pair -> ends.add(ends(pair, work, dating.asOf())));
        } else {
            tests.add(new Tested.Test(null, null, "only", null, null, null, null, fault.verdict(), fault.reason(), List.of()));
        }
        return new Case(s, dating, fault, ends, tests, new ArrayList<>());
    }

    /** Date by date and profile by profile, so that the searches of one alone are kept at a time. */
    private void test(List<Case> cases, Work work) {
        Map<AsOf, List<Case>> byDate = new LinkedHashMap<>();
        cases.stream().filter(c -> c.fault() == null).forEach(c -> byDate.computeIfAbsent(c.dating().asOf(), date -> new ArrayList<>()).add(c));
        byDate.forEach((asOf, dated) -> {
            for (Profile profile : networks.profiles()) {
                Travels travels = travels(profile, asOf, work);
                dated.forEach(c -> test(c, travels, profile, work));
            }
        });
    }

    private void test(Case c, Travels travels, Profile profile, Work work) {
        List<Journey> journeys = travels.of(c.statement().pairs());
        use(travels, journeys, profile, c.dating().asOf(), work);
        Testing testing = new Testing(c.statement(), profile);
        c.tests().addAll(testing.of(journeys));
        if (c.statement().circle()) {
            c.circles().add(testing.circle(journeys, work.records));
        }
    }

    private static Verdict fault(Statement s, Dating dating) {
        if (!s.travelTime()) {
            return Verdict.notTestable("不是旅行时间", "it is no travel time");
        }
        if (s.minutes() == null) {
            return Verdict.notTestable("未载明时间", "no time is stated");
        }
        if (s.pairs().isEmpty()) {
            return Verdict.notTestable("未载明起讫单元", "no unit is stated where it begins or ends");
        }
        return dating.asOf() == null ? Verdict.notTestable(dating.basis().zh(), dating.basis().en()) : null;
    }

    private Travels travels(Profile profile, AsOf asOf, Work work) {
        Network network = travel(profile, asOf, work, new ArrayList<>()).network(asOf);
        work.streets = Travel.streets(network);
        work.assumed.addAll(Travel.assumed(network).stream().map(line -> profile.id() + ": " + line).toList());
        return new Travels(network, work.records, work.seats);
    }

    private Travel travel(Profile profile, AsOf asOf, Work work, List<String> warnings) {
        Circumstances c = work.asked.circumstances().withAsOf(asOf).withProfile(profile.id());
        return new Travel(networks, work.records, c, warnings);
    }

    private void use(Travels travels, List<Journey> journeys, Profile profile, AsOf asOf, Work work) {
        List<String> warnings = new ArrayList<>();
        Travel travel = travel(profile, asOf, work, warnings);
        travel.warnOfRecords();
        travels.ridden(journeys).forEach(corridor -> {
            work.records.corridors().use(corridor, work.used);
            travel.warnOfDates(corridor);
        });
        work.warnings.addAll(warnings);
    }

    /** Where the units stand; one that is not in the records stands nowhere. */
    private static Tested.Ends ends(Statement.Pair pair, Work work, AsOf asOf) {
        Travels.Seat from = seat(pair.from(), work, asOf);
        Travels.Seat to = seat(pair.to(), work, asOf);
        return new Tested.Ends(pair.from(), from == null ? null : from.unit().name(), from == null ? null : from.at(),
                pair.to(), to == null ? null : to.unit().name(), to == null ? null : to.at());
    }

    private static Travels.Seat seat(String adcode, Work work, AsOf asOf) {
        if (!work.seats.containsKey(adcode)) {
            Unit unit = work.records.findUnit(adcode).orElse(null);
            if (unit == null || unit.seat() == null && unit.geometry() == null) {
                work.warnings.add("administrative-units/" + adcode + " is not in the records or has no place");
                return null;
            }
            List<String> warnings = new ArrayList<>();
            Coordinate at = new Origins(work.records, asOf, AREA.name(), work.used, warnings)
                    .of(new Place.Site(new FeatureRef(Collections.UNITS, adcode)), adcode).points().get(0).at();
            work.warnings.addAll(warnings);
            work.seats.put(adcode, new Travels.Seat(unit, at));
        }
        return work.seats.get(adcode);
    }

    private static Text reading(Statement s) {
        if (s.circle()) {
            return new Text("未载明终点：从核心城市驻地到每个成员单元驻地，所述时间为上限",
                    "no end is stated: from the core city's seat to each member's seat, the stated time being the most");
        }
        return s.pairs().size() > 1
                ? new Text("一个数字用于多对地点：以最短、中位和最长者检验，所述时间为上限",
                        "one figure for several pairs: tested as their least, median and most, the stated time being the most")
                : new Text("两地驻地之间，所述时间为上限", "from seat to seat, the stated time being the most");
    }

    private static List<AnswerFeature> drawn(List<Tested> tested) {
        List<AnswerFeature> drawn = new ArrayList<>();
        for (Tested each : tested) {
            for (Tested.Ends pair : each.pairs()) {
                if (pair.fromAt() != null && pair.toAt() != null && !pair.fromAt().equals2D(pair.toAt())) {
                    drawn.add(new AnswerFeature(each.claims().get(0) + ": " + pair.from() + " – " + pair.to(),
                            FACTORY.createLineString(new Coordinate[] {pair.fromAt(), pair.toAt()}), pair));
                }
            }
        }
        return drawn;
    }

    private static Text definition(Area area) {
        return new Text(
                area.name().zh() + "的文件所述旅行时间与按各出行方式计算的驻地间最短时间之比较：有目标年者按该年末已建成及届时应建成的规划通道，否则按文件日期；"
                        + "所述时间视为上限，误差由所载精度累加而得。",
                "Travel times that documents state about " + area.name().en() + " beside the shortest times from seat to seat by every profile: as of"
                        + " the end of the target year with what is built and what is planned and due by then, else as of the document's date;"
                        + " a stated time is read as at most, and the error adds up the stated accuracies.");
    }
}
