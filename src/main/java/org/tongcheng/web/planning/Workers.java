package org.tongcheng.web.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who work questions out: so many pieces of work at once and no more, the rest in line. A question comes in as an
 * {@link Errand}; when too many are inside, the next is turned away with {@link Busy}.
 *
 * <p>There are two lines, first come, first served: one for the first piece of an errand, one for its further pieces. The first
 * goes before, so that a small question waits for no more than the pieces that are being worked on however many big ones there
 * are; after three of its kind one from the second line is taken, so that big ones come to an end too.
 *
 * <p>Threads: safe for many. Nothing is interrupted, which would close an embedded store's file: work that nobody wants any more
 * is not begun, and begun work ends by itself unheard.
 */
public final class Workers implements AutoCloseable {

    private static final int FIRST_IN_A_ROW = 3;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final int atOnce;
    private final int mostInside;
    private final ExecutorService threads;
    private final ArrayDeque<Runnable> first = new ArrayDeque<>();
    private final ArrayDeque<Runnable> further = new ArrayDeque<>();
    private int free;
    private int inside;
    private int inARow;

    /**
     * @param atOnce      how many pieces are worked on at once
     * @param mostWaiting how many more errands than that are let in
     */
    public Workers(int atOnce, int mostWaiting) {
        if (atOnce < 1 || mostWaiting < 0) {
            throw new IllegalArgumentException(atOnce + " workers and " + mostWaiting + " waiting: must be at least 1 and 0");
        }
        this.atOnce = atOnce;
        this.mostInside = atOnce + mostWaiting;
        this.free = atOnce;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "question-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As many as there are processors, two at least. */
    public static int usual() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** Lets an errand in, or throws {@link Busy}; it is inside until it is closed. */
    public synchronized Errand admit() {
        if (inside == mostInside) {
            throw new Busy(RETRY_AFTER_SECONDS);
        }
        inside++;
        return new Errand();
    }

    /** Does one piece of work as an errand of its own. */
    public <T> T run(Callable<T> work) {
        try (Errand errand = admit()) {
            return errand.run(work);
        }
    }

    public int atOnce() {
        return atOnce;
    }

    /** How many errands are inside, waiting or worked on. */
    public synchronized int inside() {
        return inside;
    }

    /** How many pieces are being worked on. */
    public synchronized int working() {
        return atOnce - free;
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /** What one asker wants done, in pieces of which each has to wait for its turn. Of one thread. */
    public final class Errand implements AutoCloseable {

        private final List<Piece<?>> pieces = new ArrayList<>();
        private boolean closed;

        private Errand() {}

        /** Puts a piece in line. */
        public <T> Future<T> start(Callable<T> work) {
            if (closed) {
                throw new IllegalStateException("the errand is done");
            }
            Piece<T> piece = new Piece<>(work);
            ArrayDeque<Runnable> line = pieces.isEmpty() ? first : further;
            pieces.removeIf(Future::isDone);
            pieces.add(piece);
            queue(line, () -> execute(piece));
            return piece;
        }

        /** Does a piece and waits for it; throws what it throws, and {@link Busy} where its turn does not come within a minute. */
        public <T> T run(Callable<T> work) {
            return result(start(work));
        }

        /** Waits for a piece that was started; as {@link #run}. */
        public <T> T result(Future<T> started) {
            Piece<T> piece = (Piece<T>) started;
            try {
                if (!piece.begun.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new Busy(LONGEST_WAIT_SECONDS);
                }
                return piece.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Busy(LONGEST_WAIT_SECONDS);
            } catch (ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }

        /** Waits for a piece that was started however long its turn does not come. */
        public <T> T await(Future<T> started) {
            try {
                return started.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Busy(LONGEST_WAIT_SECONDS);
            } catch (ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }

        /** Calls off what has not begun. */
        @Override
        public void close() {
            if (!closed) {
                closed = true;
                pieces.forEach(piece -> piece.cancel(false));
                left();
            }
        }
    }

    private static final class Piece<T> extends FutureTask<T> {

        private final CountDownLatch begun = new CountDownLatch(1);

        Piece(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            begun.countDown();
            super.run();
        }
    }

    private synchronized void left() {
        inside--;
    }

    private void queue(ArrayDeque<Runnable> line, Runnable go) {
        synchronized (this) {
            if (free == 0) {
                line.add(go);
                return;
            }
            free--;
        }
        go.run();
    }

    private void execute(Piece<?> piece) {
        try {
            threads.execute(() -> {
                try {
                    piece.run();
                } finally {
                    goOn();
                }
            });
        } catch (RuntimeException | Error e) {
            piece.cancel(false);
            piece.run();
            goOn();
        }
    }

    /** Gives a worker's place to the next in line. */
    private void goOn() {
        Runnable next;
        synchronized (this) {
            boolean big = first.isEmpty() || inARow >= FIRST_IN_A_ROW && !further.isEmpty();
            inARow = big ? 0 : inARow + 1;
            next = big ? further.poll() : first.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** What a piece of work threw, to be thrown again; an {@link Error} is thrown here. */
    static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause.getMessage(), cause);
    }
}
