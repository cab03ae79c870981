package org.tongcheng;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON on a page with the real one. {@code "…"} on the page is anything at all as a value, further members as a member's
 * name, further elements at the end of an array; all else must be equal, and nothing else may be there.
 */
final class ShownJson {

    private static final String LEFT_OUT = "…";

    private final List<String> differences = new ArrayList<>();

    private ShownJson() {}

    /** Where they differ; empty where the page tells the truth. */
    static List<String> differences(JsonNode shown, JsonNode real) {
        ShownJson comparison = new ShownJson();
        comparison.compare("", shown, real);
        return comparison.differences;
    }

    private void compare(String path, JsonNode shown, JsonNode real) {
        if (isLeftOut(shown)) {
            return;
        }
        if (shown.isObject() && real.isObject()) {
            compareMembers(path, shown, real);
        } else if (shown.isArray() && real.isArray()) {
            compareElements(path, shown, real);
        } else if (shown.isNumber() && real.isNumber()) {
            if (shown.decimalValue().compareTo(real.decimalValue()) != 0) {
                differ(path, shown, real);
            }
        } else if (!shown.equals(real)) {
            differ(path, shown, real);
        }
    }

    private void compareMembers(String path, JsonNode shown, JsonNode real) {
        TreeSet<String> names = new TreeSet<>(shown.propertyNames());
        boolean more = names.remove(LEFT_OUT);
        for (String name : names) {
            if (real.has(name)) {
                compare(path + "/" + name, shown.get(name), real.get(name));
            } else {
                differences.add(path + "/" + name + " is not in the answer");
            }
        }
        if (!more) {
            real.propertyNames().stream().filter(name -> !names.contains(name))
                    .forEach(name -> differences.add(path + "/" + name + " is not on the page"));
        }
    }

    private void compareElements(String path, JsonNode shown, JsonNode real) {
        boolean more = !shown.isEmpty() && isLeftOut(shown.get(shown.size() - 1));
        int count = more ? shown.size() - 1 : shown.size();
        if (real.size() < count || !more && real.size() > count) {
            differences.add(path + " has " + real.size() + " elements, on the page " + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            compare(path + "/" + i, shown.get(i), real.get(i));
        }
    }

    private void differ(String path, JsonNode shown, JsonNode real) {
        differences.add(path + " is " + real + ", on the page " + shown);
    }

    private static boolean isLeftOut(JsonNode node) {
        return node.isString() && node.asString().equals(LEFT_OUT);
    }
}
