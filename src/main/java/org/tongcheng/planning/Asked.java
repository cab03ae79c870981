package org.tongcheng.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One question as it was read: every default filled in, one as-of date.
 *
 * @param circumstances what all questions have in common
 * @param values        values of all parameters, common ones included, by name in the order of declaration
 * @param canonical     the same as texts, by name in alphabetical order, one way of writing for each meaning; without
 *                      {@code recorded} where none was given
 */
public record Asked(Circumstances circumstances, Map<String, List<?>> values, Map<String, List<String>> canonical) {

    public Asked {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        canonical = java.util.Collections.unmodifiableMap(new TreeMap<>(canonical));
    }

    /** The values of a parameter, empty where it has none. */
    @SuppressWarnings("unchecked")
    public <T> List<T> all(Parameter<T> parameter) {
        return (List<T>) values.getOrDefault(parameter.name(), List.of());
    }

    /** The one value of a parameter that can have but one. */
    public <T> Optional<T> find(Parameter<T> parameter) {
        return all(parameter).stream().findFirst();
    }

    /** The one value of a parameter that always has one; throws {@link BadParameter} where it was not given. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter).orElseThrow(
                () -> new BadParameter(parameter.name(), null, parameter.form().allowed(), "is missing"));
    }
}
