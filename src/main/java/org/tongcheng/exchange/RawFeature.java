package org.tongcheng.exchange;

import java.util.Map;

/**
 * A feature as a reader finds it, before any check.
 *
 * @param id         null where the source gives none
 * @param geometry   null where it has none
 * @param properties values as {@link org.tongcheng.catalog.FeatureCheck} takes them
 */
public record RawFeature(String id, RawGeometry geometry, Map<String, Object> properties) {}
