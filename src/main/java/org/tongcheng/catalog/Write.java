package org.tongcheng.catalog;

/** One write of a batch. The feature has passed {@code catalog} validation before it comes here. */
public sealed interface Write {

    String collection();

    /** Refused with {@link FeatureExists} where the id is taken. */
    record Create(String collection, Feature feature) implements Write {}

    /** Refused with {@link UnknownFeature}, or with {@link StaleRevision} where {@code expected} is not the current revision. */
    record Replace(String collection, Feature feature, long expected) implements Write {}

    /** Creates or replaces, whatever stands there: what an import does. Writes nothing where the feature is already the same. */
    record Put(String collection, Feature feature) implements Write {}

    /** Refused like {@link Replace}. */
    record Delete(String collection, String id, long expected) implements Write {}
}
