/**
 * What does each planned line gain an area? The answer to {@code /gain}: for every corridor that the scenario adds there, what it
 * gains alone, what the full plan loses without it, and its share that no order of building decides.
 *
 * <p>Words: a <em>player</em> is a corridor, or the corridors that share a track, not built at the date. The <em>worth</em> of some
 * players is what they gain together over what is built: people, land and seats of units newly within the minutes of an origin,
 * minutes saved between the members' seats, and pairs of seats newly within the minutes. A player's <em>share</em> is the mean of
 * what it adds over all orders in which the players can be built (Shapley, A value for n-person games, 1953): the shares of all sum
 * up to the worth of the whole plan.
 *
 * <p>How: the streets and the built lines do not change from one order to the next, so they are searched once from each node at
 * which a player touches them ({@link org.tongcheng.planning.gain.Skeleton}); then an order is followed on the players' own nodes
 * alone, and what a player adds only ever makes times shorter ({@link org.tongcheng.planning.gain.Growth}). All sums are of whole
 * numbers, so that neither the order of adding nor the number of workers changes a digit. Exact: the times are those of a search of
 * the joined network.
 *
 * <p>Up to eight players every set of them is looked at; of more, orders are drawn, each with its reverse (antithetic sampling), by
 * a seed that follows from the players; the standard error is stated.
 *
 * <p>Not here: costs, riders, whether a line should be built.
 */
package org.tongcheng.planning.gain;
