package org.tongcheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.web.problem.Refusal;

/**
 * The parameters of a query, read strictly: an unknown name, a repeated one and an encoding that is no UTF-8 are refused with
 * 400. Read from the query itself, never from a body.
 */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Everything the query holds, whatever its names; {@link #allowOnly} comes next. */
    public static Parameters of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decoded(equals < 0 ? pair : pair.substring(0, equals), pair);
                    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), name);
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
                }
            }
        }
        return new Parameters(values);
    }

    /** Reads the query and refuses every parameter that is not among these, and every repeated one. */
    public static Parameters only(HttpServletRequest request, String... allowed) {
        return of(request).allowOnly(List.of(allowed));
    }

    public Parameters allowOnly(Collection<String> allowed) {
        values.forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw Refusal.parameter(name, given.get(0), allowed.isEmpty() ? "no parameter" : String.join(", ", allowed),
                        "there is no such parameter here");
            }
            if (given.size() > 1) {
                throw Refusal.parameter(name, String.join("&", given), "one value", "given " + given.size() + " times");
            }
        });
        return this;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(given -> given.get(0));
    }

    /** Values by name, as given and in that order. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** {@code true} or {@code false}; {@code false} where it is not given. */
    public boolean flag(String name) {
        String value = find(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Refusal.parameter(name, value, "true or false", "this is neither");
        }
        return value.equals("true");
    }

    private static String decoded(String text, String name) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw Refusal.parameter(name, text, "percent-encoded UTF-8", "'%' is not followed by two hexadecimal digits");
                }
                bytes[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.parameter(name, text, "percent-encoded UTF-8", "this is not UTF-8");
        }
    }
}
