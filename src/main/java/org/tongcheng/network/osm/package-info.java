/**
 * Streets read from an OpenStreetMap file.
 *
 * <p>GraphHopper reads tags, access, one-ways and speeds and finds the order of contraction; nodes, arcs, times, courses and the order
 * are copied into arrays of our own ({@link org.tongcheng.network.osm.StreetArrays}) and its objects are let go. Only
 * {@code OsmReading}, {@code Vehicle} and {@code Contraction} know it.
 *
 * <p>Words: a raw street is as it stands in the file; a measure is what an arc takes before a profile makes milliseconds of it; a small
 * net is a part of the streets that the rest cannot be reached from; an open end is a node where streets end for want of data.
 *
 * <p>Guarantees: every edge has two arcs, {@code UNREACHED} the wrong way of a one-way street; parallel edges stay, each with its
 * course; no edge joins a node to itself; nodes are numbered along a Hilbert curve, edges by their first node, which has the lower
 * number of the two; the same file gives the same arrays.
 *
 * <p>Not here: turn restrictions and turn costs, elevation, opening hours; searching.
 */
package org.tongcheng.network.osm;
