package org.tongcheng.planning.circle;

import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Wording;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Isochrones.Detail;

/** What every answer carries, of this question: above all the sentence that can be quoted. */
final class Heading {

    private static final Text SMOOTH_ON_THE_LATTICE = new Text(
            "陆地格网上两节点之间按时间均匀变化取界；街道为示意格网，界线位置误差可达一个网格",
            "between two nodes of a lattice over land the time changes evenly; the lattice stands for streets that are not drawn, so that"
                    + " the line may be off by its spacing");
    private static final Text EXACT_ON_THE_LATTICE = new Text(
            "以陆地格网的边为仅有的道路，在时间用尽处截断；街道为示意格网，界线位置误差可达一个网格",
            "the edges of a lattice over land are taken for the only streets, each cut where the time ends; the lattice stands for streets"
                    + " that are not drawn, so that the line may be off by its spacing");
    private static final Text SMOOTH_ON_STREETS = new Text(
            "每条街道在时间用尽处截断，界线沿街道偏移不超过" + (int) Isochrones.SMOOTH_METRES + "米；小于" + (int) Isochrones.SMOOTH_SQUARE_METRES
                    + "平方米的岛和洞略去",
            "each street is cut where the time ends, to within " + (int) Isochrones.SMOOTH_METRES
                    + " m along it; islands and holes under " + (int) Isochrones.SMOOTH_SQUARE_METRES + " m² are left out");
    private static final Text EXACT_ON_STREETS = new Text(
            "每条街道在时间用尽处截断；岛和洞全部保留", "each street is cut where the time ends; all islands and holes are kept");

    private static final Text BETWEEN_STATIONS = new Text("站到站不绘制范围，只列出可到达的车站", "no area is drawn from station to station; the stations reached are listed");

    private final Asked asked;
    private final List<Origin> origins;
    private final Network network;

    Heading(Asked asked, List<Origin> origins, Journey journey) {
        this.asked = asked;
        this.origins = origins;
        this.network = journey.searches().get(0).network();
    }

    AnswerHeader header(Used.Gathering used, List<String> warnings) {
        Circumstances c = asked.circumstances();
        return new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(), definition(),
                Travel.streets(network), used.used(c.explain()), Travel.assumed(network), warnings);
    }

    /** The origins, with how far each point lies off the streets. */
    List<Departure> departures() {
        return origins.stream().map(o -> Departure.of(o, network)).toList();
    }

    /** How the areas were drawn, with the tolerance of that. */
    Text method() {
        if (network.isOfStations()) {
            return BETWEEN_STATIONS;
        }
        boolean smooth = Circle.detail(asked) == Detail.SMOOTH;
        if (network.streets().parts().get(0).graph().shapes() == null) {
            return smooth ? SMOOTH_ON_THE_LATTICE : EXACT_ON_THE_LATTICE;
        }
        return smooth ? SMOOTH_ON_STREETS : EXACT_ON_STREETS;
    }

    private Text definition() {
        Circumstances c = asked.circumstances();
        Profile profile = network.profile();
        String minutes = c.minutes().stream().map(String::valueOf).collect(Collectors.joining("/"));
        boolean from = asked.get(Circle.DIRECTION).equals("from");
        String combine = origins.size() > 1 ? asked.get(Circle.COMBINE) : "separate";
        Text how = profile.definition();
        Text scenario = Wording.of(c.asOf().scenario());
        Text named = Wording.of(origins, asked);
        Text what = network.isOfStations() ? new Text("车站", "Stations") : new Text("陆地", "Land");
        String zh = "截至" + c.asOf().date() + "（" + scenario.zh() + "），"
                + (from ? "从" + named.zh() + "出发，" + minutes + "分钟内可到达的" + what.zh()
                        : minutes + "分钟内可到达" + named.zh() + "的" + what.zh())
                + switch (combine) {
                    case "union" -> "（任一起讫点）";
                    case "intersection" -> "（所有起讫点）";
                    default -> "";
                }
                + "：" + how.zh() + "。";
        String en = what.en() + " " + (from ? "reached from " : "from which one reaches ") + named.en() + " within " + minutes
                + " minutes" + switch (combine) {
                    case "union" -> " (any of them)";
                    case "intersection" -> " (all of them)";
                    default -> "";
                }
                + " as of " + c.asOf().date() + " (" + scenario.en() + "): " + how.en() + ".";
        return new Text(zh, en);
    }
}
