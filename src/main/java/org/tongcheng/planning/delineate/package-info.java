/**
 * Which units are truly within the hour of a core, beside those that a plan declares? By travel time it is a potential one-hour area;
 * only where a user's own commuting flows are at hand, by commuting rate, a commuting area.
 *
 * <p>Words: a <em>tile</em> is a unit of the tiling looked at: the finest one, or prefectures and county-direct units. A
 * <em>reading</em> is what is known of a tile: the seconds from the core's seat to its own, or the share of its resident workers who
 * work in the core. <em>Measured</em> is what passes the threshold, <em>declared</em> what an area's members say.
 *
 * <p>Guarantees: seconds are those of {@code planning.times} between the same points. A tile is {@code yes} or {@code no} only where
 * that holds wherever within their accuracies and their units both seats stand, else {@code uncertain}. The tile that holds the core's
 * seat is always measured. Each tile is counted once.
 *
 * <p>Flows: a user's collection with the properties {@code origin} and {@code destination} (adcodes), {@code commuters} and
 * {@code resident_workers} (persons; the latter all who live in the origin and work, the same on each of its rows) and, where they
 * are of several years, {@code year}. The rate follows the usual one-way rule: residents who work in the core over all resident
 * workers (OECD functional urban areas: 15 %; Japan's metropolitan areas: 10 and 5 %).
 *
 * <p>Not here: how much of a unit's land is within the hour ({@code planning.circle}); commuting in chains, over units that commute
 * to the core themselves.
 */
package org.tongcheng.planning.delineate;
