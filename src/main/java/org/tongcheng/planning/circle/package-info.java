/**
 * How far does one get within the time? The answer to {@code /reach}: for each time budget (and origin) the land that is reached,
 * its area, the units, people and stops in it, the corridors that the shortest ways use, and where the network ends.
 *
 * <p>People are counted on the finest tiling of units, so that a unit inside another is never counted twice: {@code low} are
 * those of units wholly reached, {@code high} those of units touched, {@code best} those of the reached share of each unit's area.
 *
 * <p>Two dates are compared by {@link org.tongcheng.planning.circle.Circle#COMPARED_WITH}: what has the later one gained, and
 * which of the corridors that it uses did not exist at the other.
 *
 * <p>Areas are on the ellipsoid; polygons of one origin nest exactly. Not here: matrices of times, nearest places.
 */
package org.tongcheng.planning.circle;
