package org.tongcheng.reach;

import java.util.Arrays;
import java.util.PriorityQueue;

/** Finds the nodes nearest to each shore corner along the edges of the strip (Dijkstra from each, stopped early). */
final class IsochroneAnchors {

    private final IsochroneMesh mesh;
    private final int[] start;
    private final int[] neighbour;
    private final double[] metres;

    /** Takes the triangles of the strip. */
    IsochroneAnchors(IsochroneMesh mesh, int[] strip) {
        this.mesh = mesh;
        this.start = new int[mesh.lon.length + 2];
        for (int v : strip) {
            start[v + 2] += 2;
        }
        for (int v = 0; v + 1 < start.length; v++) {
            start[v + 1] += start[v];
        }
        neighbour = new int[2 * strip.length];
        for (int k = 0; k < strip.length; k++) {
            int base = k - k % 3;
            neighbour[start[strip[k] + 1]++] = strip[base + (k + 1) % 3];
            neighbour[start[strip[k] + 1]++] = strip[base + (k + 2) % 3];
        }
        metres = new double[mesh.lon.length];
        Arrays.fill(metres, Double.POSITIVE_INFINITY);
    }

    void find() {
        Arrays.fill(mesh.anchor, -1);
        for (int v = mesh.nodes; v < mesh.lon.length; v++) {
            findFor(v);
        }
    }

    private void findFor(int shoreCorner) {
        int slot = IsochroneMesh.ANCHORS * (shoreCorner - mesh.nodes);
        int end = slot + IsochroneMesh.ANCHORS;
        int[] touched = new int[64];
        int count = 0;
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        metres[shoreCorner] = 0;
        touched[count++] = shoreCorner;
        queue.add(new Reached(shoreCorner, 0));
        while (!queue.isEmpty() && slot < end) {
            Reached at = queue.poll();
            if (at.metres > metres[at.corner]) {
                continue;
            }
            if (at.corner < mesh.nodes) {
                mesh.anchor[slot] = at.corner;
                mesh.anchorMetres[slot++] = (float) at.metres;
                continue;
            }
            for (int k = start[at.corner]; k < start[at.corner + 1]; k++) {
                int next = neighbour[k];
                double there = at.metres + mesh.metres(at.corner, next);
                if (there < metres[next]) {
                    if (metres[next] == Double.POSITIVE_INFINITY) {
                        touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
                        touched[count++] = next;
                    }
                    metres[next] = there;
                    queue.add(new Reached(next, there));
                }
            }
        }
        for (int k = 0; k < count; k++) {
            metres[touched[k]] = Double.POSITIVE_INFINITY;
        }
    }

    private record Reached(int corner, double metres) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            return Double.compare(metres, other.metres);
        }
    }
}
