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

/** What every answer carries, of this question: above all the sentence that can be quoted. */
final class Heading {

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

    private Text definition() {
        Circumstances c = asked.circumstances();
        Profile profile = network.profile();
        String minutes = c.minutes().stream().map(String::valueOf).collect(Collectors.joining("/"));
        boolean from = asked.get(Circle.DIRECTION).equals("from");
        String combine = origins.size() > 1 ? asked.get(Circle.COMBINE) : "separate";
        Text how = profile.definition();
        Text scenario = Wording.of(c.asOf().scenario());
        Text named = Wording.of(origins, asked);
        String zh = "截至" + c.asOf().date() + "（" + scenario.zh() + "），"
                + (from ? "从" + named.zh() + "出发，" + minutes + "分钟内可到达的陆地"
                        : minutes + "分钟内可到达" + named.zh() + "的陆地")
                + switch (combine) {
                    case "union" -> "（任一起讫点）";
                    case "intersection" -> "（所有起讫点）";
                    default -> "";
                }
                + "：" + how.zh() + "。";
        String en = "Land " + (from ? "reached from " : "from which one reaches ") + named.en() + " within " + minutes
                + " minutes" + switch (combine) {
                    case "union" -> " (any of them)";
                    case "intersection" -> " (all of them)";
                    default -> "";
                }
                + " as of " + c.asOf().date() + " (" + scenario.en() + "): " + how.en() + ".";
        return new Text(zh, en);
    }
}
