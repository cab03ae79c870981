package org.tongcheng.catalog;

import java.time.Duration;
import java.util.Optional;

/**
 * The jobs of all services on one store. Whoever works on a job says so from time to time ({@link #touch}); one that falls silent
 * has failed, so that nobody waits for a service that is gone. Times are those of the store. Threads: safe for many.
 */
public interface JobLog {

    /** Records a job that begins to run, and forgets those that nobody has touched for a week. */
    void open(String id, String question);

    /** Says that it is still worked on and how far; whether it is still to be, which one that was cancelled or given up is not. */
    boolean touch(String id, int percent);

    /** Ends a running job; whether it was running. */
    boolean end(String id, Job.Status status, String result);

    /** @param silence a running job that was not touched for longer is ended as failed, whoever looks */
    Optional<Job> find(String id, Duration silence);
}
