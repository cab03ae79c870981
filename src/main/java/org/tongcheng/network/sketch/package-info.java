/**
 * Streets where no street file is given: a triangular lattice over land with speeds by the density of people.
 *
 * <p>Land is the outlines of the finest tiling of administrative units. The lattice stands in a conformal plane, so that its
 * triangles are equilateral everywhere and only their size varies, by at most 3 % over China; the length of every edge is true
 * on the ellipsoid. An edge is there only where it runs on land from end to end; gaps between the outlines of neighbouring
 * units count as land up to the width that {@link org.tongcheng.network.sketch.SketchSettings#gapMetres} allows, water between
 * parts of one unit never.
 *
 * <p>What it is not: surveyed streets. A way along the lattice is up to 15 % longer than the straight line (10 % on average over
 * all directions), which stands for a part of the detour of real streets.
 */
package org.tongcheng.network.sketch;
