package org.tongcheng.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.tiles.KeptTile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.TileQuestion;
import org.tongcheng.tiles.Tiles;

/** Tiles that were drawn before, asked for by one client in process: the store is asked each time whether they still hold. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TileCacheBenchmark {

    private static final int ZOOM = 14;

    @Param({Ground.H2GIS, Ground.POSTGIS})
    public String store;

    private List<TileAddress> addresses;
    private FeatureStore opened;
    private Tiles tiles;
    private int next;

    @Setup
    public void open() {
        addresses = TileGround.tiles(ZOOM);
        opened = Ground.open(store);
        tiles = new Tiles(opened, 64 << 20);
    }

    @TearDown
    public void close() {
        opened.close();
    }

    @Benchmark
    public KeptTile kept() {
        TileQuestion question = TileGround.question(addresses.get(next++ % addresses.size()));
        return tiles.tile(question, tiles.version(question));
    }
}
