/**
 * Figures of an area by year from those of its members: people, published area, and whatever numeric property of units, or of a
 * user's collection whose rows name units, declares how it adds up.
 *
 * <p>Words: an indicator is such a property; properties that differ only in a year at their end ({@code population_2020}) are one
 * indicator of several years. A piece is a unit that is counted: a member, or the counties of a member that states nothing itself.
 *
 * <p>Guarantees: each place is counted once; what is missing is named and never guessed; a member of unknown extent counts whole and
 * makes the figure an upper bound; what plans state stands beside and is never added; what cannot be summed is refused with the
 * reason. Sums are decimal, so that they are exact.
 *
 * <p>Not here: figures of a polygon that follows no unit's border ({@code planning.circle}, {@code planning.coverage}).
 */
package org.tongcheng.planning.statistics;
