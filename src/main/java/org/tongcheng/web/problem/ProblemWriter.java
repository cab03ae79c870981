package org.tongcheng.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem: JSON, or a page where the caller asked for pages before JSON. */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** Does nothing where the answer has already begun. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem, Map<String, String> headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        allowReadingFromAnywhere(response);
        headers.forEach(response::setHeader);
        response.setStatus(problem.status());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept, Accept-Encoding");
        response.setHeader("Cache-Control", "no-store");
        boolean page = prefersPage(request.getHeader("Accept"), request.getQueryString());
        byte[] body = page ? page(problem).getBytes(StandardCharsets.UTF_8) : json(problem);
        response.setContentType(page ? "text/html;charset=UTF-8" : MEDIA_TYPE);
        if (page) {
            response.setHeader("Content-Security-Policy", PageFrame.POLICY);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public static byte[] json(Problem problem) {
        return JSON.writeValueAsBytes(problem.document());
    }

    /** A browser in another origin may read the problem like any other answer. */
    private static void allowReadingFromAnywhere(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
    }

    /** Only a caller that lists HTML and XHTML before any JSON, as browsers and nobody else do, gets a page. */
    static boolean prefersPage(String accept, String query) {
        if (query != null && List.of(query.split("&")).contains("f=json")) {
            return false;
        }
        if (accept == null) {
            return false;
        }
        int html = accept.indexOf("text/html");
        int json = accept.indexOf("json");
        return html >= 0 && accept.contains("application/xhtml+xml") && (json < 0 || html < json);
    }

    private static String page(Problem problem) {
        StringBuilder out = new StringBuilder();
        Markup markup = new Markup(out);
        PageFrame frame = new PageFrame("", Text.of(problem.status() + " " + problem.title()), List.of(), null);
        frame.begin(markup);
        markup.element("p", problem.detail());
        if (!problem.members().isEmpty()) {
            markup.open("table");
            problem.members().forEach((name, value) ->
                    markup.open("tr").element("th", name).element("td", value).close());
            markup.close();
        }
        frame.end(markup);
        return out.toString();
    }
}
