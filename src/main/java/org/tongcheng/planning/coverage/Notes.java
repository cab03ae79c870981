package org.tongcheng.planning.coverage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Outline;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Wording;

/** Says what was counted and what a reader must know. */
final class Notes {

    private Notes() {}

    /** @param network null where distance is asked */
    static Text definition(Asked asked, Area area, Network network) {
        String of = asked.get(Coverage.OF);
        String modes = asked.all(Coverage.MODE).isEmpty() ? "" : " (" + String.join(", ", asked.all(Coverage.MODE)) + ")";
        Text scenario = Wording.of(asked.circumstances().asOf().scenario());
        String date = asked.circumstances().asOf().date().toString();
        String within = network == null ? km(asked) : String.valueOf(asked.get(Coverage.MINUTES));
        Text how = network == null ? null : network.profile().definition();
        String zh = "截至" + date + "（" + scenario.zh() + "），" + area.name().zh() + "内" + (how == null ? "距" : "自") + server(asked, true) + modes
                + (how == null ? "测地距离不超过" + within + "公里的" : "出发" + within + "分钟内可达的") + thing(of, true) + "所占份额；高低值计入所绘要素的精度"
                + (how == null ? "" : "（按其周边速度折算为时间）：" + how.zh()) + "。";
        String en = "The share of " + thing(of, false) + " in " + area.name().en()
                + (how == null ? " within a geodesic distance of " + within + " km of " : " reached within " + within + " minutes from ")
                + server(asked, false) + modes + " as of " + date + " (" + scenario.en()
                + "); low and high allow for the accuracy of what is drawn" + (how == null ? "" : ", turned into time at the pace around it: "
                + how.en()) + ".";
        return new Text(zh, en);
    }

    private static String km(Asked asked) {
        return BigDecimal.valueOf(asked.get(Coverage.WITHIN) / 1000).stripTrailingZeros().toPlainString();
    }

    private static String server(Asked asked, boolean chinese) {
        return switch (asked.get(Coverage.BY)) {
            case "hubs" -> chinese ? "枢纽" : "hubs";
            case "corridors" -> chinese ? "通道线路" : "corridors along their course";
            default -> chinese ? "站点、互通和桥头" : "stops (stations, interchanges, bridge-heads)";
        };
    }

    private static String thing(String of, boolean chinese) {
        return switch (of) {
            case "industrial-parks" -> chinese ? "产业园区（面状者以其最近处计）" : "industrial parks (one drawn as an area from its nearest part)";
            case "hubs" -> chinese ? "枢纽" : "hubs";
            case "administrative-units" -> chinese ? "最细一级行政区驻地" : "seats of the finest units";
            case "area" -> chinese ? "陆地面积（CGCS2000椭球面）" : "land on the CGCS2000 ellipsoid";
            default -> chinese ? "2020年普查人口（最细行政区内按所载最细人口网格、无网格者按面积份额分摊）"
                    : "people (census 2020, spread over each unit of the finest tiling by the finest grid loaded there, else evenly)";
        };
    }

    static void ofArea(Area area, Outline outline, List<String> warnings) {
        outline.missing().forEach(m -> warnings.add(area.id() + ": member " + m.adcode() + " has no outline and is not in the area"));
        String partial = area.members().stream().filter(m -> !m.extentKnown()).map(Member::name).collect(Collectors.joining(", "));
        if (!partial.isEmpty()) {
            warnings.add(area.id() + ": of these members it is unknown how much takes part, they count whole: " + partial);
        }
        long modelled = outline.units().stream().filter(u -> "modelled".equals(u.method())).count();
        if (modelled > 0) {
            warnings.add(area.id() + ": " + modelled + " of " + outline.units().size() + " units have modelled outlines");
        }
    }

    static void ofServers(List<Server> servers, List<String> warnings) {
        if (servers.isEmpty()) {
            warnings.add("nothing that could serve is there at the date");
        }
        long unknown = servers.stream().filter(s -> s.accuracyM() == null).count();
        if (unknown > 0) {
            warnings.add("of " + unknown + " of " + servers.size() + " that serve the accuracy is unknown: they make nothing sure, and "
                    + "high is no bound");
        }
    }

    /** @param off units whose grids do not agree with the census */
    static void ofGrids(Collection<String> off, List<String> warnings) {
        if (!off.isEmpty()) {
            warnings.add("grids that hold more than twice or less than half the people of a unit are not used there: " + String.join(", ", off));
        }
    }

    static void ofPeople(List<Unit> tiles, Geometry outline, Used.Gathering used, List<String> warnings) {
        List<Unit> touched = tiles.stream().filter(u -> u.geometry() != null
                && u.geometry().getEnvelopeInternal().intersects(outline.getEnvelopeInternal())).toList();
        touched.forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        String unknown = touched.stream().filter(u -> u.population() == null && u.geometry().intersects(outline))
                .map(Unit::adcode).sorted().collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            warnings.add("the people of these units are unknown and not counted: " + unknown);
        }
    }
}
