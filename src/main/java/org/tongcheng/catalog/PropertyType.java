package org.tongcheng.catalog;

/** The type of a property and the Java type its values have in a {@link Feature}. */
public enum PropertyType {
    /** {@link String}. */
    STRING,
    /** {@link Long}. */
    INTEGER,
    /** {@link Double}, finite. */
    NUMBER,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link String} {@code YYYY-MM-DD}. */
    DATE,
    /** {@link String} {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; its precision is kept. */
    PERIOD,
    /** {@link java.util.List} of strings, longs, doubles, booleans, maps or lists. */
    ARRAY,
    /** {@link java.util.Map} with string keys in the order given. */
    OBJECT;

    /** The word used for it in a declaration, for example {@code integer}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} naming the label where there is no such type. */
    public static PropertyType of(String label) {
        for (PropertyType type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no property type is called '" + label + "'");
    }
}
