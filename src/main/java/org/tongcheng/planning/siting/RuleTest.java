package org.tongcheng.planning.siting;

import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.planning.ProposedSite;

/** What a rule measures of a site and how it tells whether it is met. Threads: immutable. */
interface RuleTest {

    /** As rule files name it. */
    String type();

    /** The ground it asks about. */
    Layer layer();

    /** What it demands of what it measures; null where it demands no number. */
    default Limit limit() {
        return null;
    }

    /** What it finds where its layer is on record. */
    Finding measure(ProposedSite site, Surroundings around);

    /** Whether it is met by what is not there, as a distance to be kept is, else broken by it. */
    default boolean metByAbsence() {
        return true;
    }

    /** What follows from what an incomplete layer does not hold is uncertain. */
    default Finding on(ProposedSite site, Surroundings around) {
        if (!around.isLoaded(layer())) {
            return Finding.notLoaded(layer());
        }
        Finding found = measure(site, around);
        Finding.State open = metByAbsence() ? Finding.State.MET : Finding.State.BROKEN;
        return layer().complete() || found.state() != open ? found : found.leftOpen(layer());
    }

    /**
     * Where a site like this surely breaks the rule or may do so, for a search of places where it does not.
     *
     * @param metres how far around the site
     * @param plane  that the ground is wanted in
     */
    default Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        return Ground.ANYWHERE;
    }
}
