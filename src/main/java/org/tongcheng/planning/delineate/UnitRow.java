package org.tongcheng.planning.delineate;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;

/**
 * One unit, measured and declared.
 *
 * @param feature         {@code administrative-units/adcode}
 * @param name            what it is called
 * @param level           prefecture, county or county-direct
 * @param set             in-both, only-declared, only-measured, or neither where only another of the thresholds measures it
 * @param declaredIn      the areas that declare it
 * @param within          whether it passes: yes, no, uncertain (by the accuracies of both seats) or unknown
 * @param contiguous      whether it hangs together with the core over other units that pass; null where that is not asked or it does not pass
 * @param core            whether it is the core, a part of it or holds it
 * @param seconds         from the core's seat to its own; null where that is out of reach
 * @param errorSeconds    how much more or less by how exactly both seats are known; null where nobody states that
 * @param marginSeconds   to spare; negative where it takes longer; null where commuting decides
 * @param commutingRate   of its residents who work in the core; null where no flow is on record or none are used
 * @param marginRate      to spare; negative where too few commute; null where time decides
 * @param commuters       who live there and work in the core
 * @param residentWorkers all who live there and work
 * @param areaKm2         its land, km²
 * @param population      its people, census 2020; null where unknown
 * @param at              what stands for it in travel times
 * @param rule            why: seat or farthest-from-border
 * @param seatAccuracyM   how far off the seat may be, metres; null where unknown
 * @param method          how its outline came to be
 */
record UnitRow(String feature, Text name, String level, String set, List<In> declaredIn, String within, Boolean contiguous, boolean core,
        Integer seconds, Integer errorSeconds, Integer marginSeconds, Double commutingRate, Double marginRate, Double commuters,
        Double residentWorkers, double areaKm2, Long population, Coordinate at, String rule, Double seatAccuracyM, String method) {

    static final String IN_BOTH = "in-both";
    static final String ONLY_DECLARED = "only-declared";
    static final String ONLY_MEASURED = "only-measured";
    static final String NEITHER = "neither";

    /**
     * @param area  id of the area
     * @param share how much of the unit's land is a member
     */
    record In(String area, double share) {}
}
