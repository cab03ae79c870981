package org.tongcheng.planning.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.tongcheng.planning.circle.BundledCircle.ask;
import static org.tongcheng.planning.circle.BundledCircle.reached;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.TestRecords;

/** What is known of real places, on the bundled catalogue. */
class CircleCatalogueTest {

    private static final String XIAMEN = "118.09,24.48";

    /** Before the Gaoji Causeway of 1955: all of the island, as it stands in the outline of the city, and nothing else. */
    @Test
    void in1950OneDoesNotGetOffXiamenIsland() {
        Reached reached = reached(ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("1950"))), 0);

        Geometry city = BundledCircle.RECORDS.findUnit("350200").orElseThrow().geometry();
        Geometry here = TestRecords.geometry("POINT (118.09 24.48)");
        double island = 0;
        for (int i = 0; i < city.getNumGeometries(); i++) {
            island += city.getGeometryN(i).contains(here) ? Geodesy.areaSquareMetres(city.getGeometryN(i)) / 1e6 : 0;
        }
        assertThat(island).isBetween(130.0, 165.0);
        assertThat(reached.areaKm2()).isCloseTo(island, within(0.001));
        assertThat(reached.corridors()).isEmpty();
        assertThat(reached.truncated()).isFalse();
        assertThat(reached.units()).extracting(Reached.UnitReached::id).containsExactly("350200");
    }

    @Test
    void anHourFromXiamenGrewByTheTunnelAndTheBridgeOf2010And2013() {
        CircleAnswer then = ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("2009")));
        CircleAnswer now = ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "comparedWith", List.of("2009")));
        Reached before = reached(then, 0);
        Reached after = reached(now, 0);

        // An independent rough trial on the same catalogue gave 2 090 and 2 480 km², 390 more.
        assertThat(before.areaKm2()).isCloseTo(2_090, withinPercentage(10));
        assertThat(after.areaKm2()).isCloseTo(2_480, withinPercentage(10));
        assertThat(after.areaKm2() - before.areaKm2()).isBetween(195.0, 585.0);
        assertThat(before.corridors()).extracting(CorridorUsed::id)
                .doesNotContain("base-xiangan-tunnel", "xiazhang-sea-bridge")
                .contains("base-xiamen-bridge");
        assertThat(after.corridors()).extracting(CorridorUsed::id).contains("base-xiangan-tunnel", "xiazhang-sea-bridge");
        Reached.Difference difference = after.comparedWith();
        assertThat(difference.areaKm2()).isEqualTo(before.areaKm2());
        assertThat(difference.areaKm2Gained()).isCloseTo(after.areaKm2() - before.areaKm2(), within(1e-6));
        assertThat(difference.corridorsNew()).extracting(CorridorUsed::id, CorridorUsed::opened)
                .contains(org.assertj.core.groups.Tuple.tuple("base-xiangan-tunnel", "2010"))
                .contains(org.assertj.core.groups.Tuple.tuple("xiazhang-sea-bridge", "2013"));
        assertThat(difference.corridorsNew()).extracting(CorridorUsed::id).doesNotContain("base-xiamen-bridge");
        // Discs around stops are polygons, so that a line more may take some square metres off the edge of another's disc.
        assertThat(Geodesy.areaSquareMetres(geometry(then, 0).difference(geometry(now, 0)))).isLessThan(1e5);
    }

    @Test
    void budgetsNestAndFiguresRise() {
        CircleAnswer answer = ask(Map.of("origin", List.of("118.79,32.04"), "asOf", List.of("2024"), "minutes", List.of("60", "15,30"),
                "profile", List.of("transit")));

        assertThat(answer.features()).extracting(f -> ((Reached) f.properties()).minutes()).containsExactly(15, 30, 60);
        for (int k = 0; k < 3; k++) {
            Reached r = reached(answer, k);
            assertThat(geometry(answer, k).isValid()).isTrue();
            assertThat(Geodesy.areaSquareMetres(geometry(answer, k)) / 1e6).isCloseTo(r.areaKm2(), within(1e-5));
            assertThat(r.population().low()).isLessThanOrEqualTo(r.population().best());
            assertThat(r.population().best()).isLessThanOrEqualTo(r.population().high());
            assertThat(r.stops()).allMatch(s -> s.seconds() <= r.minutes() * 60).isSortedAccordingTo(
                    (a, b) -> Integer.compare(a.seconds(), b.seconds()));
            if (k > 0) {
                assertThat(geometry(answer, k).covers(geometry(answer, k - 1))).isTrue();
            }
        }
        assertThat(reached(answer, 2).corridors()).extracting(CorridorUsed::mode).contains("metro");
        assertThat(answer.header().assumed()).isNotEmpty();
        assertThat(answer.header().used().digest()).hasSize(32);
    }

    @Test
    void bandsGiveWhatEachBudgetAdds() {
        Map<String, List<String>> question = Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "minutes", List.of("30", "60"));
        CircleAnswer nested = ask(question);
        CircleAnswer bands = ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "minutes", List.of("30", "60"),
                "bands", List.of("true")));

        assertThat(reached(bands, 0).areaKm2()).isEqualTo(reached(nested, 0).areaKm2());
        assertThat(reached(bands, 1).areaKm2())
                .isCloseTo(reached(nested, 1).areaKm2() - reached(nested, 0).areaKm2(), within(1e-5));
        assertThat(reached(bands, 1).fromMinutes()).isEqualTo(30);
        assertThat(reached(bands, 1).stops()).allMatch(s -> s.seconds() > 30 * 60);
    }

    @Test
    void severalOriginsSeparateTogetherAndShared() {
        Map<String, List<String>> base = Map.of("origin", List.of("administrative-units/350200", "administrative-units/350600"), "asOf", List.of("2024"));
        CircleAnswer separate = ask(base);
        CircleAnswer union = ask(plus(base, "combine", "union"));
        CircleAnswer shared = ask(plus(base, "combine", "intersection"));

        assertThat(separate.features()).hasSize(2);
        assertThat(separate.origins().get(0).points().get(0).rule()).isEqualTo("seat");
        assertThat(reached(separate, 0).origin()).isEqualTo("administrative-units/350200");
        assertThat(reached(union, 0).origin()).isNull();
        double both = reached(separate, 0).areaKm2() + reached(separate, 1).areaKm2();
        // What is drawn of the union between two fronts that meet may exceed the union of what is drawn by half a triangle a node.
        assertThat(reached(union, 0).areaKm2() + reached(shared, 0).areaKm2()).isCloseTo(both, within(0.01 * both));
        assertThat(reached(shared, 0).areaKm2()).isPositive().isLessThan(reached(separate, 1).areaKm2());
    }

    @Test
    void takingTheTunnelOutOrPuttingThePlansIn() {
        Map<String, List<String>> base = Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"));
        double built = reached(ask(base), 0).areaKm2();
        Map<String, List<String>> of2013 = Map.of("origin", List.of(XIAMEN), "asOf", List.of("2013"));

        Reached without = reached(ask(plus(of2013, "without", "base-xiangan-tunnel")), 0);
        assertThat(without.areaKm2()).isLessThan(reached(ask(of2013), 0).areaKm2() - 10);
        assertThat(without.corridors()).extracting(CorridorUsed::id).doesNotContain("base-xiangan-tunnel");
        assertThat(reached(ask(plus(base, "scenario", "vision")), 0).areaKm2()).isGreaterThanOrEqualTo(built);
        assertThat(reached(ask(plus(base, "direction", "to")), 0).areaKm2()).isCloseTo(built, within(0.02 * built));
    }

    @Test
    void aLineThatTheProfileDoesNotTravelIsNamed() {
        Map<String, List<String>> metro = Map.of("origin", List.of(XIAMEN), "asOf", List.of("2012"), "minutes", List.of("5"),
                "with", List.of("xiamen-metro-phase1"));

        assertThat(ask(metro).header().warnings()).anyMatch(w -> w.startsWith("corridor xiamen-metro-phase1 is put in, but drive"));
        assertThat(ask(plus(metro, "profile", "transit")).header().warnings()).noneMatch(w -> w.contains("is put in"));
    }

    /** Three hours by car from Nanjing lead beyond the units of the catalogue on land. */
    @Test
    void whereTheUnitsEndTheAnswerSaysSo() {
        Reached reached = reached(ask(Map.of("origin", List.of("118.79,32.04"), "asOf", List.of("2024"), "minutes", List.of("180"))), 0);

        assertThat(reached.truncated()).isTrue();
        assertThat(reached.border().isEmpty()).isFalse();
        assertThat(reached.border().getLength()).isGreaterThan(0.1);
    }

    @Test
    void sameQuestionSameAnswer() {
        Map<String, List<String>> question = Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "minutes", List.of("15", "60"));
        CircleAnswer once = ask(question);
        CircleAnswer again = ask(question);

        assertThat(again.header()).isEqualTo(once.header());
        assertThat(((Answer) again).table(org.tongcheng.geometry.Datum.WGS84))
                .isEqualTo(((Answer) once).table(org.tongcheng.geometry.Datum.WGS84));
        assertThat(geometry(again, 1).equalsExact(geometry(once, 1))).isTrue();
    }

    /** Asked for alone or beside others, a budget has the same area. */
    @Test
    void aBudgetIsTheSameWhateverElseIsAsked() {
        Reached alone = reached(ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "minutes", List.of("30"))), 0);
        Reached beside = reached(ask(Map.of("origin", List.of(XIAMEN), "asOf", List.of("2024"), "minutes", List.of("15,30,60"))), 1);

        assertThat(beside.areaKm2()).isCloseTo(alone.areaKm2(), within(0.01 * alone.areaKm2()));
        assertThat(beside.stops()).isEqualTo(alone.stops());
        assertThat(beside.corridors()).isEqualTo(alone.corridors());
    }

    private static Geometry geometry(CircleAnswer answer, int feature) {
        return answer.features().get(feature).geometry();
    }

    private static Map<String, List<String>> plus(Map<String, List<String>> base, String name, String value) {
        Map<String, List<String>> more = new java.util.LinkedHashMap<>(base);
        more.put(name, List.of(value));
        return more;
    }
}
