package org.tongcheng.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A year, a month or a day, its precision kept.
 *
 * @param text {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 */
public record Period(String text) {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** Throws {@link IllegalArgumentException} with the text where it is no year, month or day. */
    public Period {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not YYYY, YYYY-MM or YYYY-MM-DD");
        }
        try {
            lastDay(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date of the calendar", e);
        }
    }

    public static Period of(String text) {
        return new Period(text);
    }

    /** The day it stands for: a year or a month alone stands for its last day (design.md, Two time axes). */
    public LocalDate lastDay() {
        return lastDay(text);
    }

    public int year() {
        return Integer.parseInt(text.substring(0, 4));
    }

    private static LocalDate lastDay(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }
}
