package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * Well-known text (OGC 06-103r4, clause 7) as numbers, before any check, so that an open ring is a fault of the geometry with
 * its place and not of the text; Z and M are dropped, an {@code SRID=…;} in front is passed over. Throws {@link InvalidFeature}
 * where the text is no geometry.
 */
final class WktText {

    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z]+|[-+.\\dEe]+|[(),])");
    private static final List<String> TYPES = List.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", RawGeometry.COLLECTION);

    private final String text;
    private final Matcher matcher;
    private String token;

    private WktText(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
        advance();
    }

    static RawGeometry read(String text) {
        WktText reader = new WktText(text.replaceFirst("(?i)^\\s*SRID=\\d+;", ""));
        RawGeometry geometry = reader.geometry(0);
        if (reader.token != null) {
            throw reader.at("the end was expected");
        }
        return geometry;
    }

    /** Decimals as in JSON: read again they are the same doubles. */
    static String write(Geometry geometry) {
        return new WKTWriter(2).write(geometry);
    }

    private RawGeometry geometry(int depth) {
        String word = token == null ? "" : token;
        String type = TYPES.stream().filter(t -> t.equalsIgnoreCase(word)).findFirst()
                .orElseThrow(() -> at("one of " + TYPES + " was expected"));
        advance();
        if (token != null && List.of("Z", "M", "ZM").contains(token.toUpperCase(Locale.ROOT))) {
            advance();
        }
        if (isEmpty()) {
            return RawGeometry.empty(type);
        }
        if (depth > 8) {
            throw at("collections nest 8 deep at the most");
        }
        return switch (type) {
            case "Point", "LineString" -> RawGeometry.of(type, List.of(List.of(positions())));
            case "MultiPoint" -> RawGeometry.of(type, List.of(List.of(positions())));
            case "Polygon", "MultiLineString" -> RawGeometry.of(type, List.of(sequences()));
            case "MultiPolygon" -> RawGeometry.of(type, list(this::sequences));
            default -> RawGeometry.collection(list(() -> geometry(depth + 1)));
        };
    }

    private boolean isEmpty() {
        boolean empty = "EMPTY".equalsIgnoreCase(token);
        if (empty) {
            advance();
        }
        return empty;
    }

    private List<double[]> sequences() {
        return isEmpty() ? List.of() : list(this::positions);
    }

    private interface Part<T> {
        T read();
    }

    private <T> List<T> list(Part<T> part) {
        List<T> parts = new ArrayList<>();
        expect("(");
        parts.add(part.read());
        while (",".equals(token)) {
            advance();
            parts.add(part.read());
        }
        expect(")");
        return parts;
    }

    /** In brackets, each position perhaps in brackets of its own. */
    private double[] positions() {
        if (isEmpty()) {
            return new double[0];
        }
        double[] numbers = new double[8];
        int used = 0;
        expect("(");
        while (true) {
            boolean bracketed = "(".equals(token);
            if (bracketed) {
                advance();
            }
            if (used == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * used);
            }
            numbers[used++] = number();
            numbers[used++] = number();
            for (int more = 0; more < 2 && token != null && !"(),".contains(token); more++) {
                number();
            }
            if (bracketed) {
                expect(")");
            }
            if (!",".equals(token)) {
                break;
            }
            advance();
        }
        expect(")");
        return Arrays.copyOf(numbers, used);
    }

    private double number() {
        try {
            double value = Double.parseDouble(token == null ? "" : token);
            advance();
            return value;
        } catch (NumberFormatException e) {
            throw at("a number was expected");
        }
    }

    private void expect(String bracket) {
        if (!bracket.equals(token)) {
            throw at("'" + bracket + "' was expected");
        }
        advance();
    }

    private void advance() {
        int from = token == null ? 0 : matcher.end();
        matcher.region(from, text.length());
        if (matcher.lookingAt()) {
            token = matcher.group(1);
        } else if (text.substring(from).isBlank()) {
            token = null;
        } else {
            throw new InvalidFeature("wkt", "'" + text.charAt(from) + "' at character " + (from + 1) + " is no well-known text");
        }
    }

    private InvalidFeature at(String reason) {
        return new InvalidFeature("wkt", reason + (token == null ? " at the end" : ", not '" + token + "'"));
    }
}
