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
import org.tongcheng.catalog.Text;
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
    private static final List<Mode> MODES = List.of(
            Mode.METRO, Mode.HIGH_SPEED_RAIL, Mode.BUS, Mode.EXPRESSWAY, Mode.ARTERIAL, Mode.BRIDGE, Mode.TUNNEL);
    private static final List<Profile> PROFILES = List.of(TestProfiles.RIDE, TestProfiles.DRIVE, TestProfiles.STATIONS, TestProfiles.RIDING, TestProfiles.FED,
            Profile.fastest("both", Text.of("both"), Text.of("the faster"), List.of(TestProfiles.DRIVE, TestProfiles.RIDE)));

    @Test
    void noNodeGetsWorse() {
        long seed = Seeds.first();
        System.out.println("AddedLinesTest seed " + seed);
        Random random = new Random(seed);
        int better = 0;
        for (int i = 0; i < LINES * PROFILES.size(); i++) {
            Profile profile = PROFILES.get(i % PROFILES.size());
            TinyWorld world = world(random);
            LineNetworks networks = new LineNetworks(List.of(profile), world);
            List<Corridor> standing = IntStream.range(0, 3).mapToObj(n -> line("old" + n, profile, world, random)).toList();
            Changes added = new Changes(Set.of(), Set.of(), List.of(line("new", profile, world, random)));
            Network before = networks.join(profile, standing, DAY, Changes.NONE);
            Network after = networks.join(profile, standing, DAY, added);
            Coordinate origin = near(world, random);
            for (Direction direction : Direction.values()) {
                better += compare(times(before, origin, direction), times(after, origin, direction), world, "seed " + seed + ", line " + i);
            }
        }
        // Else the lines were laid where nobody needs them, and nothing was tested.
        assertThat(better).isGreaterThan(LINES);
    }

    /** How many nodes got better; nothing is reached from where no station is near. */
    private static int compare(TravelTimes before, TravelTimes after, TinyWorld world, String where) {
        int better = 0;
        Streets streets = world.streets(TestProfiles.RIDE);
        for (int node = 0; node < NODES; node++) {
            int earlier = before == null ? Streets.UNREACHED : before.millisAt(streets.lon(node), streets.lat(node));
            int now = after == null ? Streets.UNREACHED : after.millisAt(streets.lon(node), streets.lat(node));
            assertThat(now).as("%s, node %d", where, node).isLessThanOrEqualTo(earlier);
            better += now < earlier ? 1 : 0;
        }
        return better;
    }

    /** Null where the origin joins nothing. */
    private static TravelTimes times(Network network, Coordinate origin, Direction direction) {
        return network.find(origin.x, origin.y).map(at -> Search.run(network, List.of(at), direction, Duration.ofHours(3))).orElse(null);
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

    private static Corridor line(String id, Profile profile, TinyWorld world, Random random) {
        List<Mode> modes = MODES.stream().filter(profile.modes()::containsKey).toList();
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
