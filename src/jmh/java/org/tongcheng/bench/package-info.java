/**
 * Benchmarks: {@code mvn -Pbench verify} loads generated parcels into both stores, measures at the store, over HTTP, the plain
 * SQL of a peer and, where it is installed, MapServer in one run, and prints a table.
 *
 * <p>Options: {@code -Dbench.parcels=200000} (a square number of cells is used), {@code -Dbench.seconds=2} of each of three
 * measured rounds, {@code -Dbench.include=REGEX} over the benchmarks' names, {@code -Dbench.mapserver=FILE}. Absolute times are those
 * of the machine; the ratio to the peer is what counts.
 */
package org.tongcheng.bench;
