/** Coordinate reference systems and datums, geodesic lengths and areas, validity and repair of geometries. GeoTools is used only here. */
package org.tongcheng.geometry;
