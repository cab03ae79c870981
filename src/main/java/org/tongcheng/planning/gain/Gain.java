package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.LongQuestion;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** What does each corridor that the scenario adds gain an area: alone, as the last one missing, and whatever the order? */
public final class Gain implements LongQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area looked at.").required();

    static final Parameter<Place> ORIGIN = Parameter.several("origin", Form.PLACE, 50, List.of(),
            "Where one sets out, the nearest of them; the seats of the area's core cities where it is left out.");

    static final Parameter<Integer> MINUTES = Parameter.single("minutes", Form.whole(1, Survey.LONGEST_MINUTES), 60,
            "The time within which is counted, in minutes.");

    static final Parameter<Integer> ORDERS = Parameter.optional("orders", Form.whole(2, 20_000),
            "How many orders of building are drawn where there are more than " + Shares.MOST_EXACT
                    + " players, an even number; by default what takes some tens of seconds for so many players.");

    private final Networks networks;

    public Gain(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "gain";
    }

    @Override
    public Text title() {
        return new Text("规划线路的增益", "Gain of planned corridors");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA, ORIGIN, ORDERS);
    }

    @Override
    public Parameter<Integer> minutes() {
        return MINUTES;
    }

    @Override
    public Scenario defaultScenario() {
        return Scenario.PLANNED;
    }

    @Override
    public String defaultProfile() {
        return "commute";
    }

    @Override
    public Answer answer(Asked asked, Records records, Pieces pieces) {
        Work work = pieces.one(() -> prepare(asked, records));
        Survey.Result survey = new Survey(work.skeleton(), work.players().all().size(), work.minutes(), work.seats().footholds(),
                work.seats().people(), pieces).run(work.origins(), records.finestTiling());
        pieces.progress(0.6);
        long seed = Long.parseUnsignedLong(Used.digest(String.join("\n", work.ids())).substring(0, 16), 16);
        Shares shares = Shares.of(survey.plan(), orders(asked, work.players().all().size()), seed, pieces);
        return pieces.one(() -> new Writing(asked, records, work, survey, seed).answer(shares));
    }

    /**
     * What is asked about, found and joined.
     *
     * @param places   where one sets out, as asked for
     * @param origins  where their points join the streets
     * @param warnings taken further
     */
    record Work(Area area, Players players, Skeleton skeleton, List<Origin> places, List<Foothold> origins, Seats seats, int minutes,
            Used.Gathering used, Travel travel, List<String> warnings) {

        Network network() {
            return skeleton.network();
        }

        List<String> ids() {
            return players.all().stream().flatMap(p -> p.rows().stream()).map(Corridor::id).toList();
        }
    }

    private Work prepare(Asked asked, Records records) {
        Circumstances c = asked.circumstances();
        Area area = records.areaWithOutline(asked, AREA);
        Geometry outline = records.outline(area).geometry();
        orders(asked, 1);
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        List<String> warnings = new ArrayList<>();
        Players players = Players.of(records, c, outline);
        Travel travel = new Travel(networks, records, without(c, players.elsewhere()), warnings);
        travel.warnOfRecords();
        Network network = travel.network(c.asOf());
        List<Origin> places = places(asked, area, records, used, warnings);
        List<Foothold> origins = places.stream()
                .flatMap(o -> travel.footholds(o, network, asked.all(ORIGIN).isEmpty() ? AREA.name() : ORIGIN.name()).stream()).toList();
        List<Unit> members = records.outline(area).units();
        Seats seats = Seats.of(members, network, warnings);
        members.forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        Set<String> travelled = new HashSet<>(network.corridors().stream().map(Corridor::id).toList());
        List<Player> moving = players.all().stream().filter(p -> p.rows().stream().anyMatch(r -> travelled.contains(r.id()))).toList();
        List<Player> idle = players.all().stream().filter(p -> !moving.contains(p)).toList();
        Players playing = new Players(moving, idle, players.elsewhere());
        return new Work(area, playing, Skeleton.of(network, moving), places, origins, seats, c.minutes().get(0), used, travel, warnings);
    }

    private static List<Origin> places(Asked asked, Area area, Records records, Used.Gathering used, List<String> warnings) {
        List<Place> given = asked.all(ORIGIN);
        Origins resolved = new Origins(records, asked.circumstances().asOf(), given.isEmpty() ? AREA.name() : ORIGIN.name(), used, warnings);
        if (given.isEmpty()) {
            FeatureRef ref = new FeatureRef(Collections.AREAS, area.id());
            return List.of(resolved.of(new Place.Site(ref), ref.toString()));
        }
        List<String> texts = asked.canonical().get(ORIGIN.name());
        return IntStream.range(0, given.size()).mapToObj(i -> resolved.of(given.get(i), texts.get(i))).toList();
    }

    private static Circumstances without(Circumstances c, Set<String> more) {
        Set<String> all = new TreeSet<>(c.without());
        all.addAll(more);
        return c.leavingOut(all);
    }

    private static int orders(Asked asked, int players) {
        Optional<Integer> orders = asked.find(ORDERS);
        if (orders.isPresent() && orders.get() % 2 != 0) {
            throw new BadParameter(ORDERS.name(), orders.get().toString(), "an even number from 2 to 20000",
                    "each order is drawn with its reverse");
        }
        return orders.orElse(Shares.usualOrders(players));
    }
}
