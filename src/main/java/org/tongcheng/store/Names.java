package org.tongcheng.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of tables, columns and indexes, each a function of the declaration alone. All are lower-case ASCII of at most 63
 * bytes (PostgreSQL's limit) and are always written in double quotes.
 *
 * <p>A property keeps its name as its column where that is a plain identifier and none of the fixed columns, so that other
 * programs on the database find it. Any other name becomes {@code x_}, what is plain in it, and a hash of the whole.
 */
final class Names {

    /** Columns that every collection table has. */
    static final Set<String> FIXED = Set.of(
            "fid", "id", "revision", "geom", "opened_day", "closed_day", "built_from", "assumed", "known_from", "plan_status", "due_year",
            "geom_span");

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int HASH_DIGITS = 16;
    private static final int KEPT = 40;

    private Names() {}

    /** Collection ids hold no underscore, so no two give one name. */
    static String table(String collection) {
        return quoted("c_" + collection.replace('-', '_'));
    }

    static String column(String property) {
        if (PLAIN.matcher(property).matches() && !FIXED.contains(property) && !property.startsWith("x_")) {
            return quoted(property);
        }
        String kept = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return quoted("x_" + kept.substring(0, Math.min(kept.length(), KEPT)) + "_" + hash(property));
    }

    static String index(String table, String column) {
        return quoted("i_" + hash(table + "." + column));
    }

    private static String quoted(String plain) {
        return '"' + plain + '"';
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
