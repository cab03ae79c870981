package org.tongcheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.io.NumberOutput;

/**
 * JSON as bytes, into one buffer. Knows nothing of what it writes; commas and braces are the caller's. One thread.
 *
 * <p>Numbers are exact: read again they are the same doubles. Where {@code value · 1e9}, rounded, divided by 1e9 is the value
 * again, these are its decimals (a quotient of two doubles that hold whole numbers is the double nearest to that decimal); else
 * the shortest decimals that read the same. Exponents stand only from 1e21 up and below 1e-6.
 */
final class JsonBytes {

    /** Holds any number and any escape. */
    private static final int ROOM = 400;

    private static final int SIZE = 1 << 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final double NANO = 1e9;
    /** Below 2^52, so that adding one half is exact. */
    private static final double EXACT = 4.0e15;

    /** Three digits of every number below 1000. */
    private static final byte[] DIGITS = digits();

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private final Map<String, byte[]> names = new HashMap<>();
    private int used;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    private static byte[] digits() {
        byte[] digits = new byte[3000];
        for (int i = 0; i < 1000; i++) {
            digits[3 * i] = (byte) ('0' + i / 100);
            digits[3 * i + 1] = (byte) ('0' + i / 10 % 10);
            digits[3 * i + 2] = (byte) ('0' + i % 10);
        }
        return digits;
    }

    void flush() throws IOException {
        empty();
        out.flush();
    }

    private void empty() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** One ASCII character. */
    void ascii(char c) throws IOException {
        if (used == SIZE) {
            empty();
        }
        buffer[used++] = (byte) c;
    }

    void ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            ascii(text.charAt(i));
        }
    }

    /** A member's name with its colon; each is encoded once. */
    void name(String name) throws IOException {
        byte[] bytes = names.get(name);
        if (bytes == null) {
            empty();
            string(name);
            ascii(':');
            if (used < SIZE / 2 && names.size() < 1000) {
                bytes = Arrays.copyOf(buffer, used);
                names.put(name, bytes);
            }
            return;
        }
        if (SIZE - used < bytes.length) {
            empty();
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    void value(Object value) throws IOException {
        if (value == null) {
            ascii("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Long || value instanceof Integer) {
            integer(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            array(list);
        } else {
            ascii(plain(value));
        }
    }

    private static String plain(Object value) {
        if (value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no form in JSON here: " + value);
    }

    private void object(Map<?, ?> map) throws IOException {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            ascii(before);
            name((String) entry.getKey());
            value(entry.getValue());
            before = ',';
        }
        if (before == '{') {
            ascii('{');
        }
        ascii('}');
    }

    private void array(Collection<?> list) throws IOException {
        char before = '[';
        for (Object one : list) {
            ascii(before);
            value(one);
            before = ',';
        }
        if (before == '[') {
            ascii('[');
        }
        ascii(']');
    }

    void string(String text) throws IOException {
        ascii('"');
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (SIZE - used < ROOM) {
                empty();
            }
            char c = text.charAt(i);
            if (c < 0x80) {
                asciiOrEscape(c);
            } else if (c < 0x800) {
                buffer[used++] = (byte) (0xC0 | c >> 6);
                buffer[used++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                supplementary(Character.toCodePoint(c, text.charAt(i)));
            } else {
                threeBytes(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        ascii('"');
    }

    private void asciiOrEscape(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            buffer[used++] = (byte) c;
            return;
        }
        buffer[used++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[used++] = (byte) c;
            case '\n' -> buffer[used++] = 'n';
            case '\r' -> buffer[used++] = 'r';
            case '\t' -> buffer[used++] = 't';
            default -> {
                buffer[used++] = 'u';
                buffer[used++] = '0';
                buffer[used++] = '0';
                buffer[used++] = HEX[c >> 4];
                buffer[used++] = HEX[c & 15];
            }
        }
    }

    private void threeBytes(char c) {
        buffer[used++] = (byte) (0xE0 | c >> 12);
        buffer[used++] = (byte) (0x80 | c >> 6 & 0x3F);
        buffer[used++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(int c) {
        buffer[used++] = (byte) (0xF0 | c >> 18);
        buffer[used++] = (byte) (0x80 | c >> 12 & 0x3F);
        buffer[used++] = (byte) (0x80 | c >> 6 & 0x3F);
        buffer[used++] = (byte) (0x80 | c & 0x3F);
    }

    void integer(long value) throws IOException {
        if (SIZE - used < ROOM) {
            empty();
        }
        used = NumberOutput.outputLong(value, buffer, used);
    }

    /** Exactly. A number that is not finite has no form in JSON and becomes null. */
    void number(double value) throws IOException {
        if (SIZE - used < ROOM) {
            empty();
        }
        put(value);
    }

    /** {@code [x,y]}, exactly: room is looked for once, since most of what is written is positions. */
    void position(double x, double y) throws IOException {
        if (SIZE - used < ROOM) {
            empty();
        }
        buffer[used++] = '[';
        put(x);
        buffer[used++] = ',';
        put(y);
        buffer[used++] = ']';
    }

    private void put(double value) throws IOException {
        double magnitude = Math.abs(value);
        double scaled = magnitude * NANO;
        if (scaled < EXACT) {
            long nanos = (long) (scaled + 0.5);
            if (nanos / NANO == magnitude && (nanos >= 1000 || nanos == 0)) {
                decimal(value < 0, nanos);
                return;
            }
        }
        ascii(shortest(value));
    }

    /** Rounded to so many decimals, half away from zero; 0 to 9. */
    void rounded(double value, int decimals) throws IOException {
        if (SIZE - used < ROOM) {
            empty();
        }
        double scaled = Math.abs(value) * POWERS[decimals];
        if (scaled < EXACT / POWERS[9 - decimals]) {
            long nanos = (long) (scaled + 0.5) * (long) POWERS[9 - decimals];
            decimal(value < 0 && nanos != 0, nanos);
        } else if (Double.isFinite(value)) {
            ascii(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
        } else {
            ascii("null");
        }
    }

    /** Billionths without trailing zeros. */
    private void decimal(boolean negative, long nanos) {
        byte[] to = buffer;
        int at = used;
        if (negative) {
            to[at++] = '-';
        }
        long whole = nanos / 1_000_000_000L;
        int rest = (int) (nanos - whole * 1_000_000_000L);
        at = whole < 1000 ? small((int) whole, to, at) : NumberOutput.outputLong(whole, to, at);
        if (rest != 0) {
            to[at++] = '.';
            int milli = rest / 1_000_000;
            int micro = rest / 1000 - milli * 1000;
            int nano = rest - rest / 1000 * 1000;
            at = three(milli, to, at);
            if (micro != 0 || nano != 0) {
                at = three(micro, to, at);
            }
            if (nano != 0) {
                at = three(nano, to, at);
            }
            while (to[at - 1] == '0') {
                at--;
            }
        }
        used = at;
    }

    private static int three(int value, byte[] to, int at) {
        int from = 3 * value;
        to[at] = DIGITS[from];
        to[at + 1] = DIGITS[from + 1];
        to[at + 2] = DIGITS[from + 2];
        return at + 3;
    }

    private static int small(int value, byte[] to, int at) {
        if (value >= 100) {
            return three(value, to, at);
        }
        int next = at;
        if (value >= 10) {
            to[next++] = DIGITS[3 * value + 1];
        }
        to[next++] = DIGITS[3 * value + 2];
        return next;
    }

    private static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        double magnitude = Math.abs(value);
        String text = NumberOutput.toString(value, true);
        if (magnitude >= 1e21 || magnitude != 0 && magnitude < 1e-6) {
            return text;
        }
        BigDecimal decimal = new BigDecimal(text);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
