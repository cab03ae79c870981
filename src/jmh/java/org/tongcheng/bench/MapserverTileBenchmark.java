package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.Tiles;

/**
 * The other peer: MapServer on the table of the first, one process that stays and keeps its connection to the database. Each tile
 * holds the features that ours holds ({@link KeptFeatures}), with the same attributes, units and margin. What else differs:
 * MapServer numbers every feature 0, cuts coordinates to units instead of rounding them, and neither simplifies nor mends.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MapserverTileBenchmark {

    @Param({"6", "8", "10", "11", "12", "13", "14"})
    public int zoom;

    private final List<Question> questions = new ArrayList<>();
    private Mapserver mapserver;
    private int next;

    private record Question(TileAddress tile, Path map) {}

    @Setup
    public void start() throws Exception {
        mapserver = Mapserver.start();
        try (FeatureStore store = Ground.open(Ground.POSTGIS)) {
            Tiles tiles = new Tiles(store, 0);
            for (TileAddress tile : TileGround.tiles(zoom)) {
                KeptFeatures kept = KeptFeatures.like(tiles.draw(TileGround.question(tile)), tile,
                        tried -> mapserver.draw(mapserver.map(tile, tried), tile));
                questions.add(new Question(tile, mapserver.map(tile, kept)));
            }
        }
    }

    @TearDown
    public void stop() throws Exception {
        mapserver.close();
    }

    @Benchmark
    public byte[] draw() throws IOException {
        Question question = questions.get(next++ % questions.size());
        return mapserver.draw(question.map(), question.tile());
    }
}
