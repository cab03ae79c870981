package org.tongcheng.planning.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * Who is connected with whom.
 *
 * @param body     what stands in the answer beside its header
 * @param features tracks tried, cut links, cut stops and the members' points, each of its {@code kind}
 */
record ConnectivityAnswer(AnswerHeader header, Body body, List<AnswerFeature> features) implements Answer.Features {

    /**
     * @param coreSharePopulation share of the members' people whose seat is reached from a core city's within the minutes
     * @param pairSharePopulation share of pairs within the minutes, each weighing the product of its members' people
     * @param pairShare           the same unweighted
     * @param area                id of the area
     * @param minutes             within which is counted
     * @param population          people of the members that count
     * @param cores               ids of the core cities
     * @param members             rows and columns of {@code seconds}
     * @param seconds             from each to each; null where there is no way
     * @param pairs               every two members that count, the members in their order
     * @param leftOut             those of them that are not within the minutes, the slowest last, without a way at the end
     * @param loss                the track whose loss costs most; null where no way rides any
     * @param losses              how it was found
     * @param graph               what hangs together by stops and tracks alone
     */
    record Body(double coreSharePopulation, double pairSharePopulation, double pairShare, String area, int minutes, long population,
            List<String> cores, List<MemberSeat> members, List<List<Integer>> seconds, List<Pair> pairs, List<Pair> leftOut,
            TrackLoss loss, Tried losses, Graph graph) {}

    /**
     * A member's seat.
     *
     * @param point       that stands for it; of several the first
     * @param rule        why that point
     * @param population  people, census 2020; null where unknown
     * @param counted     whether it is in shares and losses
     * @param containedIn id of the member that holds it; null where none does
     * @param core        whether it is a core city
     * @param nearCore    whether it is within the minutes of a core city
     */
    record MemberSeat(String id, Text name, Coordinate point, String rule, Long population, boolean counted, String containedIn,
            boolean core, boolean nearCore) {}

    /** A member on the map. */
    record MemberAt(String kind, String id, Text name, Long population, boolean nearCore) {}

    /**
     * Two members.
     *
     * @param within        whether both ways are within the minutes
     * @param seconds       from the one to the other; null where there is no way
     * @param secondsBack   the other way
     * @param corridors     ridden there, in the order of travel
     * @param corridorsBack ridden back
     */
    record Pair(String from, String to, boolean within, Integer seconds, Integer secondsBack, List<String> corridors,
            List<String> corridorsBack) {}

    /** A stop by id and name. */
    record End(String stop, String name) {

        String label() {
            return name == null ? stop : name;
        }
    }

    /**
     * What it costs when nobody rides the line between two neighbouring stops.
     *
     * @param sameTrack     ids of the other rows that share it and are lost too
     * @param personMinutes that all journeys together take longer; those without a way are not in it
     * @param peopleCut     people whose journey has no way any more
     * @param pairsUsing    ordered pairs whose shortest way rides it
     * @param pairsSlower   ordered pairs that take longer
     * @param pairsLost     pairs no longer within the minutes
     * @param pairsCut      ordered pairs without a way
     */
    record TrackLoss(String kind, String corridor, Text name, String mode, End from, End to, double kilometres, List<String> sameTrack,
            long personMinutes, long peopleCut, int pairsUsing, int pairsSlower, int pairsLost, int pairsCut) {}

    /**
     * @param candidates tracks that shortest ways ride; no other costs anything
     * @param tried      of them searched without
     * @param surely     whether no other can cost more
     * @param journeys   who goes where
     */
    record Tried(int candidates, int tried, boolean surely, String journeys) {}

    /** @param components with stops in the area, the largest first */
    record Graph(List<StopGraph.Component> components, int cutLinks, int cutStops) {}

    /** @param cutsOff stops on the smaller side */
    record CutLink(String kind, String corridor, Text name, String mode, End from, End to, List<String> sameTrack, int cutsOff) {}

    /** @param cutsOff stops that fall off the largest part left */
    record CutStop(String kind, List<String> stops, String name, List<String> corridors, int cutsOff) {}

    private static final List<String> COLUMNS = List.of("from", "from_name_zh", "from_name_en", "to", "to_name_zh", "to_name_en", "within",
            "seconds", "seconds_back", "corridors", "corridors_back");

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (Pair pair : body.pairs()) {
            Text from = name(pair.from());
            Text to = name(pair.to());
            rows.add(Arrays.asList(pair.from(), from.zh(), from.en(), pair.to(), to.zh(), to.en(), pair.within(), pair.seconds(),
                    pair.secondsBack(), String.join(";", pair.corridors()), String.join(";", pair.corridorsBack())));
        }
        return new Table(COLUMNS, rows);
    }

    @Override
    public Text result() {
        return new Text("距任一核心城市" + body.minutes() + "分钟内的人口份额" + body.coreSharePopulation() + "，成员对份额按人口加权" + body.pairSharePopulation()
                + "、不加权" + body.pairShare(), "the share of people within " + body.minutes() + " minutes of a core city is "
                + body.coreSharePopulation() + ", of pairs weighted by people " + body.pairSharePopulation() + ", of plain pairs "
                + body.pairShare());
    }

    @Override
    public Optional<Table> facts() {
        TrackLoss loss = body.loss();
        String segment = loss == null ? null : loss.name().zh() + " " + loss.from().label() + "—" + loss.to().label();
        return Optional.of(new Table(List.of("core_share_population", "pair_share_population", "pair_share", "population", "pairs",
                "pairs_left_out", "costliest_loss", "person_minutes", "people_cut", "pairs_lost"),
                List.of(Arrays.asList(body.coreSharePopulation(), body.pairSharePopulation(), body.pairShare(), body.population(),
                        body.pairs().size(), body.leftOut().size(), segment, loss == null ? null : loss.personMinutes(),
                        loss == null ? null : loss.peopleCut(), loss == null ? null : loss.pairsLost()))));
    }

    private Text name(String member) {
        return body.members().stream().filter(m -> m.id().equals(member)).findFirst().orElseThrow().name();
    }
}
