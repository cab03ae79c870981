package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.ProblemWriter;

/** Turns what planning questions refuse into problem documents. */
@ControllerAdvice
@Order(0)
public class QuestionProblems {

    @ExceptionHandler
    public void badParameter(BadParameter e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(e.isImpossible() ? 422 : 400, e.getMessage()).with("parameter", e.parameter())
                .with("value", e.value()).with("allowed", e.allowed());
        write(e, problem, Map.of(), request, response);
    }

    @ExceptionHandler
    public void busy(Busy e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(e, Problem.of(429, e.getMessage()), Map.of("Retry-After", String.valueOf(e.retryAfterSeconds())), request, response);
    }

    @ExceptionHandler
    public void gone(Gone e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(e, Problem.of(410, e.getMessage()), Map.of(), request, response);
    }

    /** Where the answer has begun the connection is broken off, lest half of it be taken for the whole. */
    private static void write(RuntimeException cause, Problem problem, Map<String, String> headers, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer had begun when it failed", cause);
        }
        ProblemWriter.write(request, response, problem, headers);
    }
}
