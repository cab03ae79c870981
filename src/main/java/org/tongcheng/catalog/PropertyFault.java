package org.tongcheng.catalog;

/**
 * What is wrong with one property of one feature.
 *
 * @param code     stable: one of the constants of this record
 * @param property its name; {@code id} or {@code geometry} for those members
 * @param value    as given, shortened to 80 characters
 * @param allowed  what would have been right
 */
public record PropertyFault(String code, String property, String value, String allowed) {

    public static final String UNKNOWN_PROPERTY = "unknown-property";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String NOT_ALLOWED = "not-allowed";
    public static final String MISSING = "missing";
    public static final String BAD_ID = "bad-id";
    public static final String UNKNOWN_REFERENCE = "unknown-reference";
    public static final String WRONG_KIND = "wrong-kind";

    private static final int SHOWN = 80;

    /** The fault with its value as text, shortened. */
    static PropertyFault of(String code, String property, Object value, String allowed) {
        return new PropertyFault(code, shown(property), shown(String.valueOf(value)), allowed);
    }

    /** Whole characters only, so that every writer can write it. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> shown.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c));
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    /** Code, property, value and what is allowed in one line. */
    public String message() {
        return code + ": " + property + (code.equals(MISSING) ? "" : " = " + value) + " (allowed: " + allowed + ")";
    }
}
