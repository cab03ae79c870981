package org.tongcheng.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

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
 * @param parts      on streets beside each other ({@link Streets#beside}) its footholds on each of them, in their order and numbered as
 *                   they do it, null on those it does not join; on a feeder's
 *                   ({@link FeederGround}) that of a point without the feeder's times; empty on all others
 */
public record Foothold(
        double lon, double lat, int[] nodes, int[] millis, int[] millisBack, double metresOff, List<Foothold> parts) {

    public Foothold {
        Objects.requireNonNull(millisBack);
        parts = Collections.unmodifiableList(parts);
    }

    /** A foothold on streets that stand alone. */
    public Foothold(double lon, double lat, int[] nodes, int[] millis, int[] millisBack, double metresOff) {
        this(lon, lat, nodes, millis, millisBack, metresOff, List.of());
    }

    /** A foothold on the land itself, left and reached in the same time. */
    public Foothold(double lon, double lat, int[] nodes, int[] millis) {
        this(lon, lat, nodes, millis, millis, 0);
    }

    /**
     * One on streets beside each other: it stands where it stands on the nearest of them.
     *
     * @param parts     on each of the streets, null where there is none; not all of them
     * @param firstNode number that the first node of each of the streets has among all
     */
    static Foothold beside(List<Foothold> parts, int[] firstNode) {
        Foothold nearest = parts.stream().filter(Objects::nonNull).min(Comparator.comparingDouble(Foothold::metresOff)).orElseThrow();
        int[] nodes = IntStream.range(0, parts.size()).filter(i -> parts.get(i) != null)
                .flatMap(i -> Arrays.stream(parts.get(i).nodes()).map(node -> firstNode[i] + node)).toArray();
        return new Foothold(nearest.lon(), nearest.lat(), nodes, joined(parts, Foothold::millis), joined(parts, Foothold::millisBack),
                nearest.metresOff(), parts);
    }

    private static int[] joined(List<Foothold> parts, Function<Foothold, int[]> numbers) {
        return parts.stream().filter(Objects::nonNull).flatMapToInt(part -> Arrays.stream(numbers.apply(part))).toArray();
    }

    /** The foothold on one of the streets that stand beside each other, null where there is none; itself on streets that stand alone. */
    public Foothold part(int number) {
        return parts.isEmpty() ? this : parts.get(number);
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
