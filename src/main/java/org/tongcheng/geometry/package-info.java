/**
 * Where things are and how large they are: coordinate reference systems, datums, geodesic measures, validity, repair and boxes.
 *
 * <p>Words: a {@link org.tongcheng.geometry.Crs} is a system that a request may name; a {@link org.tongcheng.geometry.Datum}
 * is one of the shifted coordinates that Chinese maps publish; a {@link org.tongcheng.geometry.Fault} is what is wrong with a
 * geometry and where; a {@link org.tongcheng.geometry.Box} is a part of the globe between two meridians and two parallels.
 *
 * <p>Guarantees: geometries are JTS with x = longitude, y = latitude in degrees and SRID 0, wherever a method does not say
 * otherwise. WGS84 and CGCS2000 count as one (they differ by less than the data's accuracy). Edges are straight in longitude
 * and latitude (RFC 7946, section 3.1.1). No method changes its argument; nothing here returns NaN for a finite argument; all
 * classes may be used by many threads at once. Nothing here reads a file, opens a connection or starts GeoTools before a
 * projected system is asked for.
 *
 * <p>Not here: reading and writing formats ({@code exchange}, {@code web}), tiles, simplification.
 */
package org.tongcheng.geometry;
