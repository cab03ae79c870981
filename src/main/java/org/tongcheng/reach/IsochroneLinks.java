package org.tongcheng.reach;

import java.util.Arrays;

/**
 * A ring of few vertices through a round of gates: from each vertex as far as one sees straight through the gates that follow.
 *
 * <p>A gate is a piece of an edge of the mesh, what is reached at its left end. The ring crosses every gate in their order and so
 * keeps every corner of the mesh on its side, whatever vertices it is left with.
 *
 * <p>Source: Guibas, Hershberger, Mitchell, Snoeyink, Approximating polygons and subdivisions with minimum-link paths, 1993
 * (doi:10.1142/S0218195993000257), the greedy path; with a fixed start. Threads: one.
 */
final class IsochroneLinks {

    private double[] leftX = new double[256];
    private double[] leftY = new double[256];
    private double[] rightX = new double[256];
    private double[] rightY = new double[256];
    private int gates;
    private double[] ringX = new double[256];
    private double[] ringY = new double[256];
    private int vertices;
    private double leastShare;
    private double mostShare;

    void clear() {
        gates = 0;
        vertices = 0;
    }

    int gates() {
        return gates;
    }

    void add(double lx, double ly, double rx, double ry) {
        if (gates == leftX.length) {
            leftX = Arrays.copyOf(leftX, 2 * gates);
            leftY = Arrays.copyOf(leftY, 2 * gates);
            rightX = Arrays.copyOf(rightX, 2 * gates);
            rightY = Arrays.copyOf(rightY, 2 * gates);
        }
        leftX[gates] = lx;
        leftY[gates] = ly;
        rightX[gates] = rx;
        rightY[gates++] = ry;
    }

    int vertices() {
        return vertices;
    }

    double x(int vertex) {
        return ringX[vertex];
    }

    double y(int vertex) {
        return ringY[vertex];
    }

    /** Lays the ring through the gates given. */
    void join() {
        double px = (leftX[0] + rightX[0]) / 2;
        double py = (leftY[0] + rightY[0]) / 2;
        add(px, py, px, py);
        int last = gates - 1;
        leftX[last] = px;
        rightX[last] = px;
        leftY[last] = py;
        rightY[last] = py;
        put(px, py);
        for (int at = 0; at < last; ) {
            int next = farthest(at, last, px, py);
            if (next < last) {
                double share = (leastShare + mostShare) / 2;
                px = rightX[next] + share * (leftX[next] - rightX[next]);
                py = rightY[next] + share * (leftY[next] - rightY[next]);
                put(px, py);
            }
            at = next;
        }
        gates = last;
    }

    private void put(double px, double py) {
        if (vertices == ringX.length) {
            ringX = Arrays.copyOf(ringX, 2 * vertices);
            ringY = Arrays.copyOf(ringY, 2 * vertices);
        }
        ringX[vertices] = px;
        ringY[vertices++] = py;
    }

    /** The last gate that is seen from a point on gate {@code at} through all between; notes what part of it is seen. */
    private int farthest(int at, int last, double px, double py) {
        int g = at + 1;
        double lx = leftX[g] - px;
        double ly = leftY[g] - py;
        double rx = rightX[g] - px;
        double ry = rightY[g] - py;
        for (g = at + 2; g <= last; g++) {
            double gateLx = leftX[g] - px;
            double gateLy = leftY[g] - py;
            double gateRx = rightX[g] - px;
            double gateRy = rightY[g] - py;
            if (rx * gateLy - ry * gateLx <= 0 || lx * gateRy - ly * gateRx >= 0) {
                break;
            }
            if (lx * gateLy - ly * gateLx < 0) {
                lx = gateLx;
                ly = gateLy;
            }
            if (rx * gateRy - ry * gateRx > 0) {
                rx = gateRx;
                ry = gateRy;
            }
        }
        g--;
        mostShare = meet(g, px, py, lx, ly, 1);
        leastShare = meet(g, px, py, rx, ry, 0);
        return g;
    }

    /** Where a ray meets a gate, as a share from its right end to its left. */
    private double meet(int g, double px, double py, double dx, double dy, double otherwise) {
        double gx = leftX[g] - rightX[g];
        double gy = leftY[g] - rightY[g];
        double across = dx * gy - dy * gx;
        if (across == 0) {
            return otherwise;
        }
        double share = (dy * (rightX[g] - px) - dx * (rightY[g] - py)) / across;
        return Math.max(0, Math.min(1, share));
    }
}
