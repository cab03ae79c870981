package org.tongcheng.catalog;

/**
 * A page of a query's answer, in the order in which features came into their collection.
 *
 * @param after  place in that order after which the page starts, as the page before gave it; 0 for the first page
 * @param offset how many more to pass over
 * @param limit  how many at the most; {@link #EVERYTHING} for all
 */
public record Page(long after, int offset, int limit) {

    public static final int EVERYTHING = Integer.MAX_VALUE;

    public static Page first(int limit) {
        return new Page(0, 0, limit);
    }
}
