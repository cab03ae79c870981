package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;
import org.tongcheng.network.Profile;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

/** A profile that is the fastest of two gives the lesser of two separate answers everywhere. */
class FastestTest {

    private static final AsOf DAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final Profile BOTH =
            Profile.fastest("both", Text.of("both"), Text.of("the faster"), List.of(TestProfiles.DRIVE, TestProfiles.RIDE));

    /** The three networks of one question. */
    private record Joined(Network drive, Network ride, Network both) {

        static Joined of(StreetSource source, List<Corridor> lines) {
            LineNetworks networks = new LineNetworks(List.of(TestProfiles.DRIVE, TestProfiles.RIDE, BOTH), source);
            return new Joined(networks.join(TestProfiles.DRIVE, lines, DAY, Changes.NONE),
                    networks.join(TestProfiles.RIDE, lines, DAY, Changes.NONE), networks.join(BOTH, lines, DAY, Changes.NONE));
        }

        static List<Foothold> on(Network network, List<Coordinate> points) {
            return points.stream().map(p -> network.foothold(p.x, p.y)).toList();
        }
    }

    @Test
    void everyTimeIsTheLesserOfTwoAnswersOnAnyStreets() {
        long first = Seeds.first();
        int ridden = 0;
        int driven = 0;
        for (long seed = first; seed < first + 200; seed++) {
            Random random = new Random(seed);
            Joined joined = Joined.of(source(random), SearchTest.lines(random));
            List<Coordinate> origins = points(random, 1 + random.nextInt(3));
            List<Coordinate> points = points(random, 30);
            Duration budget = Duration.ofMillis(random.nextInt(20_000_000));
            for (Direction direction : Direction.values()) {
                TravelTimes drive = Search.run(joined.drive, Joined.on(joined.drive, origins), direction, budget);
                TravelTimes ride = Search.run(joined.ride, Joined.on(joined.ride, origins), direction, budget);
                TravelTimes both = Search.run(joined.both, Joined.on(joined.both, origins), direction, budget);
                for (Coordinate p : points) {
                    int byCar = drive.millisAt(p.x, p.y);
                    int byRail = ride.millisAt(p.x, p.y);
                    Foothold at = joined.both.foothold(p.x, p.y);
                    assertThat(both.millisAt(at)).as("seed %d, %s, %s", seed, direction, p).isEqualTo(Math.min(byCar, byRail));
                    if (byCar != byRail) {
                        boolean faster = byRail < byCar;
                        ridden += faster ? 1 : 0;
                        driven += faster ? 0 : 1;
                        TravelTimes fastest = faster ? ride : drive;
                        assertThat(both.partTo(at)).as("seed %d, %s, %s", seed, direction, p).isEqualTo(faster ? 1 : 0);
                        assertThat(both.corridorsTo(at)).as("seed %d, %s, %s", seed, direction, p)
                                .isEqualTo(fastest.corridorsTo(fastest.network().foothold(p.x, p.y)));
                    }
                }
                assertStops(seed, drive, ride, both);
            }
        }
        assertThat(List.of(ridden, driven)).as("else one of the two was never needed").allMatch(n -> n > 200);
    }

    /** A station counts from when one comes there by car too. */
    private static void assertStops(long seed, TravelTimes drive, TravelTimes ride, TravelTimes both) {
        List<String> expected = new ArrayList<>();
        for (TravelTimes own : List.of(drive, ride)) {
            TravelTimes other = own == drive ? ride : drive;
            for (Place place : own.network().places()) {
                double lon = place.foothold().lon();
                double lat = place.foothold().lat();
                int millis = Math.min(Math.min(own.millis(place.node()), own.millisAt(lon, lat)), other.millisAt(lon, lat));
                if (millis != Streets.UNREACHED) {
                    expected.add(place.stop() + " " + millis);
                }
            }
        }
        assertThat(both.stops(both.budgetMillis())).as("seed %d", seed).extracting(s -> s.place().stop() + " " + s.millis())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A to B takes 720 s by road (600 and two ramps) and 1 080 s by metro (180, 180, 600 and 120); to C no road leads. */
    @Test
    void onlyTheLinesOfTheFasterWayAreUsed() {
        TinyWorld world = new TinyWorld("A 0.0 0.0; B 0.1 0.0; C 0.2 0.0", "A-B 10000");
        Corridor road = line("road", Mode.EXPRESSWAY, 0, 0.1);
        assertThat(used(world, road, line("metro", Mode.METRO, 0, 0.1))).containsExactly("road");
        assertThat(used(world, road, line("metro", Mode.METRO, 0, 0.1, 0.2))).containsExactly("metro", "road");
    }

    private static SortedSet<String> used(TinyWorld world, Corridor... lines) {
        Network network = Joined.of(world, List.of(lines)).both;
        return Search.run(network, List.of(network.foothold(0, 0)), Direction.FROM, Duration.ofHours(2)).corridorsUsed(7_200_000);
    }

    private static Corridor line(String id, Mode mode, double... lons) {
        List<Coordinate> course = Arrays.stream(lons).mapToObj(lon -> new Coordinate(lon, 0)).toList();
        return Corridors.own(id, mode, Corridor.Terms.UNSTATED, course, List.of());
    }

    @Test
    void soIsEveryTimeOfAMatrix() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 100; seed++) {
            Random random = new Random(seed);
            Joined joined = Joined.of(source(random), random.nextBoolean() ? SearchTest.lines(random) : List.of());
            List<Coordinate> from = points(random, 5);
            List<Coordinate> to = points(random, 7);
            int[][] drive = matrix(joined.drive, from, to);
            int[][] ride = matrix(joined.ride, from, to);
            int[][] both = matrix(joined.both, from, to);
            for (int i = 0; i < from.size(); i++) {
                for (int j = 0; j < to.size(); j++) {
                    assertThat(both[i][j]).as("seed %d, %d to %d", seed, i, j).isEqualTo(Math.min(drive[i][j], ride[i][j]));
                }
            }
        }
    }

    private static int[][] matrix(Network network, List<Coordinate> from, List<Coordinate> to) {
        return Matrix.to(network, Joined.on(network, to), Duration.ofHours(6)).from(Joined.on(network, from));
    }

    /** On a lattice every node is inside where either reaches it, and not where neither does; several origins as one and as all. */
    @Test
    void areasHoldWhatEitherReaches() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 12; seed++) {
            Random random = new Random(seed);
            Streets slow = TestLattice.over(IsochronesPropertyTest.land(random));
            Streets fast = unevenly(slow, random);
            Streets beside = Streets.beside(List.of(slow, fast));
            Network network = new Network(BOTH, beside, List.of(), List.of(), List.of(), none(beside), none(beside), List.of(), 1000);
            List<TravelTimes> searches = new ArrayList<>();
            List<int[]> expected = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int node = random.nextInt(slow.nodes());
                Foothold at = new Foothold(slow.lon(node), slow.lat(node), new int[] {node}, new int[] {0});
                Foothold both = new Foothold(at.lon(), at.lat(), new int[] {node, slow.nodes() + node}, new int[] {0, 0}, new int[] {0, 0}, 0,
                        Arrays.asList(at, at));
                searches.add(Search.run(network, List.of(both), Direction.FROM, Duration.ofHours(2)));
                expected.add(lesser(TestLattice.timesFrom(slow, node), TestLattice.timesFrom(fast, node)));
            }
            Isochrones isochrones = Isochrones.beside(List.of(Isochrones.of(slow), Isochrones.of(fast)));
            int[] budgets = {5 * 60_000 + 1, 9 * 60_000 + 1};
            int[] any = lesser(expected.get(0), expected.get(1));
            int[] all = new int[any.length];
            Arrays.setAll(all, v -> Math.max(expected.get(0)[v], expected.get(1)[v]));
            assertNodes(seed, slow, any, isochrones.areas(searches, Isochrones.Combine.UNION, Isochrones.Detail.SMOOTH, budgets), budgets);
            assertNodes(seed, slow, all, isochrones.areas(searches, Isochrones.Combine.INTERSECTION, Isochrones.Detail.EXACT, budgets), budgets);
        }
    }

    private static void assertNodes(long seed, Streets streets, int[] times, List<MultiPolygon> areas, int[] budgets) {
        for (int k = 0; k < budgets.length; k++) {
            assertThat(areas.get(k).isValid()).as("seed %d", seed).isTrue();
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(areas.get(k));
            for (int v = 0; v < times.length; v++) {
                int location = locator.locate(new Coordinate(streets.lon(v), streets.lat(v)));
                assertThat(location).as("seed %d, node %d of %d ms at %d", seed, v, times[v], budgets[k])
                        .isNotEqualTo(times[v] <= budgets[k] ? Location.EXTERIOR : Location.INTERIOR);
            }
        }
        assertThat(areas.get(0).difference(areas.get(1)).getArea()).as("seed %d", seed).isLessThan(1e-12);
    }

    private static int[] lesser(int[] one, int[] other) {
        int[] lesser = new int[one.length];
        Arrays.setAll(lesser, i -> Math.min(one[i], other[i]));
        return lesser;
    }

    /** The same lattice, twice as fast in the east and half as fast in the west. */
    private static Streets unevenly(Streets streets, Random random) {
        int[] millis = new int[streets.arcs()];
        double middle = (random.nextDouble() - 0.5) / 20;
        for (int v = 0; v < streets.nodes(); v++) {
            for (int arc = streets.firstOut(v); arc < streets.firstOut(v + 1); arc++) {
                double at = (streets.lon(v) + streets.lon(streets.head(arc))) / 2;
                millis[arc] = at > middle ? TestLattice.MINUTE / 2 : 2 * TestLattice.MINUTE;
            }
        }
        return new Streets(streets.provenance(), streets.graph(), millis, streets.ground());
    }

    private static Overlay none(Streets streets) {
        return Overlay.of(streets.nodes(), 0, new int[0], new int[0], new int[0], new int[0]);
    }

    /** Other streets for each of the two profiles, with an order of contraction or without. */
    private static StreetSource source(Random random) {
        boolean ordered = random.nextBoolean();
        StreetSource byCar = ordered ? new RandomWorld(random, 60) : SearchTest.world(random);
        StreetSource onFoot = ordered ? new RandomWorld(random, 60) : SearchTest.world(random);
        return new StreetSource() {
            @Override
            public Streets streets(Profile profile) {
                return (profile == TestProfiles.DRIVE ? byCar : onFoot).streets(profile);
            }

            @Override
            public double snapMetres() {
                return 30_000;
            }

            @Override
            public double headMetres() {
                return 30_000;
            }
        };
    }

    private static List<Coordinate> points(Random random, int count) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Coordinate(random.nextDouble() / 5, random.nextDouble() / 5));
        }
        return points;
    }
}
