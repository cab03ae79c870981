package org.tongcheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.MultiPolygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Half an hour by car from random nodes of the middle tile, searched and drawn, in networks of growing size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GrowthBenchmark {

    private static final long SEED = 5;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** Copies along a side of the square. */
    @Param({"1", "2", "4", "8"})
    public int side;

    private Network network;
    private int[] origins;
    private int next;

    @Setup
    public void build() throws IOException {
        Streets tile = StreetFile.byCar();
        Streets streets = TiledStreets.of(tile, side);
        int middle = (side / 2 * side + side / 2) * tile.nodes();
        network = PlainNetwork.of(streets);
        origins = new Random(SEED).ints(1000, middle, middle + tile.nodes()).toArray();
    }

    /** What drawing needs; takes a while to be made of many tiles. */
    @State(Scope.Benchmark)
    public static class Drawing {

        private Isochrones isochrones;

        @Setup
        public void build(GrowthBenchmark growth) {
            isochrones = Isochrones.of(growth.network.streets());
        }
    }

    @Benchmark
    public TravelTimes halfHour() {
        int origin = origins[next++ % origins.length];
        return Search.run(network, List.of(PlainNetwork.at(network.streets(), origin)), Direction.FROM, HALF_HOUR);
    }

    @Benchmark
    public List<MultiPolygon> halfHourDrawn(Drawing drawing) {
        return drawing.isochrones.areas(
                List.of(halfHour()), Isochrones.Combine.UNION, Isochrones.Detail.SMOOTH, Math.toIntExact(HALF_HOUR.toMillis()));
    }
}
