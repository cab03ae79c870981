package org.tongcheng.planning.times;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Wording;
import org.tongcheng.reach.Matrix;

/** How long does it take from each of many places to each of many others? */
public final class Times implements PlanningQuestion {

    private static final int MOST_PLACES = 2000;

    static final Parameter<Place> ORIGINS = Parameter.list("origins", Form.PLACE, MOST_PLACES,
            "Where one sets out: points or features, the rows of the answer.");

    static final Parameter<Place> DESTINATIONS = Parameter.list("destinations", Form.PLACE, MOST_PLACES,
            "Where one arrives: points or features, the columns of the answer.");

    static final Parameter<Integer> MINUTES = Parameter.optional("minutes", Form.whole(1, 1440),
            "The longest time wanted, in minutes; what takes longer is null. Without it no time is too long.");

    private final Networks networks;
    private final NetworkDigest digest = new NetworkDigest();

    public Times(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "travel-times";
    }

    @Override
    public Text title() {
        return new Text("出行时间", "Travel times");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ORIGINS, DESTINATIONS);
    }

    @Override
    public Parameter<Integer> minutes() {
        return MINUTES;
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering();
        Circumstances c = asked.circumstances();
        List<Origin> origins = places(asked, ORIGINS, records, used, warnings);
        List<Origin> destinations = places(asked, DESTINATIONS, records, used, warnings);
        Travel travel = new Travel(networks, records, c, warnings);
        travel.warnOfRecords();
        Network network = travel.network(c.asOf());
        travel.warnOfIdle(network);
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        warnOfDates(network, c.asOf(), warnings);
        List<Origin> outside = new ArrayList<>();
        PlaceMatrix.Side from = side(origins, network, outside);
        PlaceMatrix.Side to = side(destinations, network, outside);
        warnOfOutside(outside, network, warnings);
        Optional<Integer> minutes = asked.find(MINUTES);
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(),
                definition(asked, network, origins, destinations), Travel.streets(network), used.used(c.explain()),
                Travel.assumed(network), warnings.stream().distinct().toList());
        List<List<Foothold>> points = Stream.of(from, to).flatMap(side -> side.points().stream()).toList();
        return new TimesAnswer(header, digest.of(network, points), standing(origins, network), standing(destinations, network),
                PlaceMatrix.of(network, from, to, minutes.map(Duration::ofMinutes).orElse(Matrix.LONGEST)));
    }

    private static List<Origin> standing(List<Origin> places, Network network) {
        return places.stream().map(place -> place.standing(network)).toList();
    }

    private static List<Origin> places(
            Asked asked, Parameter<Place> parameter, Records records, Used.Gathering used, List<String> warnings) {
        Origins resolved = new Origins(records, asked.circumstances().asOf(), parameter.name(), used, warnings);
        List<Place> places = asked.all(parameter);
        List<String> given = asked.canonical().get(parameter.name());
        return IntStream.range(0, places.size()).mapToObj(i -> resolved.of(places.get(i), given.get(i))).toList();
    }

    /** @param outside takes the places none of whose points joins the streets */
    private static PlaceMatrix.Side side(List<Origin> places, Network network, List<Origin> outside) {
        List<List<Foothold>> points = new ArrayList<>();
        for (Origin place : places) {
            List<Foothold> joined = place.points().stream()
                    .flatMap(p -> p.on(network).stream())
                    .toList();
            if (joined.isEmpty()) {
                outside.add(place);
            }
            points.add(joined);
        }
        return new PlaceMatrix.Side(places.stream().map(Origin::place).toList(), points);
    }

    private static void warnOfOutside(List<Origin> outside, Network network, List<String> warnings) {
        List<String> names = outside.stream().map(Origin::place).distinct().toList();
        if (!names.isEmpty()) {
            warnings.add("out of reach, because more than " + Math.round(network.snapMetres()) + " m from any " + (network.isOfStations() ? "station: " : "street: ")
                    + String.join("; ", names));
        }
    }

    /** Any of the lines may be on a shortest way. */
    private static void warnOfDates(Network network, AsOf asOf, List<String> warnings) {
        List<String> undated = network.corridors().stream()
                .filter(c -> c.existence().assumed() && c.existence().builtAt(asOf.date())).map(Corridor::id).toList();
        if (!undated.isEmpty()) {
            warnings.add("nobody states when these corridors opened; they are taken as open since the dates of their documents: "
                    + String.join(", ", undated));
        }
        List<String> undue = network.corridors().stream().filter(c -> asOf.horizon() != null
                && c.existence().dueYear() == null && c.existence().plannedAt(asOf.date())).map(Corridor::id).toList();
        if (!undue.isEmpty()) {
            warnings.add("nobody states when these corridors are due; they count as due by " + asOf.horizon() + ": "
                    + String.join(", ", undue));
        }
    }

    private static Text definition(Asked asked, Network network, List<Origin> origins, List<Origin> destinations) {
        AsOf asOf = asked.circumstances().asOf();
        Text scenario = Wording.of(asOf.scenario());
        Text from = Wording.of(origins, asked);
        Text to = Wording.of(destinations, asked);
        Text how = network.profile().definition();
        Integer minutes = asked.find(MINUTES).orElse(null);
        String zh = "截至" + asOf.date() + "（" + scenario.zh() + "），从" + from.zh() + "到" + to.zh() + "的最短出行时间"
                + (minutes == null ? "" : "（不超过" + minutes + "分钟者）") + "：" + how.zh() + "。";
        String en = "Shortest times from " + from.en() + " to " + to.en() + (minutes == null ? "" : ", up to " + minutes + " minutes,")
                + " as of " + asOf.date() + " (" + scenario.en() + "): " + how.en() + ".";
        return new Text(zh, en);
    }
}
