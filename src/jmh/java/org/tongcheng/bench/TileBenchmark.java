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
import org.tongcheng.tiles.Tile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.Tiles;

/** Drawing tiles of parcels from the store, none kept: one client, tile after tile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TileBenchmark {

    @Param({Ground.H2GIS, Ground.POSTGIS})
    public String store;

    @Param({"6", "8", "10", "11", "12", "13", "14"})
    public int zoom;

    private List<TileAddress> addresses;
    private FeatureStore opened;
    private Tiles tiles;
    private int next;

    @Setup
    public void open() {
        addresses = TileGround.tiles(zoom);
        opened = Ground.open(store);
        tiles = new Tiles(opened, 0);
    }

    @TearDown
    public void close() {
        opened.close();
    }

    @Benchmark
    public Tile draw() {
        return tiles.draw(TileGround.question(addresses.get(next++ % addresses.size())));
    }
}
