package org.tongcheng.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** Thrown where a request is refused; carries the problem document and the headers to answer with. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public Refusal(Problem problem) {
        this(problem, Map.of());
    }

    private Refusal(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    /** A parameter of the query at fault: 400. */
    public static Refusal parameter(String name, String value, String allowed, String reason) {
        return new Refusal(Problem.at(400, name, value, allowed, reason));
    }

    public Refusal withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(problem, more);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
