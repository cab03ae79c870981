package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.Job;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.Documents;
import org.tongcheng.web.Members;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;

/**
 * How a job stands, for programs and for people; a page looks again by itself.
 *
 * @param base address of the landing page without its slash
 */
record JobDocument(Job job, String base) {

    private static final String RETRY_AFTER_SECONDS = "2";

    void write(boolean html, HttpServletResponse response) throws IOException {
        boolean running = job.status() == Job.Status.RUNNING;
        response.setHeader("Cache-Control", "no-store");
        if (running) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (!html) {
            Documents.json(response, Representation.JSON, members());
            return;
        }
        if (running) {
            response.setHeader("Refresh", RETRY_AFTER_SECONDS + "; url=" + address());
        }
        PageFrame frame = new PageFrame(base, new Text("计算任务", "Job"), List.of(), address() + "?f=json");
        Documents.page(response, frame, markup -> {
            markup.element("p", chinese()).element("p", english(), "lang", "en");
            if (running) {
                markup.element("progress", job.percent() + " %", "max", "100", "value", String.valueOf(job.percent()));
            }
        });
    }

    private String address() {
        return base + "/jobs/" + job.id();
    }

    private Map<String, Object> members() {
        return Members.of("id", job.id(), "question", job.question(), "status", job.status().label(), "percent", job.percent(),
                "detail", job.status() == Job.Status.FAILED ? job.result() : null);
    }

    private String chinese() {
        return switch (job.status()) {
            case RUNNING -> "正在计算，已完成" + job.percent() + "%，完成后自动显示结果。";
            case DONE -> "计算已完成。";
            case FAILED -> "计算未能完成。";
            case CANCELLED -> "计算已取消。";
        };
    }

    private String english() {
        return switch (job.status()) {
            case RUNNING -> job.question() + ": " + job.percent() + " % done; the answer will be shown here.";
            case DONE -> "Done.";
            case FAILED -> "Failed: " + job.result();
            case CANCELLED -> "Cancelled.";
        };
    }
}
