package org.tongcheng.web;

import java.util.Map;
import org.tongcheng.catalog.Text;

/**
 * What a part of the service adds to the OpenAPI document at {@code /api}; every bean of this type is asked each time.
 *
 * <p>Values are JSON as maps, lists, strings, numbers and booleans, by the rules of OpenAPI 3.0. Operations may refer to
 * {@code #/components/responses/Problem}, to {@code #/components/parameters/f} and to {@code #/components/schemas/problem}, and
 * to those of {@link #schemas()}.
 */
public interface ApiPart {

    /** Path as in the handler's mapping, for example {@code /answers/{id}} → path item. */
    Map<String, Object> paths();

    /** Name → schema for {@code components/schemas}. */
    default Map<String, Object> schemas() {
        return Map.of();
    }

    /** Path → title of what the landing page should point to. */
    default Map<String, Text> pages() {
        return Map.of();
    }
}
