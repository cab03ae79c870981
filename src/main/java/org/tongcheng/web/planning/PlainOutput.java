package org.tongcheng.web.planning;

import java.io.IOException;
import java.io.OutputStream;

/** Writes numbers and ready bytes through one buffer, many millions a second. Of one thread; not closed. */
final class PlainOutput {

    private static final int SIZE = 1 << 16;

    /** Digits of the longest int and its sign. */
    private static final int LONGEST = 11;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;

    PlainOutput(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    void write(byte[] bytes, int count) throws IOException {
        if (count > SIZE) {
            drain();
            out.write(bytes, 0, count);
            return;
        }
        room(count);
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
    }

    /** A character of ASCII. */
    void write(char character) throws IOException {
        room(1);
        buffer[length++] = (byte) character;
    }

    /** In decimal digits; 0 or more. */
    void write(int number) throws IOException {
        room(LONGEST);
        int digits = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        int rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Hands everything on, so that a caller who has gone is noticed. */
    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void room(int bytes) throws IOException {
        if (SIZE - length < bytes) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
