package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.corridor.LineNetworks;

/** Sweeps over random streets in random orders of contraction, with random lines; a failure names the seed that replays it. */
class SweepTest {

    private static final AsOf TODAY = AsOf.built(LocalDate.of(2024, 12, 31));

    @Test
    void agreesWithDijkstraAtEveryNode() {
        long first = Seeds.first();
        int searches = 0;
        for (long seed = first; searches < 1200; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, random.nextInt(4) == 0 ? 1500 : 60);
            Network network = join(world, profile(random), lines(random), Set.of());
            for (Direction direction : Direction.values()) {
                SlowSearch slowSearch = new SlowSearch(network, direction);
                for (int i = 0; i < 3; i++, searches++) {
                    List<Foothold> origins = origins(random, network);
                    int budget = budget(random);
                    int[] slow = slowSearch.times(origins, budget);
                    assertSame(Search.run(network, origins, direction, Duration.ofMillis(budget)), slow,
                            String.format("seed %d, %s, search %d", seed, direction, i));
                }
            }
        }
    }

    private static void assertSame(TravelTimes times, int[] expected, String what) {
        int[] found = new int[expected.length];
        Arrays.setAll(found, times::millis);
        assertThat(found).as(what).isEqualTo(expected);
    }

    /** From nothing to the longest that can be asked for. */
    private static int budget(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(20);
            case 1 -> Streets.UNREACHED;
            default -> random.nextInt(60_000_000);
        };
    }

    @Test
    void addingALineNeverMakesAnyTimeLonger() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 1000; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 60);
            Profile profile = profile(random);
            List<Corridor> lines = SearchTest.lines(random);
            Network more = join(world, profile, lines, Set.of());
            Network fewer = join(world, profile, lines, Set.of(lines.get(random.nextInt(lines.size())).id()));
            Direction direction = Direction.values()[random.nextInt(2)];
            List<Foothold> origins = onStreets(random, more);
            TravelTimes with = Search.run(more, origins, direction, Duration.ofHours(20));
            TravelTimes without = Search.run(fewer, origins, direction, Duration.ofHours(20));
            for (int node = 0; node < more.streets().nodes(); node++) {
                assertThat(with.millis(node)).as("seed %d, node %d", seed, node).isLessThanOrEqualTo(without.millis(node));
            }
        }
    }

    @Test
    void whatIsRiddenToANodeIsUsed() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 200; seed++) {
            Random random = new Random(seed);
            Network network = join(new RandomWorld(random, 60), profile(random), SearchTest.lines(random), Set.of());
            TravelTimes times = Search.run(network, onStreets(random, network), Direction.FROM, Duration.ofHours(20));
            Set<String> ridden = new TreeSet<>();
            for (int node = 0; node < network.streets().nodes(); node++) {
                ridden.addAll(times.corridorsTo(node));
            }
            assertThat(times.corridorsUsed(times.budgetMillis())).as("seed %d", seed).isEqualTo(ridden);
        }
    }

    @Test
    void aHierarchyIsComputedOnceForTheSameStreets() {
        Streets streets = new RandomWorld(new Random(1), 60).streets();
        assertThat(Hierarchy.of(streets)).isSameAs(Hierarchy.of(streets));
    }

    private static Network join(RandomWorld world, Profile profile, List<Corridor> lines, Set<String> without) {
        return new LineNetworks(List.of(profile), world).join(profile, lines, TODAY, new Changes(Set.of(), without, List.of()));
    }

    private static Profile profile(Random random) {
        return random.nextBoolean() ? TestProfiles.RIDE : TestProfiles.DRIVE;
    }

    private static List<Corridor> lines(Random random) {
        return random.nextInt(4) == 0 ? List.of() : SearchTest.lines(random);
    }

    /** One to four, most of them along a street, some at a place of a line. */
    private static List<Foothold> origins(Random random, Network network) {
        List<Foothold> origins = new ArrayList<>(onStreets(random, network));
        if (random.nextInt(4) == 0 && !network.places().isEmpty()) {
            origins.set(0, atStop(random, network));
        }
        return origins;
    }

    private static List<Foothold> onStreets(Random random, Network network) {
        List<Foothold> origins = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            origins.add(network.foothold(random.nextDouble() / 5, random.nextDouble() / 5));
        }
        return origins;
    }

    /** Beside a stop, or the stop itself, as where streets do not count. */
    private static Foothold atStop(Random random, Network network) {
        int place = random.nextInt(network.places().size());
        Foothold beside = network.places().get(place).foothold();
        return random.nextBoolean() ? beside
                : new Foothold(beside.lon(), beside.lat(), new int[] {network.places().get(place).node()}, new int[] {random.nextInt(9)});
    }
}
