package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/**
 * Lets only those write who may. Without a token that is whoever sits at the machine itself: the service listens on a loopback
 * address, the request names it by a loopback host (a name that an attacker points at 127.0.0.1 is none), and no page of
 * another origin sends it. With a token it is whoever has the token, from wherever.
 */
@Component
public class WriteGuard implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]|::1|0:0:0:0:0:0:0:1");

    private final WriteAccess access;

    public WriteGuard(WriteAccess access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean writes = !READING.contains(request.getMethod()) && handler instanceof HandlerMethod method && !asks(method);
        if (writes && request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST) {
            check(request);
        }
        return true;
    }

    private void check(HttpServletRequest request) {
        boolean admitted = access.needsToken() && access.admits(request.getHeader("Authorization"));
        if (admitted) {
            return;
        }
        if (isForeign(request)) {
            throw forbidden("Origin", request.getHeader("Origin"), "pages of other origins write only with the token");
        }
        if (access.needsToken()) {
            throw new Refusal(Problem.of(401, "writing needs the token, as 'Authorization: Bearer …'")
                    .with("parameter", "Authorization")).withHeader("WWW-Authenticate", "Bearer realm=\"tongcheng\"");
        }
        if (!access.loopback()) {
            throw forbidden("server.address", null, "the service listens beyond this machine and no tongcheng.write-token is set,"
                    + " so nobody may write");
        }
        if (!LOOPBACK.matcher(request.getServerName().toLowerCase(Locale.ROOT)).matches()) {
            throw forbidden("Host", request.getHeader("Host"), "without a token one writes only under a loopback name such as"
                    + " localhost or 127.0.0.1");
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        return origin != null && !origin.equalsIgnoreCase(Addresses.origin(request))
                || "cross-site".equals(site) || "same-site".equals(site);
    }

    private static boolean asks(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Asking.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Asking.class);
    }

    private static Refusal forbidden(String parameter, String value, String reason) {
        return new Refusal(Problem.of(403, reason).with("parameter", parameter).with("value", Problem.shortened(value)));
    }
}
