/**
 * The nearest features of a collection by travel time: the hospitals within half an hour across city lines, the next hub.
 *
 * <p>Guarantees: seconds are those of {@code planning.times} between the same points; whatever is left out is said. Features of a
 * collection are read only as far off as the fastest line could carry within the time.
 *
 * <p>Not here: nearness by distance ({@code planning.around}).
 */
package org.tongcheng.planning.nearest;
