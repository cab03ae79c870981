/**
 * How large is this, measured how, and against what was declared?
 *
 * <p>Area is measured on the CGCS2000 ellipsoid, of the polygons whose edges are straight in longitude and latitude. A
 * metropolitan area is measured as the union of its members' units, each place once, as the records have them, not as its
 * stored outline, so that better boundaries count at once.
 *
 * <p>The error stated is the outline's length times its stated accuracy: what the area would change by if the whole outline lay
 * that far off on the same side. Displacements that differ along the way cancel, so the true error is mostly smaller; but half of
 * a digitised outline may lie further off than its accuracy. It is a fair bound of one systematic shift, not a worst case, and
 * answers say so. Where a declared figure and the measured one agree is decided on intervals: declared ± half of the last digit
 * written, measured ± error; nothing is decided where the figure's scope or a member's extent is unknown.
 *
 * <p>Not here: who lives there (statistics), which places have no member (delineate).
 */
package org.tongcheng.planning.extent;
