package org.tongcheng.web.planning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Future;
import org.tongcheng.planning.TimeMatrix;

/**
 * Writes a matrix while it is computed: blocks of rows are worked on by as many as there are, a few ahead of what is being
 * written, so that neither a fast network nor a slow reader piles anything up. Of one thread.
 */
final class TimesStream {

    /** A block of so many numbers takes a quarter of a megabyte, and some ten milliseconds on streets that are swept. */
    private static final int MOST_NUMBERS = 1 << 16;

    private static final int MOST_ROWS = 32;

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final TimeMatrix matrix;
    private final Workers.Errand errand;
    private final int ahead;
    private final PlainOutput out;

    /** @param ahead how many blocks are asked for beyond the one that is written */
    TimesStream(TimeMatrix matrix, Workers.Errand errand, int ahead, PlainOutput out) {
        this.matrix = matrix;
        this.errand = errand;
        this.ahead = ahead;
        this.out = out;
    }

    private interface RowWriter {
        void write(int row, int[] seconds) throws IOException;
    }

    /** An array of arrays, null where there is no way. */
    void json() throws IOException {
        out.write('[');
        rows((row, seconds) -> {
            if (row > 0) {
                out.write(',');
            }
            out.write('[');
            for (int j = 0; j < seconds.length; j++) {
                if (j > 0) {
                    out.write(',');
                }
                if (seconds[j] == TimeMatrix.NONE) {
                    out.write(NULL);
                } else {
                    out.write(seconds[j]);
                }
            }
            out.write(']');
        });
        out.write(']');
    }

    /** A line for each pair, without a header; nothing where there is no way. */
    void csv(String before) throws IOException {
        List<byte[]> destinations = matrix.destinations().stream().map(d -> bytes(AnswerCsv.quoted(d) + ",")).toList();
        rows((row, seconds) -> {
            byte[] origin = bytes(before + AnswerCsv.quoted(matrix.origins().get(row)) + ",");
            for (int j = 0; j < seconds.length; j++) {
                out.write(origin);
                out.write(destinations.get(j));
                if (seconds[j] != TimeMatrix.NONE) {
                    out.write(seconds[j]);
                }
                out.write(LINE_END);
            }
        });
    }

    private void rows(RowWriter writer) throws IOException {
        int rows = matrix.origins().size();
        int block = Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / matrix.destinations().size()));
        ArrayDeque<Future<int[][]>> started = new ArrayDeque<>();
        int next = 0;
        int row = 0;
        while (row < rows) {
            for (; next < rows && started.size() <= ahead; next += block) {
                int first = next;
                int count = Math.min(block, rows - first);
                started.add(errand.start(() -> matrix.rows(first, count)));
            }
            for (int[] seconds : errand.result(started.remove())) {
                writer.write(row++, seconds);
            }
            out.flush();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
