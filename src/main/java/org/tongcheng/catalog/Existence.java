package org.tongcheng.catalog;

import java.time.LocalDate;

/**
 * When a feature is there and since when it is known, derived from its own properties and its document's date
 * (design.md, Two time axes). Built at D: {@code builtFrom ≤ D < closed}. Known but not built at D: {@code knownFrom ≤ D} and
 * not built at D. Kept by a store beside each feature so that as-of is a comparison of days.
 *
 * @param always    true where the collection has no period: the feature exists at every date
 * @param opened    day it opened as stated; null where nobody stated one
 * @param closed    day it closed; null where it did not
 * @param builtFrom {@code opened}, or the document's date where the document calls it open and nobody stated a year;
 *                  null where it was never built
 * @param assumed   true where {@code builtFrom} is the document's date for want of a year
 * @param knownFrom date of the document that names it; null where none dates it, and for {@code base}, which plans nothing
 * @param status    what the document says
 * @param dueYear   year by which it should open; null where nothing says
 */
public record Existence(
        boolean always,
        LocalDate opened,
        LocalDate closed,
        LocalDate builtFrom,
        boolean assumed,
        LocalDate knownFrom,
        Status status,
        Integer dueYear) {

    /** Of a feature whose collection has no period. */
    public static final Existence ALWAYS = new Existence(true, null, null, null, false, null, Status.UNKNOWN, null);

    public boolean builtAt(LocalDate date) {
        return always || builtFrom != null && !builtFrom.isAfter(date) && (closed == null || date.isBefore(closed));
    }

    public boolean plannedAt(LocalDate date) {
        return knownFrom != null && !knownFrom.isAfter(date) && !builtAt(date) && (closed == null || date.isBefore(closed));
    }

    /** Whether it takes part in what is asked. */
    public boolean existsAt(AsOf asOf) {
        return builtAt(asOf.date())
                || plannedAt(asOf.date()) && asOf.scenario().adds(status)
                        && (asOf.horizon() == null || dueYear == null || dueYear <= asOf.horizon());
    }

    /** {@link Status#OPEN} where it is built, else what the document says where it is known, else unknown. */
    public Status statusAt(LocalDate date) {
        if (builtAt(date)) {
            return always ? Status.UNKNOWN : Status.OPEN;
        }
        if (!plannedAt(date)) {
            return Status.UNKNOWN;
        }
        return status == Status.OPEN ? Status.UNDER_CONSTRUCTION : status;
    }
}
