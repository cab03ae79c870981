package org.tongcheng.reach;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;

/**
 * Shortest times from many points to many others: the destinations are made ready once, the origins come in blocks of any size.
 *
 * <pre>
 *   Matrix matrix = Matrix.to(network, destinations, Matrix.LONGEST);
 *   int[][] millis = matrix.from(origins);        // millis[i][j]: from origins.get(i) to destinations.get(j)
 * </pre>
 *
 * <p>A null among origins or destinations is a point that joins no street: its row or column is {@link Streets#UNREACHED}. Times
 * are exact, those of {@link Search}; how origins are cut into blocks changes none of them.
 *
 * <p>How: on ordered streets {@link Descent#LANES} origins at once sweep what lies above the destinations and the stops of lines. An
 * origin that reaches a stop within the limit has its own search, as each has on a lattice, where it stops when all destinations are
 * settled.
 *
 * <p>Threads: immutable, safe for any number.
 */
public final class Matrix {

    /** The longest time that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(24);

    private static final int LANES = Descent.LANES;

    private final Network network;
    private final Streets streets;
    private final List<Foothold> destinations;
    private final int limit;
    /** Null, as the descent, where each origin has its own search anyway. */
    private final Hierarchy hierarchy;
    private final Descent descent;
    /** Positions of the street nodes around the stops of lines. */
    private final int[] stopNodes;
    /** Nodes that a search must settle. */
    private final BitSet wanted = new BitSet();

    private Matrix(Network network, List<Foothold> destinations, Duration limit) {
        this.network = network;
        this.streets = network.streets();
        this.destinations = Collections.unmodifiableList(Arrays.asList(destinations.toArray(Foothold[]::new)));
        this.limit = Math.toIntExact(limit.toMillis());
        if (streets.isOrdered() && nodes().allMatch(node -> node < streets.nodes())) {
            hierarchy = Hierarchy.of(streets);
            stopNodes = network.places().stream().flatMapToInt(place -> Arrays.stream(place.foothold().nodes())).distinct()
                    .map(node -> hierarchy.position[node]).toArray();
            descent = new Descent(hierarchy,
                    IntStream.concat(nodes().map(node -> hierarchy.position[node]), Arrays.stream(stopNodes)).toArray());
        } else {
            hierarchy = null;
            stopNodes = null;
            descent = null;
        }
        nodes().forEach(wanted::set);
        destinations.stream().filter(Objects::nonNull)
                .forEach(at -> network.placesBeside(at).forEach(place -> wanted.set(place.node())));
    }

    /** @param limit the longest time wanted, at most {@link #LONGEST} */
    public static Matrix to(Network network, List<Foothold> destinations, Duration limit) {
        if (limit.compareTo(LONGEST) > 0 || limit.isNegative()) {
            throw new IllegalArgumentException("the limit " + limit + " lies outside 0.." + LONGEST);
        }
        return new Matrix(network, destinations, limit);
    }

    private IntStream nodes() {
        return destinations.stream().filter(Objects::nonNull).flatMapToInt(at -> Arrays.stream(at.nodes()));
    }

    public int destinations() {
        return destinations.size();
    }

    /** Milliseconds from each origin to each destination; {@link Streets#UNREACHED} where it takes longer than the limit. */
    public int[][] from(List<Foothold> origins) {
        int[][] millis = new int[origins.size()][destinations.size()];
        for (int[] row : millis) {
            Arrays.fill(row, Streets.UNREACHED);
        }
        int[] lanes = descent == null ? null : new int[descent.nodes() * LANES];
        int[] rows = descent == null ? null : nodes().map(node -> descent.row(hierarchy.position[node]) * LANES).toArray();
        for (int start = 0; start < millis.length; start += LANES) {
            int end = Math.min(start + LANES, millis.length);
            if (descent != null) {
                Arrays.fill(lanes, 0);
                ascend(origins.subList(start, end), lanes);
                descent.sweep(lanes);
            }
            for (int i = start; i < end; i++) {
                if (origins.get(i) == null) {
                    continue;
                }
                if (descent == null || mayRide(origins.get(i), lanes, i - start)) {
                    search(origins.get(i), millis[i]);
                } else {
                    arrive(origins.get(i), lanes, i - start, rows, millis[i]);
                }
            }
        }
        return millis;
    }

    /** Whether a line can be boarded within the limit. */
    private boolean mayRide(Foothold origin, int[] lanes, int lane) {
        for (int position : stopNodes) {
            int time = lanes[descent.row(position) * LANES + lane];
            if (time < 0 && (long) time - Integer.MIN_VALUE <= limit) {
                return true;
            }
        }
        return !isOnStreets(origin) || !network.placesBeside(origin).isEmpty();
    }

    private boolean isOnStreets(Foothold origin) {
        return Arrays.stream(origin.nodes()).allMatch(node -> node < streets.nodes());
    }

    private void search(Foothold origin, int[] row) {
        TravelTimes times = Search.until(network, origin, limit, wanted);
        for (int j = 0; j < row.length; j++) {
            if (destinations.get(j) != null) {
                row[j] = times.millisAt(destinations.get(j));
            }
        }
    }

    private void ascend(List<Foothold> origins, int[] lanes) {
        try (Workspace work = Workspace.take()) {
            Sweep sweep = work.sweep();
            for (int i = 0; i < origins.size(); i++) {
                if (origins.get(i) == null || !isOnStreets(origins.get(i))) {
                    continue;
                }
                int lane = i;
                sweep.begin(hierarchy, Direction.FROM, limit);
                for (int n = 0; n < origins.get(i).nodes().length; n++) {
                    if (origins.get(i).millis()[n] != Streets.UNREACHED) {
                        sweep.start(origins.get(i).nodes()[n], origins.get(i).millis()[n], 0);
                    }
                }
                sweep.ascend((position, time) -> {
                    int row = descent.row(position);
                    if (row >= 0) {
                        lanes[row * LANES + lane] = time;
                    }
                });
            }
        }
    }

    /** @param rows where the lanes of each node of each destination begin, in the order of destinations */
    private void arrive(Foothold origin, int[] lanes, int lane, int[] rows, int[] millis) {
        int next = 0;
        for (int j = 0; j < millis.length; j++) {
            Foothold at = destinations.get(j);
            if (at == null) {
                continue;
            }
            long best = streets.ground().directMillis(origin, at);
            for (int millisBack : at.millisBack()) {
                int time = lanes[rows[next++] + lane];
                if (time < 0 && millisBack != Streets.UNREACHED) {
                    best = Math.min(best, (long) time - Integer.MIN_VALUE + millisBack);
                }
            }
            millis[j] = best > limit ? Streets.UNREACHED : (int) best;
        }
    }
}
