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
        Problem problem = Problem.of(400, e.getMessage()).with("parameter", e.parameter())
                .with("value", e.value()).with("allowed", e.allowed());
        ProblemWriter.write(request, response, problem, Map.of());
    }

    @ExceptionHandler
    public void busy(Busy e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(request, response, Problem.of(429, e.getMessage()),
                Map.of("Retry-After", String.valueOf(e.retryAfterSeconds())));
    }

    @ExceptionHandler
    public void gone(Gone e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(request, response, Problem.of(410, e.getMessage()), Map.of());
    }
}
