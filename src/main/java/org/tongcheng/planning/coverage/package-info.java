/**
 * Who is served? The share of an area's parks, hubs, units, land or people that lies within a distance or some minutes of stops,
 * hubs or corridors.
 *
 * <p>Words: a <em>server</em> is a stop, hub or corridor that is there at the date; a <em>thing</em> is what it may serve. Distances
 * are geodesic, times those of {@code planning.times} from the server to the thing; a thing drawn as an area counts from its nearest or
 * soonest part, a unit from its seat; a corridor serves along all its course, in time from points a kilometre apart.
 *
 * <p>Guarantees: a thing is {@code yes} only where a server stands within the distance or time even if both lie as far apart as their
 * accuracies allow, {@code no} only where none does even if they lie as near; everything else is {@code uncertain}, and so is
 * whatever has no stated accuracy. Of land, {@code low} and {@code high} are the land within the distance less and plus each server's
 * accuracy; of people, those of units wholly within the former and touched by the latter. Low ≤ best ≤ high. Accuracy becomes time
 * by the pace of the streets around a server, rounded up by at most half, and by the times to places around a thing.
 *
 * <p>Not here: what is reached from one place ({@code planning.circle}).
 */
package org.tongcheng.planning.coverage;
