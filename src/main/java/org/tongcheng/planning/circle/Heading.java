package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Assumed;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.CommonParameters;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Used;

/** What every answer carries, of this question: above all the sentence that can be quoted. */
final class Heading {

    private static final int MOST_NAMED = 3;

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
        Streets streets = network.streets();
        StreetsUsed base = new StreetsUsed(
                streets.provenance().kind(), streets.provenance().source(), streets.provenance().vintage(), streets.nodes());
        return new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(), definition(), base,
                used.used(c.explain()), assumed(), warnings);
    }

    private List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (network.streets().provenance().assumed() != null) {
            assumed.add(network.streets().provenance().assumed().en());
        }
        for (Assumed a : network.assumed()) {
            String number = a.value() == Math.rint(a.value()) ? String.valueOf((long) a.value()) : String.valueOf(a.value());
            assumed.add((a.mode() == null ? "streets" : a.mode().label()) + " " + a.what() + " = " + number + " " + a.unit()
                    + (a.lines() > 0 ? " (" + a.lines() + (a.lines() == 1 ? " line): " : " lines): ") : ": ") + a.reason());
        }
        return assumed;
    }

    private Text definition() {
        Circumstances c = asked.circumstances();
        Profile profile = network.profile();
        String minutes = c.minutes().stream().map(String::valueOf).collect(Collectors.joining("/"));
        boolean from = asked.get(Circle.DIRECTION).equals("from");
        String combine = origins.size() > 1 ? asked.get(Circle.COMBINE) : "separate";
        Text how = profile.definition();
        String zh = "截至" + c.asOf().date() + "（" + zh(c.asOf().scenario()) + "），"
                + (from ? "从" + named(true) + "出发，" + minutes + "分钟内可到达的陆地"
                        : minutes + "分钟内可到达" + named(true) + "的陆地")
                + switch (combine) {
                    case "union" -> "（任一起讫点）";
                    case "intersection" -> "（所有起讫点）";
                    default -> "";
                }
                + "：" + how.zh() + "。";
        String en = "Land " + (from ? "reached from " : "from which one reaches ") + named(false) + " within " + minutes
                + " minutes" + switch (combine) {
                    case "union" -> " (any of them)";
                    case "intersection" -> " (all of them)";
                    default -> "";
                }
                + " as of " + c.asOf().date() + " (" + c.asOf().scenario().label() + "): " + how.en() + ".";
        return new Text(zh, en);
    }

    private String named(boolean chinese) {
        String names = origins.stream().limit(MOST_NAMED)
                .map(o -> (chinese ? o.name().zh() : o.name().en()) + datum(o, chinese))
                .collect(Collectors.joining(chinese ? "、" : ", "));
        int more = origins.size() - MOST_NAMED;
        return more <= 0 ? names : chinese ? names + "等" + origins.size() + "处" : names + " and " + more + " more";
    }

    /** Coordinates stand for themselves in the datum of the records alone. */
    private String datum(Origin origin, boolean chinese) {
        String datum = asked.get(CommonParameters.DATUM);
        boolean plain = datum.equals(CommonParameters.DATUM.byDefault().get(0)) || !origin.points().get(0).rule().equals("point")
                || origin.place().contains("/");
        return plain ? "" : chinese ? "（" + datum + "）" : " (" + datum + ")";
    }

    private static String zh(Scenario scenario) {
        return switch (scenario) {
            case BUILT -> "已建成";
            case COMMITTED -> "已建成及在建";
            case PLANNED -> "已建成、在建及规划";
            case VISION -> "已建成、在建、规划及设想";
        };
    }
}
