package org.tongcheng.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps that keep their order. */
public final class Members {

    private Members() {}

    /** Name, value, name, value …; a null value leaves its member out. The map may be added to. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                members.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return members;
    }
}
