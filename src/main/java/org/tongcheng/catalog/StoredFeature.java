package org.tongcheng.catalog;

/**
 * A feature as a store holds it.
 *
 * @param feature   what was written
 * @param revision  number of the write that made it, from 1 in each feature's own log
 * @param existence when it is there; of a past revision, by the documents and corridors of today; of a past state of all
 *                  records, by the documents and corridors of that state
 */
public record StoredFeature(Feature feature, long revision, Existence existence) {}
