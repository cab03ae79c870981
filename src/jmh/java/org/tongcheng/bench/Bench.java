package org.tongcheng.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Loads the ground, runs every benchmark and prints the table. Arguments: the folder of the build. */
public final class Bench {

    private static final int ROUNDS = 3;

    private static final String STORES =
            "Geometry|Reach|Store|PlainSql|Tile|TileCache|PlainTile" + (Mapserver.isThere() ? "|MapserverTile" : "");
    private static final String SERVICES = "Http";
    private static final String STREETS = "StreetSearch|Growth";
    private static final String INCLUDE = System.getProperty("bench.include", ".*");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Path folder = target.resolve("bench");
        delete(folder);
        Files.createDirectories(folder);
        Path jar = target.resolve("tongcheng.jar");
        StringBuilder table = new StringBuilder();
        boolean parcels = Ground.PARCELS > 0 && isAskedFor(STORES + "|" + SERVICES);
        boolean streets = isAskedFor(STREETS);
        boolean firstView = "FirstView.measure".matches(INCLUDE);
        if (!parcels && !streets && !firstView) {
            throw new IllegalArgumentException("-Dbench.include=" + INCLUDE + " is the name of no benchmark that these options leave");
        }
        if (firstView) {
            table.append(FirstView.measure(jar, folder));
        }
        if (parcels) {
            table.append(parcels(target, jar, folder));
        }
        if (streets && StreetFile.isThere()) {
            table.append(streets(jar, folder));
        } else if (streets) {
            table.append("\nReal streets are left out, with every comparison with GraphHopper: there is no file '").append(StreetFile.FILE)
                    .append("'. Name an OpenStreetMap extract: -Dbench.osm=FILE\n");
        }
        Files.writeString(folder.resolve("table.md"), table);
        System.out.println(table);
    }

    private static String parcels(Path target, Path jar, Path folder) throws Exception {
        System.setProperty("bench.h2gis.url", "jdbc:h2:file:" + folder.resolve("parcels").toAbsolutePath());
        System.setProperty("bench.postgis.url", postgis(target));
        Ground.stores().forEach(Ground::load);
        Ground.loadPeer();
        List<RunResult> results = new ArrayList<>(run(STORES));
        if (isAskedFor(SERVICES) && Ground.stores().contains(Ground.H2GIS)) {
            results.addAll(services(jar, folder));
        }
        delete(folder.resolve("parcels.mv.db"));
        return new ResultTable(results).parcels();
    }

    private static Collection<RunResult> services(Path jar, Path folder) throws Exception {
        try (Service h2gis = Service.start(jar, Ground.url(Ground.H2GIS), folder.resolve("h2gis.log"));
                Service postgis = Service.start(jar, Ground.url(Ground.POSTGIS), folder.resolve("postgis.log"))) {
            System.setProperty("bench.h2gis.service", h2gis.url());
            System.setProperty("bench.postgis.service", postgis.url());
            return run(SERVICES);
        }
    }

    private static String streets(Path jar, Path folder) throws Exception {
        Collection<RunResult> results = run(STREETS, "-Xmx8g");
        GrowthPlot.write(results, folder.resolve("growth.svg"));
        return new ResultTable(results).streets() + StreetTable.measure(jar, folder);
    }

    private static boolean isAskedFor(String classes) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return !BenchmarkList.defaultList().find(silent, List.of(benchmarks(classes)), List.of()).isEmpty();
    }

    private static String benchmarks(String classes) {
        return "org\\.tongcheng\\.bench\\.(" + classes + ")Benchmark\\.(" + INCLUDE + ")";
    }

    /** Nothing where none of them is asked for. */
    private static Collection<RunResult> run(String classes) throws RunnerException {
        // the collector of the service
        return run(classes, "-Xmx1g", "-XX:+UseSerialGC");
    }

    private static Collection<RunResult> run(String classes, String... flags) throws RunnerException {
        if (!isAskedFor(classes)) {
            return List.of();
        }
        int seconds = Integer.getInteger("bench.seconds", 2);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks(classes))
                .param("store", Ground.stores().toArray(String[]::new))
                .forks(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true)
                .jvmArgs(jvm(flags));
        return new Runner(options.build()).run();
    }

    /** What a benchmark's own process is told. */
    private static String[] jvm(String... flags) {
        Stream<String> own = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("bench."))
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        return Stream.concat(Stream.concat(Stream.of(flags), Stream.of("-Dfile.encoding=UTF-8")), own).toArray(String[]::new);
    }

    private static String postgis(Path target) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(target.resolve("postgis.properties"))) {
            properties.load(reader);
        }
        String url = properties.getProperty("tongcheng.test.postgis.url");
        if (url == null) {
            throw new IllegalStateException("the benchmarks need PostGIS; run them without -DskipPostgis");
        }
        return url;
    }

    /** With all that lies in it. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
