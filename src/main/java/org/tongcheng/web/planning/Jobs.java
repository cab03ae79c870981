package org.tongcheng.web.planning;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.catalog.Job;
import org.tongcheng.catalog.JobLog;
import org.tongcheng.planning.BadParameter;

/**
 * The enquiries that are being answered, and the jobs by which those who did not wait ask after them.
 *
 * <p>Who asks what is being answered already joins in. A task is held by those who wait for it and by its jobs; when the last of
 * them has left it is stopped, so that one asker's cancelling takes nothing from another. Jobs stand in the store: every service
 * on it can tell how far one is and cancel it, and one whose service fell silent has failed.
 *
 * <p>Threads: safe for many.
 */
public final class Jobs implements AutoCloseable {

    /** A service says every {@value #BEAT_SECONDS} seconds that it still works on its jobs. */
    private static final int BEAT_SECONDS = 2;

    /** One that has said nothing for so long is gone; several beats, for a busy store or a long collection of garbage. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final AnswerDesk desk;
    private final JobLog log;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("question-task-"));
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(daemons("job-beat-"));
    private final Map<String, Task> running = new HashMap<>();
    private final Map<Task, Integer> holders = new HashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private boolean beating;

    /** @param form the form in which the answer is wanted; null for the usual one */
    private record Open(Task task, String form) {}

    public Jobs(AnswerDesk desk, JobLog log) {
        this.desk = desk;
        this.log = log;
    }

    /** Begins to answer, or joins who asked the same; throws {@link Busy}. To be left, or made a job. */
    synchronized Task hold(Enquiry enquiry) {
        Task task = running.get(enquiry.key());
        if (task == null) {
            Task begun = desk.task(enquiry);
            task = begun;
            running.put(enquiry.key(), begun);
            threads.execute(() -> {
                begun.run();
                ended(begun);
            });
        }
        holders.merge(task, 1, Integer::sum);
        return task;
    }

    /** Who held the task wants it no more. */
    synchronized void leave(Task task) {
        if (holders.merge(task, -1, Integer::sum) == 0) {
            holders.remove(task);
            if (!task.isDone()) {
                task.stop();
                running.remove(task.enquiry().key(), task);
            }
        }
    }

    /** Who held the task will ask after it under the id that this gives. */
    String open(Task task, String form) {
        String id = UUID.randomUUID().toString().replace("-", "");
        log.open(id, task.enquiry().name());
        boolean over;
        synchronized (this) {
            open.put(id, new Open(task, form));
            over = !running.containsValue(task);
            if (!beating) {
                beating = true;
                beats.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
            }
        }
        if (over) {
            end(id);
        }
        return id;
    }

    /** How a job stands, whichever service works on it. */
    Optional<Job> find(String id) {
        Open here;
        synchronized (this) {
            here = open.get(id);
        }
        if (here != null) {
            log.touch(id, here.task().percent());
        }
        return log.find(id, SILENCE);
    }

    /** Cancels a running job; another service hears of its own within a few seconds. */
    void cancel(String id) {
        log.end(id, Job.Status.CANCELLED, null);
        drop(id);
    }

    /** How many jobs this service works on. */
    synchronized int working() {
        return open.size();
    }

    private void drop(String id) {
        Open gone;
        synchronized (this) {
            gone = open.remove(id);
        }
        if (gone != null) {
            leave(gone.task());
        }
    }

    private void beat() {
        Map<String, Open> now;
        synchronized (this) {
            now = new LinkedHashMap<>(open);
        }
        now.forEach((id, job) -> {
            try {
                if (!log.touch(id, job.task().percent())) {
                    drop(id);
                }
            } catch (RuntimeException e) {
                LOG.warn("Job {} could not be touched: {}", id, e.getMessage());
            }
        });
    }

    private void ended(Task task) {
        List<String> ids;
        synchronized (this) {
            running.remove(task.enquiry().key(), task);
            ids = open.entrySet().stream().filter(e -> e.getValue().task() == task).map(Map.Entry::getKey).toList();
        }
        ids.forEach(this::end);
    }

    private void end(String id) {
        Open job;
        synchronized (this) {
            job = open.get(id);
        }
        if (job == null) {
            return;
        }
        try {
            List<Given> given = job.task().await(0).orElseThrow();
            String ids = given.stream().map(Given::id).collect(Collectors.joining(","));
            log.end(id, Job.Status.DONE, ids + (job.form() == null ? "" : "?f=" + job.form()));
        } catch (BadParameter | Busy | Gone | CancellationException e) {
            log.end(id, Job.Status.FAILED, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} ({}) failed", id, job.task().enquiry().name(), e);
            log.end(id, Job.Status.FAILED, "something went wrong here; the service's log says what");
        }
        drop(id);
    }

    /** Stops all work; its jobs have failed. */
    @Override
    public void close() {
        beats.shutdownNow();
        List<String> ids;
        synchronized (this) {
            ids = List.copyOf(open.keySet());
            // what ends after this has no store to say so to
            open.clear();
            running.values().forEach(Task::stop);
        }
        for (String id : ids) {
            log.end(id, Job.Status.FAILED, "the service that worked on it was stopped; ask again");
        }
        threads.shutdown();
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
