package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.Streets;
import org.tongcheng.network.osm.OsmSettings;
import org.tongcheng.network.osm.OsmStreets;

/** The OpenStreetMap files that {@code -Dbench.osm} names, separated by commas. All benchmarks run on the first. */
final class StreetFile {

    static final List<Path> FILES = Arrays.stream(System.getProperty("bench.osm", "").split(",")).map(Path::of).toList();
    static final Path FILE = FILES.get(0);

    private StreetFile() {}

    static boolean isThere() {
        return Files.isRegularFile(FILE);
    }

    /** Its streets by car. */
    static Streets byCar() throws IOException {
        return byCar(FILE);
    }

    static Streets byCar(Path file) throws IOException {
        return streets(file, "drive");
    }

    /** @param profile its id */
    static Streets streets(Path file, String profile) throws IOException {
        OsmStreets osm = OsmStreets.of(file, OsmSettings.read(Path.of("data/streets/osm.yml")));
        return osm.streets(Profiles.readAll(Path.of("data/profiles")).stream()
                .filter(p -> p.id().equals(profile)).findFirst().orElseThrow());
    }
}
