package org.tongcheng.network;

import java.util.Locale;

/**
 * The rank of a street, from OpenStreetMap's {@code highway} values (wiki.openstreetmap.org, Key:highway); a link road has the rank
 * of what it leads to. A sketch has local streets only.
 */
public enum RoadClass {
    MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY, LOCAL;

    /** As written in files and answers, for example {@code motorway}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class with this label; throws {@link IllegalArgumentException} that lists them all. */
    public static RoadClass of(String label) {
        for (RoadClass c : values()) {
            if (c.label().equals(label)) {
                return c;
            }
        }
        throw new IllegalArgumentException("'" + label + "' is no class of road; there are motorway, trunk, primary, secondary, "
                + "tertiary, local");
    }
}
