package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** Answers 503 with {@code Retry-After} while the catalogue is still being loaded. */
@Component
public class ReadinessGate implements HandlerInterceptor {

    private static final Set<String> ALWAYS_OPEN = Set.of("/", "/conformance", "/error");
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Readiness readiness;

    public ReadinessGate(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getServletPath();
        if (readiness.ready() || ALWAYS_OPEN.contains(path) || path.startsWith("/assets/") || path.startsWith("/actuator")) {
            return true;
        }
        throw new Refusal(Problem.of(503, "the catalogue is still being loaded")).withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
