package org.tongcheng.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.tongcheng.catalog.CatalogException;
import org.tongcheng.catalog.CollectionExists;
import org.tongcheng.catalog.CollectionNotEmpty;
import org.tongcheng.catalog.FeatureExists;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.InvalidProperties;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.catalog.StaleRevision;
import org.tongcheng.catalog.UnknownCollection;
import org.tongcheng.catalog.UnknownFeature;
import org.tongcheng.exchange.InvalidFeature;
import org.tongcheng.exchange.MalformedInput;
import org.tongcheng.geometry.Fault;
import org.tongcheng.geometry.InvalidGeometry;
import org.tongcheng.store.StoreFailure;

/**
 * The one place that turns what handlers throw into problem documents; rooms with exceptions of their own add an advice that
 * comes before. Where the answer has already begun the exception goes on to the connector, which breaks the connection off.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What each of the catalogue's exceptions answers with, and what of the request is at fault. */
    private static final Map<Class<? extends CatalogException>, Kind> KINDS = Map.of(
            UnknownCollection.class, new Kind(404, "collection"),
            UnknownFeature.class, new Kind(404, "id"),
            CollectionExists.class, new Kind(409, "id"),
            FeatureExists.class, new Kind(409, "id"),
            CollectionNotEmpty.class, new Kind(409, "force"),
            StaleRevision.class, new Kind(412, "If-Match"),
            InvalidDeclaration.class, new Kind(422, "body"));

    private record Kind(int status, String culprit) {}

    @ExceptionHandler
    void refusal(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, refusal, refusal.problem(), refusal.headers());
    }

    @ExceptionHandler
    void catalog(CatalogException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, e, of(e), Map.of());
    }

    @ExceptionHandler
    void geometry(InvalidGeometry e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, e, of(e.fault()), Map.of());
    }

    @ExceptionHandler
    void properties(InvalidProperties e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PropertyFault first = e.faults().get(0);
        Problem problem = Problem.of(422, e.getMessage()).with("parameter", first.property()).with("value", first.value())
                .with("allowed", first.allowed()).with("faults", e.faults());
        write(request, response, e, problem, Map.of());
    }

    @ExceptionHandler
    void malformed(MalformedInput e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, e, Problem.of(400, e.getMessage()).with("parameter", "body"), Map.of());
    }

    @ExceptionHandler
    void noFeature(InvalidFeature e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(422, e.getMessage()).with("parameter", e.path().isEmpty() ? "body" : e.path())
                .with("allowed", "a GeoJSON Feature (RFC 7946)");
        write(request, response, e, problem, Map.of());
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String allow = allowed(e.getSupportedHttpMethods());
        write(request, response, e,
                Problem.at(405, "method", e.getMethod(), allow, "not allowed at this address"), Map.of("Allow", allow));
    }

    @ExceptionHandler
    void nothingThere(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(404, "there is nothing at this address").with("parameter", "path")
                .with("value", Problem.shortened(request.getRequestURI()));
        write(request, response, e, problem, Map.of());
    }

    @ExceptionHandler
    void clientGone(ClientAbortException e) {
        LOG.debug("the caller has gone", e);
    }

    /** Writers cannot throw what the connector throws when a caller hangs up; it comes wrapped. */
    @ExceptionHandler
    void wrapped(UncheckedIOException e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e.getCause() instanceof ClientAbortException gone) {
            clientGone(gone);
        } else {
            anything(e, request, response);
        }
    }

    @ExceptionHandler
    void anything(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            write(request, response, e, Problem.of(known.getStatusCode().value(), known.getBody().getDetail()), Map.of());
            return;
        }
        if (e instanceof StoreFailure failure && failure.isBusy()) {
            LOG.warn("{} {}: every connection of the store is taken", request.getMethod(), request.getRequestURI());
            write(request, response, e, Problem.of(503, "the store is busy; ask again in 5 s"), Map.of("Retry-After", "5"));
            return;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        write(request, response, e, Problem.of(500, "the service failed; its log says why"), Map.of());
    }

    static Problem of(CatalogException e) {
        Kind kind = KINDS.getOrDefault(e.getClass(), new Kind(400, "request"));
        return Problem.of(kind.status(), e.getMessage()).with("parameter", kind.culprit());
    }

    /** 422 with the place, where there is one, and the reason. */
    public static Problem of(Fault fault) {
        Problem problem = Problem.of(422, fault.message())
                .with("parameter", "geometry").with("code", fault.code()).with("reason", fault.reason());
        if (!fault.hasPlace()) {
            return problem;
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("lon", fault.lon());
        place.put("lat", fault.lat());
        return problem.with("place", place);
    }

    private static String allowed(Set<HttpMethod> methods) {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(methods).orElse(Set.of()).forEach(method -> names.add(method.name()));
        names.add("OPTIONS");
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, Exception cause, Problem problem, Map<String, String> headers)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer had begun when it failed", cause);
        }
        ProblemWriter.write(request, response, problem, headers);
    }
}
