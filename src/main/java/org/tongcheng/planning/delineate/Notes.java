package org.tongcheng.planning.delineate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Wording;

/** Says what was measured and what it may be called. */
final class Notes {

    private Notes() {}

    /** Only what rests on commuters is called after them. */
    static Text title(Threshold threshold) {
        if (threshold instanceof Threshold.Commuting c) {
            String percent = percent(c.share());
            return new Text("通勤圈（通勤率不低于" + percent + "%）", "Commuting area (commuting rate of at least " + percent + " %)");
        }
        int minutes = ((Threshold.Minutes) threshold).minutes();
        return minutes == 60 ? new Text("潜在一小时圈", "Potential one-hour area")
                : new Text("潜在" + minutes + "分钟圈", "Potential " + minutes + "-minute area");
    }

    static Text definition(Asked asked, Threshold threshold, Unit core, Network network, Flows flows) {
        Circumstances c = asked.circumstances();
        Text scenario = Wording.of(c.asOf().scenario());
        Text title = title(threshold);
        boolean counties = asked.get(Delineate.LEVEL).equals(Delineate.COUNTY);
        String unitsZh = counties ? "最细一级行政区" : "地级及省直辖县级行政区";
        String unitsEn = counties ? "units of the finest tiling" : "prefectures and county-direct units";
        String togetherZh = asked.get(Delineate.CONTIGUOUS) ? "且与核心连片" : "";
        String togetherEn = asked.get(Delineate.CONTIGUOUS) ? " and that hang together with the core's" : "";
        Text how = network.profile().definition();
        String travel = "截至" + c.asOf().date() + "（" + scenario.zh() + "）";
        if (threshold instanceof Threshold.Commuting rate) {
            String year = flows.year() == null ? "" : flows.year().toString();
            return new Text(title.zh() + "：居住地就业人口中在" + core.name().zh() + "就业者所占份额（" + flows.collection() + year + "）不低于"
                            + percent(rate.share()) + "%" + togetherZh + "的" + unitsZh + "，与规划所列成员对照；所附秒数为" + travel + "自其驻地出发的出行时间："
                            + how.zh() + "。",
                    title.en() + ": the " + unitsEn + " of whose resident workers at least " + percent(rate.share()) + " % work in "
                            + core.name().en() + " (" + flows.collection() + (year.isEmpty() ? "" : ", " + year) + ")" + togetherEn
                            + ", beside the declared members; seconds, as of " + c.asOf().date() + " (" + scenario.en()
                            + "), are from its seat and decide nothing: " + how.en() + ".");
        }
        int minutes = ((Threshold.Minutes) threshold).minutes();
        String pointZh = network.isOfStations() ? "车站" : "驻地";
        String pointEn = network.isOfStations() ? "a station" : "the seat";
        return new Text(title.zh() + "：" + travel + "，自" + core.name().zh() + pointZh + "出发" + minutes + "分钟内可达其" + pointZh + togetherZh + "的"
                        + unitsZh + "，与规划所列成员对照：" + how.zh() + "。未使用通勤数据，故称潜在。",
                title.en() + ": the " + unitsEn + " of which " + pointEn + " is reached from " + pointEn + " of " + core.name().en() + " within " + minutes
                        + " minutes as of " + c.asOf().date() + " (" + scenario.en() + ")" + togetherEn + ", beside the declared members: "
                        + how.en() + ". Potential, because no flows of commuters are used.");
    }

    static void warn(List<Reading> shown, UnitSet measured, boolean counties, List<String> warnings) {
        String whole = shown.stream().map(Reading::tile).filter(tile -> counties && Unit.PREFECTURE.equals(tile.level())).map(Unit::adcode)
                .collect(Collectors.joining(", "));
        if (!whole.isEmpty()) {
            warnings.add("of these prefectures no counties are on record, each counts whole by its seat: " + whole);
        }
        shown.stream().filter(r -> r.point().rule().equals("farthest-from-border")).forEach(r -> warnings.add(
                r.adcode() + " has no seat; the point farthest from its border stands for it"));
        String off = shown.stream().filter(r -> !r.joined()).map(Reading::adcode).collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            warnings.add("the seats of these units join no street or station, so that they have no time: " + off);
        }
        String inexact = shown.stream().filter(r -> r.joined() && r.errorSeconds() == null && r.seconds() != null).map(Reading::adcode)
                .collect(Collectors.joining(", "));
        if (!inexact.isEmpty()) {
            warnings.add("nobody states how exact the core's seat or those of these units are, so that their times make nothing sure: " + inexact);
        }
        if (!measured.withoutPopulation().isEmpty()) {
            warnings.add("the people of these measured units are unknown and not counted: " + String.join(", ", measured.withoutPopulation()));
        }
        long modelled = shown.stream().filter(r -> "modelled".equals(r.tile().method())).count();
        if (modelled > 0) {
            warnings.add(modelled + " of the " + shown.size() + " units shown have modelled outlines; their seats do not depend on them, their"
                    + " areas do");
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
