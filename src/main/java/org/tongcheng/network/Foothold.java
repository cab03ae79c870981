package org.tongcheng.network;

/**
 * Where a point joins the streets: the nodes around it and the time to each, the same both ways.
 *
 * @param lon    longitude of the point, degrees
 * @param lat    latitude of the point, degrees
 * @param nodes  one to three street nodes; three are the corners of the lattice triangle that holds the point
 * @param millis time between the point and each of them, milliseconds, from 0
 */
public record Foothold(double lon, double lat, int[] nodes, int[] millis) {

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
