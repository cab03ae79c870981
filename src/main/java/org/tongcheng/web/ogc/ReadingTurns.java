package org.tongcheng.web.ogc;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/**
 * How many pages of items are read at once. A page holds a connection of the store until its reader has taken the last byte; so
 * that readers who take their time leave connections to everybody else, long pages wait for one of a few turns, and short ones
 * for others. Who waits in vain is refused with 503 and told when to ask again. For several threads.
 */
final class ReadingTurns {

    /** Pages up to this limit mostly fit what the connection buffers, so that their readers cannot hold them up. */
    private static final int SHORT_PAGE = 100;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore shortPages;
    private final Semaphore longPages;
    private final long patienceMilliseconds;

    /**
     * @param each                 how many long pages, and how many short ones, are read at once; twice this leaves a connection
     * @param patienceMilliseconds how long a page waits for its turn
     */
    ReadingTurns(int each, long patienceMilliseconds) {
        this.shortPages = new Semaphore(each, true);
        this.longPages = new Semaphore(each, true);
        this.patienceMilliseconds = patienceMilliseconds;
    }

    /** A turn, given back when closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    Turn take(int limit) {
        Semaphore turns = limit <= SHORT_PAGE ? shortPages : longPages;
        try {
            if (turns.tryAcquire(patienceMilliseconds, TimeUnit.MILLISECONDS)) {
                return turns::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Problem.of(503, "too many pages are being read; ask again in " + RETRY_AFTER_SECONDS
                + " s, or for a page of at most " + SHORT_PAGE)).withHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
    }
}
