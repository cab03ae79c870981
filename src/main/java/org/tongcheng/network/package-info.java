/**
 * The network one travels on: {@link org.tongcheng.network.Streets} that are always there, and lines made of the catalogue's
 * corridors that exist at a date, joined to them.
 *
 * <p>Words: a {@link org.tongcheng.network.Corridor} is what the catalogue holds, a line is a corridor made travelable; a
 * {@link org.tongcheng.network.Place} is the street side of a stop; a {@link org.tongcheng.network.Foothold} is where a point joins
 * the streets; a {@link org.tongcheng.network.Profile} says how one travels.
 *
 * <p>Guarantees: times are whole milliseconds in this room and in {@code reach};
 * {@link org.tongcheng.network.Streets#UNREACHED} stands for no way. Node numbers are dense from 0; in a
 * {@link org.tongcheng.network.Network} those of the streets come first, then the places, then the platforms of lines. Lines add
 * to the streets and change nothing in them. Everything is immutable once made.
 *
 * <p>Not here: searching ({@code reach}), and reading files other than settings.
 */
package org.tongcheng.network;
