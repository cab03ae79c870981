package org.tongcheng.planning.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Pieces;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Plans of random lines on random streets, ordered or not, against networks joined anew and against all orders of building. */
class SharesTest {

    private static final AsOf TODAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final int MINUTES = 60;
    private static final int MOST_PLAYERS = 6;

    private final List<Player> players = new ArrayList<>();
    private final List<Corridor> standing = new ArrayList<>();
    private TinyWorld world;
    private Profile profile;
    private Network network;
    private List<Foothold> seats;
    private long[] people;
    private Plan plan;

    @Test
    void theWorthOfAnySetIsThatOfANetworkJoinedAnew() {
        long first = Seeds.first();
        long[] all = new long[Worth.MEASURES];
        for (long seed = first; seed < first + 60; seed++) {
            make(new Random(seed));
            Growth growth = new Growth(plan, Growth.Wiring.of(plan));
            for (int set = 0; set < 1 << players.size(); set++) {
                long[] slow = joinedAnew(set);
                assertThat(worth(growth, set)).as("seed %d, set %d", seed, set).isEqualTo(slow);
                Worth.add(all, slow);
            }
        }
        // the worlds are such that there is something to gain
        assertThat(all[Worth.UNITS]).isGreaterThan(1000);
        assertThat(all[Worth.PAIRS]).isGreaterThan(1000);
        assertThat(all[Worth.SAVED]).isPositive();
    }

    @Test
    void sharesAreTheMeansOverAllOrdersLieBetweenTheLeastAndTheGreatestAndSumUp() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 60; seed++) {
            make(new Random(seed));
            Shares exact = Shares.of(plan, 2, seed, Pieces.HERE);
            long[][][] added = allOrders();
            for (int m = 0; m < Worth.MEASURES; m++) {
                double sum = 0;
                for (int p = 0; p < players.size(); p++) {
                    int player = p;
                    int measure = m;
                    long[] gains = Arrays.stream(added).mapToLong(order -> order[player][measure]).toArray();
                    double share = exact.share()[p][m];
                    assertThat(share).as("seed %d", seed).isCloseTo(Arrays.stream(gains).average().orElse(0), within(1e-6 * (1 + Math.abs(share))));
                    assertThat(share).as("seed %d", seed).isBetween(
                            Arrays.stream(gains).min().orElse(0) - 1e-3, Arrays.stream(gains).max().orElse(0) + 1e-3);
                    // to build more takes nothing from anybody
                    assertThat(Arrays.stream(gains).min().orElse(0)).as("seed %d", seed).isNotNegative();
                    sum += share;
                }
                assertThat(sum).as("seed %d", seed).isCloseTo(exact.whole()[m], within(1e-6 * (1 + exact.whole()[m])));
            }
        }
    }

    @Test
    void drawnSharesSumUpToTheWholeAndMissTheExactOnesByAFewStandardErrorsAtTheMost() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 20; seed++) {
            make(new Random(seed));
            Shares exact = Shares.of(plan, 2, seed, Pieces.HERE);
            Shares drawn = Shares.sampled(plan, Growth.Wiring.of(plan), 400, seed, Pieces.HERE);
            for (int m = 0; m < Worth.MEASURES; m++) {
                double sum = 0;
                for (int p = 0; p < players.size(); p++) {
                    sum += drawn.share()[p][m];
                    double off = Math.abs(drawn.share()[p][m] - exact.share()[p][m]);
                    // of some thousand figures one in two million is five errors off; the rest is of what is never drawn
                    assertThat(off).as("seed %d, player %d, measure %d", seed, p, m)
                            .isLessThanOrEqualTo(5 * drawn.error()[p][m] + 0.03 * exact.whole()[m] + 1e-3);
                }
                assertThat(sum).as("seed %d", seed).isCloseTo(exact.whole()[m], within(1e-9 * (1 + exact.whole()[m])));
                assertThat(drawn.alone()).isDeepEqualTo(exact.alone());
                assertThat(drawn.missing()).isDeepEqualTo(exact.missing());
            }
            assertThat(Shares.sampled(plan, Growth.Wiring.of(plan), 400, seed, Pieces.HERE).share()).isDeepEqualTo(drawn.share());
        }
    }

    private static long[] worth(Growth growth, int set) {
        growth.clear();
        for (int p = 0; set >> p != 0; p++) {
            if ((set >> p & 1) != 0) {
                growth.build(p);
            }
        }
        return growth.worth().clone();
    }

    /** What each player adds in each order, by permuting recursively. */
    private long[][][] allOrders() {
        List<long[][]> all = new ArrayList<>();
        Growth growth = new Growth(plan, Growth.Wiring.of(plan));
        long[][] worths = IntStream.range(0, 1 << players.size()).mapToObj(set -> worth(growth, set)).toArray(long[][]::new);
        permute(0, new long[players.size()][], worths, all);
        return all.toArray(long[][][]::new);
    }

    private void permute(int set, long[][] added, long[][] worths, List<long[][]> all) {
        if (set == worths.length - 1) {
            all.add(added.clone());
        }
        for (int p = 0; p < added.length; p++) {
            if ((set >> p & 1) == 0) {
                added[p] = Worth.difference(worths[set | 1 << p], worths[set]);
                permute(set | 1 << p, added, worths, all);
            }
        }
    }

    /** Seats stand for units: the first is the origin, and each is a target too. */
    private long[] joinedAnew(int set) {
        Network now = join(set);
        int[][] times = times(now);
        int[][] before = times(join(0));
        int budget = MINUTES * 60_000;
        long[] worth = new long[Worth.MEASURES];
        double weights = 0;
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < i; j++) {
                weights += Math.max(before[i][j], before[j][i]) == Streets.UNREACHED ? 0 : (double) people[i] * people[j];
            }
        }
        for (int i = 0; i < times.length; i++) {
            worth[Worth.UNITS] += before[0][i] > budget && times[0][i] <= budget ? 1 : 0;
            for (int j = 0; j < i; j++) {
                int then = Math.max(before[i][j], before[j][i]);
                int soon = Math.max(times[i][j], times[j][i]);
                worth[Worth.PAIRS] += then > budget && soon <= budget ? 1 : 0;
                worth[Worth.SAVED] += then == Streets.UNREACHED ? 0
                        : Math.round(Worth.WEIGHTS * ((double) people[i] * people[j]) / weights) * (then - soon);
            }
        }
        return worth;
    }

    private int[][] times(Network joined) {
        int[][] times = new int[seats.size()][seats.size()];
        for (int i = 0; i < times.length; i++) {
            TravelTimes from = Search.run(joined, List.of(seats.get(i)), Direction.FROM, Duration.ofMinutes(Survey.LONGEST_MINUTES));
            for (int j = 0; j < times.length; j++) {
                times[i][j] = i == j ? 0 : from.millisAt(seats.get(j));
            }
        }
        return times;
    }

    private Network join(int set) {
        Set<String> without = new HashSet<>();
        for (int p = 0; p < players.size(); p++) {
            if ((set >> p & 1) == 0) {
                players.get(p).rows().forEach(row -> without.add(row.id()));
            }
        }
        List<Corridor> all = new ArrayList<>(standing);
        players.forEach(p -> all.addAll(p.rows()));
        return new LineNetworks(List.of(profile), world).join(profile, all, TODAY, new Changes(Set.of(), without, List.of()));
    }

    private void make(Random random) {
        players.clear();
        standing.clear();
        List<double[]> nodes = new ArrayList<>();
        world = world(random, nodes);
        world = random.nextBoolean() ? world.ordered() : world;
        profile = random.nextBoolean() ? TestProfiles.RIDE : TestProfiles.DRIVE;
        int count = 2 + random.nextInt(MOST_PLAYERS - 1);
        for (int p = 0; p < count; p++) {
            List<Corridor> rows = new ArrayList<>(List.of(line(random, "p" + p, nodes)));
            if (random.nextInt(4) == 0) {
                rows.add(line(random, "q" + p, nodes));
            }
            players.add(new Player(rows));
        }
        standing.add(line(random, "s", nodes));
        network = join((1 << count) - 1);
        seats = nodes.stream().limit(5).map(at -> network.foothold(at[0], at[1])).toList();
        people = random.longs(seats.size(), 1, 1_000_000).toArray();
        Skeleton skeleton = Skeleton.of(network, players);
        Survey survey = new Survey(skeleton, count, MINUTES, seats, people, Pieces.HERE);
        plan = survey.run(List.of(seats.get(0)), SeatUnits.of(nodes.subList(0, 5))).plan();
    }

    private static TinyWorld world(Random random, List<double[]> nodes) {
        int count = 6 + random.nextInt(8);
        StringBuilder rows = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < count; i++) {
            nodes.add(new double[] {random.nextInt(30) / 100.0, random.nextInt(30) / 100.0 + i * 1e-4});
            rows.append(String.format(Locale.ROOT, "%sn%02d %s %s", i == 0 ? "" : "; ", i, nodes.get(i)[0], nodes.get(i)[1]));
        }
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(count);
            int to = (from + 1 + random.nextInt(count - 1)) % count;
            edges.append(String.format(Locale.ROOT, "%sn%02d-n%02d %d", i == 0 ? "" : "; ", from, to, 100 + random.nextInt(5000)));
        }
        return new TinyWorld(rows.toString(), edges.toString());
    }

    private Corridor line(Random random, String id, List<double[]> nodes) {
        Mode[] modes = profile == TestProfiles.RIDE ? new Mode[] {Mode.METRO, Mode.HIGH_SPEED_RAIL, Mode.BUS}
                : new Mode[] {Mode.EXPRESSWAY, Mode.ARTERIAL, Mode.BRIDGE};
        List<Coordinate> course = new ArrayList<>();
        int stops = 2 + random.nextInt(3);
        while (course.size() < stops) {
            double[] at = nodes.get(random.nextInt(nodes.size()));
            Coordinate next = new Coordinate(at[0], at[1]);
            if (course.isEmpty() || !course.get(course.size() - 1).equals2D(next)) {
                course.add(next);
            }
        }
        return Corridors.own(id, modes[random.nextInt(modes.length)], Corridor.Terms.UNSTATED, course, List.of());
    }
}
