package org.tongcheng.planning;

import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;

/** Pieces of the sentences by which answers say what was counted, the same in all of them. */
public final class Wording {

    private static final int MOST_NAMED = 3;

    private Wording() {}

    public static Text of(Scenario scenario) {
        String zh = switch (scenario) {
            case BUILT -> "已建成";
            case COMMITTED -> "已建成及在建";
            case PLANNED -> "已建成、在建及规划";
            case VISION -> "已建成、在建、规划及设想";
        };
        return new Text(zh, scenario.label());
    }

    /** The first three places by name and how many more there are; coordinates in another datum than the records' name it. */
    public static Text of(List<Origin> places, Asked asked) {
        return new Text(named(places, asked, true), named(places, asked, false));
    }

    private static String named(List<Origin> places, Asked asked, boolean chinese) {
        String names = places.stream().limit(MOST_NAMED)
                .map(o -> (chinese ? o.name().zh() : o.name().en()) + datum(o, asked, chinese))
                .collect(Collectors.joining(chinese ? "、" : ", "));
        int more = places.size() - MOST_NAMED;
        return more <= 0 ? names : chinese ? names + "等" + places.size() + "处" : names + " and " + more + " more";
    }

    private static String datum(Origin place, Asked asked, boolean chinese) {
        String datum = asked.get(CommonParameters.DATUM);
        boolean plain = datum.equals(CommonParameters.DATUM.byDefault().get(0)) || place.place().contains("/")
                || !place.points().get(0).rule().equals("point");
        return plain ? "" : chinese ? "（" + datum + "）" : " (" + datum + ")";
    }
}
