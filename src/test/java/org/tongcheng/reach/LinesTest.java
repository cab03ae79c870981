package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.network.TestProfiles.DRIVE;
import static org.tongcheng.network.TestProfiles.RIDE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.ChangeFault;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;

/**
 * The rules for lines, in worlds whose times can be added up by hand. Streets along the equator:
 *
 * <pre>
 *    A ──10 000 s── B ──10 000 s── C ──10 000 s── D        a tenth of a degree each, 600 s by any line
 * </pre>
 */
class LinesTest {

    private static final TinyWorld EQUATOR = new TinyWorld(
            "A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.3 0.0", "A-B 10000; B-C 10000; C-D 10000");
    private static final AsOf YEAR_2020 = AsOf.built(LocalDate.of(2020, 12, 31));

    @Test
    void aMetroCostsEntryWaitRunDwellAndExit() {
        Corridor metro = line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0; s3 0.2 0; s4 0.3 0");
        // 180 + 180 + 600 + 120; then 30 + 600 more for each stop passed.
        assertThat(from("A", RIDE, metro)).isEqualTo("A 0, B 1080 m, C 1710 m, D 2340 m");
        assertThat(to("D", RIDE, metro)).isEqualTo("A 2340 m, B 1710 m, C 1080 m, D 0");
    }

    /** Half of ten minutes, nothing to get in and out. */
    @Test
    void aBusIsWaitedForToo() {
        assertThat(from("A", RIDE, line("b", Mode.BUS, "s1 0.0 0; s2 0.1 0"))).startsWith("A 0, B 900 b");
    }

    @Test
    void aLineNotBuiltIsAbsentWhateverItsStopsYears() {
        Corridor later = corridor("m", Mode.METRO, built(2023), Corridor.Terms.UNSTATED, "s1 0.0 0 2010; s2 0.1 0 2010");
        assertThat(from("A", RIDE, later)).isEqualTo("A 0, B 10000, C 20000, D 30000");
    }

    @Test
    void theWaitIsHalfTheHeadwayUpToTheCap() {
        Corridor often = own("m", Mode.METRO, new Corridor.Terms(null, 4.0, false, null), "s1 0.0 0; s2 0.1 0");
        assertThat(from("A", RIDE, often)).startsWith("A 0, B 1020 m");
        Corridor rare = own("m", Mode.METRO, new Corridor.Terms(null, 240.0, false, null), "s1 0.0 0; s2 0.1 0");
        assertThat(from("A", RIDE, rare)).startsWith("A 0, B 1500 m");
    }

    @Test
    void aLineRunsAtItsOwnSpeed() {
        Corridor fast = own("m", Mode.METRO,
                new Corridor.Terms(2 * org.tongcheng.network.TestProfiles.TENTH_KMH, null, false, null), "s1 0.0 0; s2 0.1 0");
        assertThat(from("A", RIDE, fast)).startsWith("A 0, B 780 m");
    }

    /** Five minutes to B and two to C; to D nobody states it: 600 s. */
    @Test
    void statedMinutesAreTheRunAndTheRestFollowsFromDistanceAndSpeed() {
        Corridor metro = stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0; s3 0.2 0; s4 0.3 0", null, 5.0, 2.0, null);
        assertThat(from("A", RIDE, metro)).isEqualTo("A 0, B 780 m, C 930 m, D 1560 m");
        assertThat(to("A", RIDE, metro)).isEqualTo("A 0, B 780 m, C 930 m, D 1560 m");
        Corridor passed = stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0 2023; s3 0.2 0", null, 5.0, 2.0);
        assertThat(from("A", RIDE, passed)).startsWith("A 0, B 10000, C 930 m");
        Corridor road = stated("e", Mode.EXPRESSWAY, "s1 0.0 0; s2 0.1 0; s3 0.2 0", null, 5.0, null);
        assertThat(from("A", DRIVE, road)).startsWith("A 0, B 420 e, C 1020 e");
        assertThat(from("A", DRIVE, stated("a", Mode.ARTERIAL, "s1 0.0 0; s2 0.1 0", null, 1.0))).as("entered anywhere").startsWith("A 0, B 600 a");
    }

    /** From D round to A in a minute: what a ring's first stop states is the way from its last. */
    @Test
    void aRingsFirstStopStatesTheRunFromItsLast() {
        Corridor.Terms ring = new Corridor.Terms(null, null, true, null);
        Corridor plain = own("m", Mode.METRO, ring, "s1 0.0 0; s2 0.1 0; s3 0.2 0; s4 0.3 0");
        Corridor stated = with(plain, 1.0, null, null, null);
        assertThat(from("A", RIDE, stated)).isEqualTo("A 0, B 1080 m, C 1170 m, D 540 m");
    }

    @Test
    void whatIsStatedIsNotAssumed() {
        Network some = network(RIDE, YEAR_2020, Changes.NONE, stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0; s3 0.2 0", null, 5.0, null));
        assertThat(some.assumed()).anyMatch(a -> a.mode() == Mode.METRO && a.what().equals("speed"));
        Network all = network(RIDE, YEAR_2020, Changes.NONE, stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0; s3 0.2 0", null, 5.0, 2.0));
        assertThat(all.assumed()).filteredOn(a -> a.mode() == Mode.METRO).extracting(a -> a.what())
                .containsExactly("entry", "exit", "headway", "wait_cap", "dwell");
        assertThatThrownBy(() -> stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0", null, 0.5))
                .hasMessageContaining("corridor 'm' states speeds or run times of 1336 km/h");
        assertThatThrownBy(() -> stated("m", Mode.METRO, "s1 0.0 0; s2 0.1 0", null, 0.0)).hasMessageContaining("run time to stop 's2'");
    }

    private static Corridor stated(String id, Mode mode, String rows, Double... runMin) {
        return with(line(id, mode, rows), runMin);
    }

    /** The same with these minutes to its stops from those before them. */
    private static Corridor with(Corridor plain, Double... runMin) {
        List<Corridor.Stop> stops = new ArrayList<>();
        for (Corridor.Stop s : plain.stops()) {
            stops.add(new Corridor.Stop(s.id(), s.vertex(), s.name(), s.kind(), s.existence(), s.lon(), s.lat(), runMin[stops.size()]));
        }
        Corridor.Terms terms = new Corridor.Terms(plain.speedKmh(), plain.headwayMin(), plain.closedRing(), plain.sameAs());
        return Corridor.of(plain.id(), plain.name(), plain.mode(), plain.existence(), terms, plain.course(), stops);
    }

    @Test
    void oneAbsentStopIsPassedAndItsDwellCounted() {
        Corridor metro = line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0 2023; s3 0.2 0; s4 0.3 0");
        assertThat(from("A", RIDE, metro)).isEqualTo("A 0, B 10000, C 1710 m, D 2340 m");
    }

    @Test
    void twoAbsentStopsInARowAreAGap() {
        Corridor metro = line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0 2023; s3 0.2 0 2023; s4 0.3 0");
        assertThat(from("A", RIDE, metro)).isEqualTo("A 0, B 10000, C 20000, D 30000");
    }

    @Test
    void aStopOfItsOwnYearOpensWithTheLineThatAPlanPutsIn() {
        Corridor planned = corridor("m", Mode.METRO, plan(Status.PLANNED, null), Corridor.Terms.UNSTATED, "s1 0.0 0; s2 0.1 0 2023");
        assertThat(from("A", RIDE, planned)).startsWith("A 0, B 10000");
        AsOf asPlanned = new AsOf(YEAR_2020.date(), Scenario.PLANNED, null);
        assertThat(describe("A", RIDE, Direction.FROM, asPlanned, Changes.NONE, planned)).startsWith("A 0, B 1080 m");
    }

    @Test
    void theHorizonLeavesOutWhatIsDueLater() {
        Corridor late = corridor("m", Mode.METRO, plan(Status.PLANNED, 2030), Corridor.Terms.UNSTATED, "s1 0.0 0; s2 0.1 0");
        AsOf until2025 = new AsOf(YEAR_2020.date(), Scenario.PLANNED, 2025);
        assertThat(describe("A", RIDE, Direction.FROM, until2025, Changes.NONE, late)).startsWith("A 0, B 10000");
    }

    @Test
    void withPutsInWithoutTakesOutAndWins() {
        Corridor planned = corridor("m", Mode.METRO, plan(Status.PROPOSED, null), Corridor.Terms.UNSTATED, "s1 0.0 0; s2 0.1 0");
        Changes with = new Changes(Set.of("m"), Set.of(), List.of());
        assertThat(describe("A", RIDE, Direction.FROM, YEAR_2020, with, planned)).startsWith("A 0, B 1080 m");
        Changes both = new Changes(Set.of("m"), Set.of("m"), List.of());
        assertThat(describe("A", RIDE, Direction.FROM, YEAR_2020, both, planned)).startsWith("A 0, B 10000");
        Changes add = new Changes(Set.of(), Set.of(), List.of(line("mine", Mode.METRO, "s1 0.0 0; s2 0.1 0")));
        assertThat(describe("A", RIDE, Direction.FROM, YEAR_2020, add, planned)).startsWith("A 0, B 1080 mine");
    }

    @Test
    void anUnknownOrTakenIdIsNamed() {
        Corridor m = line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0");
        assertThatThrownBy(() -> network(RIDE, YEAR_2020, new Changes(Set.of("x"), Set.of(), List.of()), m))
                .isInstanceOf(ChangeFault.class).hasMessage("there is no corridor 'x'");
        assertThatThrownBy(() -> network(RIDE, YEAR_2020, new Changes(Set.of(), Set.of(), List.of(m)), m))
                .isInstanceOf(ChangeFault.class).hasMessage("there is already a corridor 'm'");
    }

    @Test
    void aClosedRingReturnsToItsFirstStop() {
        String square = "s1 0.0 0; s2 0.1 0; s3 0.1 0.1; s4 0.0 0.1; s5 0.0 0";
        TinyWorld corners = new TinyWorld("A 0.0 0.0; B 0.1 0.0; C 0.1 0.1; D 0.0 0.1", "");
        Corridor ring = own("m", Mode.METRO, new Corridor.Terms(null, null, true, null), square);
        // From A to D is one run to the north, 0.1° of latitude: 11 057.43 m at 66.791694 km/h are 596 s.
        assertThat(describe(corners, "A", RIDE, Direction.FROM, YEAR_2020, Changes.NONE, ring))
                .isEqualTo("A 0, B 1080 m, C 1706 m, D 1076 m");
        Corridor open = own("m", Mode.METRO, Corridor.Terms.UNSTATED, "s1 0.0 0; s2 0.1 0; s3 0.1 0.1; s4 0.0 0.1");
        assertThat(describe(corners, "A", RIDE, Direction.FROM, YEAR_2020, Changes.NONE, open)).endsWith("D 2336 m");
    }

    @Test
    void stationsOfDifferentLinesWithin300MetresAreATransferOnFoot() {
        Corridor one = line("m1", Mode.METRO, "s1 0.0 0; s2 0.1 0");
        // 0.002° are 222.639 m, walked at 1 m/s; then 180 s of wait and 600 s less 0.002°, 12 s.
        Corridor near = line("m2", Mode.METRO, "t1 0.102 0; t2 0.2 0");
        assertThat(from("A", RIDE, one, near)).isEqualTo("A 0, B 1080 m1, C 2071 m1+m2, D 12071 m1+m2");
        // 0.003° are 334 m, too far: 1080 out, 0.3 over the street (1 m in 1 ms here), 360 in, 582 and 120.
        Corridor far = line("m2", Mode.METRO, "t1 0.103 0; t2 0.2 0");
        assertThat(from("A", RIDE, one, far)).contains("C 2142 m1+m2");
    }

    @Test
    void stationsOfOneNameWithin800MetresAreATransfer() {
        Corridor one = line("m1", Mode.METRO, "s1 0.0 0; Harbour 0.1 0");
        // 0.006° are 668 m; the transfer is one arc each way.
        Corridor named = line("m2", Mode.METRO, "Harbour站 0.106 0; t2 0.2 0");
        assertThat(arcs(one, named) - arcs(one, line("m2", Mode.METRO, "t1 0.106 0; t2 0.2 0"))).isEqualTo(2);
        Corridor far = line("m2", Mode.METRO, "Harbour 0.108 0; t2 0.2 0");
        assertThat(arcs(one, far) - arcs(one, line("m2", Mode.METRO, "t1 0.108 0; t2 0.2 0"))).isZero();
    }

    @Test
    void betweenModesATransferAlsoCostsTheGates() {
        Corridor metro = line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0");
        Corridor train = line("h", Mode.HIGH_SPEED_RAIL, "t1 0.1 0; t2 0.3 0");
        // 360 + 600 by metro; 120 out, 900 in, 600 wait; 1200 + 300.
        assertThat(from("A", RIDE, metro, train)).endsWith("D 4080 m+h");
        // 900 + 600 + 1200, then 300 out and 180 + 180 in by metro, 600 + 120.
        assertThat(from("D", RIDE, metro, train)).startsWith("A 4080 h+m");
    }

    @Test
    void aStopOffTheLandIsPassedThroughOnly() {
        Corridor metro = line("m", Mode.METRO, "s1 0.0 0; sea 0.1 0.05; s3 0.2 0");
        // 360, twice the 12 429 m to 0.1°E 0.05°N at 669.9 s, one dwell between, 120.
        assertThat(from("A", RIDE, metro)).isEqualTo("A 0, B 10000, C 1850 m, D 11850 m");
    }

    @Test
    void anExpresswayIsEnteredAndLeftAtInterchangesAlone() {
        Corridor road = corridor("e", Mode.EXPRESSWAY, Existence.ALWAYS, Corridor.Terms.UNSTATED, "s1 0.0 0; - 0.1 0; s3 0.2 0");
        assertThat(from("A", DRIVE, road)).isEqualTo("A 0, B 10000, C 1320 e, D 11320 e");
    }

    @Test
    void anArterialIsEnteredAtAnyVertex() {
        Corridor road = corridor("a", Mode.ARTERIAL, Existence.ALWAYS, Corridor.Terms.UNSTATED, "- 0.0 0; - 0.1 0; s3 0.2 0");
        assertThat(from("A", DRIVE, road)).isEqualTo("A 0, B 600 a, C 1200 a, D 11200 a");
    }

    @Test
    void aBridgeHeadReachesTheLandWithin2Kilometres() {
        // 0.0175° are 1948 m, 0.0185° are 2059 m.
        Corridor bridge = line("b", Mode.BRIDGE, "h1 0.0175 0; h2 0.0825 0");
        assertThat(from("A", DRIVE, bridge)).startsWith("A 0, B 394 b");
        assertThat(from("A", DRIVE, line("t", Mode.TUNNEL, "h1 0.0175 0; h2 0.0825 0"))).startsWith("A 0, B 394 t");
        assertThat(from("A", DRIVE, line("b", Mode.BRIDGE, "h1 0.0175 0; h2 0.0815 0"))).startsWith("A 0, B 10000");
        assertThat(from("A", DRIVE, line("e", Mode.EXPRESSWAY, "h1 0.0175 0; h2 0.0825 0"))).startsWith("A 0, B 10000");
    }

    @Test
    void roadStopsWithin300MetresAreAJunctionAtTheSlowerSpeed() {
        Corridor slow = own("e1", Mode.EXPRESSWAY,
                new Corridor.Terms(org.tongcheng.network.TestProfiles.TENTH_KMH / 2, null, false, null), "s1 0.0 0; s2 0.1 0");
        Corridor fast = line("e2", Mode.EXPRESSWAY, "t1 0.102 0; t2 0.2 0");
        // 60 in, 1200, junction 0.002° at half speed 24, 588, 60 out.
        assertThat(from("A", DRIVE, slow, fast)).contains("C 1932 e1+e2");
        // A bridge goes on where the road ends: 60, 1200, 24, 588, and off at its head at once.
        assertThat(from("A", DRIVE, slow, line("b", Mode.BRIDGE, "h1 0.102 0; h2 0.2 0"))).contains("C 1872 e1+b");
        // 0.003° are 334 m: out by the ramp, over the street (1 m in 1 ms here), onto the bridge.
        assertThat(from("A", DRIVE, slow, line("b", Mode.BRIDGE, "h1 0.103 0; h2 0.2 0"))).contains("C 1902 e1+b");
    }

    @Test
    void waterwaysCarryNobodyAndCarsTakeNoTrain() {
        Corridor ship = line("w", Mode.WATERWAY, "s1 0.0 0; s2 0.1 0");
        Corridor train = line("h", Mode.HIGH_SPEED_RAIL, "s1 0.0 0; s2 0.1 0");
        assertThat(network(DRIVE, YEAR_2020, Changes.NONE, ship, train).corridors()).isEmpty();
        assertThat(network(RIDE, YEAR_2020, Changes.NONE, ship, line("p", Mode.PIPELINE, "s1 0.0 0; s2 0.1 0")).corridors()).isEmpty();
    }

    @Test
    void theBudgetIsTheLastMillisecondThatCounts() {
        Network network = network(RIDE, YEAR_2020, Changes.NONE, line("m", Mode.METRO, "s1 0.0 0; s2 0.1 0"));
        TravelTimes exact = Search.run(network, List.of(network.foothold(0, 0)), Direction.FROM, Duration.ofSeconds(1080));
        assertThat(exact.millis(EQUATOR.names().get("B"))).isEqualTo(1_080_000);
        TravelTimes less = Search.run(network, List.of(network.foothold(0, 0)), Direction.FROM, Duration.ofMillis(1_079_999));
        assertThat(less.millis(EQUATOR.names().get("B"))).isEqualTo(org.tongcheng.network.Streets.UNREACHED);
        assertThat(exact.corridorsUsed(1_080_000)).containsExactly("m");
        assertThat(exact.corridorsUsed(1_079_999)).isEmpty();
        assertThat(exact.stops(1_080_000)).extracting(s -> s.place().stop() + " " + s.millis() / 1000).containsExactly("s1 0", "s2 1080");
    }

    private static String from(String origin, Profile profile, Corridor... corridors) {
        return describe(origin, profile, Direction.FROM, YEAR_2020, Changes.NONE, corridors);
    }

    private static String to(String target, Profile profile, Corridor... corridors) {
        return describe(target, profile, Direction.TO, YEAR_2020, Changes.NONE, corridors);
    }

    private static String describe(
            String place, Profile profile, Direction direction, AsOf asOf, Changes changes, Corridor... corridors) {
        return describe(EQUATOR, place, profile, direction, asOf, changes, corridors);
    }

    /** The same by sweeps as without an order of contraction. */
    private static String describe(TinyWorld world, String place, Profile profile, Direction direction, AsOf asOf,
            Changes changes, Corridor... corridors) {
        String described = describeOn(world, place, profile, direction, asOf, changes, corridors);
        assertThat(describeOn(world.ordered(), place, profile, direction, asOf, changes, corridors)).isEqualTo(described);
        return described;
    }

    /** Seconds of every node and the corridors ridden: {@code A 0, B 1080 m}. */
    private static String describeOn(TinyWorld world, String place, Profile profile, Direction direction, AsOf asOf,
            Changes changes, Corridor... corridors) {
        Network network = new LineNetworks(List.of(profile), world).join(profile, List.of(corridors), asOf, changes);
        int node = world.names().get(place);
        TravelTimes times = Search.run(network,
                List.of(network.foothold(network.streets().lon(node), network.streets().lat(node))), direction, Duration.ofDays(1));
        return world.names().entrySet().stream()
                .map(e -> (e.getKey() + " " + Math.round(times.millis(e.getValue()) / 1000.0) + " "
                        + String.join("+", times.corridorsTo(e.getValue()))).strip())
                .collect(Collectors.joining(", "));
    }

    private static Network network(Profile profile, AsOf asOf, Changes changes, Corridor... corridors) {
        return new LineNetworks(List.of(profile), EQUATOR).join(profile, List.of(corridors), asOf, changes);
    }

    private static int arcs(Corridor... corridors) {
        Network network = network(RIDE, YEAR_2020, Changes.NONE, corridors);
        int arcs = 0;
        for (int node = 0; node < network.nodes(); node++) {
            arcs += network.forward().end(node) - network.forward().first(node);
        }
        return arcs;
    }

    private static Corridor line(String id, Mode mode, String stops) {
        return own(id, mode, Corridor.Terms.UNSTATED, stops);
    }

    private static Corridor own(String id, Mode mode, Corridor.Terms terms, String stops) {
        return corridor(id, mode, built(2010), terms, stops);
    }

    /** Vertices {@code name lon lat [year opened]}; those named {@code -} are no stops. */
    private static Corridor corridor(String id, Mode mode, Existence existence, Corridor.Terms terms, String rows) {
        List<Coordinate> course = new ArrayList<>();
        List<Corridor.Stop> stops = new ArrayList<>();
        for (String row : rows.split("\\s*;\\s*")) {
            String[] cells = row.split("\\s+");
            double lon = Double.parseDouble(cells[1]);
            double lat = Double.parseDouble(cells[2]);
            course.add(new Coordinate(lon, lat));
            if (!cells[0].equals("-")) {
                Existence own = cells.length > 3 ? built(Integer.parseInt(cells[3])) : null;
                String kind = mode.boarded() ? "station" : "interchange";
                stops.add(new Corridor.Stop(cells[0], course.size() - 1, cells[0], kind, own, lon, lat));
            }
        }
        return Corridor.of(id, Text.of(id), mode, existence, terms, course, stops);
    }

    private static Existence built(int year) {
        LocalDate day = LocalDate.of(year, 12, 31);
        return new Existence(false, day, null, day, false, null, Status.OPEN, null);
    }

    private static Existence plan(Status status, Integer due) {
        return new Existence(false, null, null, null, false, LocalDate.of(2015, 1, 1), status, due);
    }
}
