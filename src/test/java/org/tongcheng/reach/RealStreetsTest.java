package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.osm.OsmSettings;
import org.tongcheng.network.osm.OsmStreets;

/** Sweeps over the streets of cities, where their files are at hand, with random lines drawn across; a failure names its seed. */
class RealStreetsTest {

    @ParameterizedTest
    @CsvSource({"chengdu_rebuilt.osm.pbf", "jinan_rebuilt.osm.pbf", "liechtenstein-latest_valhalla.osm.pbf"})
    void agreesWithDijkstraAtEveryNode(String name) throws IOException {
        String folder = System.getenv().getOrDefault("TONGCHENG_FETCHED", "../shared/data/fetched");
        Path file = Path.of(folder, "osm", name);
        assumeTrue(Files.exists(file), "not fetched: " + file);
        OsmStreets osm = OsmStreets.of(file, OsmSettings.read(Path.of("data/streets/osm.yml")));
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (Profile profile : List.of(TestProfiles.DRIVE, TestProfiles.RIDE)) {
            Streets streets = osm.streets(profile);
            for (Direction direction : Direction.values()) {
                Network network = new LineNetworks(List.of(profile), osm)
                        .join(profile, lines(random, streets), AsOf.built(LocalDate.of(2024, 12, 31)), Changes.NONE);
                SlowSearch slowSearch = new SlowSearch(network, direction);
                for (int i = 0; i < 5; i++) {
                    int budget = random.nextInt(7_200_000);
                    List<Foothold> origins = List.of(somewhere(random, network), somewhere(random, network));
                    int[] expected = slowSearch.times(origins, budget);
                    TravelTimes times = Search.run(network, origins, direction, Duration.ofMillis(budget));
                    int[] found = new int[expected.length];
                    Arrays.setAll(found, times::millis);
                    assertThat(found).as("seed %d, %s, %s", seed, profile.id(), direction).isEqualTo(expected);
                }
            }
        }
    }

    /** A few hundred metres from a node, or on it. */
    private static Foothold somewhere(Random random, Network network) {
        int node = random.nextInt(network.streets().nodes());
        double off = random.nextBoolean() ? 0 : 0.002 * random.nextDouble();
        return network.foothold(network.streets().lon(node) + off, network.streets().lat(node));
    }

    private static List<Corridor> lines(Random random, Streets streets) {
        Mode[] modes = {Mode.METRO, Mode.BUS, Mode.EXPRESSWAY, Mode.ARTERIAL};
        List<Corridor> lines = new ArrayList<>();
        for (int line = 0; line < 12; line++) {
            List<Coordinate> course = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                int node = random.nextInt(streets.nodes());
                course.add(new Coordinate(streets.lon(node), streets.lat(node)));
            }
            Corridor.Terms terms = new Corridor.Terms(20 + random.nextDouble() * 100, null, false, null);
            lines.add(Corridors.own("l" + line, modes[line % modes.length], terms, course, List.of()));
        }
        return lines;
    }
}
