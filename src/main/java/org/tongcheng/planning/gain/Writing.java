package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Corridor;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Wording;

/** Puts the answer into words: what was counted, of whom, how surely. */
final class Writing {

    private static final String PEOPLE = "people of each unit of the finest tiling times the share of its points to which the time is no"
            + " longer; /reach, which draws between the nodes of the streets, comes to some percent more where one walks";

    private final Asked asked;
    private final Records records;
    private final Gain.Work work;
    private final Survey.Result survey;
    private final long seed;

    Writing(Asked asked, Records records, Gain.Work work, Survey.Result survey, long seed) {
        this.asked = asked;
        this.records = records;
        this.work = work;
        this.survey = survey;
        this.seed = seed;
    }

    GainAnswer answer(Shares shares) {
        List<Player> players = work.players().all();
        List<GainAnswer.Entry> entries = new ArrayList<>(IntStream.range(0, players.size()).mapToObj(p -> entry(p, shares)).toList());
        entries.sort(Comparator.comparing((GainAnswer.Entry e) -> -e.share().people()).thenComparing(e -> -e.share().minutesSaved())
                .thenComparing(GainAnswer.Entry::id));
        boolean exact = shares.orders() == 0;
        GainAnswer.Method method = new GainAnswer.Method(exact ? "exact" : "sampled", exact ? null : Integer.valueOf(shares.orders()),
                exact ? null : Long.toHexString(seed), players.size(), survey.spacingKm(), survey.points(), PEOPLE);
        List<GainAnswer.Idle> idle = work.players().idle().stream().map(Player::named)
                .map(c -> new GainAnswer.Idle(c.id(), c.name(), c.mode().label())).toList();
        List<AnswerFeature> lines = players.stream().flatMap(p -> p.rows().stream())
                .map(c -> GainAnswer.line(c.id(), Players.line(c), c.name())).toList();
        return new GainAnswer(header(shares), new GainAnswer.Body(work.area().id(), work.places(), work.minutes(),
                Worth.measures(survey.built(), 1), Worth.measures(shares.whole(), 1), method, entries, idle), lines);
    }

    private GainAnswer.Entry entry(int p, Shares shares) {
        Player player = work.players().all().get(p);
        Corridor named = player.named();
        double km = player.kilometres();
        double[] share = shares.share()[p];
        List<String> others = player.rows().stream().skip(1).map(Corridor::id).toList();
        return new GainAnswer.Entry(named.id(), named.name(), named.mode().label(),
                named.existence().statusAt(asked.circumstances().asOf().date()).label(), named.existence().dueYear(),
                AnswerNumbers.rounded(km, 3), others, Worth.measures(share), Worth.measures(shares.error()[p]),
                Worth.measures(shares.alone()[p], 1), Worth.measures(shares.missing()[p], 1),
                Worth.measures(Arrays.stream(share).map(s -> s / km).toArray()),
                Worth.measures(shares.alone()[p], km), Worth.measures(shares.missing()[p], km));
    }

    private AnswerHeader header(Shares shares) {
        Circumstances c = asked.circumstances();
        work.network().corridors().forEach(corridor -> records.corridors().use(corridor, work.used()));
        SortedSet<String> unknown = new TreeSet<>();
        for (Unit unit : survey.units()) {
            work.used().add(Collections.UNITS, unit.adcode(), unit.revision());
            if (unit.population() == null) {
                unknown.add(unit.adcode());
            }
        }
        if (!unknown.isEmpty()) {
            work.travel().warn("the people of these units are unknown and not counted: " + String.join(", ", unknown));
        }
        warn(shares);
        return new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(), definition(shares),
                Travel.streets(work.network()), work.used().used(c.explain()), Travel.assumed(work.network()), work.warnings());
    }

    private void warn(Shares shares) {
        Travel travel = work.travel();
        List<Player> players = work.players().all();
        players.forEach(player -> player.rows().forEach(travel::warnOfDates));
        if (players.isEmpty()) {
            travel.warn("the scenario " + asked.circumstances().asOf().scenario().label() + " adds no corridor in this area at this date"
                    + " that " + asked.circumstances().profile() + " travels");
        }
        int idle = work.players().idle().size();
        if (idle > 0) {
            travel.warn(idle + " corridors that the scenario adds here are not travelled by " + asked.circumstances().profile()
                    + " and gain nothing; they are listed as idle");
        }
        int elsewhere = work.players().elsewhere().size();
        if (elsewhere > 0) {
            travel.warn(elsewhere + " corridors that the scenario adds elsewhere, outside the area, are left out of both sides");
        }
        if (shares.orders() > 0) {
            travel.warn("shares are means over " + shares.orders() + " orders of building, drawn; each is given with its standard error");
        }
        if (work.area().members().stream().anyMatch(m -> !m.extentKnown())) {
            travel.warn("some members take part in a part that is not known; they are taken whole");
        }
        String drawn = players.stream().flatMap(p -> p.rows().stream()).map(Corridor::id)
                .filter(id -> records.findCorridor(id).map(f -> "schematic".equals(f.feature().text("method"))).orElse(false))
                .sorted().reduce((a, b) -> a + ", " + b).orElse("");
        if (!drawn.isEmpty()) {
            travel.warn("the course of these corridors is schematic, and so is what they gain: " + drawn);
        }
    }

    private Text definition(Shares shares) {
        Circumstances c = asked.circumstances();
        Text scenario = Wording.of(c.asOf().scenario());
        Text from = from();
        Text how = work.network().profile().definition();
        String date = c.asOf().date().toString();
        Text area = work.area().name();
        int hours = Survey.LONGEST_MINUTES / 60;
        String zh = "截至" + date + "，" + area.zh() + "内" + scenario.zh() + "情景所增各线路的增益：从" + from.zh() + "（取最近者）出发"
                + work.minutes() + "分钟内新增可到达的人口、陆地与单元驻地，成员驻地之间（现状" + hours + "小时内可达者）按人口乘积加权节省的分钟数，以及新进入"
                + work.minutes() + "分钟的驻地对；份额为在" + (shares.orders() == 0 ? "全部" : shares.orders() + "种抽样") + "建设次序下边际增益的平均（沙普利值）："
                + how.zh() + "。";
        String en = "What each corridor that the scenario " + scenario.en() + " adds in " + area.en() + " as of " + date
                + " gains over what is built: people, land and seats of units newly within " + work.minutes() + " minutes from the nearest of "
                + from.en() + "; minutes saved between the members' seats that are within " + hours
                + " hours already, weighted by the product of their people; pairs of seats newly within the minutes of each other. The share is"
                + " the mean of what it adds over " + (shares.orders() == 0 ? "all" : shares.orders() + " drawn")
                + " orders of building (Shapley value): " + how.en() + ".";
        return new Text(zh, en);
    }

    private Text from() {
        Text places = Wording.of(work.places(), asked);
        return asked.all(Gain.ORIGIN).isEmpty()
                ? new Text(places.zh() + "核心城市驻地", "the core cities' seats of " + places.en()) : places;
    }
}
