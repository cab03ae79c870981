package org.tongcheng.catalog;

import java.util.Locale;

/** Which known but unbuilt features are added to the built ones. */
public enum Scenario {
    BUILT,
    COMMITTED,
    PLANNED,
    VISION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} naming the label where there is no such scenario. */
    public static Scenario of(String label) {
        for (Scenario scenario : values()) {
            if (scenario.label().equals(label)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("no scenario is called '" + label + "'");
    }

    /**
     * Whether a known but unbuilt feature of this status takes part. What a plan names without a status
     * ({@link Status#UNKNOWN}) is the least certain and takes part in {@link #VISION} alone; what a document calls open
     * although it is not built at the date counts as under construction.
     */
    public boolean adds(Status status) {
        return switch (status) {
            case OPEN, UNDER_CONSTRUCTION -> this != BUILT;
            case PLANNED -> this == PLANNED || this == VISION;
            case PROPOSED, UNKNOWN -> this == VISION;
        };
    }
}
