/**
 * What lies near a place or a feature: what an incident, a stop or a site touches, on both sides of a border, in any collection with
 * geometry, built-in or a user's own.
 *
 * <p>Guarantees: distances are the shortest geodesic ones from geometry to geometry, on CGCS2000; whatever may lie within the distance,
 * by how exactly both are known, is named once, with how sure that is; too many to name is refused, never cut off. A user's collection
 * is read around the place only.
 *
 * <p>Not here: what holds a place ({@code planning.locate}), and nearness by travel time.
 */
package org.tongcheng.planning.around;
