package org.tongcheng.planning.delineate;

import java.util.Collection;
import java.util.List;
import org.tongcheng.planning.AnswerNumbers;

/**
 * Some units together.
 *
 * @param units             their adcodes
 * @param areaKm2           their land on the ellipsoid, km²
 * @param population        their people, census 2020
 * @param withoutPopulation adcodes of those whose people are unknown and not counted
 */
record UnitSet(List<String> units, double areaKm2, long population, List<String> withoutPopulation) {

    static UnitSet of(Collection<Reading> readings) {
        List<Reading> sorted = readings.stream().sorted((a, b) -> a.adcode().compareTo(b.adcode())).toList();
        return new UnitSet(sorted.stream().map(Reading::adcode).toList(),
                AnswerNumbers.rounded(sorted.stream().mapToDouble(Reading::areaKm2).sum(), 6),
                sorted.stream().filter(r -> r.tile().population() != null).mapToLong(r -> r.tile().population()).sum(),
                sorted.stream().filter(r -> r.tile().population() == null).map(Reading::adcode).toList());
    }
}
