package org.tongcheng.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What runs on a corridor, and how people come on and off it (design.md, Streets and lines). */
public enum Mode {
    HIGH_SPEED_RAIL(Access.STATIONS),
    INTERCITY_RAIL(Access.STATIONS),
    SUBURBAN_RAIL(Access.STATIONS),
    METRO(Access.STATIONS),
    CONVENTIONAL_RAIL(Access.STATIONS),
    BUS(Access.STATIONS),
    EXPRESSWAY(Access.INTERCHANGES),
    ARTERIAL(Access.VERTICES),
    BRIDGE(Access.HEADS),
    TUNNEL(Access.HEADS),
    WATERWAY(Access.NOBODY),
    PIPELINE(Access.NOBODY);

    /** Where a line is joined to the streets. */
    public enum Access {
        /** Boarded at stops after a wait; a vehicle dwells at each. */
        STATIONS,
        /** Entered and left at stops alone. */
        INTERCHANGES,
        /** Entered and left at every vertex. */
        VERTICES,
        /** Entered and left at stops; the outermost ones and other bridge heads reach for the nearest land. */
        HEADS,
        /** Carries no commuters. */
        NOBODY
    }

    private final Access access;

    Mode(Access access) {
        this.access = access;
    }

    public Access access() {
        return access;
    }

    /** Whether people wait for a vehicle, rather than drive their own. */
    public boolean boarded() {
        return access == Access.STATIONS;
    }

    /** The word used for it in the catalogue, for example {@code high-speed-rail}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link IllegalArgumentException} naming the label and the modes there are. */
    public static Mode of(String label) {
        for (Mode mode : values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        String known = Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("no mode is called '" + label + "'; there are " + known);
    }
}
