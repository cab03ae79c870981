package org.tongcheng.planning.connectivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.LongQuestion;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Wording;

/** Who of an area's members is within the minutes of whom, and which lines does it hang on? */
public final class Connectivity implements LongQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA, "The area whose members are looked at.").required();

    static final Parameter<Integer> MINUTES = Parameter.single("minutes", Form.whole(1, 1440), 60, "The time within which two seats are connected.");

    private final Networks networks;

    public Connectivity(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "connectivity";
    }

    @Override
    public Text title() {
        return new Text("连通", "Connectivity");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA);
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
    public Answer answer(Asked asked, Records records, Pieces pieces) {
        Area area = records.area(asked.get(AREA), AREA);
        Geometry land = records.outline(area).geometry();
        if (land == null || land.isEmpty() || area.members().isEmpty()) {
            throw new BadParameter(AREA.name(), area.id(), "an area with members and an outline", "'" + area.id() + "' has "
                    + (area.members().isEmpty() ? "no members" : "no outline"));
        }
        Circumstances c = asked.circumstances();
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        Travel travel = new Travel(networks, records, c, warnings);
        travel.warnOfRecords();
        Network network = pieces.one(() -> travel.network(c.asOf()));
        travel.warnOfIdle(network);
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        Seats seats = pieces.one(() -> Seats.of(area, records, network, c.asOf(), used, warnings));
        Duration limit = Duration.ofMinutes(asked.get(MINUTES));
        Links links = Links.of(network, seats, pieces);
        pieces.progress(0.2);
        Losses.Found found = new Losses(network, links, limit, pieces).find();
        StopGraph graph = pieces.one(() -> new StopGraph(network, links.tracks(), land));
        Writing writing = new Writing(area, network, links, limit);
        writing.corridorsRidden().forEach(travel::warnOfDates);
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(),
                definition(asked, area, network), Travel.streets(network), used.used(c.explain()), Travel.assumed(network),
                warnings.stream().distinct().toList());
        return pieces.one(() -> writing.answer(header, found, graph));
    }

    private static Text definition(Asked asked, Area area, Network network) {
        Circumstances c = asked.circumstances();
        Text scenario = Wording.of(c.asOf().scenario());
        Text how = network.profile().definition();
        int minutes = asked.get(MINUTES);
        return new Text(
                "截至" + c.asOf().date() + "（" + scenario.zh() + "），" + area.name().zh() + "成员人口（2020年普查，整体以其驻地计）中驻地自任一核心城市驻地"
                        + minutes + "分钟内可达者的份额，及往返均不超过" + minutes + "分钟的成员对的份额（按两成员人口之积加权）：" + how.zh() + "。",
                "Of " + area.name().en() + " as of " + c.asOf().date() + " (" + scenario.en() + "), the share of the members' people (census 2020,"
                        + " all of a member at its seat) whose seat is reached from a core city's seat within " + minutes
                        + " minutes, and the share of pairs of members, weighted by the product of their people, whose seats are within "
                        + minutes + " minutes of each other both ways: " + how.en() + ".");
    }
}
