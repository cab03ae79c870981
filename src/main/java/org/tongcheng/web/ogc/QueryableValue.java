package org.tongcheng.web.ogc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.web.problem.Refusal;

/** The value by which items are asked for, read from a query as the type of its property. */
final class QueryableValue {

    private QueryableValue() {}

    /** Of the property's Java type; on an array, the text of an element. Throws a refusal with 400. */
    static Object of(PropertyDeclaration property, String text) {
        if (!property.values().isEmpty() && !property.values().contains(text)) {
            throw Refusal.parameter(property.name(), text, "one of " + String.join(", ", property.values()), "it never has this value");
        }
        try {
            return switch (property.type()) {
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> number(text);
                case BOOLEAN -> flag(text);
                case DATE -> LocalDate.parse(text).toString();
                case PERIOD -> Period.of(text).text();
                case STRING, ARRAY, OBJECT -> text;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.parameter(property.name(), text, allowed(property), "this is none");
        }
    }

    private static Double number(String text) {
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static String allowed(PropertyDeclaration property) {
        return switch (property.type()) {
            case INTEGER -> "a whole number";
            case NUMBER -> "a finite number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date YYYY-MM-DD";
            case PERIOD -> "YYYY, YYYY-MM or YYYY-MM-DD";
            case STRING, ARRAY, OBJECT -> "a text";
        };
    }
}
