package org.tongcheng.planning.conflicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Wording;

/** Which of neighbours' projects, parks and zones stand too near each other across a border that they share? */
public final class Conflicts implements PlanningQuestion {

    static final Parameter<String> AREA = Parameter.optional("area", Form.AREA,
            "The area looked at: of each pair at least one lies in it.").required();

    private final ConflictRules rules;

    public Conflicts(ConflictRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public Text title() {
        return new Text("跨界冲突", "Conflicts across borders");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AREA);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Area area = records.areaWithOutline(asked, AREA);
        Geometry outline = records.outline(area).geometry();
        Used.Gathering used = new Used.Gathering().add(Collections.AREAS, area.id(), area.revision());
        records.outline(area).units().forEach(u -> used.add(Collections.UNITS, u.adcode(), u.revision()));
        List<String> warnings = new ArrayList<>();
        Sites gathering = new Sites(records, asked.circumstances().asOf(), rules);
        List<Site> sites = gathering.all(used);
        gathering.warn(warnings);
        warnOfArea(area, records, warnings);
        PreparedGeometry land = PreparedGeometryFactory.prepare(outline);
        Set<String> inside = sites.stream().filter(s -> land.intersects(s.geometry())).map(Site::ref).collect(Collectors.toSet());
        List<AnswerFeature> found = find(sites, inside, new Judge(new Borders(records)));
        found.forEach(f -> ((Conflict) f.properties()).border().forEach(
                code -> records.findUnit(code).ifPresent(u -> used.add(Collections.UNITS, code, u.revision()))));
        long certain = found.stream().filter(f -> ((Conflict) f.properties()).certainty().equals(Conflict.CERTAIN)).count();
        AnswerHeader header = new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                definition(asked, area), StreetsUsed.NONE, used.used(asked.circumstances().explain()), List.of(), warnings);
        return new ConflictsAnswer(header, area.id(), inside.size(), certain, found.size() - certain, rules.rules(), found);
    }

    private List<AnswerFeature> find(List<Site> sites, Set<String> inside, Judge judge) {
        double worst = sites.stream().filter(s -> s.accuracyM() != null).mapToDouble(Site::accuracyM).max().orElse(0);
        Map<String, STRtree> byKind = new HashMap<>();
        for (Site site : sites) {
            site.kinds().forEach(kind -> byKind.computeIfAbsent(kind, k -> new STRtree())
                    .insert(site.geometry().getEnvelopeInternal(), site));
        }
        List<AnswerFeature> found = new ArrayList<>();
        for (ConflictRule rule : rules.rules()) {
            Set<String> seen = new HashSet<>();
            for (Site first : sites) {
                STRtree others = byKind.get(rule.second());
                if (!first.kinds().contains(rule.first()) || others == null) {
                    continue;
                }
                double reach = rule.distance().valueM() + worst + (first.accuracyM() == null ? 0 : first.accuracyM());
                for (Object other : others.query(Geodesy.around(first.geometry().getEnvelopeInternal(), reach))) {
                    Site second = (Site) other;
                    if (pairs(first, second, inside, seen)) {
                        judge.judge(rule, first, second).ifPresent(found::add);
                    }
                }
            }
        }
        found.sort(Comparator.comparing((AnswerFeature f) -> ((Conflict) f.properties()).certainty())
                .thenComparing(f -> ((Conflict) f.properties()).distanceM())
                .thenComparing(AnswerFeature::id));
        return found;
    }

    /** Each two once, in whichever order they come first. */
    private static boolean pairs(Site first, Site second, Set<String> inside, Set<String> seen) {
        String a = first.ref();
        String b = second.ref();
        return !a.equals(b) && (inside.contains(a) || inside.contains(b)) && seen.add(a.compareTo(b) < 0 ? a + " " + b : b + " " + a);
    }

    private static void warnOfArea(Area area, Records records, List<String> warnings) {
        records.outline(area).missing().forEach(
                m -> warnings.add(area.id() + ": member " + m.adcode() + " has no outline and is not in the area"));
        String partial = area.members().stream().filter(m -> !m.extentKnown()).map(Member::name).collect(Collectors.joining(", "));
        if (!partial.isEmpty()) {
            warnings.add(area.id() + ": of these members it is unknown how much takes part, they count whole: " + partial);
        }
        long modelled = records.outline(area).units().stream().filter(u -> "modelled".equals(u.method())).count();
        if (modelled > 0) {
            warnings.add(area.id() + ": " + modelled + " units have modelled outlines, and so have their borders");
        }
    }

    private static Text definition(Asked asked, Area area) {
        Text scenario = Wording.of(asked.circumstances().asOf().scenario());
        String date = asked.circumstances().asOf().date().toString();
        return new Text(
                "截至" + date + "（项目：" + scenario.zh() + "），" + area.name().zh()
                        + "内的项目、园区和功能区与共有界线另一侧的项目、园区和功能区重叠，或测地距离小于规则对两者类型之要求的情形；计入双方精度后仍成立的为确定，其余为不确定。",
                "Projects, parks and zones in " + area.name().en() + " that overlap those across a border their units share, or stand"
                        + " closer to them by geodesic distance than the rule for the two kinds allows, as of " + date + " (projects: "
                        + scenario.en() + "); certain where that holds whatever the accuracies of both, else uncertain.");
    }
}
