package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests: UTF-8, of a media type that is taken, not larger than {@link #MOST_BYTES}. */
public final class Body {

    /** 32 MiB: three times the largest geometry taken, written with 15 decimals. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    /**
     * Refuses a body that is too large with 413 and an empty one with 400.
     *
     * @param accept header that names the media types taken: {@code Accept-Post}, {@code Accept-Patch} or {@code Accept}
     */
    public static byte[] read(HttpServletRequest request, String accept, List<String> mediaTypes) {
        requireMediaType(request, accept, mediaTypes);
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Refusal(Problem.of(400, "the body broke off or its chunks cannot be read").with("parameter", "body"));
        }
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            throw new Refusal(Problem.of(400, "the body is empty").with("parameter", "body"));
        }
        return bytes;
    }

    /** The body as JSON; refuses with 400 and the place what is none, NaN too, and a name that stands twice in an object. */
    public static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    public static Refusal notJson(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new Refusal(Problem.of(400, "the body is no JSON: " + e.getOriginalMessage().lines().findFirst().orElse("") + where)
                .with("parameter", "body").with("allowed", "JSON (RFC 8259)"));
    }

    /** Refuses a missing media type with 400 (Part 4, requirements on {@code Content-Type}), one that is not taken with 415. */
    public static void requireMediaType(HttpServletRequest request, String accept, List<String> mediaTypes) {
        String allowed = String.join(", ", mediaTypes);
        String given = request.getContentType();
        if (given == null || given.isBlank()) {
            throw new Refusal(Problem.of(400, "the request says no Content-Type").with("parameter", "Content-Type").with("allowed", allowed));
        }
        MediaType type;
        try {
            type = MediaType.parseMediaType(given);
        } catch (InvalidMediaTypeException e) {
            throw Refusal.parameter("Content-Type", given, allowed, "this is no media type");
        }
        if (!mediaTypes.contains(type.getType() + "/" + type.getSubtype())) {
            throw new Refusal(Problem.at(415, "Content-Type", given, allowed, "bodies of this media type are not taken here"))
                    .withHeader(accept, allowed);
        }
        String charset = type.getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw new Refusal(Problem.at(415, "Content-Type", given, "UTF-8", "JSON is UTF-8 (RFC 8259)"));
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !"identity".equalsIgnoreCase(coding)) {
            throw new Refusal(Problem.at(415, "Content-Encoding", coding, "no content coding", "bodies are taken as they are"));
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(Problem.of(413, "the body is larger than " + MOST_BYTES / 1024 / 1024 + " MiB").with("parameter", "body"));
    }
}
