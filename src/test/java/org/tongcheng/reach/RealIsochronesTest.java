package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.osm.OsmSettings;
import org.tongcheng.network.osm.OsmStreets;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;

/** Isochrones over the streets of cities, where their files are at hand: how much street lies on the wrong side of the boundary. */
class RealIsochronesTest {

    private static final int[] MINUTES = {5, 10, 20};

    @ParameterizedTest
    @CsvSource({"chengdu_rebuilt.osm.pbf", "jinan_rebuilt.osm.pbf", "liechtenstein-latest_valhalla.osm.pbf", "malta-latest.osm.pbf",
        "heidelberg.test.pbf", "porto_r5.osm.pbf"})
    void streetsLieOnTheirSideOfTheBoundary(String name) throws IOException {
        String folder = System.getenv().getOrDefault("TONGCHENG_FETCHED", "../shared/data/fetched");
        Path file = Path.of(folder, "osm", name);
        assumeTrue(Files.exists(file), "not fetched: " + file);
        Streets streets = OsmStreets.of(file, OsmSettings.read(Path.of("data/streets/osm.yml"))).streets(TestProfiles.DRIVE);
        Network network = TestStreets.network(streets);
        Isochrones isochrones = Isochrones.of(streets);
        int[] budgets = Arrays.stream(MINUTES).map(m -> m * 60_000).toArray();
        long seed = Long.getLong("seed", 7);
        Random random = new Random(seed);
        double[][] sum = new double[2 * budgets.length][2];
        for (int i = 0; i < 8; i++) {
            int node = random.nextInt(streets.nodes());
            Foothold origin = network.foothold(streets.lon(node), streets.lat(node));
            TravelTimes times = Search.run(network, List.of(origin), Direction.FROM, Duration.ofMinutes(20));
            SlowMisclassified slow = new SlowMisclassified(times, 5);
            for (Detail detail : Detail.values()) {
                List<MultiPolygon> areas = isochrones.areas(List.of(times), Combine.UNION, detail, budgets);
                for (int k = 0; k < budgets.length; k++) {
                    assertThat(new IsValidOp(areas.get(k)).getValidationError()).as("seed %d, node %d", seed, node).isNull();
                    SlowMisclassified.Lengths lengths = slow.of(areas.get(k), budgets[k]);
                    double[] total = sum[detail.ordinal() * budgets.length + k];
                    total[0] += lengths.near();
                    total[1] += lengths.reachedOutside() + lengths.unreachedInside();
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            Detail detail = Detail.values()[k / budgets.length];
            assertThat(sum[k][1] / sum[k][0]).as("%s, %d minutes, seed %d", detail, MINUTES[k % budgets.length], seed)
                    .isLessThanOrEqualTo(detail == Detail.EXACT ? 0.005 : 0.03);
        }
    }
}
