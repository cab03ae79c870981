package org.tongcheng.reach;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
 * <p>Threads: immutable, safe for any number.
 */
public final class Matrix {

    /** The longest time that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(24);

    private final Network network;
    private final List<Foothold> destinations;
    private final Duration limit;

    private Matrix(Network network, List<Foothold> destinations, Duration limit) {
        this.network = network;
        this.destinations = Collections.unmodifiableList(Arrays.asList(destinations.toArray(Foothold[]::new)));
        this.limit = limit;
    }

    /** @param limit the longest time wanted, at most {@link #LONGEST} */
    public static Matrix to(Network network, List<Foothold> destinations, Duration limit) {
        if (limit.compareTo(LONGEST) > 0 || limit.isNegative()) {
            throw new IllegalArgumentException("the limit " + limit + " lies outside 0.." + LONGEST);
        }
        return new Matrix(network, destinations, limit);
    }

    public int destinations() {
        return destinations.size();
    }

    /** Milliseconds from each origin to each destination; {@link Streets#UNREACHED} where it takes longer than the limit. */
    public int[][] from(List<Foothold> origins) {
        int[][] millis = new int[origins.size()][destinations.size()];
        for (int i = 0; i < millis.length; i++) {
            Arrays.fill(millis[i], Streets.UNREACHED);
            if (origins.get(i) != null) {
                fill(millis[i], Search.run(network, List.of(origins.get(i)), Direction.FROM, limit));
            }
        }
        return millis;
    }

    private void fill(int[] row, TravelTimes times) {
        for (int j = 0; j < row.length; j++) {
            if (destinations.get(j) != null) {
                row[j] = times.millisAt(destinations.get(j));
            }
        }
    }
}
