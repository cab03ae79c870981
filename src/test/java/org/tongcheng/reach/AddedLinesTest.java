package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

/** Adding a line never makes any travel time longer: random lines on random worlds that have lines already, both ways. */
class AddedLinesTest {

    private static final int LINES = 1000;
    private static final int NODES = 40;
    private static final AsOf DAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final List<Mode> RIDDEN = List.of(Mode.METRO, Mode.HIGH_SPEED_RAIL, Mode.BUS);
    private static final List<Mode> DRIVEN = List.of(Mode.EXPRESSWAY, Mode.ARTERIAL, Mode.BRIDGE, Mode.TUNNEL);

    @Test
    void noNodeGetsWorse() {
        long seed = Seeds.first();
        System.out.println("AddedLinesTest seed " + seed);
        Random random = new Random(seed);
        int better = 0;
        for (int i = 0; i < LINES; i++) {
            boolean ride = random.nextBoolean();
            Profile profile = ride ? TestProfiles.RIDE : TestProfiles.DRIVE;
            TinyWorld world = world(random);
            LineNetworks networks = new LineNetworks(List.of(profile), world);
            List<Corridor> standing = IntStream.range(0, 3).mapToObj(n -> line("old" + n, ride, world, random)).toList();
            Changes added = new Changes(Set.of(), Set.of(), List.of(line("new", ride, world, random)));
            Network before = networks.join(profile, standing, DAY, Changes.NONE);
            Network after = networks.join(profile, standing, DAY, added);
            Coordinate origin = near(world, random);
            for (Direction direction : Direction.values()) {
                better += compare(times(before, origin, direction), times(after, origin, direction), seed, i);
            }
        }
        // Else the lines were laid where nobody needs them, and nothing was tested.
        assertThat(better).isGreaterThan(LINES);
    }

    /** How many nodes got better. */
    private static int compare(TravelTimes before, TravelTimes after, long seed, int line) {
        int better = 0;
        for (int node = 0; node < NODES; node++) {
            assertThat(after.millis(node)).as("seed %d, line %d, node %d", seed, line, node)
                    .isLessThanOrEqualTo(before.millis(node));
            better += after.millis(node) < before.millis(node) ? 1 : 0;
        }
        return better;
    }

    private static TravelTimes times(Network network, Coordinate origin, Direction direction) {
        return Search.run(network, List.of(network.foothold(origin.x, origin.y)), direction, Duration.ofHours(3));
    }

    /** Nodes strewn over a third of a degree, each joined to some before it at about walking speed. */
    private static TinyWorld world(Random random) {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            nodes.add("N" + n + " " + random.nextDouble() * 0.3 + " " + random.nextDouble() * 0.3);
            for (int e = 0; n > 0 && e < 2; e++) {
                edges.add("N" + n + "-N" + random.nextInt(n) + " " + (500 + random.nextInt(5000)));
            }
        }
        return new TinyWorld(String.join("; ", nodes), String.join("; ", edges));
    }

    private static Corridor line(String id, boolean ride, TinyWorld world, Random random) {
        List<Mode> modes = ride ? RIDDEN : DRIVEN;
        List<Coordinate> course = new ArrayList<>();
        for (int v = 2 + random.nextInt(5); v > 0; v--) {
            course.add(near(world, random));
        }
        Corridor.Terms terms = new Corridor.Terms(random.nextBoolean() ? null : 20 + random.nextInt(200) + 0.0, null,
                random.nextInt(4) == 0, null);
        return Corridors.own(id, modes.get(random.nextInt(modes.size())), terms, course, List.of());
    }

    /** Within some 500 m of a node. */
    private static Coordinate near(TinyWorld world, Random random) {
        Streets streets = world.streets(TestProfiles.RIDE);
        int node = random.nextInt(NODES);
        return new Coordinate(streets.lon(node) + (random.nextDouble() - 0.5) * 0.006, streets.lat(node) + (random.nextDouble() - 0.5) * 0.006);
    }
}
