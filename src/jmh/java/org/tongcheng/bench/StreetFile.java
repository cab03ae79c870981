package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.Streets;
import org.tongcheng.network.osm.OsmSettings;
import org.tongcheng.network.osm.OsmStreets;

/** The OpenStreetMap file that {@code -Dbench.osm} names. */
final class StreetFile {

    static final Path FILE = Path.of(System.getProperty("bench.osm", "../shared/data/fetched/osm/porto_r5.osm.pbf"));

    private StreetFile() {}

    static boolean isThere() {
        return Files.exists(FILE);
    }

    /** Its streets by car. */
    static Streets byCar() throws IOException {
        OsmStreets osm = OsmStreets.of(FILE, OsmSettings.read(Path.of("data/streets/osm.yml")));
        return osm.streets(Profiles.readAll(Path.of("data/profiles")).stream()
                .filter(profile -> profile.id().equals("drive")).findFirst().orElseThrow());
    }
}
