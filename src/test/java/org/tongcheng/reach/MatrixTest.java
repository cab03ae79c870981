package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

class MatrixTest {

    private static final int NO = Streets.UNREACHED;

    /** A point north of a node by 0.0045° of latitude stands 498 m from it, on the ellipsoid at the equator: as many milliseconds. */
    private static final TinyWorld EQUATOR = new TinyWorld(
            "A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.9 0.0", "A-B 100; B-C 200");

    @Test
    void timesAddUpFromDoorToDoor() {
        Network network = new LineNetworks(List.of(TestProfiles.DRIVE), EQUATOR)
                .join(TestProfiles.DRIVE, List.of(), AsOf.built(LocalDate.of(2020, 12, 31)), Changes.NONE);
        Foothold a = network.foothold(0, 0);
        Foothold beside = network.foothold(0.2, 0.0045);
        Foothold island = network.foothold(0.9, 0);
        List<Foothold> all = Arrays.asList(a, beside, island, null);
        int[][] millis = Matrix.to(network, all, Matrix.LONGEST).from(all);
        assertThat(millis).isDeepEqualTo(new int[][] {
            {0, 300_498, NO, NO}, {300_498, 2 * 498, NO, NO}, {NO, NO, 0, NO}, {NO, NO, NO, NO}});
        assertThat(Matrix.to(network, List.of(beside), Duration.ofMillis(300_498)).from(List.of(a))[0]).containsExactly(300_498);
        assertThat(Matrix.to(network, List.of(beside), Duration.ofMillis(300_497)).from(List.of(a))[0]).containsExactly(NO);
    }

    @Test
    void agreesWithDijkstraOnRandomNetworks() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 100; seed++) {
            Random random = new Random(seed);
            TinyWorld world = SearchTest.world(random);
            Profile profile = random.nextBoolean() ? TestProfiles.RIDE : TestProfiles.DRIVE;
            Network network = SearchTest.join(world, profile, SearchTest.lines(random), Set.of());
            int budget = random.nextInt(20_000_000);
            List<Foothold> origins = points(random, network);
            List<Foothold> destinations = points(random, network);
            int[][] millis = Matrix.to(network, destinations, Duration.ofMillis(budget)).from(origins);
            SlowSearch slow = new SlowSearch(network, Direction.FROM);
            for (int i = 0; i < origins.size(); i++) {
                int[] times = slow.times(List.of(origins.get(i)), budget);
                for (int j = 0; j < destinations.size(); j++) {
                    Foothold to = destinations.get(j);
                    long expected = (long) times[to.nodes()[0]] + to.millisBack()[0];
                    assertThat(millis[i][j]).as("seed %d, %d to %d", seed, i, j).isEqualTo(expected > budget ? NO : (int) expected);
                }
            }
        }
    }

    /** One-way and parallel streets in a random order of contraction, without lines, with lines there and with lines far away. */
    @Test
    void agreesWithASearchFromEachOriginOnOrderedStreets() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 150; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 300);
            List<Corridor> lines = switch (random.nextInt(4)) {
                case 0 -> SearchTest.lines(random);
                case 1 -> List.of(farAway());
                default -> List.of();
            };
            Network network = new LineNetworks(List.of(TestProfiles.DRIVE), world)
                    .join(TestProfiles.DRIVE, lines, AsOf.built(LocalDate.of(2020, 12, 31)), Changes.NONE);
            Duration limit = random.nextInt(3) == 0 ? Matrix.LONGEST : Duration.ofMillis(random.nextInt(60_000_000));
            List<Foothold> origins = anywhere(random, network);
            List<Foothold> destinations = anywhere(random, network);
            int[][] millis = Matrix.to(network, destinations, limit).from(origins);
            for (int i = 0; i < origins.size(); i++) {
                TravelTimes times = origins.get(i) == null ? null : Search.run(network, List.of(origins.get(i)), Direction.FROM, limit);
                for (int j = 0; j < destinations.size(); j++) {
                    boolean none = times == null || destinations.get(j) == null;
                    assertThat(millis[i][j]).as("seed %d, %d to %d", seed, i, j).isEqualTo(none ? NO : times.millisAt(destinations.get(j)));
                }
            }
        }
    }

    private static Corridor farAway() {
        Corridor.Terms none = new Corridor.Terms(null, null, false, null);
        return Corridors.own("far", Mode.EXPRESSWAY, none, List.of(new Coordinate(5, 5), new Coordinate(5.1, 5)), List.of());
    }

    private static List<Foothold> anywhere(Random random, Network network) {
        List<Foothold> points = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            points.add(random.nextInt(10) == 0 ? null : network.foothold(random.nextDouble() / 5, random.nextDouble() / 5));
        }
        return points;
    }

    @Test
    void aLongerTimeThanCanBeCountedIsRefused() {
        Network network = SearchTest.join(EQUATOR, TestProfiles.DRIVE, List.of(), Set.of());
        assertThatThrownBy(() -> Matrix.to(network, List.of(), Duration.ofDays(25))).hasMessageContaining("PT600H");
    }

    /** Up to seven points some hundred metres off nodes. */
    private static List<Foothold> points(Random random, Network network) {
        List<Foothold> points = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            int node = random.nextInt(network.streets().nodes());
            points.add(network.foothold(network.streets().lon(node), network.streets().lat(node) + random.nextDouble() / 200));
        }
        return points;
    }
}
