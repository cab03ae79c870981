package org.tongcheng.store;

/**
 * How many rows to fetch at a time: few at first, which fit whatever they are (the largest geometry let in has 3.2 MB), then as
 * many as fill some megabytes if they are like those before. One thread.
 */
final class Portions {

    private static final int FIRST_ROWS = 20;
    private static final int MOST_ROWS = 1000;
    private static final long BYTES = 4_000_000;

    /** What a row holds beside its geometry, roughly. */
    private static final long BARE_ROW_BYTES = 500;

    private final int first;
    private long bytes;
    private int count;

    Portions() {
        this.first = FIRST_ROWS;
    }

    /** @param mostBytes no geometry has more */
    Portions(int mostBytes) {
        this.first = (int) Math.max(FIRST_ROWS, Math.min(MOST_ROWS, BYTES / (BARE_ROW_BYTES + mostBytes)));
    }

    /** Whether so many rows may come at once, where no geometry has more bytes than that. */
    static boolean allAtOnce(int rows, int mostBytes) {
        return rows * (BARE_ROW_BYTES + mostBytes) <= 2 * BYTES;
    }

    int next() {
        return count < FIRST_ROWS ? first : (int) Math.max(1, Math.min(MOST_ROWS, BYTES * count / bytes));
    }

    /** Tells how many bytes the geometry of a row has that came. */
    void took(int geometryBytes) {
        bytes += BARE_ROW_BYTES + geometryBytes;
        count++;
    }
}
