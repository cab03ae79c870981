package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tongcheng.catalog.PropertyType;
import tools.jackson.core.JacksonException;

/**
 * Values as the text of a cell: lists separated by {@code ;}, other arrays and objects as JSON, an empty cell for no value. Text
 * that is none of its type stays text, so that the check of the feature names it.
 */
final class CellText {

    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private CellText() {}

    static Object read(PropertyType type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case STRING, DATE, PERIOD -> cell;
            case INTEGER, NUMBER -> number(cell.strip());
            case BOOLEAN -> switch (cell.strip().toLowerCase(java.util.Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> cell;
            };
            case ARRAY -> cell.startsWith("[") ? json(cell) : List.of(cell.split(";", -1));
            case OBJECT -> json(cell);
        };
    }

    private static Object number(String cell) {
        if (INTEGER.matcher(cell).matches()) {
            return Long.parseLong(cell);
        }
        return NUMBER.matcher(cell).matches() ? (Object) Double.parseDouble(cell) : cell;
    }

    private static Object json(String cell) {
        try {
            return Json.MAPPER.readValue(cell, Object.class);
        } catch (JacksonException e) {
            return cell;
        }
    }

    static String write(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof List<?> list && isPlain(list)) {
            return String.join(";", list.stream().map(Object::toString).toList());
        }
        return value instanceof List || value instanceof java.util.Map ? Json.MAPPER.writeValueAsString(value) : value.toString();
    }

    private static boolean isPlain(List<?> list) {
        return !list.isEmpty() && !String.valueOf(list.get(0)).startsWith("[")
                && list.stream().allMatch(one -> one instanceof String text && !text.isEmpty() && text.indexOf(';') < 0);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number) : Double.toString(number);
    }

    /** Cells of a row that is shorter than its header count as empty. */
    static List<String> padded(List<String> cells, int width) {
        if (cells.size() >= width) {
            return cells;
        }
        String[] all = Arrays.copyOf(cells.toArray(String[]::new), width);
        Arrays.fill(all, cells.size(), width, "");
        return new ArrayList<>(Arrays.asList(all));
    }
}
