package org.tongcheng.catalog;

/**
 * A feature as a store holds it.
 *
 * @param feature   what was written
 * @param revision  number of the write that made it, from 1 in each feature's own log
 * @param existence when it is there; of the present state
 */
public record StoredFeature(Feature feature, long revision, Existence existence) {}
