package org.tongcheng.planning;

/**
 * Names a feature: {@code collection/id}.
 *
 * @param collection id of its collection
 * @param id         its id there; may hold slashes
 */
public record FeatureRef(String collection, String id) {

    /** Throws {@link IllegalArgumentException} where the text is not {@code collection/id}. */
    public static FeatureRef of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not collection/id");
        }
        return new FeatureRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return collection + "/" + id;
    }
}
