package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Outline;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** What may explain that a declared figure and the measured one differ. */
final class Explaining {

    private static final String LAND = "land";

    /**
     * One cause.
     *
     * @param cause  rounding, outline-error, extent-unknown, membership-doubtful, unit-missing, official-areas or scope
     * @param km2    how much it can make up: both ways of rounding and error, what may be too much of members of unknown extent, what may
     *               lack of doubtful ones, measured less the sum of official areas; null where that is unknown
     * @param wording one sentence
     */
    record Explanation(String cause, Double km2, Text wording) {}

    private final Records records;
    private final ToDoubleFunction<Unit> unitKm2;
    private final List<Explanation> explanations = new ArrayList<>();

    /** @param unitKm2 the measured area of a unit */
    Explaining(Records records, ToDoubleFunction<Unit> unitKm2) {
        this.records = records;
        this.unitKm2 = unitKm2;
    }

    /** Empty where nothing is declared. */
    List<Explanation> of(Area area, Outline outline, Surface surface, Double errorKm2, List<Measured.UnresolvedMember> unresolved) {
        if (area.declared() == null) {
            return List.of();
        }
        Double rounding = area.declared().roundingKm2();
        add("rounding", rounding, "公布数字取整", "the declared figure is rounded");
        add("outline-error", errorKm2, "轮廓精度", "the outline is drawn to a stated accuracy");
        for (Measured.UnresolvedMember member : unresolved) {
            explain(member);
        }
        official(outline, surface);
        if (LAND.equals(area.declared().scope())) {
            add("scope", null, "公布的是陆域面积；轮廓不含海域，河湖计入", "the declared figure is of land; the outline leaves out the sea and holds rivers and lakes");
        }
        return explanations;
    }

    private void explain(Measured.UnresolvedMember member) {
        Optional<Unit> unit = records.findUnit(member.adcode()).filter(u -> Measuring.hasPolygon(u.geometry()));
        Double km2 = unit.map(u -> unitKm2.applyAsDouble(u)).orElse(null);
        String name = member.name();
        switch (member.reason()) {
            case Unresolved.MEMBERSHIP_DOUBTFUL -> add(member.reason(), km2, name + "按另一种读法属于本区，未计入", name + " is a member by another reading and is not in the sum");
            case Unresolved.UNIT_MISSING -> add(member.reason(), null, name + "无轮廓，未计入", name + " has no outline and is not in the sum");
            default -> add(member.reason(), km2, name + (member.inGeometry() ? "参与范围不明，按全部计入" : "参与范围不明，未计入"),
                    member.inGeometry() ? "it is unknown how much of " + name + " takes part; it counts whole"
                            : "it is unknown how much of " + name + " takes part; it is not in the sum");
        }
    }

    /** Only where the official area of every unit in the sum is known. */
    private void official(Outline outline, Surface surface) {
        if (!outline.united() || outline.units().stream().anyMatch(u -> u.officialKm2() == null)) {
            return;
        }
        double sum = outline.units().stream().mapToDouble(Unit::officialKm2).sum();
        add("official-areas", AnswerNumbers.rounded(surface.areaKm2() - sum, 3),
                "所计成员公布面积之和为" + AreaWording.km2(sum) + "平方公里", "the official areas of the members in the sum add up to " + AreaWording.km2(sum) + " km²");
    }

    private void add(String cause, Double km2, String zh, String en) {
        explanations.add(new Explanation(cause, km2, new Text(zh, en)));
    }
}
