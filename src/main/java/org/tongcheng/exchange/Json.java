package org.tongcheng.exchange;

import java.io.InputStream;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One strict way of reading JSON: no NaN, no duplicate members, nothing after the end, depth and lengths bounded. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final Pattern LOCATION = Pattern.compile("\\s+at \\[.*", Pattern.DOTALL);

    private Json() {}

    static <T> T read(InputStream in, Class<T> type) {
        try {
            return MAPPER.readValue(in, type);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The parser's complaint without its own wording of the place; what went wrong with the stream itself stays an I/O error. */
    static RuntimeException malformed(JacksonException e) {
        if (e instanceof JacksonIOException io && !(io.getCause() instanceof java.io.CharConversionException)) {
            return new java.io.UncheckedIOException(io.getCause());
        }
        TokenStreamLocation at = e.getLocation();
        String reason = e.getOriginalMessage() == null ? "no JSON" : LOCATION.matcher(e.getOriginalMessage()).replaceFirst("");
        return at == null
                ? new MalformedInput(reason, 0, 0)
                : new MalformedInput("not JSON: " + reason, Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0));
    }
}
