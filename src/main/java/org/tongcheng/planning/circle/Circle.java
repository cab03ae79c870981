package org.tongcheng.planning.circle;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Isochrones.Detail;

/** How far does one get within the time, and who is there? */
public final class Circle implements PlanningQuestion {

    static final Parameter<Place> ORIGIN = Parameter.several("origin", Form.PLACE, 50, List.of(),
            "Where one sets out (or arrives, with direction=to): a point or a feature; several are taken as combine says.").required();

    static final Parameter<String> DIRECTION = Parameter.single("direction", Form.choice(List.of("from", "to")), "from",
            "Whether one sets out from the origin or arrives there.");

    static final Parameter<String> COMBINE = Parameter.single("combine",
            Form.choice(List.of("separate", "union", "intersection")), "separate",
            "Of several origins: one area each, what any of them reaches, or what all of them reach.");

    static final Parameter<String> DETAIL = Parameter.single("detail", Form.choice(List.of("smooth", "exact")), "smooth",
            "Whether time is taken to change evenly between two nodes of the streets, or the streets are taken for the only "
                    + "ways and each is cut where one has to stop.");

    static final Parameter<Boolean> BANDS = Parameter.single("bands", Form.BOOLEAN, false,
            "Whether each area gives only what it adds to the shorter budget's.");

    static final Parameter<Period> COMPARED_WITH = Parameter.optional("comparedWith", Form.PERIOD,
            "Another date: what is gained since, and by which corridors that were not there then.");

    private final Networks networks;
    private final IsochroneCache isochrones;
    private final LoadingCache<Records, Scene> scenes = Caffeine.newBuilder().weakKeys().build(Scene::of);

    public Circle(Networks networks) {
        this(networks, new IsochroneCache());
    }

    /** @param isochrones the land that other questions draw on too */
    public Circle(Networks networks, IsochroneCache isochrones) {
        this.networks = networks;
        this.isochrones = isochrones;
    }

    /** Makes ready what the first question would otherwise wait for: a second or two. */
    public void prepare() {
        networks.profiles().stream().filter(Profile::isFromDoorToDoor)
                .forEach(profile -> isochrones.on(networks.streets(profile)));
    }

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Text title() {
        return new Text("可达范围", "Reach");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ORIGIN, DIRECTION, COMBINE, DETAIL, BANDS, COMPARED_WITH);
    }

    @Override
    public Optional<Parameter<Period>> comparison() {
        return Optional.of(COMPARED_WITH);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering();
        AsOf asOf = asked.circumstances().asOf();
        Origins resolved = new Origins(records, asOf, ORIGIN.name(), used, warnings);
        List<Place> places = asked.all(ORIGIN);
        List<String> given = asked.canonical().get(ORIGIN.name());
        List<Origin> origins = IntStream.range(0, places.size()).mapToObj(i -> resolved.of(places.get(i), given.get(i))).toList();
        Scene scene = scenes.get(records);
        Travel travel = new Travel(networks, records, asked.circumstances(), warnings);
        travel.warnOfRecords();
        List<Journey> journeys = new Travelling(travel, isochrones, asked).journeys(origins, asOf);
        List<Journey> before = asked.find(COMPARED_WITH)
                .map(other -> before(asked, records).journeys(origins, at(asOf, other.lastDay())))
                .orElse(List.of());
        Figures figures = new Figures(asked, scene, travel, used);
        List<AnswerFeature> features = new ArrayList<>();
        for (int j = 0; j < journeys.size(); j++) {
            features.addAll(figures.of(j + 1, journeys.get(j), before.isEmpty() ? null : before.get(j)));
        }
        Heading heading = new Heading(asked, origins, journeys.get(0));
        return new CircleAnswer(heading.header(used, warnings), heading.departures(), heading.method(), features);
    }

    /** What is to be known of the other date is to be known of this one too. */
    private Travelling before(Asked asked, Records records) {
        return new Travelling(new Travel(networks, records, asked.circumstances(), new ArrayList<>()), isochrones, asked);
    }

    static AsOf at(AsOf asOf, LocalDate date) {
        return new AsOf(date, asOf.scenario(), asOf.horizon());
    }

    static Direction direction(Asked asked) {
        return Direction.valueOf(asked.get(DIRECTION).toUpperCase(Locale.ROOT));
    }

    static Detail detail(Asked asked) {
        return Detail.valueOf(asked.get(DETAIL).toUpperCase(Locale.ROOT));
    }
}
