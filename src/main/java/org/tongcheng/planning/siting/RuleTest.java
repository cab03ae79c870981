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

    default Finding on(ProposedSite site, Surroundings around) {
        return around.isLoaded(layer()) ? measure(site, around) : Finding.notLoaded(layer());
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
