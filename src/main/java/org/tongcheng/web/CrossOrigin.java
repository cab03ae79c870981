package org.tongcheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.ProblemWriter;

/**
 * Lets pages of any origin read and ask, and, once a write token is set, write with it. Nothing rests on cookies, so any
 * origin is named by {@code *}. Also refuses methods that nothing here knows, which the servlet would answer with 501.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class CrossOrigin extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final String ASKING = "GET, HEAD, OPTIONS, POST";
    private static final String WRITING = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private static final String DAY_SECONDS = "86400";

    private final WriteAccess access;

    public CrossOrigin(WriteAccess access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            ProblemWriter.write(request, response,
                    Problem.at(405, "method", request.getMethod(), WRITING, "allowed nowhere here"), Map.of("Allow", WRITING));
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers",
                "ETag, Link, Location, Content-Crs, Allow, Accept-Post, Accept-Patch, Retry-After, Preference-Applied, Features-Left-Out, WWW-Authenticate");
        response.setHeader("X-Content-Type-Options", "nosniff");
        boolean preflight = "OPTIONS".equals(request.getMethod())
                && request.getHeader("Origin") != null && request.getHeader("Access-Control-Request-Method") != null;
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", access.needsToken() ? WRITING : ASKING);
            response.setHeader("Access-Control-Allow-Headers",
                    "Accept, Accept-Language, Content-Type, Content-Crs, If-None-Match, Prefer"
                            + (access.needsToken() ? ", Authorization, If-Match" : ""));
            response.setHeader("Access-Control-Max-Age", DAY_SECONDS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, "OPTIONS".equals(request.getMethod()) ? new WithoutEmptyHeaders(response) : response);
    }

    /**
     * What answers OPTIONS by default names no format of patches where nothing can be patched; yet the header alone, empty as it
     * is, means that something can (RFC 5789, 3.1).
     */
    private static final class WithoutEmptyHeaders extends HttpServletResponseWrapper {

        WithoutEmptyHeaders(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!value.isEmpty()) {
                super.addHeader(name, value);
            }
        }
    }
}
