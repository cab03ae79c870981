/**
 * The {@link org.tongcheng.catalog.FeatureStore} on H2GIS (embedded, in a file) and on PostGIS. SQL is written only here.
 *
 * <p>Words: a <em>collection table</em> {@code c_…} holds the present state of one collection and is made and widened from its
 * declaration; the <em>log</em> ({@code revisions}) holds every write ever made; the <em>clock</em> is the one row from which
 * every write takes its number and its time. Flyway's migrations make only the fixed tables.
 *
 * <p>Guarantees: writers stand in a queue (one row is locked, also between processes), so numbers and times become visible in
 * their order and paging by {@code fid}, the number of the write that made a feature, never skips one that stood; what a write
 * returned is on disk; a batch is there whole or not at all. Coordinates are longitude, latitude; SRID 4326 in the tables,
 * 0 in the geometries given out.
 *
 * <p>Not here: validation of what is written ({@code catalog} and {@code exchange} do it before) and any rule about dates
 * beside SQL's twin of {@link org.tongcheng.catalog.Existence}.
 */
package org.tongcheng.store;
