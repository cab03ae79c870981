package org.tongcheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Matrix;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * An hour by car to all nodes of a file's streets, from the same random nodes in the same order, by our search and by GraphHopper's
 * shortest path tree over the same nodes, arcs and times; and a thousand times a thousand travel times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StreetSearchBenchmark {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int ORIGINS = 1000;
    private static final long SEED = 20_000;

    private Network network;
    private StreetGraphhopper graphhopper;
    private int[] nodes;
    private int next;
    private List<Foothold> origins;
    private List<Foothold> destinations;

    @Setup
    public void build() throws IOException {
        Streets streets = StreetFile.byCar();
        network = PlainNetwork.of(streets);
        graphhopper = new StreetGraphhopper(streets);
        nodes = new Random(SEED).ints(ORIGINS, 0, streets.nodes()).toArray();
        origins = Arrays.stream(nodes).mapToObj(node -> PlainNetwork.at(streets, node)).toList();
        destinations = new Random(SEED + 1).ints(ORIGINS, 0, streets.nodes()).mapToObj(n -> PlainNetwork.at(streets, n)).toList();
        check(streets);
    }

    /** Both must reach the same nodes in the same time, else there is nothing to compare. */
    private void check(Streets streets) {
        int[] theirs = new int[streets.nodes()];
        Arrays.fill(theirs, Streets.UNREACHED);
        graphhopper.tree(nodes[0], HOUR, label -> theirs[label.node] = (int) Math.min(theirs[label.node], label.time));
        TravelTimes ours = Search.run(network, List.of(origins.get(0)), Direction.FROM, HOUR);
        long different = IntStream.range(0, theirs.length).filter(node -> ours.millis(node) != theirs[node]).count();
        if (different > 0) {
            throw new IllegalStateException(different + " nodes are reached at another time than by GraphHopper");
        }
    }

    @Benchmark
    public TravelTimes sweep() {
        return Search.run(network, List.of(origins.get(next++ % ORIGINS)), Direction.FROM, HOUR);
    }

    /** Labels are only counted. */
    @Benchmark
    public int graphhopperTree() {
        int[] count = new int[1];
        graphhopper.tree(nodes[next++ % ORIGINS], HOUR, label -> count[0]++);
        return count[0];
    }

    /** On one thread. */
    @Benchmark
    public int[][] matrix1000() {
        return Matrix.to(network, destinations, Matrix.LONGEST).from(origins);
    }
}
