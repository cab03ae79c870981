package org.tongcheng.planning.delineate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

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
                round(sorted.stream().mapToDouble(Reading::areaKm2).sum()),
                sorted.stream().filter(r -> r.tile().population() != null).mapToLong(r -> r.tile().population()).sum(),
                sorted.stream().filter(r -> r.tile().population() == null).map(Reading::adcode).toList());
    }

    static double round(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }
}
