package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.Streets;

/**
 * The places in the middle of streets that are reached last: two travellers set out from both ends of an edge and meet where
 * {@code (time of one end + time of the other + time along) / 2} has passed. Where a budget reaches both ends but not that
 * place, the triangles on both sides of the edge give way to a fan around their middle.
 *
 * <pre>
 *        c
 *       /|\
 *      / m \        m the middle, p the peak of the edge a b
 *     / /|\ \
 *    a---p---b
 * </pre>
 */
final class IsochronePeaks {

    private final IsochroneMesh mesh;
    private final IsochronePace pace;
    private final int[] time;
    private final int[] near;
    private final BitSet taken;
    private final int[] budgets;
    private int firstNumber;
    private final BitSet replaced = new BitSet();
    private final List<Coordinate> points = new ArrayList<>();
    private int[] millis = new int[64];
    private int[] beside = new int[64];
    private int[] corners = new int[192];
    private int cornersSize;

    /**
     * @param time    of the mesh's corners
     * @param near    triangles to look at
     * @param taken   triangles that have given way already; their edges stay as they are
     * @param budgets milliseconds, rising; none for no peaks
     */
    IsochronePeaks(IsochroneMesh mesh, IsochronePace pace, int[] time, int[] near, BitSet taken, int[] budgets) {
        this.mesh = mesh;
        this.pace = pace;
        this.time = time;
        this.near = near;
        this.taken = taken;
        this.budgets = budgets;
    }

    /** Finds them; the first point added gets this number. */
    void find(int first) {
        firstNumber = first;
        if (budgets.length == 0) {
            return;
        }
        IsochroneEdges peakOf = new IsochroneEdges(near.length);
        for (int t = taken.nextSetBit(0); t >= 0; t = taken.nextSetBit(t + 1)) {
            for (int i = 0; i < 3; i++) {
                peakOf.put(edge(t, i), IsochroneEdges.NONE);
            }
        }
        for (int t : near) {
            if (!taken.get(t)) {
                fan(t, peakOf);
            }
        }
    }

    BitSet replaced() {
        return replaced;
    }

    List<Coordinate> points() {
        return points;
    }

    int[] millis() {
        return Arrays.copyOf(millis, points.size());
    }

    /** For each point added a corner of the triangle it was put into. */
    int[] cornersBeside() {
        return Arrays.copyOf(beside, points.size());
    }

    /** Corners of the triangles that take the place of those replaced, three each. */
    int[] corners() {
        return Arrays.copyOf(corners, cornersSize);
    }

    private long edge(int t, int i) {
        return IsochroneEdges.key(mesh.corner[3 * t + i], mesh.corner[3 * t + (i + 1) % 3]);
    }

    private void fan(int t, IsochroneEdges peakOf) {
        int[] peak = new int[3];
        boolean any = false;
        for (int i = 0; i < 3; i++) {
            peak[i] = peak(t, i, peakOf);
            any |= peak[i] != IsochroneEdges.NONE;
        }
        if (!any) {
            return;
        }
        replaced.set(t);
        int middle = middle(t);
        for (int i = 0; i < 3; i++) {
            int a = mesh.corner[3 * t + i];
            int b = mesh.corner[3 * t + (i + 1) % 3];
            if (peak[i] == IsochroneEdges.NONE) {
                add(middle, a, b);
            } else {
                add(middle, a, peak[i]);
                add(middle, peak[i], b);
            }
        }
    }

    /** The number of the peak of an edge, made where it is needed and not there yet, or -1. */
    private int peak(int t, int i, IsochroneEdges peakOf) {
        int a = mesh.corner[3 * t + i];
        int b = mesh.corner[3 * t + (i + 1) % 3];
        if (time[a] == Streets.UNREACHED || time[b] == Streets.UNREACHED || !pace.isStreet(a, b) || mesh.isRim(a, b)) {
            return IsochroneEdges.NONE;
        }
        long key = edge(t, i);
        if (peakOf.contains(key)) {
            return peakOf.getOr(key, IsochroneEdges.NONE);
        }
        double way = pace.wayMillis(a, b);
        double at = ((double) time[a] + time[b] + way) / 2;
        int number = IsochroneEdges.NONE;
        if (parted(Math.max(time[a], time[b]), at)) {
            double share = (at - time[a]) / way;
            number = point(new Coordinate(
                    mesh.lon[a] + share * (mesh.lon[b] - mesh.lon[a]), mesh.lat[a] + share * (mesh.lat[b] - mesh.lat[a])),
                    (int) Math.ceil(at), a);
        }
        peakOf.put(key, number);
        return number;
    }

    /** Whether a budget reaches both ends and leaves at least a millisecond in the middle. */
    private boolean parted(int later, double peak) {
        for (int budget : budgets) {
            if (later <= budget && budget + 1 < peak) {
                return true;
            }
        }
        return false;
    }

    private int middle(int t) {
        double lon = 0;
        double lat = 0;
        for (int i = 0; i < 3; i++) {
            lon += mesh.lon[mesh.corner[3 * t + i]] / 3;
            lat += mesh.lat[mesh.corner[3 * t + i]] / 3;
        }
        double best = Streets.UNREACHED;
        for (int i = 0; i < 3; i++) {
            int v = mesh.corner[3 * t + i];
            if (time[v] != Streets.UNREACHED) {
                double metres = IsochroneLattice.metres(lon, lat, mesh.lon[v], mesh.lat[v]);
                best = Math.min(best, time[v] + metres * pace.millisPerMetreAt(v));
            }
        }
        return point(new Coordinate(lon, lat), (int) Math.ceil(best), mesh.corner[3 * t]);
    }

    private int point(Coordinate place, int at, int cornerBeside) {
        int n = points.size();
        if (n == millis.length) {
            millis = Arrays.copyOf(millis, 2 * n);
            beside = Arrays.copyOf(beside, 2 * n);
        }
        millis[n] = at;
        beside[n] = cornerBeside;
        points.add(place);
        return firstNumber + n;
    }

    private void add(int a, int b, int c) {
        if (cornersSize + 3 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * cornersSize);
        }
        corners[cornersSize++] = a;
        corners[cornersSize++] = b;
        corners[cornersSize++] = c;
    }
}
