package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.network.TestProfiles.FED;
import static org.tongcheng.network.TestProfiles.RIDE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
import org.tongcheng.network.Place;
import org.tongcheng.network.Profile;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

/**
 * To stations and from them one walks or rides a bicycle, picked up in 120 s and put down in 60, each way by itself:
 *
 * <pre>
 *    A ──100 s / 10── a ──10 000 s on foot, 1 000 by bicycle── B ══metro 600 s══ C ──as from a to B── D
 * </pre>
 */
class FeederTest {

    private static final AsOf DAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final String NODES = "A 0.0 0.0; a 0.05 0.0; B 0.1 0.0; C 0.2 0.0; D 0.3 0.0";
    private static final TinyWorld ON_FOOT = new TinyWorld(NODES, "A-a 100; a-B 10000; C-D 10000");
    private static final TinyWorld BY_BICYCLE = new TinyWorld(NODES, "A-a 10; a-B 1000; C-D 1000");
    private static final Corridor METRO = Corridors.own("m", Mode.METRO, Corridor.Terms.UNSTATED,
            List.of(new Coordinate(0.1, 0), new Coordinate(0.2, 0)), List.of());

    /** The short way is walked, the long one ridden; in the metro nobody asks who came by bicycle. */
    @Test
    void eachWayIsWalkedOrRiddenWhicheverIsFaster() {
        Network network = join(source(ON_FOOT, BY_BICYCLE), List.of(METRO));
        TravelTimes from = Search.run(network, List.of(network.foothold(0, 0)), Direction.FROM, Duration.ofHours(5));
        int toB = 120 + 1010 + 60;
        int metro = 180 + 180 + 600 + 120;
        assertThat(seconds(from, 0.05)).isEqualTo(100);
        assertThat(seconds(from, 0.1)).isEqualTo(toB);
        assertThat(seconds(from, 0.2)).isEqualTo(toB + metro);
        assertThat(seconds(from, 0.3)).isEqualTo(toB + metro + 120 + 1000 + 60);
        TravelTimes to = Search.run(network, List.of(network.foothold(0.3, 0)), Direction.TO, Duration.ofHours(5));
        assertThat(seconds(to, 0)).isEqualTo(seconds(from, 0.3));
        assertThat(seconds(to, 0.2)).isEqualTo(120 + 1000 + 60);
        Foothold end = network.foothold(0.3, 0);
        assertThat(Matrix.to(network, List.of(end), Duration.ofHours(5)).from(List.of(network.foothold(0, 0)))[0][0] / 1000)
                .isEqualTo(seconds(from, 0.3));
        assertThat(from.corridorsTo(end)).containsExactly("m");
        assertThat(from.corridorsUsed(5 * 3_600_000)).containsExactly("m");
    }

    @Test
    void theLineIsThereOnceAndWhatIsTakenIsTold() {
        Network network = join(source(ON_FOOT, BY_BICYCLE), List.of(METRO));
        assertThat(network.corridors()).hasSize(1);
        assertThat(network.lineStops()).hasSize(2);
        assertThat(network.segments()).hasSize(1);
        assertThat(network.assumed().stream().map(a -> a.what() + " " + a.value()))
                .contains("speed 3.6", "bicycle speed 36.0", "bicycle pick_up 2.0", "bicycle put_down 1.0");
    }

    /** Against the shortest way over a graph of whole legs: from point to point, to stations, between them and away from them. */
    @Test
    void agreesWithLegsReckonedOneByOne() {
        long first = Seeds.first();
        int better = 0;
        for (long seed = first; seed < first + 150; seed++) {
            Random random = new Random(seed);
            StreetSource source = random.nextBoolean() ? source(SearchTest.world(random), SearchTest.world(random))
                    : source(new RandomWorld(random, 60), new RandomWorld(random, 60));
            List<Corridor> lines = SearchTest.lines(random);
            Network fed = join(source, lines);
            List<Coordinate> points = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                points.add(new Coordinate(random.nextDouble() / 5, random.nextDouble() / 5));
            }
            SlowLegs legs = new SlowLegs(source, lines, points);
            TravelTimes walked = search(new LineNetworks(List.of(RIDE), source).join(RIDE, lines, DAY, Changes.NONE), points.get(0));
            TravelTimes times = search(fed, points.get(0));
            for (int i = 1; i < points.size(); i++) {
                int millis = times.millisAt(points.get(i).x, points.get(i).y);
                assertThat(millis).as("seed %d, point %d", seed, i).isEqualTo(legs.millis(i));
                int onFoot = walked.millisAt(points.get(i).x, points.get(i).y);
                assertThat(millis).isLessThanOrEqualTo(onFoot);
                better += millis < onFoot ? 1 : 0;
            }
        }
        assertThat(better).as("else nobody ever took a bicycle").isGreaterThan(100);
    }

    private static TravelTimes search(Network network, Coordinate origin) {
        return Search.run(network, List.of(network.foothold(origin.x, origin.y)), Direction.FROM, Duration.ofDays(2));
    }

    /** Floyd over an origin, points and stations: legs on foot and by bicycle from plain streets, rides from the lines alone. */
    private static final class SlowLegs {

        private static final long NEVER = Long.MAX_VALUE / 4;

        private final Network walked;
        private final int points;
        private final int places;
        private final long[][] time;

        /** Nodes: points, the first the origin; where one boards; where one has left; then the platforms. */
        SlowLegs(StreetSource source, List<Corridor> lines, List<Coordinate> points) {
            this.walked = new LineNetworks(List.of(RIDE), source).join(RIDE, lines, DAY, Changes.NONE);
            this.points = points.size();
            this.places = walked.places().size();
            this.time = new long[this.points + places + walked.forward().ownNodes()][];
            Arrays.setAll(time, i -> new long[time.length]);
            Arrays.stream(time).forEach(row -> Arrays.fill(row, NEVER));
            addLegs(source, points);
            addRides();
            for (int k = this.points; k < time.length; k++) {
                for (int i = 0; i < time.length; i++) {
                    for (int j = 0; j < time.length; j++) {
                        time[i][j] = Math.min(time[i][j], time[i][k] + time[k][j]);
                    }
                }
            }
        }

        /** From the origin and from where one has left a line, to points and to where one boards. */
        private void addLegs(StreetSource source, List<Coordinate> at) {
            List<Coordinate> all = new ArrayList<>(at);
            walked.places().forEach(p -> all.add(stop(p)));
            int[][] feet = matrix(RIDE, source, all);
            int[][] wheels = matrix(FED.fastestOf().get(1), source, all);
            for (int i = 0; i < all.size(); i++) {
                for (int j = 1; j < all.size() && (i == 0 || i >= points); j++) {
                    long onFoot = i == j ? 0 : feet[i][j] == Streets.UNREACHED ? NEVER : feet[i][j];
                    long byBicycle = wheels[i][j] == Streets.UNREACHED ? NEVER : wheels[i][j] + 180_000L;
                    time[i == 0 ? 0 : i + places][j] = Math.min(onFoot, byBicycle);
                }
            }
        }

        private void addRides() {
            int streets = walked.streets().nodes();
            for (int node = streets; node < walked.nodes(); node++) {
                for (int arc = walked.forward().first(node); arc < walked.forward().end(node); arc++) {
                    int head = walked.forward().head(arc);
                    if (head >= streets && !(walked.isPlace(node) && walked.isPlace(head))) {
                        int from = points + node - streets + (walked.isPlace(node) ? 0 : places);
                        int to = points + head - streets + places;
                        time[from][to] = Math.min(time[from][to], walked.forward().millis(arc));
                    }
                }
            }
        }

        private Coordinate stop(Place place) {
            return walked.corridors().stream().flatMap(c -> c.stops().stream()).filter(s -> s.id().equals(place.stop()))
                    .map(s -> new Coordinate(s.lon(), s.lat())).findFirst().orElseThrow();
        }

        private static int[][] matrix(Profile profile, StreetSource source, List<Coordinate> points) {
            Network network = new LineNetworks(List.of(profile), source).join(profile, List.of(), DAY, Changes.NONE);
            List<Foothold> at = points.stream().map(p -> network.foothold(p.x, p.y)).toList();
            return Matrix.to(network, at, Duration.ofDays(2)).from(at);
        }

        int millis(int point) {
            return time[0][point] > Duration.ofDays(2).toMillis() ? Streets.UNREACHED : (int) time[0][point];
        }
    }

    private static int seconds(TravelTimes times, double lon) {
        return TravelTimes.seconds(times.millisAt(lon, 0));
    }

    private static Network join(StreetSource source, List<Corridor> lines) {
        return new LineNetworks(List.of(FED), source).join(FED, lines, DAY, Changes.NONE);
    }

    private static StreetSource source(StreetSource onFoot, StreetSource byBicycle) {
        return new StreetSource() {
            @Override
            public Streets streets(Profile profile) {
                return (profile.feeder() == null ? onFoot : byBicycle).streets(profile);
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
}
