package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.tongcheng.Seeds;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;

/** What must hold on streets with courses, whatever they are like; and areas that follow from arithmetic on a perfect grid. */
class IsochronesOnStreetsTest {

    private static final GeometryFactory LINES = new GeometryFactory();
    private static final int MINUTE = 60_000;
    /** Units of 1e-7 degrees between two streets of the grid, 111 metres. */
    private static final int STEP = 10_000;

    /** Random nets are short and full of bridges and of streets that run some metres apart. Cities have a tenth of that. */
    private static final double ON_FEW_STREETS = 0.02;
    private static final double SMOOTH_ON_FEW_STREETS = 0.2;
    private static final double AT_A_FEW_BRIDGES_METRES = 100;
    /** Square degrees, a tenth of a square millimetre: what rounding to 1e-12 degrees does along a metre. */
    private static final double ROUNDED = 1e-17;

    /** On a grid of streets a minute apart k minutes reach the square on its corner whose half diagonal is k streets. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void reachOnAPerfectGridIsASquareOnItsCorner(Detail detail) {
        Streets streets = grid(41);
        Foothold middle = new Foothold(0, 0, new int[] {20 * 41 + 20}, new int[] {0});

        List<MultiPolygon> areas = areas(streets, List.of(middle), Direction.FROM, detail, 5 * MINUTE, 8 * MINUTE + MINUTE / 2);

        double square = STEP * STEP * 1e-14;
        assertThat(areas.get(0).getArea()).isBetween(2 * 5 * 5 * square * 0.9, 2 * 6 * 6 * square);
        assertThat(areas.get(1).getArea()).isBetween(2 * 8.5 * 8.5 * square * 0.9, 2 * 9.5 * 9.5 * square);
        double off = detail == Detail.EXACT ? 1 : Isochrones.SMOOTH_METRES + 1;
        double share = off / (STEP * IsochroneStreetLines.METRES_PER_UNIT);
        assertThat(areas.get(1).covers(point((8.5 - share) * STEP, 0))).isTrue();
        assertThat(areas.get(1).intersects(point((8.5 + share) * STEP, 0))).isFalse();
    }

    /** Reached from both ends after 5 minutes each, a street of 4 minutes is missing its middle at 6 minutes and whole at 7. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void theMiddleOfAStreetIsReachedLast(Detail detail) {
        TestStreets net = new TestStreets();
        int south = net.node(0, 0);
        int west = net.node(-40_000, 100_000);
        int east = net.node(40_000, 100_000);
        net.street(south, west, 5 * MINUTE, 5 * MINUTE);
        net.street(south, east, 5 * MINUTE, 5 * MINUTE);
        net.street(west, east, 4 * MINUTE, 4 * MINUTE, new int[] {0, 100_100});
        Foothold origin = new Foothold(0, 0, new int[] {south}, new int[] {0});

        List<MultiPolygon> areas = areas(net.freeze(), List.of(origin), Direction.FROM, detail, 6 * MINUTE, 7 * MINUTE);

        assertThat(areas.get(0).intersects(point(0, 100_050))).isFalse();
        assertThat(areas.get(0).covers(point(-23_000, 100_000))).isTrue();
        assertThat(areas.get(0).intersects(point(-17_000, 100_010))).isFalse();
        assertThat(areas.get(1).covers(point(0, 100_090))).isTrue();
    }

    /** A bridge over a street: what is on it reaches nothing below. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void nothingIsReachedBelowABridge(Detail detail) {
        TestStreets net = new TestStreets();
        int west = net.node(-50_000, 0);
        int east = net.node(50_000, 0);
        int south = net.node(0, -50_000);
        int north = net.node(3, 50_000);
        net.street(west, east, 10 * MINUTE, 10 * MINUTE);
        net.street(south, north, 10 * MINUTE, 10 * MINUTE);
        Foothold origin = new Foothold(-0.005, 0, new int[] {west}, new int[] {0});

        MultiPolygon area = areas(net.freeze(), List.of(origin), Direction.FROM, detail, 8 * MINUTE).get(0);

        assertThat(area.covers(point(29_000, 0))).isTrue();
        assertThat(area.intersects(point(34_000, 0))).isFalse();
        assertThat(area.intersects(point(0, 3_000))).isFalse();
        assertThat(area.intersects(point(0, -3_000))).isFalse();
        assertThat(area.covers(point(0, 0))).isTrue();
        assertThat(area.getNumGeometries()).isEqualTo(1);
    }

    /** From the middle of a one-way street only what lies ahead is reached; to it only what lies behind. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void aOneWayStreetIsReachedAhead(Detail detail) {
        TestStreets net = new TestStreets();
        net.street(net.node(0, 0), net.node(100_000, 0), 10 * MINUTE, Streets.UNREACHED);
        Streets streets = net.freeze();
        Foothold middle = TestStreets.on(streets, 0, 0.5);

        MultiPolygon from = areas(streets, List.of(middle), Direction.FROM, detail, 2 * MINUTE).get(0);
        MultiPolygon to = areas(streets, List.of(middle), Direction.TO, detail, 2 * MINUTE).get(0);

        assertThat(from.covers(point(67_000, 0))).isTrue();
        assertThat(from.intersects(point(73_000, 0))).isFalse();
        assertThat(from.intersects(point(47_000, 0))).isFalse();
        assertThat(to.covers(point(33_000, 0))).isTrue();
        assertThat(to.intersects(point(27_000, 0))).isFalse();
        assertThat(to.intersects(point(53_000, 0))).isFalse();
    }

    /** A ramp that crosses over itself: reached up to the crossing on one level, it is not on the other. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void aStreetThatCrossesItselfIsReachedInItsOrder(Detail detail) {
        TestStreets net = new TestStreets();
        int west = net.node(-100_000, 0);
        int south = net.node(0, -100_000);
        net.street(west, south, 50 * MINUTE, 50 * MINUTE,
                new int[] {100_000, 0}, new int[] {100_000, 50_000}, new int[] {0, 50_000});
        Streets streets = net.freeze();

        MultiPolygon fromWest = areas(streets, List.of(at(streets, west)), Direction.FROM, detail, 25 * MINUTE).get(0);
        MultiPolygon fromSouth = areas(streets, List.of(at(streets, south)), Direction.FROM, detail, 12 * MINUTE).get(0);

        assertThat(fromWest.covers(point(50_000, 0))).isTrue();
        assertThat(fromWest.covers(point(100_000, 45_000))).isTrue();
        assertThat(fromWest.intersects(point(95_000, 50_000))).isFalse();
        assertThat(fromWest.intersects(point(0, 25_000))).isFalse();
        assertThat(fromWest.intersects(point(0, -25_000))).isFalse();
        assertThat(fromSouth.covers(point(0, 17_000))).isTrue();
        assertThat(fromSouth.intersects(point(0, 23_000))).isFalse();
        assertThat(fromSouth.intersects(point(-4_000, 0))).isFalse();
        assertThat(fromSouth.intersects(point(4_000, 0))).isFalse();
    }

    /** The legs of a ramp half a metre apart: half its length ends in the middle of the second leg, not in the middle of the ramp. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void theLegsOfAZigzagAreReachedOneAfterTheOther(Detail detail) {
        TestStreets net = new TestStreets();
        int west = net.node(0, 0);
        net.street(west, net.node(70_000, 90), 13 * MINUTE, 13 * MINUTE, new int[] {50_000, 0}, new int[] {20_000, 45});
        Streets streets = net.freeze();

        MultiPolygon area = areas(streets, List.of(at(streets, west)), Direction.FROM, detail, 6 * MINUTE + MINUTE / 2).get(0);

        assertThat(area.covers(point(47_000, 0))).isTrue();
        assertThat(area.intersects(point(53_000, 60))).isFalse();
        assertThat(area.intersects(point(69_000, 90))).isFalse();
    }

    /** Of two streets on top of each other the faster one counts, whichever the origin stands on. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void ofStreetsOnTopOfEachOtherTheFasterOneCounts(Detail detail) {
        TestStreets net = new TestStreets();
        int west = net.node(0, 0);
        int east = net.node(100_000, 0);
        net.street(west, east, 50 * MINUTE, 50 * MINUTE);
        net.street(west, east, 10 * MINUTE, 10 * MINUTE);
        net.street(west, east, 100 * MINUTE, 100 * MINUTE);
        Streets streets = net.freeze();

        MultiPolygon fromEnd = areas(streets, List.of(at(streets, west)), Direction.FROM, detail, 8 * MINUTE).get(0);
        MultiPolygon fromMiddle = areas(streets, List.of(TestStreets.on(streets, 1, 0.5)), Direction.FROM, detail, 2 * MINUTE).get(0);

        assertThat(fromEnd.covers(point(77_000, 0))).isTrue();
        assertThat(fromEnd.intersects(point(83_000, 0))).isFalse();
        assertThat(fromMiddle.covers(LINES.createLineString(new Coordinate[] {at(33_000, 0), at(67_000, 0)}))).isTrue();
        assertThat(fromMiddle.intersects(point(27_000, 0))).isFalse();
        assertThat(fromMiddle.intersects(point(73_000, 0))).isFalse();
    }

    /** Whatever the streets are like, also where they lie on top of each other. */
    @RepeatedTest(60)
    void validAndNestedOnRandomStreets(RepetitionInfo repetition) {
        long seed = Seeds.first() + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        drawn(TestStreets.random(random), random, "seed " + seed);
    }

    @RepeatedTest(60)
    void trueOnRandomStreets(RepetitionInfo repetition) {
        long seed = Seeds.first() + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Drawn drawn = drawn(TestStreets.randomApart(random), random, "seed " + seed);
        SlowMisclassified slow = new SlowMisclassified(drawn.times, 2);
        for (int k = 0; k < drawn.budgets.length; k++) {
            assertFewOnTheWrongSide(slow.of(drawn.areas.get(k), drawn.budgets[k]),
                    drawn.detail == Detail.EXACT ? ON_FEW_STREETS : SMOOTH_ON_FEW_STREETS, "seed " + seed + ", budget " + drawn.budgets[k]);
        }
    }

    private record Drawn(TravelTimes times, Detail detail, int[] budgets, List<MultiPolygon> areas) {}

    /** Draws from random origins, and sees that each area is valid and holds the origins and the area before. */
    private static Drawn drawn(TestStreets net, Random random, String what) {
        Streets streets = net.freeze();
        List<Foothold> origins = List.of(TestStreets.on(streets, random.nextInt(net.size()), random.nextDouble()),
                TestStreets.on(streets, random.nextInt(net.size()), random.nextDouble()));
        Direction direction = Direction.values()[random.nextInt(2)];
        Detail detail = Detail.values()[random.nextInt(2)];
        int[] budgets = {1000 + random.nextInt(5000), 10_000, 10_001, 20_000, 45_000, 90_000, 400_000};
        TravelTimes times = Search.run(TestStreets.network(streets), origins, direction, Duration.ofMillis(budgets[6]));
        List<MultiPolygon> areas = Isochrones.of(streets).areas(List.of(times), Combine.UNION, detail, budgets);
        for (int k = 0; k < budgets.length; k++) {
            String which = what + ", budget " + budgets[k];
            assertValid(areas.get(k), which);
            for (Foothold origin : origins) {
                assertThat(areas.get(k).covers(point(origin.lon() * 1e7, origin.lat() * 1e7))).as(which + ": origin").isTrue();
            }
            if (k > 0) {
                assertThat(areas.get(k).covers(areas.get(k - 1))
                        || OverlayNGRobust.overlay(areas.get(k - 1), areas.get(k), OverlayNG.DIFFERENCE).getArea() < ROUNDED)
                        .as(which + " holds the one before").isTrue();
            }
        }
        return new Drawn(times, detail, budgets, areas);
    }

    /** What two reach is what either reaches; what both reach lies in what each reaches. */
    @RepeatedTest(20)
    void unionAndIntersectionOnRandomStreets(RepetitionInfo repetition) {
        long seed = Seeds.first() + 100 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        TestStreets net = TestStreets.randomApart(random);
        Streets streets = net.freeze();
        Network network = TestStreets.network(streets);
        List<TravelTimes> searches = new ArrayList<>();
        List<Foothold> origins = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            origins.add(TestStreets.on(streets, random.nextInt(net.size()), random.nextDouble()));
            searches.add(Search.run(network, List.of(origins.get(s)), Direction.FROM, Duration.ofMinutes(3)));
        }
        Isochrones isochrones = Isochrones.of(streets);
        int[] budgets = {30_000, 60_000, 180_000};

        List<MultiPolygon> union = isochrones.areas(searches, Combine.UNION, Detail.EXACT, budgets);
        List<MultiPolygon> both = isochrones.areas(searches, Combine.INTERSECTION, Detail.EXACT, budgets);

        TravelTimes together = Search.run(network, origins, Direction.FROM, Duration.ofMinutes(3));
        for (int k = 0; k < budgets.length; k++) {
            assertValid(union.get(k), "seed " + seed);
            assertValid(both.get(k), "seed " + seed);
            for (int v = 0; v < streets.nodes(); v++) {
                boolean first = searches.get(0).millis(v) <= budgets[k];
                boolean second = searches.get(1).millis(v) <= budgets[k];
                Point place = point(streets.lon(v) * 1e7, streets.lat(v) * 1e7);
                if (first && second) {
                    assertThat(both.get(k).covers(place)).as("seed %d, node %d", seed, v).isTrue();
                }
                if (first || second) {
                    assertThat(union.get(k).covers(place)).as("seed %d, node %d", seed, v).isTrue();
                }
            }
            SlowMisclassified.Lengths wrong = new SlowMisclassified(together, 2).of(union.get(k), budgets[k]);
            assertFewOnTheWrongSide(wrong, ON_FEW_STREETS, "seed " + seed);
        }
    }

    private static void assertFewOnTheWrongSide(SlowMisclassified.Lengths wrong, double share, String what) {
        double metres = wrong.reachedOutside() + wrong.unreachedInside();
        assertThat(metres).as(what).isLessThan(Math.max(AT_A_FEW_BRIDGES_METRES, share * wrong.near()));
    }

    private static void assertValid(MultiPolygon area, String what) {
        IsValidOp valid = new IsValidOp(area);
        assertThat(valid.isValid()).as(what + ": " + valid.getValidationError()).isTrue();
        assertThat(area.isSimple()).as(what).isTrue();
    }

    private static List<MultiPolygon> areas(Streets streets, List<Foothold> origins, Direction direction, Detail detail, int... budgets) {
        TravelTimes times = Search.run(TestStreets.network(streets), origins, direction, Duration.ofMillis(budgets[budgets.length - 1]));
        return Isochrones.of(streets).areas(List.of(times), Combine.UNION, detail, budgets);
    }

    /** In units of 1e-7 degrees. */
    private static Point point(double x, double y) {
        return LINES.createPoint(at(x, y));
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x * 1e-7, y * 1e-7);
    }

    private static Foothold at(Streets streets, int node) {
        return new Foothold(streets.lon(node), streets.lat(node), new int[] {node}, new int[] {0});
    }

    private static Streets grid(int side) {
        TestStreets net = new TestStreets();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                net.node((x - side / 2) * STEP, (y - side / 2) * STEP);
            }
        }
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (x + 1 < side) {
                    net.street(y * side + x, y * side + x + 1, MINUTE, MINUTE);
                }
                if (y + 1 < side) {
                    net.street(y * side + x, (y + 1) * side + x, MINUTE, MINUTE);
                }
            }
        }
        return net.freeze();
    }
}
