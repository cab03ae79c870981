package org.tongcheng.planning;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;

/** Reads the loosely typed values of one feature. */
public record Values(Map<String, Object> properties, String id) {

    public Values(Feature feature) {
        this(feature.properties(), feature.id());
    }

    public String text(String name) {
        Object value = properties.get(name);
        return value == null ? null : value.toString();
    }

    public Double number(String name) {
        return properties.get(name) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** The year that a text or a period begins with; null where it begins with none. */
    public Integer year(String name) {
        String text = text(name);
        return text != null && text.matches("\\d{4}(-.*)?") ? Integer.valueOf(text.substring(0, 4)) : null;
    }

    /** Of the years that something is known of, the last up to that one, else the first after it; null where there is none. */
    public static Integer yearKnown(NavigableSet<Integer> years, int year) {
        Integer before = years.floor(year);
        return before != null || years.isEmpty() ? before : years.first();
    }

    /** How exact its place is, metres; null where nobody states it. */
    public Double accuracyM() {
        return number("accuracy_m");
    }

    /** As {@link #accuracyM()}, of a feature that may be null. */
    public static Double accuracyM(StoredFeature stored) {
        return stored == null ? null : new Values(stored.feature()).accuracyM();
    }

    /** False where its geometry only marks a wide or unknown region. */
    public boolean isLocatable() {
        return !Boolean.FALSE.equals(properties.get("locatable"));
    }

    Long whole(String name) {
        return properties.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(properties.get(name));
    }

    List<String> texts(String name) {
        return properties.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    /** The maps of a list; what is no map is passed over. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> maps(String name) {
        return properties.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(m -> (Map<String, Object>) m).toList()
                : List.of();
    }

    /** In both languages, each standing in for the other, a plain name or else the id for both. */
    public Text name() {
        String zh = text("name_zh");
        String en = text("name_en");
        String plain = text("name");
        String either = zh != null ? zh : en != null ? en : plain != null ? plain : id;
        return new Text(zh != null ? zh : either, en != null ? en : either);
    }
}
