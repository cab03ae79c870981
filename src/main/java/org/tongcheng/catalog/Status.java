package org.tongcheng.catalog;

import java.util.Locale;

/** How far a feature has come at a date; also what a document says of it. */
public enum Status {
    OPEN,
    UNDER_CONSTRUCTION,
    PLANNED,
    PROPOSED,
    UNKNOWN;

    /** The word used outside, for example {@code under-construction}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@link #UNKNOWN} for null and for a word that is none of these. */
    public static Status of(String label) {
        for (Status status : values()) {
            if (status.label().equals(label)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
