package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongcheng.catalog.Job;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Asking;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** {@code /jobs/{id}}: how far a long question is, then where its answer is; deleting cancels it. */
@Controller
public class JobController {

    private final Jobs jobs;

    public JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs/{id}")
    public void get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(
                request, Parameters.only(request, "f").find("f"), Representation.JSON, Representation.HTML);
        Job job = job(id);
        if (job.status() == Job.Status.DONE) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Addresses.base(request) + "/answers/" + job.result());
        }
        response.addHeader("Vary", "Accept");
        new JobDocument(job, Addresses.base(request)).write(form.isHtml(), response);
    }

    /** What has ended already stays as it is. The id, which nobody can guess, is what entitles to cancel. */
    @Asking
    @DeleteMapping("/jobs/{id}")
    public void delete(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Parameters.only(request);
        jobs.cancel(job(id).id());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private Job job(String id) {
        return jobs.find(id).orElseThrow(() -> new Refusal(
                Problem.at(404, "id", id, "the id of a job of the last seven days", "there is no such job")));
    }
}
