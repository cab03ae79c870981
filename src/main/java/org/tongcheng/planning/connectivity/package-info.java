/**
 * Who is connected with whom? What {@code /connectivity} answers: times between the seats of an area's members, how many people they
 * bring within the minutes, and which lines this hangs on.
 *
 * <p>Words: a member <em>counts</em> where it is not inside another; one that is inside another has its times but is in no share. A
 * <em>track</em> is a segment of a line between neighbouring stops, with the segments of rows that share it. A <em>loss</em> is what it
 * costs when nobody rides a track any more.
 *
 * <p>Guarantees: seconds are those of {@code /travel-times} between the same points. A pair is within the minutes where both ways
 * are. What a loss costs is found by searching again without the track, never estimated; bounds only decide which tracks need not be
 * tried, and the answer says how many were and whether another could cost more. Cut links and cut stops are those of the graph of
 * stops and segments alone: on the streets there may be a way around.
 *
 * <p>Not here: capacity, riders; a member's people are all taken to be at its seat.
 */
package org.tongcheng.planning.connectivity;
