package org.tongcheng.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A problem document (RFC 9457).
 *
 * @param status  HTTP status
 * @param detail  one sentence for whoever asked
 * @param members further members, in the order shown: {@code parameter}, {@code value}, {@code allowed} and those of one kind
 */
public record Problem(int status, String detail, Map<String, Object> members) {

    private static final int LONGEST_VALUE = 80;

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** A parameter at fault; the value is shortened to 80 characters and left out where it is null. */
    public static Problem at(int status, String parameter, String value, String allowed, String reason) {
        return of(status, "parameter '" + parameter + "': " + reason).with("parameter", parameter)
                .with("value", shortened(value)).with("allowed", allowed);
    }

    /** With one more member; a null value adds none. */
    public Problem with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, detail, more);
    }

    /** The document's members in their order. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title());
        document.put("status", status);
        document.put("detail", detail);
        document.putAll(members);
        return document;
    }

    public String title() {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    public static String shortened(String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
