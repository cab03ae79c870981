package org.tongcheng.web.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tongcheng.planning.Pieces;

/**
 * An enquiry that is being answered on a thread of its own, which only waits: every piece of the work has its turn among the
 * {@link Workers}. It goes on for as long as somebody holds it. Threads: safe for many; the pieces are called for by its own.
 */
final class Task implements Runnable {

    private final Enquiry enquiry;
    private final FutureTask<List<Given>> answers;
    private volatile double share;
    private volatile boolean unwanted;

    /** @param errand closed when the task ends */
    Task(Enquiry enquiry, AnswerDesk desk, Workers.Errand errand) {
        this.enquiry = enquiry;
        this.answers = new FutureTask<>(() -> {
            try (errand) {
                return desk.answer(enquiry, new Turns(errand));
            }
        });
    }

    @Override
    public void run() {
        answers.run();
    }

    Enquiry enquiry() {
        return enquiry;
    }

    /** How far it is: 0 to 99. */
    int percent() {
        return (int) (share * 99);
    }

    boolean isDone() {
        return answers.isDone();
    }

    /** Nobody wants it any more: what has not begun is not begun, and what looks after itself ends soon. */
    void stop() {
        unwanted = true;
    }

    /** The answers, or empty where they are not ready by then; throws what the question throws. */
    Optional<List<Given>> await(long milliseconds) {
        try {
            return Optional.of(answers.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw Workers.unwrapped(e.getCause());
        }
    }

    private final class Turns implements Pieces {

        private final Workers.Errand errand;

        Turns(Workers.Errand errand) {
            this.errand = errand;
        }

        @Override
        public <T> List<T> work(List<Supplier<T>> pieces) {
            List<Future<T>> started = new ArrayList<>();
            for (Supplier<T> piece : pieces) {
                started.add(errand.start(() -> {
                    refuseUnwanted();
                    return piece.get();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : started) {
                results.add(errand.await(each));
            }
            return results;
        }

        @Override
        public void progress(double done) {
            refuseUnwanted();
            share = Math.max(share, Math.min(1, done));
        }

        private void refuseUnwanted() {
            if (unwanted) {
                throw new CancellationException("nobody wants the answer any more");
            }
        }
    }
}
