package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Search against its slow twin on random streets with random lines; a failure names the seed that replays it. */
class SearchTest {

    private static final AsOf TODAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final Mode[] MODES = {
        Mode.METRO, Mode.HIGH_SPEED_RAIL, Mode.BUS, Mode.EXPRESSWAY, Mode.ARTERIAL, Mode.BRIDGE, Mode.TUNNEL};

    @Test
    void agreesWithDijkstraOnRandomNetworks() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 300; seed++) {
            Random random = new Random(seed);
            TinyWorld world = world(random);
            Profile profile = random.nextBoolean() ? TestProfiles.RIDE : TestProfiles.DRIVE;
            Network network = join(world, profile, lines(random), Set.of());
            for (Direction direction : Direction.values()) {
                List<Foothold> origins = origins(random, network);
                int budget = random.nextInt(20_000_000);
                TravelTimes times = Search.run(network, origins, direction, Duration.ofMillis(budget));
                int[] slow = new SlowSearch(network, direction).times(origins, budget);
                for (int node = 0; node < slow.length; node++) {
                    assertThat(times.millis(node)).as("seed %d, %s, node %d", seed, direction, node).isEqualTo(slow[node]);
                }
            }
        }
    }

    @Test
    void addingALineNeverMakesAnyTimeLonger() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 300; seed++) {
            Random random = new Random(seed);
            TinyWorld world = world(random);
            Profile profile = random.nextBoolean() ? TestProfiles.RIDE : TestProfiles.DRIVE;
            List<Corridor> lines = lines(random);
            Network more = join(world, profile, lines, Set.of());
            Network fewer = join(world, profile, lines, Set.of(lines.get(random.nextInt(lines.size())).id()));
            List<Foothold> origins = origins(random, more);
            for (Direction direction : Direction.values()) {
                TravelTimes with = Search.run(more, origins, direction, Duration.ofHours(8));
                TravelTimes without = Search.run(fewer, origins, direction, Duration.ofHours(8));
                for (int node = 0; node < more.streets().nodes(); node++) {
                    assertThat(with.millis(node)).as("seed %d, node %d", seed, node).isLessThanOrEqualTo(without.millis(node));
                }
            }
        }
    }

    @Test
    void thereAndBackTakeTheSameTime() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 100; seed++) {
            Random random = new Random(seed);
            TinyWorld world = world(random);
            Network network = join(world, TestProfiles.RIDE, lines(random), Set.of());
            int a = random.nextInt(network.streets().nodes());
            int b = random.nextInt(network.streets().nodes());
            int there = Search.run(network, List.of(at(network, a)), Direction.FROM, Duration.ofHours(20)).millis(b);
            int to = Search.run(network, List.of(at(network, b)), Direction.TO, Duration.ofHours(20)).millis(a);
            assertThat(to).as("seed %d", seed).isEqualTo(there);
        }
    }

    @Test
    void pagesHoldWhatIsReached() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        Network network = join(world(random), TestProfiles.RIDE, lines(random), Set.of());
        TravelTimes times = Search.run(network, origins(random, network), Direction.FROM, Duration.ofHours(8));
        assertThat(times.pages()).isEqualTo(1);
        for (int i = 0; i < TravelTimes.PAGE_NODES; i++) {
            int expected = i < network.streets().nodes() ? times.millis(i) : Streets.UNREACHED;
            assertThat(times.page(0)[i]).as("seed %d, node %d", seed, i).isEqualTo(expected);
        }
    }

    static Network join(TinyWorld world, Profile profile, List<Corridor> lines, Set<String> without) {
        return new LineNetworks(List.of(profile), world).join(profile, lines, TODAY, new Changes(Set.of(), without, List.of()));
    }

    private static Foothold at(Network network, int node) {
        return network.foothold(network.streets().lon(node), network.streets().lat(node));
    }

    private static List<Foothold> origins(Random random, Network network) {
        List<Foothold> origins = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            origins.add(at(network, random.nextInt(network.streets().nodes())));
        }
        return origins;
    }

    /** 2 to 40 nodes within 0.2 degrees, some of them not connected. */
    static TinyWorld world(Random random) {
        int count = 2 + random.nextInt(39);
        StringBuilder nodes = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < count; i++) {
            nodes.append(String.format(Locale.ROOT, "n%d %.4f %.4f;", i, random.nextDouble() / 5, random.nextDouble() / 5));
        }
        for (int i = 0; i < random.nextInt(3 * count); i++) {
            int from = random.nextInt(count);
            int to = random.nextInt(count);
            if (from != to) {
                edges.append(String.format("n%d-n%d %d;", from, to, 1 + random.nextInt(4000)));
            }
        }
        return new TinyWorld(nodes.toString(), edges.toString());
    }

    static List<Corridor> lines(Random random) {
        List<Corridor> lines = new ArrayList<>();
        for (int line = 0; line <= random.nextInt(8); line++) {
            List<Coordinate> course = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                // On a grid of 0.01°, so that lines often meet within 300 m or at one place.
                course.add(new Coordinate(random.nextInt(20) / 100.0, random.nextInt(20) / 100.0));
            }
            course.add(new Coordinate(0.1 + random.nextDouble() / 50, 0.1));
            Corridor.Terms terms = new Corridor.Terms(
                    random.nextBoolean() ? 20 + random.nextDouble() * 300 : null, null, random.nextInt(4) == 0, null);
            lines.add(Corridors.own("l" + line, MODES[random.nextInt(MODES.length)], terms, course, List.of()));
        }
        return lines;
    }
}
