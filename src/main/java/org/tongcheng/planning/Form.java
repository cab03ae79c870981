package org.tongcheng.planning;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcheng.catalog.Period;

/**
 * The form of a parameter's value: how it is read and how it is written back, so that reading what was written gives the same.
 *
 * @param reader  reads one value; throws {@link IllegalArgumentException} where the text is none
 * @param writer  writes a value in its one canonical text
 * @param allowed what a value looks like, in one phrase
 * @param words   the only values there are; empty where there is no such list
 * @param schema  the type of JSON Schema a value has: string, integer, number, boolean or {@link #OBJECT}
 * @param commas  whether several values may stand in one text, parted by commas
 */
public record Form<T>(
        Function<String, T> reader,
        Function<T, String> writer,
        String allowed,
        List<String> words,
        String schema,
        boolean commas) {

    /** The schema of a value that is JSON itself; it may be the whole body of a question. */
    public static final String OBJECT = "object";

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,9}");
    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(km|m)");
    private static final Pattern ID = Pattern.compile("[^\\s,/\\p{Cntrl}]{1,200}");

    public static final Form<Place> PLACE =
            text(Place::of, "lon,lat in degrees or collection/id", false);
    public static final Form<FeatureRef> FEATURE = text(FeatureRef::of, "collection/id", false);
    public static final Form<Period> PERIOD = new Form<>(
            Form::period, Period::text, "YYYY, YYYY-MM or YYYY-MM-DD", List.of(), "string", true);
    public static final Form<Instant> INSTANT = text(
            Form::instant, "a timestamp with its offset, as in 2026-01-31T08:00:00Z, not in the future", false);
    public static final Form<String> ID_LIST = text(Form::id, "ids of features", true);
    public static final Form<Boolean> BOOLEAN = new Form<>(
            t -> Boolean.valueOf(word(t, List.of("true", "false"))),
            String::valueOf, "true or false", List.of("true", "false"), "boolean", false);
    /** The bare id of an area, or {@code metropolitan-areas/id}. */
    public static final Form<String> AREA = text(Form::area, "an id of metropolitan-areas", false);

    public static Form<String> choice(List<String> words) {
        return new Form<>(t -> word(t, words), w -> w, "one of " + String.join(", ", words), words, "string", false);
    }

    /** Whole numbers from {@code least} to {@code most}, both included. */
    public static Form<Integer> whole(int least, int most) {
        return new Form<>(t -> whole(t, least, most), String::valueOf,
                "a whole number from " + least + " to " + most, List.of(), "integer", true);
    }

    /** Lengths in metres between two others, both included and written as such; the unit must be written. */
    public static Form<Double> length(String least, String most) {
        double from = metres(least);
        double to = metres(most);
        return new Form<>(t -> within(metres(t), from, to, least + ".." + most), m -> plain(m) + "m",
                "a length with its unit, as in 500m or 5km, from " + least + " to " + most, List.of(), "string", false);
    }

    /** Decimal numbers from {@code least} to {@code most}, both included. */
    public static Form<Double> number(double least, double most) {
        String range = plain(least) + ".." + plain(most);
        return new Form<>(t -> within(finite(t), least, most, range), Form::plain,
                "a number from " + plain(least) + " to " + plain(most), List.of(), "number", true);
    }

    private static <T> Form<T> text(Function<String, T> reader, String allowed, boolean commas) {
        return new Form<>(reader, String::valueOf, allowed, List.of(), "string", commas);
    }

    /** Reads a finite decimal number; throws {@link IllegalArgumentException} where it is none. */
    static double finite(String text) {
        String trimmed = text.strip();
        if (!NUMBER.matcher(trimmed).matches() || Double.isInfinite(Double.parseDouble(trimmed))) {
            throw new IllegalArgumentException("'" + text + "' is not a finite number");
        }
        return Double.parseDouble(trimmed);
    }

    private static Period period(String text) {
        Period period = Period.of(text);
        if (period.year() < 1) {
            throw new IllegalArgumentException("the year 0000 is in no calendar");
        }
        return period;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a timestamp", e);
        }
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no id");
        }
        return text;
    }

    private static String area(String text) {
        String prefix = Collections.AREAS + "/";
        return id(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static String word(String text, List<String> words) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is none of them");
        }
        return text;
    }

    private static Integer whole(String text, int least, int most) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number");
        }
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text + " lies outside " + least + ".." + most);
        }
        return value;
    }

    private static Double within(double value, double least, double most, String range) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("it lies outside " + range);
        }
        return value + 0.0;
    }

    private static String plain(double value) {
        BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return plain.toPlainString();
    }

    private static double metres(String text) {
        Matcher matcher = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(1).length() > 15) {
            throw new IllegalArgumentException("'" + text + "' is not a length with a unit");
        }
        return Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("km") ? 1000 : 1);
    }
}
