package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/**
 * A form in which something is given.
 *
 * @param f         its name for the parameter {@code f}
 * @param mediaType under which it is sent
 * @param accepted  media types by which it can be asked for, its own first
 */
public record Representation(String f, String mediaType, List<MediaType> accepted) {

    public static final Representation JSON = of("json", "application/json");
    public static final Representation GEOJSON = of("json", "application/geo+json", "application/json", "application/vnd.geo+json");
    public static final Representation SCHEMA = of("json", "application/schema+json", "application/json");
    public static final Representation HTML = of("html", "text/html;charset=UTF-8", "application/xhtml+xml");

    public static Representation of(String f, String mediaType, String... others) {
        List<MediaType> accepted = new java.util.ArrayList<>();
        accepted.add(MediaType.parseMediaType(mediaType));
        for (String other : others) {
            accepted.add(MediaType.parseMediaType(other));
        }
        return new Representation(f, mediaType, List.copyOf(accepted));
    }

    public boolean isHtml() {
        return f.equals("html");
    }

    /**
     * The form asked for: by {@code f} where it is given, else by {@code Accept}, else the first. Refuses an unknown {@code f}
     * with 400 and an {@code Accept} that nothing satisfies with 406.
     */
    public static Representation choose(HttpServletRequest request, Optional<String> f, Representation... offered) {
        List<Representation> all = List.of(offered);
        if (f.isPresent()) {
            String allowed = String.join(", ", all.stream().map(Representation::f).toList());
            return all.stream().filter(r -> r.f.equals(f.get())).findFirst()
                    .orElseThrow(() -> Refusal.parameter("f", f.get(), "one of " + allowed, "there is no such form here"));
        }
        List<String> headers = java.util.Collections.list(request.getHeaders("Accept"));
        String accept = String.join(",", headers);
        if (accept.isBlank()) {
            return all.get(0);
        }
        return accepted(accept, all).orElseThrow(() -> new Refusal(Problem.at(406, "Accept", accept,
                String.join(", ", all.stream().map(Representation::mediaType).toList()), "nothing here has any of these forms")));
    }

    private static Optional<Representation> accepted(String accept, List<Representation> offered) {
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw Refusal.parameter("Accept", accept, "media types such as application/json", "this is no list of media types");
        }
        return offered.stream()
                .filter(r -> r.quality(ranges) > 0)
                .max(Comparator.<Representation>comparingDouble(r -> r.quality(ranges))
                        .thenComparingInt(r -> -offered.indexOf(r)));
    }

    /** Quality of the best of its media types; each counts by the most specific range that holds it (RFC 9110, 12.5.1). */
    private double quality(List<MediaType> ranges) {
        return accepted.stream().mapToDouble(type -> quality(type, ranges)).max().orElse(0);
    }

    private static double quality(MediaType type, List<MediaType> ranges) {
        return ranges.stream().filter(range -> range.includes(type))
                .max(Comparator.comparingInt(Representation::specificity))
                .map(MediaType::getQualityValue).orElse(0.0);
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2 + range.getParameters().size();
    }
}
