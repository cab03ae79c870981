package org.tongcheng.planning.nearest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;
import org.tongcheng.planning.Wording;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Which features of a collection are the nearest by travel time? */
public final class Nearest implements PlanningQuestion {

    static final Parameter<Place> ORIGIN = Parameter.optional("origin", Form.PLACE, "Where one sets out: a point or a feature.").required();

    static final Parameter<String> OF = Parameter.optional("of", Form.ID_LIST, "The collection whose features are looked for.").required();

    static final Parameter<Integer> COUNT = Parameter.optional("count", Form.whole(1, 1000),
            "How many to name; all within the time where it is left out.");

    static final Parameter<Integer> MINUTES = Parameter.single("minutes", Form.whole(1, 240), 60, "The longest time looked within.");

    /** What costs no time on the way, at most: from both ends to the streets or stations, from a bridge's head to the shore. */
    private static final double MOST_FREE_METRES = 20_000;

    private final Networks networks;

    public Nearest(Networks networks) {
        this.networks = networks;
    }

    /** The soonest reached point of a feature. */
    private record Arrival(FeatureRef ref, StoredFeature stored, int millis, Origin.Point point, Foothold foothold) {

        int seconds() {
            return TravelTimes.seconds(millis);
        }
    }

    @Override
    public String name() {
        return "nearest";
    }

    @Override
    public Text title() {
        return new Text("最近的设施", "Nearest by travel time");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ORIGIN, OF, COUNT);
    }

    @Override
    public Parameter<Integer> minutes() {
        return MINUTES;
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        String of = records.collections(OF, List.of(asked.get(OF)), kind -> kind != GeometryKind.NONE, "has no geometry").get(0);
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering();
        Circumstances c = asked.circumstances();
        Origin origin = new Origins(records, c.asOf(), ORIGIN.name(), used, warnings)
                .of(asked.get(ORIGIN), asked.canonical().get(ORIGIN.name()).get(0));
        Travel travel = new Travel(networks, records, c, warnings);
        travel.warnOfRecords();
        Network network = travel.network(c.asOf());
        travel.warnOfIdle(network);
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        int minutes = asked.get(MINUTES);
        List<Foothold> from = travel.footholds(origin, network, ORIGIN.name());
        TravelTimes times = Search.run(network, from, Direction.FROM, Duration.ofMinutes(minutes));
        Set<String> ridden = times.corridorsUsed(times.budgetMillis());
        network.corridors().stream().filter(corridor -> ridden.contains(corridor.id())).forEach(travel::warnOfDates);
        Envelope middle = new Envelope();
        origin.points().forEach(point -> middle.expandToInclude(point.at()));
        List<Arrival> found = new ArrayList<>();
        Origins places = new Origins(records, c.asOf(), OF.name(), used, warnings);
        for (StoredFeature stored : records.around(of, middle, mostMetres(network, minutes), c.asOf())) {
            FeatureRef ref = new FeatureRef(of, stored.feature().id());
            if (!ref.toString().equals(origin.place())) {
                arrival(ref, stored, places.of(ref, stored), times).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingInt(Arrival::seconds).thenComparing(arrival -> arrival.ref().toString()));
        List<Arrival> named = found.subList(0, Math.min(asked.find(COUNT).orElse(found.size()), found.size()));
        Text definition = definition(asked, origin, network, title(of, records));
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(), definition,
                Travel.streets(network), used.used(c.explain()), Travel.assumed(network), warnings.stream().distinct().toList());
        return new NearestAnswer(header, origin.standing(network), of, minutes, found.size(), ranked(named, times));
    }

    /** Farther off nothing can be reached; from station to station a transfer may lead on at no cost, so that only the fastest line there may be bounds it. */
    private static double mostMetres(Network network, int minutes) {
        double kmh = network.isOfStations() ? Corridor.MOST_KMH : Travel.mostKmh(network);
        return minutes * kmh * 1000 / 60 + MOST_FREE_METRES;
    }

    private static List<AnswerFeature> ranked(List<Arrival> arrivals, TravelTimes times) {
        Ridden.Book book = new Ridden.Book(times.network());
        List<AnswerFeature> ranked = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            ranked.add(feature(ranked.size() + 1, arrival, times, book));
        }
        return ranked;
    }

    private static Text title(String collection, Records records) {
        return records.collections().stream().filter(c -> c.id().equals(collection)).findFirst().orElseThrow().title();
    }

    /** Empty where no point of the place is reached. */
    private static Optional<Arrival> arrival(FeatureRef ref, StoredFeature stored, Origin place, TravelTimes times) {
        Network network = times.network();
        Arrival soonest = null;
        for (Origin.Point point : place.points()) {
            Foothold foothold = point.on(network).orElse(null);
            int millis = foothold == null ? Streets.UNREACHED : times.millisAt(foothold);
            if (millis <= times.budgetMillis() && (soonest == null || millis < soonest.millis())) {
                soonest = new Arrival(ref, stored, millis, network.isOfStations() ? station(foothold, times) : point, foothold);
            }
        }
        return Optional.ofNullable(soonest);
    }

    /** Of several stations the one where one comes first. */
    private static Origin.Point station(Foothold foothold, TravelTimes times) {
        Network network = times.network();
        return Arrays.stream(foothold.nodes()).filter(node -> times.millis(node) != Streets.UNREACHED).boxed()
                .min(Comparator.comparingInt(times::millis)).map(node -> network.place(node).foothold())
                .map(at -> new Origin.Point(new Coordinate(at.lon(), at.lat()), "station")).orElseThrow();
    }

    private static AnswerFeature feature(int rank, Arrival arrival, TravelTimes times, Ridden.Book book) {
        Values values = new Values(arrival.stored().feature());
        String ref = arrival.ref().toString();
        Reached reached = new Reached(rank, ref, values.name(), arrival.seconds(), arrival.point().at(),
                arrival.point().rule(), times.corridorsTo(arrival.foothold()), book.to(arrival.foothold(), times), values.accuracyM(), values.text("method"));
        return new AnswerFeature(ref, arrival.stored().feature().geometry(), reached);
    }

    private static Text definition(Asked asked, Origin origin, Network network, Text collection) {
        Circumstances c = asked.circumstances();
        Text scenario = Wording.of(c.asOf().scenario());
        Text from = Wording.of(List.of(origin), asked);
        Text how = network.profile().definition();
        int minutes = asked.get(MINUTES);
        return new Text(
                "截至" + c.asOf().date() + "（" + scenario.zh() + "），从" + from.zh() + "出发" + minutes + "分钟内可到达的" + collection.zh()
                        + "，按出行时间由近及远：" + how.zh() + "。",
                "Of " + collection.en() + ", what is reached from " + from.en() + " within " + minutes + " minutes as of " + c.asOf().date() + " ("
                        + scenario.en() + "), soonest first: " + how.en() + ".");
    }
}
