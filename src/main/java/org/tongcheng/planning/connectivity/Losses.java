package org.tongcheng.planning.connectivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Pieces;

/**
 * Finds the track whose loss costs most, by searching again without it. The loss of every line at once bounds the loss of each of its
 * tracks from above, because taking more away makes no way shorter; tracks are tried by falling bound until no other can cost more, or
 * {@value #MOST_TRIED} have been. Of one thread; the searches are pieces.
 */
final class Losses {

    static final int MOST_TRIED = 48;

    /** Tried together, so that several are worked on at once; how many must not follow from the machine. */
    private static final int AT_ONCE = 4;

    private final Network network;
    private final Links links;
    private final Journeys journeys;
    private final Pieces pieces;
    private final Duration limit;

    /**
     * @param tried      the costliest first
     * @param candidates tracks that shortest ways ride
     * @param surely     whether no track that was not tried can cost more than the first
     */
    record Found(List<Loss> tried, int candidates, boolean surely) {}

    /** What the loss can cost at the most; minutes have no bound where a way may be lost with the line but not with the track. */
    private record Bound(int track, double peopleCut, double personMinutes) {

        boolean exceeds(Loss loss) {
            return peopleCut > loss.peopleCut() || peopleCut == loss.peopleCut() && personMinutes > loss.personMinutes();
        }
    }

    Losses(Network network, Links links, Duration limit, Pieces pieces) {
        this.network = network;
        this.links = links;
        this.journeys = new Journeys(links.seats());
        this.limit = limit;
        this.pieces = pieces;
    }

    Found find() {
        List<Bound> bounds = bounds();
        List<Loss> tried = new ArrayList<>();
        Loss worst = null;
        int next = 0;
        while (next < bounds.size() && next < MOST_TRIED && (worst == null || bounds.get(next).exceeds(worst))) {
            int end = Math.min(Math.min(next + AT_ONCE, MOST_TRIED), bounds.size());
            List<Supplier<Loss>> work = new ArrayList<>();
            bounds.subList(next, end).forEach(bound -> work.add(() -> loss(bound.track())));
            for (Loss loss : pieces.work(work)) {
                tried.add(loss);
                worst = worst == null || loss.compareTo(worst) < 0 ? loss : worst;
            }
            next = end;
            pieces.progress(0.5 + 0.5 * next / Math.min(MOST_TRIED, bounds.size()));
        }
        tried.sort(Comparator.naturalOrder());
        Loss first = worst;
        boolean surely = bounds.subList(next, bounds.size()).stream().noneMatch(b -> b.exceeds(first));
        return new Found(tried, bounds.size(), surely);
    }

    /** Of every track ridden, the largest first. */
    private List<Bound> bounds() {
        TreeMap<String, TreeSet<Integer>> byGroup = new TreeMap<>();
        journeys.each((i, j) -> {
            for (int track : links.rows().get(i).tracks().get(j)) {
                byGroup.computeIfAbsent(links.tracks().group(track), g -> new TreeSet<>()).add(track);
            }
        });
        List<Supplier<List<Bound>>> work = new ArrayList<>();
        byGroup.forEach((group, tracks) -> work.add(() -> bounds(group, tracks)));
        List<Bound> bounds = new ArrayList<>();
        pieces.work(work).forEach(bounds::addAll);
        bounds.sort(Comparator.comparingDouble(Bound::peopleCut).thenComparingDouble(Bound::personMinutes).reversed()
                .thenComparingInt(Bound::track));
        return bounds;
    }

    private List<Bound> bounds(String group, TreeSet<Integer> tracks) {
        Network without = network.without(links.tracks().ofGroup(group));
        Map<Integer, int[]> rows = rows(without, tracks);
        List<Bound> bounds = new ArrayList<>();
        for (int track : tracks) {
            double[] most = new double[2];
            journeys.each((i, j) -> {
                if (rides(i, j, track)) {
                    boolean cut = rows.get(i)[j] == Streets.UNREACHED;
                    most[0] += cut ? journeys.people(i, j) : 0;
                    most[1] += cut ? Double.POSITIVE_INFINITY : journeys.people(i, j) * minutesMore(i, j, rows);
                }
            });
            bounds.add(new Bound(track, most[0], most[1]));
        }
        return bounds;
    }

    private Loss loss(int track) {
        Map<Integer, int[]> rows = rows(network.without(links.tracks().segments(track)), new TreeSet<>(List.of(track)));
        double[] sums = new double[2];
        int[] counts = new int[4];
        journeys.each((i, j) -> {
            if (!rides(i, j, track)) {
                return;
            }
            counts[0]++;
            if (rows.get(i)[j] == Streets.UNREACHED) {
                sums[0] += journeys.people(i, j);
                counts[3]++;
            } else if (rows.get(i)[j] > links.millis(i, j)) {
                sums[1] += journeys.people(i, j) * minutesMore(i, j, rows);
                counts[1]++;
            }
        });
        journeys.each((i, j) -> counts[2] += i < j && linked(i, j, Map.of()) && !linked(i, j, rows) ? 1 : 0);
        return new Loss(track, counts[0], sums[0], sums[1], counts[1], counts[2], counts[3]);
    }

    /** Of the seats from which a way rides one of these tracks: what does not ride it takes no longer without it. */
    private Map<Integer, int[]> rows(Network without, TreeSet<Integer> tracks) {
        TreeSet<Integer> from = new TreeSet<>();
        journeys.each((i, j) -> {
            for (int track : links.rows().get(i).tracks().get(j)) {
                if (tracks.contains(track)) {
                    from.add(i);
                }
            }
        });
        Map<Integer, int[]> rows = new TreeMap<>();
        from.forEach(i -> rows.put(i, links.millis(without, i)));
        return rows;
    }

    private boolean rides(int from, int to, int track) {
        for (int ridden : links.rows().get(from).tracks().get(to)) {
            if (ridden == track) {
                return true;
            }
        }
        return false;
    }

    private double minutesMore(int from, int to, Map<Integer, int[]> rows) {
        return (rows.get(from)[to] - links.millis(from, to)) / 60_000.0;
    }

    /** Whether both ways are within the minutes. */
    private boolean linked(int i, int j, Map<Integer, int[]> rows) {
        int there = rows.containsKey(i) ? rows.get(i)[j] : links.millis(i, j);
        int back = rows.containsKey(j) ? rows.get(j)[i] : links.millis(j, i);
        return Math.max(there, back) <= limit.toMillis();
    }
}
