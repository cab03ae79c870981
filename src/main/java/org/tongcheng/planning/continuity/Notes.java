package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Wording;

/** Says what was looked for and what a reader must know. */
final class Notes {

    private Notes() {}

    static Text definition(Asked asked, Area area, Profile profile) {
        long metres = Math.round(asked.get(Continuity.TOLERANCE));
        Text scenario = Wording.of(asked.circumstances().asOf().scenario());
        String date = asked.circumstances().asOf().date().toString();
        String zh = "截至" + date + "（" + scenario.zh() + "），" + area.name().zh() + "最细一级行政区界两侧" + metres
                + "米内的道路端点：300米内不与其他道路相接者为断头路，与对侧端点相对者为错位，与另一等级道路相接过界者为等级变化；距离为测地距离，"
                + "节省秒数为两端之间加一条平交连线前后之差（" + profile.definition().zh() + "）。";
        String en = "Road ends within " + metres + " m of the borders between the finest units of " + area.name().en() + " as of " + date
                + " (" + scenario.en() + "): a dead end meets no other road within 300 m, an offset is two such ends that face each other"
                + " across the border, a class change meets a road of another class that goes on across it; distances are geodesic;"
                + " seconds gained are those between the two ends without and with a line at grade between them ("
                + profile.definition().en() + ").";
        return new Text(zh, en);
    }

    static void of(Search search, List<Finding> findings, Tiles tiles, Area area, List<String> warnings) {
        long schematic = search.roads().stream().filter(r -> r.accuracyM() == null || r.accuracyM() >= 500).count();
        if (schematic > 0) {
            warnings.add(schematic + " of " + search.roads().size() + " corridors looked at are drawn to 500 m or worse: where they end is"
                    + " known no better, see certainty and reason");
        }
        TreeSet<String> modelled = new TreeSet<>();
        for (Unit unit : tiles.touching(tiles.box(0))) {
            if ("modelled".equals(unit.method()) && tiles.inArea(unit)) {
                modelled.add(unit.adcode());
            }
        }
        if (!modelled.isEmpty()) {
            warnings.add(area.id() + ": the outlines of " + modelled.size() + " units are modelled; borders between counties of one"
                    + " prefecture among them are no surveyed borders");
        }
        if (search.beyond() > 0) {
            warnings.add(search.beyond() + " more road ends lie beyond the tolerance by less than they may be off: not listed");
        }
        if (search.streets() != null && search.streets().dataEnds() > 0) {
            warnings.add(search.streets().dataEnds() + " ends of imported streets lie where the file holds nothing across the border:"
                    + " taken for the end of the file, not listed");
        }
        String alone = findings.stream().filter(f -> f.kind().equals(Finding.DEAD_END) && f.join() == null).map(f -> f.from().road())
                .distinct().sorted().collect(Collectors.joining(", "));
        if (!alone.isEmpty()) {
            warnings.add("across the border no road comes within 10 km of the tolerance; nothing to join: " + alone);
        }
    }

    static List<String> assumed(Network network, boolean streets) {
        List<String> assumed = new ArrayList<>(Travel.assumed(network));
        if (streets) {
            assumed.add("accuracy of imported streets = " + Math.round(StreetRoads.ACCURACY_M)
                    + " m: traced over imagery or recorded by GPS, nobody states it road by road");
        }
        assumed.add("a join runs at grade, as an arterial at the design speed of the road that ends there");
        return assumed;
    }
}
