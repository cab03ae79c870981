/**
 * Which features hold a place: the unit, the park, the counter's district or the grid cell that answers for it, in any collection
 * with areas, built-in or a user's own.
 *
 * <p>Guarantees: every area that holds the place, or whose border is nearer than it is accurate, is named once, with how sure that is;
 * distances are geodesic, on CGCS2000. A user's collection is read around the place only.
 *
 * <p>Not here: what lies near a place without holding it.
 */
package org.tongcheng.planning.locate;
