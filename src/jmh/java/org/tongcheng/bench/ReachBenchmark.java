package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.MultiPolygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.CatalogueFiles;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** The parts of a reach on the bundled catalogue as of 2024: the sketch, the lines, the search from Guangzhou, the polygon. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReachBenchmark {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final AsOf AS_OF = AsOf.built(LocalDate.of(2024, 12, 31));

    private SketchSettings settings;
    private List<LandUnit> units;
    private List<Corridor> corridors;
    private Networks networks;
    private Network drive;
    private Network transit;
    private Isochrones isochrones;
    private Duration hourAndMargin;

    @Setup
    public void build() throws IOException {
        settings = SketchSettings.read(Path.of("data/streets/sketch.yml"));
        units = LandUnit.finest(CatalogueFiles.units());
        corridors = CatalogueFiles.corridors();
        networks = new LineNetworks(Profiles.readAll(Path.of("data/profiles")), Sketch.of(settings, units));
        drive = driveJoin();
        transit = transitJoin();
        isochrones = Isochrones.of(drive.streets());
        hourAndMargin = HOUR.plusMillis(isochrones.marginMillis(drive.streets()));
    }

    @Benchmark
    public Sketch sketch() {
        return Sketch.of(settings, units);
    }

    @Benchmark
    public Network driveJoin() {
        return networks.join(networks.getProfile("drive"), corridors, AS_OF, Changes.NONE);
    }

    @Benchmark
    public Network transitJoin() {
        return networks.join(networks.getProfile("transit"), corridors, AS_OF, Changes.NONE);
    }

    @Benchmark
    public TravelTimes driveSearch() {
        return search(drive);
    }

    @Benchmark
    public TravelTimes transitSearch() {
        return search(transit);
    }

    /** Search and polygon: what one question costs besides its figures. */
    @Benchmark
    public List<MultiPolygon> driveIsochrone() {
        return isochrones.areas(List.of(search(drive, hourAndMargin)),
                Isochrones.Combine.UNION, Isochrones.Detail.SMOOTH, (int) HOUR.toMillis());
    }

    private static TravelTimes search(Network network) {
        return search(network, HOUR);
    }

    private static TravelTimes search(Network network, Duration budget) {
        return Search.run(network, List.of(network.foothold(113.27, 23.13)), Direction.FROM, budget);
    }
}
