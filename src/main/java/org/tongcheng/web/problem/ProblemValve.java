package org.tongcheng.web.problem;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers with a problem document what Tomcat refuses before any handler sees it: a request line, header or address it cannot
 * read. What cannot be read is the caller's doing, so the 501 and 505 with which Tomcat answers an unknown transfer coding or
 * HTTP version become 400.
 */
public final class ProblemValve extends ErrorReportValve {

    public ProblemValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = problem(status == 501 || status == 505 ? 400 : status);
        try {
            String allow = response.getHeader("Allow");
            ProblemWriter.write(
                    request, response, problem, allow == null ? Map.of() : Map.of("Allow", allow));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the caller has gone before the problem was written", e);
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "the request line, a header or the address cannot be read; in an address, characters"
                            + " other than letters, digits and -._~ are percent-encoded as UTF-8, and %2F and %00 stand nowhere in a path")
                    .with("parameter", "request").with("allowed", "HTTP/1.1 with a valid request line, Host and headers");
            case 404 -> Problem.of(404, "there is nothing at this address");
            case 405 -> Problem.of(405, "this method is allowed nowhere here").with("parameter", "method");
            case 408 -> Problem.of(408, "the request took too long to arrive");
            case 413 -> Problem.of(413, "the body is larger than the service takes").with("parameter", "body");
            case 414, 431 -> Problem.of(status, "the request line and headers are longer than the service takes")
                    .with("parameter", "request").with("allowed", "at most 16 KiB");
            case 417 -> Problem.of(417, "this expectation cannot be met").with("parameter", "Expect").with("allowed", "100-continue");
            default -> Problem.of(status, status < 500 ? "the request was refused" : "the service failed; its log says why")
                    .with("parameter", status < 500 ? "request" : null);
        };
    }
}
