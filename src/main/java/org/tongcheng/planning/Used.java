package org.tongcheng.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The features and revisions that an answer rests on.
 *
 * @param digest   SHA-256 over the lines {@code collection/id@revision}, sorted by code unit, first 16 bytes in hex
 * @param count    how many features
 * @param features those lines where they were asked for ({@code explain=full}), else null
 * @param lines    all of them in any case, parted by line feeds; not written
 */
public record Used(String digest, int count, List<String> features, String lines) {

    /** Hands out every feature in the order of the lines, without its revision. */
    public void each(Consumer<FeatureRef> taker) {
        lines.lines().forEach(line -> taker.accept(FeatureRef.of(line.substring(0, line.lastIndexOf('@')))));
    }

    /** Gathers them while a question is answered; of one thread. */
    public static final class Gathering {

        private final TreeSet<String> lines = new TreeSet<>();

        public Gathering add(String collection, String id, long revision) {
            lines.add(collection + "/" + id + "@" + revision);
            return this;
        }

        public Used used(boolean explain) {
            String all = String.join("\n", lines);
            return new Used(Used.digest(all), lines.size(), explain ? List.copyOf(lines) : null, all);
        }
    }

    /** The first 16 bytes of the text's SHA-256, in hex. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 16 bytes of the bytes' SHA-256, in hex. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
