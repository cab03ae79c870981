package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.Streets;

/**
 * When each place on land is reached: a time at every corner of the mesh and of the finer triangles around seeds, and a rule
 * for the point of an edge where a budget runs out. Of several searches the soonest or the latest counts at each corner.
 */
final class IsochroneField {

    /** Where nothing is reached and nothing follows: a cut never falls on a corner. */
    private static final double LEAST_SHARE = 1e-6;

    private final IsochroneMesh mesh;
    private final IsochronePace pace;
    private final boolean exact;
    private final int[] whole;
    private final int[] added;
    private final Coordinate[] place;
    private final int[] cornerBeside;
    private final int[] time;

    private IsochroneField(IsochroneMesh mesh, IsochronePace pace, boolean exact, int[] near, IsochronePatch patch,
            IsochronePeaks peaks, int[] time) {
        this.mesh = mesh;
        this.pace = pace;
        this.exact = exact;
        this.whole = Arrays.stream(near).filter(t -> !patch.replaced().get(t) && !peaks.replaced().get(t)).toArray();
        this.added = joined(patch.corners(), peaks.corners());
        this.place = Stream.concat(patch.points().stream(), peaks.points().stream()).toArray(Coordinate[]::new);
        this.cornerBeside = joined(patch.cornersBeside(), peaks.cornersBeside());
        this.time = joined(time, peaks.millis());
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * The field of one or several searches.
     *
     * @param latest  whether a place counts when the last search reaches it, rather than the first
     * @param exact   whether edges are cut where the budget runs out along them, rather than between the times of their ends
     * @param budgets milliseconds, rising
     */
    static IsochroneField of(
            IsochroneMesh mesh, IsochronePace pace, List<IsochroneTimes> searches, boolean latest, boolean exact, int[] budgets) {
        List<IsochroneSeed> seeds = new ArrayList<>();
        int[][] times = new int[searches.size()][mesh.lon.length];
        for (int s = 0; s < times.length; s++) {
            pace.spread(searches.get(s).nodeMillis(), times[s]);
            seeds.addAll(searches.get(s).seeds());
        }
        int[] combined = combine(times, latest);
        IsochronePatch patch = new IsochronePatch(mesh, seeds, combined, budgets);
        int[] all = joined(combined, pointMillis(patch, pace, searches, times, latest));
        // What the last of several travellers reaches has no simple peak between two nodes.
        int[] peaked = exact && !(latest && times.length > 1) ? budgets : new int[0];
        int[] near = near(mesh, combined, budgets[budgets.length - 1]);
        IsochronePeaks peaks = new IsochronePeaks(mesh, pace, combined, near, patch.replaced(), peaked);
        peaks.find(all.length);
        return new IsochroneField(mesh, pace, exact, near, patch, peaks, all);
    }

    /** Triangles with a corner within the budget: a look at all of them, so that the rest looks at few. */
    private static int[] near(IsochroneMesh mesh, int[] time, int budget) {
        int[] near = new int[1024];
        int size = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            if (time[mesh.corner[3 * t]] <= budget || time[mesh.corner[3 * t + 1]] <= budget
                    || time[mesh.corner[3 * t + 2]] <= budget) {
                near = size == near.length ? Arrays.copyOf(near, 2 * size) : near;
                near[size++] = t;
            }
        }
        return Arrays.copyOf(near, size);
    }

    private static int[] pointMillis(
            IsochronePatch patch, IsochronePace pace, List<IsochroneTimes> searches, int[][] times, boolean latest) {
        int[] millis = new int[patch.points().size()];
        Arrays.fill(millis, latest ? 0 : Streets.UNREACHED);
        int first = 0;
        for (int s = 0; s < times.length; s++) {
            BitSet own = new BitSet();
            own.set(first, first + searches.get(s).seeds().size());
            first += searches.get(s).seeds().size();
            for (int p = 0; p < millis.length; p++) {
                int at = patch.millis(p, times[s], own, pace);
                millis[p] = latest ? Math.max(millis[p], at) : Math.min(millis[p], at);
            }
        }
        return millis;
    }

    private static int[] combine(int[][] times, boolean latest) {
        int[] combined = times[0].clone();
        for (int s = 1; s < times.length; s++) {
            for (int v = 0; v < combined.length; v++) {
                combined[v] = latest ? Math.max(combined[v], times[s][v]) : Math.min(combined[v], times[s][v]);
            }
        }
        return combined;
    }

    IsochroneMesh mesh() {
        return mesh;
    }

    /** The triangles of the mesh that have a corner within the longest budget and do not give way to finer ones. */
    int[] whole() {
        return whole;
    }

    /** Corners of the finer triangles, three each. */
    int[] added() {
        return added;
    }

    int millis(int corner) {
        return time[corner];
    }

    Coordinate coordinate(int corner) {
        return corner < mesh.lon.length
                ? new Coordinate(mesh.lon[corner], mesh.lat[corner])
                : place[corner - mesh.lon.length];
    }

    /**
     * The point of an edge where the budget runs out. It lies half a millisecond beyond the budget, so that a corner reached in
     * the last millisecond is inside and cuts never meet on a corner; later budgets lie farther out.
     *
     * @param in  corner within the budget
     * @param out corner beyond it
     */
    Coordinate cut(int in, int out, int budget) {
        double rest = budget + 0.5 - time[in];
        double way = time[out] == Streets.UNREACHED || exact && pace.isStreet(in, out)
                ? wayMillis(in, out)
                : (double) time[out] - time[in];
        double share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, rest / way));
        Coordinate a = coordinate(in);
        Coordinate b = coordinate(out);
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private double wayMillis(int in, int out) {
        if (in < mesh.lon.length && out < mesh.lon.length) {
            return pace.wayMillis(in, out);
        }
        Coordinate a = coordinate(in);
        Coordinate b = coordinate(out);
        int beside = in < mesh.lon.length ? in : cornerBeside[in - mesh.lon.length];
        return IsochroneLattice.metres(a.x, a.y, b.x, b.y) * pace.millisPerMetreAt(beside);
    }
}
