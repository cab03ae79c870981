package org.tongcheng.network;

import java.util.Objects;

/**
 * Where a point joins the streets: the nodes around it and the times between it and each.
 *
 * @param lon        longitude of the point, degrees; on real streets of the nearest point of the street, not of the place asked for
 * @param lat        latitude of the point, degrees
 * @param nodes      one to three street nodes: three are the corners of the lattice triangle that holds the point, two the ends
 *                   of the street that it stands on
 * @param millis     time from the point to each of them, milliseconds from 0, or {@link Streets#UNREACHED} against a one-way street
 * @param millisBack time from each of them to the point, likewise
 * @param metresOff  how far the asked place lies off the streets or off the land; the way over it takes no time on streets
 */
public record Foothold(double lon, double lat, int[] nodes, int[] millis, int[] millisBack, double metresOff) {

    public Foothold {
        Objects.requireNonNull(millisBack);
    }

    /** A foothold on the land itself, left and reached in the same time. */
    public Foothold(double lon, double lat, int[] nodes, int[] millis) {
        this(lon, lat, nodes, millis, millis, 0);
    }

    /** How many nodes are shared with another. */
    public int shared(Foothold other) {
        int shared = 0;
        for (int node : nodes) {
            for (int theirs : other.nodes) {
                if (node == theirs) {
                    shared++;
                }
            }
        }
        return shared;
    }
}
