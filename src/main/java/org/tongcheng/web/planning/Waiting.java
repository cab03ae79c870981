package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.tongcheng.catalog.Job;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Representation;

/** Waits for an answer as long as the caller prefers and no longer, then tells where to ask after it: 202 with a job. */
@Component
class Waiting {

    /** So many may wait longer than usual, lest those who wait take all the connections there are. */
    private static final int MOST_LONG_WAITS = 64;

    private final AnswerDesk desk;
    private final Jobs jobs;
    private final Semaphore longWaits = new Semaphore(MOST_LONG_WAITS);

    Waiting(AnswerDesk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /** The answers; empty where they are not ready, in which case the response is complete. */
    Optional<List<Given>> answers(Enquiry enquiry, Representation form, boolean formGiven, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Preference preference = Preference.of(request);
        response.addHeader("Vary", "Prefer");
        if (preference.applied() != null) {
            response.setHeader("Preference-Applied", preference.applied());
        }
        Optional<List<Given>> ready = desk.findReady(enquiry);
        if (ready.isPresent()) {
            return ready;
        }
        Task task = jobs.hold(enquiry);
        boolean held = true;
        try {
            ready = await(task, preference.seconds());
            if (ready.isEmpty()) {
                String id = jobs.open(task, form.isHtml() || formGiven ? form.f() : null);
                held = false;
                accepted(id, form, request, response);
            }
        } finally {
            if (held) {
                jobs.leave(task);
            }
        }
        return ready;
    }

    private Optional<List<Given>> await(Task task, int seconds) {
        Optional<List<Given>> ready = task.await(1000L * Math.min(seconds, Preference.USUAL_SECONDS));
        if (ready.isEmpty() && seconds > Preference.USUAL_SECONDS && longWaits.tryAcquire()) {
            try {
                return task.await(1000L * (seconds - Preference.USUAL_SECONDS));
            } finally {
                longWaits.release();
            }
        }
        return ready;
    }

    private void accepted(String id, Representation form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Location", Addresses.base(request) + "/jobs/" + id);
        Job job = jobs.find(id).orElseThrow();
        new JobDocument(job, Addresses.base(request)).write(form.isHtml(), response);
    }
}
