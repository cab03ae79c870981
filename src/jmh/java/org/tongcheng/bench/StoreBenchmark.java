package org.tongcheng.bench;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Write;

/** Reading and writing at the store itself, features as objects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StoreBenchmark {

    @Param({Ground.H2GIS, Ground.POSTGIS})
    public String store;

    private final Parcels parcels = new Parcels(Ground.PARCELS);
    private final SplittableRandom random = new SplittableRandom(1);
    private FeatureStore opened;
    private long revision;
    private int version;

    @Setup
    public void open() {
        opened = Ground.open(store);
        revision = opened.get(Parcels.COLLECTION, Parcels.id(7)).revision();
        version = 2;
    }

    @TearDown
    public void close() {
        opened.close();
    }

    @Benchmark
    public void box100(Blackhole sink) {
        read(10, 10, sink);
    }

    @Benchmark
    public void box1000(Blackhole sink) {
        read(40, 25, sink);
    }

    @Benchmark
    public void box10000(Blackhole sink) {
        read(100, 100, sink);
    }

    @Benchmark
    public StoredFeature item() {
        return opened.get(Parcels.COLLECTION, Parcels.id(random.nextInt(parcels.count())));
    }

    @Benchmark
    public long write() {
        Write replace = new Write.Replace(Parcels.COLLECTION, parcels.feature(7, ++version), revision);
        revision = opened.write(List.of(replace)).get(0);
        return revision;
    }

    private void read(int columns, int rows, Blackhole sink) {
        Geometry box = new GeometryFactory().toGeometry(parcels.box(columns, rows, random));
        Query query = new Query(List.of(box), null, null, null, Map.of(), List.of());
        int[] seen = {0};
        opened.read(Parcels.COLLECTION, query, Page.first(10_000), feature -> {
            seen[0]++;
            sink.consume(feature);
        });
        if (seen[0] != columns * rows) {
            throw new IllegalStateException(seen[0] + " parcels in a box of " + columns * rows);
        }
    }
}
