package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.CatalogueFiles;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.OffStreets;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.Streets;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;

/** The bundled catalogue, whole: the sketch over its units, its corridors, one hour from Xiamen. */
class CatalogueReachTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double XIAMEN_LON = 118.09;
    private static final double XIAMEN_LAT = 24.48;
    private static final double JIMEI_LON = 118.088;
    private static final double JIMEI_LAT = 24.567;

    private static Networks networks;
    private static List<Corridor> corridors;

    @BeforeAll
    static void build() throws IOException {
        Sketch sketch = Sketch.of(SketchSettings.read(Path.of("data/streets/sketch.yml")), LandUnit.finest(CatalogueFiles.units()));
        networks = new LineNetworks(Profiles.readAll(Path.of("data/profiles")), sketch);
        corridors = CatalogueFiles.corridors();
    }

    @Test
    void beforeTheFirstCausewayOneDoesNotGetOffTheIsland() {
        TravelTimes times = fromXiamen("drive", 1950);
        for (int node : reached(times)) {
            // The island lies within this box; the mainland is north of 24.57° there, or west of 118.05°.
            assertThat(times.network().streets().lon(node)).isBetween(118.05, 118.21);
            assertThat(times.network().streets().lat(node)).isBetween(24.41, 24.57);
        }
        assertThat(areaKm2(times)).isBetween(130.0, 170.0);
        assertThat(times.corridorsUsed(times.budgetMillis())).isEmpty();
    }

    @Test
    void crossingsBuiltSinceWidenTheHour() {
        TravelTimes then = fromXiamen("drive", 2009);
        TravelTimes now = fromXiamen("drive", 2024);
        // An independent rough trial on the same catalogue gave 2 090 and 2 480 km²; a tenth of area is a twentieth of time.
        assertThat(areaKm2(then)).isCloseTo(2_090, withinPercentage(10));
        assertThat(areaKm2(now)).isCloseTo(2_480, withinPercentage(10));
        assertThat(now.corridorsUsed(now.budgetMillis())).contains("base-xiangan-tunnel", "xiazhang-sea-bridge");
        assertThat(then.corridorsUsed(then.budgetMillis()))
                .contains("base-xiamen-bridge", "base-haicang-bridge")
                .doesNotContain("base-xiangan-tunnel", "xiazhang-sea-bridge");
        for (int node : reached(then)) {
            assertThat(now.millis(node)).isLessThanOrEqualTo(then.millis(node));
        }
    }

    /**
     * Usual free-flow times by car between the centres of neighbouring cities, as route planners give them, minutes. The sketch
     * knows no local road, so that one pair may be off by a quarter; a common bias would be a wrong speed or detour.
     */
    @Test
    void drivesBetweenNeighbouringCitiesTakeWhatTheyTake() {
        record Drive(double fromLon, double fromLat, double toLon, double toLat, double usualMinutes, String what) {}
        List<Drive> drives = List.of(
                new Drive(XIAMEN_LON, XIAMEN_LAT, 117.650, 24.513, 57.5, "Xiamen to Zhangzhou"),
                new Drive(XIAMEN_LON, XIAMEN_LAT, 118.587, 24.905, 85, "Xiamen to Quanzhou"),
                new Drive(XIAMEN_LON, XIAMEN_LAT, 118.147, 24.728, 45, "Xiamen to Tong'an"),
                new Drive(XIAMEN_LON, XIAMEN_LAT, 117.613, 24.117, 80, "Xiamen to Zhangpu"),
                new Drive(118.79, 32.04, 119.44, 32.20, 70, "Nanjing to Zhenjiang"),
                new Drive(118.79, 32.04, 118.507, 31.67, 60, "Nanjing to Ma'anshan"),
                new Drive(118.79, 32.04, 119.42, 32.395, 85, "Nanjing to Yangzhou"),
                new Drive(104.066, 30.66, 104.398, 31.127, 65, "Chengdu to Deyang"),
                new Drive(104.066, 30.66, 103.848, 30.077, 65, "Chengdu to Meishan"),
                new Drive(104.066, 30.66, 104.627, 30.129, 80, "Chengdu to Ziyang"));
        Network network = network("drive", 2024);
        double logOfRatios = 0;
        for (Drive drive : drives) {
            Foothold from = network.foothold(drive.fromLon(), drive.fromLat());
            TravelTimes times = Search.run(network, List.of(from), Direction.FROM, Duration.ofHours(2));
            double minutes = times.millisAt(drive.toLon(), drive.toLat()) / 60_000.0;
            assertThat(minutes).as(drive.what()).isCloseTo(drive.usualMinutes(), withinPercentage(25));
            logOfRatios += Math.log(minutes / drive.usualMinutes()) / drives.size();
        }
        assertThat(Math.exp(logOfRatios)).as("all drives together").isBetween(0.95, 1.05);
    }

    @Test
    void everyCrossingIsJoinedAtBothEnds() {
        Network network = network("drive", 2024);
        Set<String> halfOutside = Set.of("base-hangzhou-bay-bridge");
        for (Corridor corridor : network.corridors()) {
            if (corridor.mode() == Mode.BRIDGE || corridor.mode() == Mode.TUNNEL) {
                long joined = network.places().stream().filter(p -> p.corridor().equals(corridor.id())).count();
                assertThat(joined).as(corridor.id()).isGreaterThanOrEqualTo(halfOutside.contains(corridor.id()) ? 1 : 2);
            }
        }
    }

    @Test
    void islandsStayApartFromTheMainland() {
        Streets streets = network("drive", 1900).streets();
        Set<Integer> mainland = connected(streets, 117.65, 24.52);
        assertThat(mainland).hasSizeGreaterThan(50_000);
        double[][] islands = {{118.13, 24.48}, {119.77, 25.52}, {119.60, 26.07}};
        for (double[] island : islands) {
            Set<Integer> nodes = connected(streets, island[0], island[1]);
            assertThat(nodes.size()).isBetween(30, 500);
            assertThat(Collections.disjoint(nodes, mainland)).isTrue();
        }
        // Gulei is a peninsula; Quanzhou and Fuzhou stand on the same land as Zhangzhou, across outlines of several sources.
        double[][] shores = {{117.60, 23.80}, {118.60, 24.90}, {119.30, 26.08}, {118.10, 24.65}};
        for (double[] shore : shores) {
            int node = streets.ground().find(shore[0], shore[1], 1000).orElseThrow().nodes()[0];
            assertThat(mainland).contains(node);
        }
    }

    @Test
    void agreesWithDijkstraOnTheWholeCatalogue() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (String profile : List.of("drive", "transit")) {
            Network network = network(profile, 2024);
            for (Direction direction : Direction.values()) {
                SlowSearch slowSearch = new SlowSearch(network, direction);
                List<Foothold> origins = List.of(place(network, random), place(network, random));
                TravelTimes times = Search.run(network, origins, direction, HOUR);
                int[] slow = slowSearch.times(origins, times.budgetMillis());
                for (int node = 0; node < slow.length; node++) {
                    assertThat(times.millis(node)).as("seed %d, %s, node %d", seed, profile, node).isEqualTo(slow[node]);
                }
            }
        }
    }

    @Test
    void takingLinesOutNeverMakesATimeShorter() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (String profile : List.of("drive", "transit")) {
            Network whole = network(profile, 2024);
            List<String> ids = new ArrayList<>(whole.corridors().stream().map(Corridor::id).toList());
            Collections.shuffle(ids, random);
            Changes without = new Changes(Set.of(), Set.copyOf(ids.subList(0, ids.size() / 3)), List.of());
            Network fewer = networks.join(whole.profile(), corridors, asOf(2024), without);
            for (int i = 0; i < 5; i++) {
                List<Foothold> origin = List.of(place(whole, random));
                TravelTimes with = Search.run(whole, origin, Direction.FROM, HOUR);
                TravelTimes less = Search.run(fewer, origin, Direction.FROM, HOUR);
                for (int node : reached(less)) {
                    assertThat(with.millis(node)).as("seed %d, %s", seed, profile).isLessThanOrEqualTo(less.millis(node));
                }
            }
        }
    }

    @Test
    void aMetroRideIsFasterThanTheWalkAndNamesItsLine() {
        TravelTimes times = fromXiamen("transit", 2024);
        // A hundred metres from Jimei Xuecun station, 10 km away across the water, where no one walks.
        int millis = times.millisAt(JIMEI_LON, JIMEI_LAT);
        assertThat(millis).isLessThan(times.budgetMillis());
        assertThat(times.stops(times.budgetMillis())).anyMatch(s -> "集美学村".equals(s.place().name()));
        assertThat(times.corridorsUsed(times.budgetMillis())).anyMatch(id -> id.contains("xiamen-metro"));
        assertThat(fromXiamen("transit", 2009).millisAt(JIMEI_LON, JIMEI_LAT)).isEqualTo(Streets.UNREACHED);
        assertThat(times.network().assumed()).anyMatch(a -> a.mode() == Mode.METRO && a.what().equals("headway"));
    }

    @Test
    void timesBetweenNodesFitThoseAround() {
        TravelTimes times = fromXiamen("drive", 2024);
        assertThat(times.millisAt(XIAMEN_LON, XIAMEN_LAT)).isZero();
        // 0.001° of longitude, 101 m at 24 to 38 km/h with the detour of 1.15: 11 to 17 s.
        assertThat(times.millisAt(XIAMEN_LON + 0.001, XIAMEN_LAT)).isBetween(10_000, 18_000);
    }

    @Test
    void theSeaEndsNoReachButTheLoadedLandDoes() {
        assertThat(fromXiamen("drive", 1950).openEnds(Integer.MAX_VALUE)).isEmpty();
        TravelTimes long3 = Search.run(network("drive", 2024),
                List.of(network("drive", 2024).foothold(XIAMEN_LON, XIAMEN_LAT)), Direction.FROM, Duration.ofHours(3));
        assertThat(long3.openEnds(long3.budgetMillis())).isNotEmpty();
    }

    @Test
    void aPointFarFromAnyStreetIsRefusedWithItsDistance() {
        Network network = network("drive", 2024);
        assertThatThrownBy(() -> network.foothold(118.3, 24.3)).isInstanceOf(OffStreets.class)
                .hasMessageContaining("118.300000,24.300000").hasMessageContaining("m away");
        assertThatThrownBy(() -> network.foothold(130, 10)).isInstanceOf(OffStreets.class).hasMessageContaining("none within 50 km");
    }

    private static Foothold place(Network network, Random random) {
        return network.places().get(random.nextInt(network.places().size())).foothold();
    }

    private static TravelTimes fromXiamen(String profile, int year) {
        Network network = network(profile, year);
        return Search.run(network, List.of(network.foothold(XIAMEN_LON, XIAMEN_LAT)), Direction.FROM, HOUR);
    }

    private static Network network(String profile, int year) {
        return networks.join(networks.getProfile(profile), corridors, asOf(year), Changes.NONE);
    }

    private static AsOf asOf(int year) {
        return AsOf.built(LocalDate.of(year, 12, 31));
    }

    /** Each node stands for √3/2 km² of the lattice of 1 km. */
    private static double areaKm2(TravelTimes times) {
        return reached(times).length * Math.sqrt(3) / 2;
    }

    /** The street nodes reached. */
    private static int[] reached(TravelTimes times) {
        return IntStream.range(0, times.network().streets().nodes()).filter(n -> times.millis(n) != Streets.UNREACHED).toArray();
    }

    private static Set<Integer> connected(Streets streets, double lon, double lat) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(streets.ground().find(lon, lat, 1000).orElseThrow().nodes()[0]));
        seen.addAll(open);
        while (!open.isEmpty()) {
            int node = open.remove(open.size() - 1);
            for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
                if (seen.add(streets.head(arc))) {
                    open.add(streets.head(arc));
                }
            }
        }
        return seen;
    }
}
