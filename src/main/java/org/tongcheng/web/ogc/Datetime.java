package org.tongcheng.web.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcheng.catalog.Query;
import org.tongcheng.web.problem.Refusal;

/**
 * The parameter {@code datetime}: an instant, or an interval whose ends may be open (Part 1, 7.15.4). Features know days, so an
 * instant counts as the day its own offset gives it. Beyond the standard a year or a month stands for all its days.
 */
final class Datetime {

    private static final String NAME = "datetime";
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Datetime() {}

    /** The days asked for; null where both ends are open. Throws a refusal with 400. */
    static Query.Days of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Query.Days(first(text, text), last(text, text));
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        Query.Days days = new Query.Days(isOpen(from) ? null : first(from, text), isOpen(to) ? null : last(to, text));
        if (days.from() != null && days.to() != null && days.from().isAfter(days.to())) {
            throw refused(text, "the interval ends before it begins");
        }
        return days.from() == null && days.to() == null ? null : days;
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static LocalDate first(String end, String whole) {
        return switch (end.length()) {
            case 4 -> day(end + "-01-01", whole);
            case 7 -> day(end + "-01", whole);
            default -> day(end, whole);
        };
    }

    private static LocalDate last(String end, String whole) {
        return switch (end.length()) {
            case 4 -> day(end + "-12-31", whole);
            case 7 -> YearMonth.from(day(end + "-01", whole)).atEndOfMonth();
            default -> day(end, whole);
        };
    }

    private static LocalDate day(String end, String whole) {
        Matcher time = TIME.matcher(end);
        try {
            LocalDate day = LocalDate.parse(time.matches() ? time.group(1) : end, DAY);
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw refused(whole, "the years are 0001 to 9999");
            }
            return day;
        } catch (DateTimeException e) {
            throw refused(whole, "this is no instant and no interval");
        }
    }

    private static Refusal refused(String text, String reason) {
        return Refusal.parameter(NAME, text, "an instant or date such as 2018-02-12T23:20:50Z or 2018-02-12, or an interval such as"
                + " 2018-02-12/2018-03-18, 2018-02-12/.. or ../2018-03-18", reason);
    }
}
