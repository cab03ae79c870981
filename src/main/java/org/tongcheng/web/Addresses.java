package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of this service as the caller sees it: scheme and host are those of the request. */
public final class Addresses {

    private Addresses() {}

    /** Scheme, host and port; the port only where it is not the scheme's own. */
    public static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port <= 0 || port == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** Address of the landing page without its slash. */
    public static String base(HttpServletRequest request) {
        return origin(request) + request.getContextPath();
    }

    /** A path segment, percent-encoded. */
    public static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    /** A name or value of a query, percent-encoded. */
    public static String queryPart(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
