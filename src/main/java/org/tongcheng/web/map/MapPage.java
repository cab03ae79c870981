package org.tongcheng.web.map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.HttpRequestHandler;
import org.tongcheng.web.Compression;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.ProblemWriter;

/**
 * Gives {@code /map/} and the files below {@code /map/assets/}. Files under the present revision may be kept for ever; the page,
 * and a file asked for under a revision that is gone, must be asked for again.
 */
final class MapPage implements HttpRequestHandler {

    static final String ASSETS = "/map/assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final MapFiles files;
    private final MapFiles.File page;
    private final String policy;

    MapPage(MapFiles files, MapSettings settings) {
        this.files = files;
        this.page = files.page("assets/" + files.revision());
        this.policy = policy(settings.baseMap());
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ProblemWriter.write(request, response, Problem.at(405, "method", method, "GET, HEAD", "the map is only read"),
                    Map.of("Allow", "GET, HEAD"));
            return;
        }
        String path = request.getServletPath();
        if (path.startsWith(ASSETS)) {
            asset(path.substring(ASSETS.length()), request, response);
        } else if (!path.equals("/map/")) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + "/map/" + (query == null ? "" : "?" + query));
        } else {
            response.setHeader("Content-Security-Policy", policy);
            response.setHeader("Referrer-Policy", "same-origin");
            write(page, files.revision() + ".page", "no-cache", request, response);
        }
    }

    private void asset(String rest, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int slash = rest.indexOf('/');
        String name = rest.substring(slash + 1);
        MapFiles.File file = slash < 0 ? null : files.find(name).orElse(null);
        if (file == null) {
            ProblemWriter.write(request, response, Problem.of(404, "the map has no such file"), Map.of());
            return;
        }
        boolean present = rest.substring(0, slash).equals(files.revision());
        write(file, files.revision() + "." + Integer.toHexString(name.hashCode()), present ? FOR_EVER : "no-cache", request, response);
    }

    private static void write(MapFiles.File file, String tag, String keeping, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        boolean gzip = Compression.takesGzip(request);
        response.setHeader("Cache-Control", keeping);
        response.setContentType(file.mediaType());
        if (gzip) {
            // Before the tag: the filter marks it, and leaves a body alone that is compressed already.
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("ETag", '"' + tag + '"');
        if (EntityTags.isKnown(request.getHeader("If-None-Match"), '"' + tag + '"')) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = gzip ? file.gzip() : file.bytes();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** OpenLayers draws into canvases and decodes tiles in the page; styles that scripts set are no inline styles. */
    private static String policy(MapSettings.BaseMap baseMap) {
        List<String> rules = new ArrayList<>();
        rules.add("default-src 'none'");
        rules.add("script-src 'self'");
        rules.add("style-src 'self'");
        rules.add("img-src 'self' data: blob:" + others(baseMap.imageSources()));
        rules.add("connect-src 'self'" + others(baseMap.documentSources()));
        rules.add("font-src 'self'");
        rules.add("form-action 'none'");
        rules.add("base-uri 'none'");
        rules.add("frame-ancestors 'self'");
        return String.join("; ", rules);
    }

    private static String others(List<String> hosts) {
        return hosts.stream().map(host -> " " + host).collect(Collectors.joining());
    }
}
