package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes small documents and pages. Threads: safe for many. */
public final class Documents {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final int BUFFER_CHARS = 8 * 1024;

    private Documents() {}

    /** A document of maps, lists, strings, numbers and booleans. */
    public static void json(HttpServletResponse response, Representation form, Object document) throws IOException {
        byte[] body = JSON.writeValueAsBytes(document);
        response.setContentType(form.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A page, written while {@code content} makes it. */
    public static void page(HttpServletResponse response, PageFrame frame, Consumer<Markup> content) throws IOException {
        response.setContentType(Representation.HTML.mediaType());
        response.setHeader("Content-Security-Policy", PageFrame.POLICY);
        Writer writer = new java.io.BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER_CHARS);
        Markup markup = frame.begin(new Markup(writer));
        content.accept(markup);
        frame.end(markup);
        writer.flush();
    }

    /** Sets the tag and answers 304 where the caller already has what it names; then nothing more may be written. */
    public static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (!EntityTags.isKnown(request.getHeader("If-None-Match"), tag)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }
}
