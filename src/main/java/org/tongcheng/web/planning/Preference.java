package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller would wait for an answer (RFC 7240, {@code Prefer: wait=180}, {@code Prefer: respond-async}). What is no such
 * preference is passed over, as the standard says.
 *
 * @param seconds how long to wait
 * @param applied what to name as applied; null where nothing was preferred
 */
record Preference(int seconds, String applied) {

    static final int USUAL_SECONDS = 5;

    /** Nobody waits longer on one connection. */
    static final int MOST_SECONDS = 600;

    private static final Pattern WAIT = Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** The first of a kind counts. */
    static Preference of(HttpServletRequest request) {
        Integer wait = null;
        boolean async = false;
        for (String preference : String.join(",", Collections.list(request.getHeaders("Prefer"))).split(",")) {
            String alone = preference.split(";", 2)[0].strip();
            Matcher matcher = WAIT.matcher(alone);
            if (matcher.matches() && wait == null) {
                wait = Math.min(Integer.parseInt(matcher.group(1)), MOST_SECONDS);
            }
            async |= alone.equalsIgnoreCase("respond-async");
        }
        if (wait == null) {
            return async ? new Preference(0, "respond-async") : new Preference(USUAL_SECONDS, null);
        }
        return new Preference(wait, (async ? "respond-async, " : "") + "wait=" + wait);
    }
}
