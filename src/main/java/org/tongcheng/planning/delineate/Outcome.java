package org.tongcheng.planning.delineate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.AnswerNumbers;

/**
 * What is measured at one threshold, beside what is declared.
 *
 * @param minutes    of the threshold; null where flows are used
 * @param commuting  share of resident workers; null where time is measured
 * @param measured   as measured
 * @param sure       what surely passes, hanging together without the rest
 * @param possible   what passes or may by the accuracies that are stated
 * @param declared   area by area
 */
record Outcome(Integer minutes, Double commuting, UnitSet measured, UnitSet sure, UnitSet possible, List<Beside> declared) {

    /**
     * One area beside it.
     *
     * @param area                    id of the area
     * @param name                    what it is called
     * @param statedKm2               the size that its plan states; null where it states none
     * @param declared                the units that are members, wholly or in part
     * @param inBoth                  declared and measured
     * @param onlyDeclared            declared, but not measured
     * @param onlyMeasured            measured, but not declared
     * @param areaShareMeasured       of the declared land; null where there is none
     * @param populationShareMeasured of the declared people; null where there are none
     */
    record Beside(String area, Text name, Double statedKm2, UnitSet declared, UnitSet inBoth, UnitSet onlyDeclared, UnitSet onlyMeasured,
            Double areaShareMeasured, Double populationShareMeasured) {}

    /** @param neighbours null where units count though they do not hang together with the core's */
    static Outcome of(Threshold threshold, Map<String, Reading> readings, String first, Neighbours neighbours, List<Declared> areas) {
        Set<String> measured = chosen(threshold::passes, readings, first, neighbours);
        Set<String> sure = chosen(r -> threshold.judge(r).equals(Threshold.YES), readings, first, neighbours);
        Set<String> possible = chosen(threshold::mayPass, readings, first, neighbours);
        Integer minutes = threshold instanceof Threshold.Minutes m ? Integer.valueOf(m.minutes()) : null;
        Double commuting = threshold instanceof Threshold.Commuting c ? Double.valueOf(c.share()) : null;
        return new Outcome(minutes, commuting, set(measured, readings), set(sure, readings), set(possible, readings),
                areas.stream().map(area -> beside(area, measured, readings)).toList());
    }

    /** What passes, with the tile of the core's seat. */
    private static Set<String> chosen(Predicate<Reading> passing, Map<String, Reading> readings, String first, Neighbours neighbours) {
        Set<String> passed = readings.values().stream().filter(r -> passing.test(r) || r.adcode().equals(first))
                .map(Reading::adcode).collect(Collectors.toSet());
        return neighbours == null ? passed : neighbours.connected(first, passed);
    }

    private static Beside beside(Declared area, Set<String> measured, Map<String, Reading> readings) {
        Set<String> members = area.shares().keySet();
        UnitSet declared = set(members, readings);
        UnitSet both = set(members.stream().filter(measured::contains).toList(), readings);
        return new Beside(area.area().id(), area.area().name(), area.area().declared() == null ? null : area.area().declared().km2(),
                declared, both,
                set(members.stream().filter(m -> !measured.contains(m)).toList(), readings),
                set(measured.stream().filter(m -> !members.contains(m)).toList(), readings),
                share(both.areaKm2(), declared.areaKm2()), share(both.population(), declared.population()));
    }

    private static Double share(double part, double whole) {
        return whole == 0 ? null : Double.valueOf(AnswerNumbers.rounded(part / whole, 6));
    }

    private static UnitSet set(java.util.Collection<String> adcodes, Map<String, Reading> readings) {
        return UnitSet.of(adcodes.stream().map(readings::get).toList());
    }
}
