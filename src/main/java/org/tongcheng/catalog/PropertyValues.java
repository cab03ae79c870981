package org.tongcheng.catalog;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads values as a property's type wants them. */
final class PropertyValues {

    /** Whole numbers beyond it have neighbours that no double tells apart. */
    private static final double EXACT_INTEGERS = 9007199254740992.0;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DEEPEST = 32;

    private PropertyValues() {}

    /** The value in the Java type that {@link PropertyType} names; null where it is none of that type. */
    static Object read(PropertyType type, Object given) {
        return switch (type) {
            case STRING -> given instanceof String text && isText(text) ? text : null;
            case INTEGER -> integer(given);
            case NUMBER -> number(given);
            case BOOLEAN -> given instanceof Boolean ? given : null;
            case DATE -> date(given);
            case PERIOD -> period(given);
            case ARRAY -> given instanceof List ? element(given, 0) : null;
            case OBJECT -> given instanceof Map ? element(given, 0) : null;
        };
    }

    private static boolean isWithin(PropertyDeclaration property, double number) {
        return (property.minimum() == null || number >= property.minimum()) && (property.maximum() == null || number <= property.maximum());
    }

    /** Whether the value (or each of an array's) is one of those the declaration lists, where it lists any, or within its bounds. */
    static boolean isAllowed(PropertyDeclaration property, Object value) {
        if (value instanceof Number number && !isWithin(property, number.doubleValue())) {
            return false;
        }
        if (property.values().isEmpty()) {
            return true;
        }
        return value instanceof List<?> list
                ? list.stream().allMatch(one -> one != null && property.values().contains(one))
                : property.values().contains(value);
    }

    /** What the property takes, for people. */
    static String allowed(PropertyDeclaration property) {
        if (!property.values().isEmpty()) {
            return (property.type() == PropertyType.ARRAY ? "array of " : "") + String.join(", ", property.values());
        }
        if (property.minimum() != null || property.maximum() != null) {
            return property.type().label() + (property.minimum() == null ? "" : " from " + plain(property.minimum()))
                    + (property.maximum() == null ? "" : " up to " + plain(property.maximum()));
        }
        return switch (property.type()) {
            case STRING -> "string of whole characters, without U+0000";
            case NUMBER -> "finite number";
            case DATE -> "date YYYY-MM-DD";
            case PERIOD -> "period YYYY, YYYY-MM or YYYY-MM-DD";
            default -> property.type().label();
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Long integer(Object given) {
        if (given instanceof Long whole) {
            return whole;
        }
        if (given instanceof Integer whole) {
            return whole.longValue();
        }
        if (given instanceof Double number && number == Math.rint(number) && Math.abs(number) <= EXACT_INTEGERS) {
            return number.longValue();
        }
        return null;
    }

    private static Double number(Object given) {
        if (!(given instanceof Number number)) {
            return null;
        }
        double value = number.doubleValue();
        return Double.isFinite(value) ? value : null;
    }

    private static String date(Object given) {
        if (!(given instanceof String text) || !DAY.matcher(text).matches()) {
            return null;
        }
        try {
            LocalDate.parse(text);
            return text;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String period(Object given) {
        Object text = given;
        if (given instanceof Number) {
            Long year = integer(given);
            if (year == null || year < 0 || year > 9999) {
                return null;
            }
            text = String.format(Locale.ROOT, "%04d", year);
        }
        try {
            return text instanceof String written ? Period.of(written).text() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The value of an array or object with whole numbers as longs, others as doubles; null where no store could keep it. */
    private static Object element(Object given, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (given instanceof List<?> list) {
            return list(list, depth);
        }
        if (given instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (given instanceof String text) {
            return isText(text) ? text : null;
        }
        if (given instanceof Integer || given instanceof Long) {
            return integer(given);
        }
        if (given instanceof Double || given instanceof BigInteger) {
            return number(given);
        }
        return given instanceof Boolean ? given : null;
    }

    private static List<Object> list(List<?> given, int depth) {
        List<Object> values = new ArrayList<>(given.size());
        for (Object one : given) {
            Object value = one == null ? null : element(one, depth + 1);
            if (one != null && value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static Map<String, Object> map(Map<?, ?> given, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Object value = entry.getValue() == null ? null : element(entry.getValue(), depth + 1);
            if (!(entry.getKey() instanceof String key) || !isText(key) || entry.getValue() != null && value == null) {
                return null;
            }
            values.put(key, value);
        }
        return values;
    }

    /** No database keeps U+0000 or half a surrogate pair. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
