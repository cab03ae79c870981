package org.tongcheng.reach;

import java.util.Arrays;

/** Whether one travels from the origin or to it. */
public enum Direction {
    FROM,
    TO;

    /** The word used for it outside. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} naming the label where there is no such direction. */
    public static Direction of(String label) {
        return Arrays.stream(values()).filter(d -> d.label().equals(label)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no direction is called '" + label + "'; there are from, to"));
    }
}
