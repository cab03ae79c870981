package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.network.TestProfiles.RIDING;
import static org.tongcheng.network.TestProfiles.STATIONS;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.OffStreets;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

/**
 * From station to station along the equator: a tenth of a degree, 11 132 m, takes any line 600 s; a metro is waited for 180 s and
 * stands for 30 s at a stop. Nobody is ever asked how one comes to a station.
 */
class StationsTest {

    private static final AsOf DAY = AsOf.built(LocalDate.of(2024, 12, 31));
    private static final TinyWorld NOWHERE = new TinyWorld("A 50.0 50.0", "");

    @Test
    void waitsCountFromStationToStationAndNotInTheVehicle() {
        Corridor metro = line("m", Mode.METRO, 0, 0.1, 0.2);
        assertThat(seconds(STATIONS, 0, 0.1, metro)).isEqualTo(180 + 600);
        assertThat(seconds(STATIONS, 0, 0.2, metro)).isEqualTo(180 + 600 + 30 + 600);
        assertThat(seconds(RIDING, 0, 0.1, metro)).isEqualTo(600);
        // Nobody gets out and in again to save the 30 s.
        assertThat(seconds(RIDING, 0, 0.2, metro)).isEqualTo(600 + 30 + 600);
    }

    /** The stations are one; metro to metro one only waits, to a train one leaves the one (120 s) and enters the other (900 s). */
    @Test
    void aTransferIsWalkedAndWaitedForOrCostsNothing() {
        Corridor metro = line("m", Mode.METRO, 0, 0.1);
        Corridor other = line("n", Mode.METRO, 0.1, 0.2);
        Corridor train = line("h", Mode.HIGH_SPEED_RAIL, 0.1, 0.2);
        assertThat(seconds(STATIONS, 0, 0.2, metro, other)).isEqualTo(180 + 600 + 180 + 600);
        assertThat(seconds(RIDING, 0, 0.2, metro, other)).isEqualTo(600 + 600);
        assertThat(seconds(STATIONS, 0, 0.2, metro, train)).isEqualTo(180 + 600 + 120 + 900 + 600 + 600);
        assertThat(seconds(RIDING, 0, 0.2, metro, train)).isEqualTo(600 + 600);
    }

    /** 222.64 m walked at a metre a second. */
    @Test
    void stationsApartAreWalkedBetween() {
        Corridor metro = line("m", Mode.METRO, 0, 0.1);
        Corridor other = line("n", Mode.METRO, 0.102, 0.202);
        Network network = join(STATIONS, metro, other);
        // 0.202 alone is near the end of n: one walks from m.
        assertThat(millis(network, 0, 0.202)).isEqualTo((180 + 600 + 180 + 600) * 1000 + 222_639);
        assertThat(seconds(RIDING, 0, 0.202, metro, other)).isEqualTo(600 + 600);
    }

    @Test
    void aPointStandsForEveryStationWithinTwoKilometresAndTheFastestPairCounts() {
        Corridor slow = line("slow", Mode.METRO, -0.017, 0.083);
        Corridor fast = own("fast", Mode.METRO, 2, 0.017, 0.117);
        // Stations 1 892 m on either side; both ends within reach of 0.1.
        assertThat(seconds(STATIONS, 0, 0.1, slow, fast)).isEqualTo(180 + 300);
        assertThat(seconds(RIDING, 0, 0.1, slow)).isEqualTo(600);
        assertThat(seconds(STATIONS, 0.083, 0.084, slow)).as("one station stands for both").isZero();
        Network network = join(STATIONS, slow, fast);
        assertThatThrownBy(() -> network.foothold(0.05, 0)).isInstanceOfSatisfying(OffStreets.class, e -> {
            assertThat(e.metres()).isCloseTo(0.033 * 111_319.49, org.assertj.core.api.Assertions.within(1.0));
            assertThat(e).hasMessageContaining("no station within 2000 m").hasMessageContaining("the nearest is 3674 m away");
        });
        assertThat(millis(network, 0, 0.05)).isEqualTo(Streets.UNREACHED);
    }

    @Test
    void aUnitStandsForEveryStationInsideIt() {
        Network network = join(STATIONS, line("m", Mode.METRO, 0, 0.1, 0.2, 0.3));
        Foothold unit = network.find(0.29, 0.09, box(0.15, 0.35)).orElseThrow();
        assertThat(times(network, 0).millisAt(unit)).as("its nearest station, 0.2, though its seat is far off any").isEqualTo(1_410_000);
        assertThat(network.find(0.1, 0, box(0.11, 0.19))).as("no station inside, one beside its seat").isEmpty();
        assertThat(Search.run(network, List.of(unit), Direction.TO, Duration.ofHours(2)).millisAt(0, 0)).isEqualTo(1_410_000);
    }

    @Test
    void theStationsAndLinesUsedAreTold() {
        Network network = join(RIDING, line("m", Mode.METRO, 0, 0.1, 0.2), line("n", Mode.METRO, 0.2, 0.3), line("far", Mode.METRO, 0.5, 0.6));
        TravelTimes times = times(network, 0);
        assertThat(times.stops(1_300_000)).extracting(s -> s.place().stop() + " " + s.millis() / 1000)
                .containsExactlyInAnyOrder("m-1 0", "m-1 0", "m-2 600", "m-3 1230");
        assertThat(times.corridorsUsed(1_300_000)).containsExactly("m");
        assertThat(times.corridorsUsed(7_200_000)).containsExactly("m", "n");
        assertThat(times.corridorsTo(network.foothold(0.3, 0))).containsExactly("m", "n");
        assertThat(network.streets().nodes()).isZero();
    }

    @Test
    void agreesWithDijkstraOnRandomLines() {
        long first = Seeds.first();
        for (long seed = first; seed < first + 200; seed++) {
            Random random = new Random(seed);
            Network network = new LineNetworks(List.of(), NOWHERE)
                    .join(random.nextBoolean() ? STATIONS : RIDING, SearchTest.lines(random), DAY, Changes.NONE);
            Foothold origin = network.find(random.nextInt(20) / 100.0, random.nextInt(20) / 100.0).orElse(null);
            for (Direction direction : Direction.values()) {
                int[] slow = origin == null ? new int[0] : new SlowSearch(network, direction).times(List.of(origin), 20_000_000);
                TravelTimes times = origin == null ? null : Search.run(network, List.of(origin), direction, Duration.ofMillis(20_000_000));
                for (int node = 0; node < slow.length; node++) {
                    assertThat(times.millis(node)).as("seed %d, %s, node %d", seed, direction, node).isEqualTo(slow[node]);
                }
            }
        }
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, -0.1, 0.1));
    }

    private static int seconds(Profile profile, double from, double to, Corridor... lines) {
        Network network = join(profile, lines);
        int there = millis(network, from, to);
        int back = Search.run(network, List.of(network.foothold(to, 0)), Direction.TO, Duration.ofHours(5)).millisAt(from, 0);
        int matrix = Matrix.to(network, List.of(network.foothold(to, 0)), Duration.ofHours(5)).from(List.of(network.foothold(from, 0)))[0][0];
        assertThat(List.of(back, matrix)).containsOnly(there);
        return (int) Math.round(there / 1000.0);
    }

    private static int millis(Network network, double from, double to) {
        return times(network, from).millisAt(to, 0);
    }

    private static TravelTimes times(Network network, double from) {
        return Search.run(network, List.of(network.foothold(from, 0)), Direction.FROM, Duration.ofHours(5));
    }

    private static Network join(Profile profile, Corridor... lines) {
        return new LineNetworks(List.of(profile), NOWHERE).join(profile, List.of(lines), DAY, Changes.NONE);
    }

    private static Corridor line(String id, Mode mode, double... lons) {
        return own(id, mode, 1, lons);
    }

    /** @param speed in tenths of a degree in 600 s */
    private static Corridor own(String id, Mode mode, double speed, double... lons) {
        List<Coordinate> course = Arrays.stream(lons).mapToObj(lon -> new Coordinate(lon, 0)).toList();
        Corridor.Terms terms = new Corridor.Terms(speed * org.tongcheng.network.TestProfiles.TENTH_KMH, null, false, null);
        return Corridors.own(id, mode, terms, course, List.of());
    }
}
