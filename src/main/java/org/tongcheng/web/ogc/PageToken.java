package org.tongcheng.web.ogc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.tongcheng.web.problem.Refusal;

/**
 * What an opaque {@code next} link carries: the place in the collection's order after which the page starts. It holds a check sum
 * over the collection, so that what was not made here is refused; it is no secret, and any instance on the store can read it.
 *
 * @param after  place in the order, as the page before gave it
 * @param passed how many features the pages before gave
 */
record PageToken(long after, long passed) {

    static final String PARAMETER = "next";

    private static final int BYTES = 20;

    String text(String collection) {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).putLong(after).putLong(passed);
        buffer.putInt(sum(buffer.array(), collection));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /** Throws a refusal with 400 where the text is not of this collection. */
    static PageToken of(String text, String collection) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
        if (bytes.length != BYTES) {
            throw refused(text);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        PageToken token = new PageToken(buffer.getLong(), buffer.getLong());
        if (buffer.getInt() != sum(bytes, collection) || token.after < 0 || token.passed < 0) {
            throw refused(text);
        }
        return token;
    }

    private static int sum(byte[] bytes, String collection) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, 16);
        crc.update(collection.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static Refusal refused(String text) {
        return Refusal.parameter(PARAMETER, text, "the value found in a link 'next' of this collection", "this is no such value");
    }
}
