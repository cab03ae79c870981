package org.tongcheng.planning.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * A made-up land near 33°N, 108°E on which everybody moves at 60 km/h: two units side by side, a third across a strait that a
 * bridge spans since 2010.
 *
 * <pre>
 *    +--------+--------+      +------+
 *    |  100001|100002  |======|100003|
 *    +--------+--------+      +------+
 * </pre>
 */
class CircleTest {

    private static final String WEST = TestRecords.box(107.7, 32.8, 108.0, 33.2);
    private static final String EAST = TestRecords.box(108.0, 32.8, 108.2, 33.2);
    private static final String BEYOND = TestRecords.box(108.23, 32.8, 108.5, 33.2);

    private static final Records RECORDS = records();
    private static final Circle CIRCLE = new Circle(new LineNetworks(List.of(EvenLand.profile("even")), EvenLand.of(RECORDS)));

    /** Ten minutes at 60 km/h are 10 km: on the lattice a hexagon of 259.8 km², whose halves lie in both units. */
    @Test
    void areaAndPeopleOfAHexagonOverTwoUnits() {
        Reached reached = reached(ask(Map.of("origin", List.of("108.0,33.0"), "minutes", List.of("10"))), 0);

        double hexagon = 1.5 * Math.sqrt(3) * 100;
        assertThat(reached.areaKm2()).isCloseTo(hexagon, within(0.05 * hexagon));
        assertThat(reached.units()).extracting(Reached.UnitReached::id).containsExactly("100001", "100002");
        // Half the hexagon in units of 0.3° and 0.2° by 0.4° at 33°N, with 30 000 and 40 000 people.
        double degree = 93.4 * 110.9;
        double best = hexagon / 2 / (0.12 * degree) * 30_000 + hexagon / 2 / (0.08 * degree) * 40_000;
        assertThat((double) reached.population().best()).isCloseTo(best, within(0.05 * best));
        assertThat(reached.population().low()).isZero();
        assertThat(reached.population().high()).isEqualTo(70_000);
        assertThat(reached.units().get(0).seatSeconds()).isNull();
        assertThat(reached.units().get(1).seatSeconds()).isBetween(9 * 60, 10 * 60);
    }

    @Test
    void theBridgeMakesTheDifferenceAndIsNamed() {
        List<Asked> both = new QuestionReader(() -> List.of("even"), TestRecords.clock()).read(CIRCLE,
                Map.of("origin", List.of("108.15,33.0"), "minutes", List.of("15"), "asOf", List.of("2009", "2010"),
                        "profile", List.of("even")), List.of());
        Reached before = reached((CircleAnswer) CIRCLE.answer(both.get(0), RECORDS), 0);
        Reached after = reached((CircleAnswer) CIRCLE.answer(both.get(1), RECORDS), 0);

        assertThat(before.units()).extracting(Reached.UnitReached::id).doesNotContain("100003");
        assertThat(before.comparedWith()).isNull();
        assertThat(after.units()).extracting(Reached.UnitReached::id).contains("100003");
        assertThat(after.comparedWith().asOf()).isEqualTo(LocalDate.of(2009, 12, 31));
        assertThat(after.comparedWith().corridorsNew())
                .containsExactly(new CorridorUsed("strait-bridge", new Text("海峡大桥", "Strait Bridge"), "bridge", "2010", "open"));
        assertThat(after.comparedWith().corridorsGone()).isEmpty();
        assertThat(after.comparedWith().areaKm2Gained()).isPositive();
        assertThat(after.stops()).extracting(Reached.StopReached::id).containsExactly("strait-bridge-1", "strait-bridge-2");
    }

    @Test
    void withWithoutAndUnknownCorridors() {
        Map<String, List<String>> base = Map.of("origin", List.of("108.15,33.0"), "minutes", List.of("15"), "asOf", List.of("2009"));
        assertThat(reached(ask(more(base, "with", "strait-bridge")), 0).corridors()).hasSize(1);
        assertThat(reached(ask(more(more(base, "with", "strait-bridge"), "without", "strait-bridge")), 0).corridors()).isEmpty();
        assertThatThrownBy(() -> ask(more(base, "with", "no-such")))
                .isInstanceOfSatisfying(BadParameter.class, e -> assertThat(e.parameter()).isEqualTo("with"))
                .hasMessageContaining("no-such");
    }

    /** 0.005° off the shore along the parallel 33°N: a·cos φ / √(1 − e² sin² φ) · π/180 · 0.005 = 467.2 m. */
    @Test
    void anOriginSaysHowFarOffItLiesAndTheAreaHowItIsDrawn() {
        CircleAnswer answer = ask(Map.of("origin", List.of("108.0,33.0", "108.205,33.0"), "minutes", List.of("5")));
        assertThat(answer.origins().get(0).points().get(0).metresOff()).isZero();
        double phi = Math.toRadians(33);
        double squaredEccentricity = (2 - 1 / 298.257222101) / 298.257222101;
        double degree = Math.toRadians(6_378_137 * Math.cos(phi) / Math.sqrt(1 - squaredEccentricity * Math.sin(phi) * Math.sin(phi)));
        assertThat((double) answer.origins().get(1).points().get(0).metresOff()).isCloseTo(0.005 * degree, within(2.0));
        assertThat(answer.method().en()).contains("lattice");
    }

    @Test
    void placesThatStandForFeatures() {
        CircleAnswer unit = ask(Map.of("origin", List.of("administrative-units/100002"), "minutes", List.of("5")));
        assertThat(unit.origins().get(0).points().get(0).at()).isEqualTo(new Coordinate(108.1, 33.0));
        assertThat(unit.origins().get(0).points().get(0).rule()).isEqualTo("seat");

        CircleAnswer area = ask(Map.of("origin", List.of("metropolitan-areas/both"), "minutes", List.of("5")));
        assertThat(area.origins().get(0).points()).extracting(p -> p.rule()).containsExactly("core-city-seat", "core-city-seat");

        CircleAnswer line = ask(Map.of("origin", List.of("corridors/strait-bridge"), "minutes", List.of("5"), "asOf", List.of("2010")));
        assertThat(line.origins().get(0).points()).hasSize(2);

        CircleAnswer seatless = ask(Map.of("origin", List.of("administrative-units/100003"), "minutes", List.of("5")));
        Coordinate farthest = seatless.origins().get(0).points().get(0).at();
        // The longest way from the border of a box 25 km wide and 44 km high is half its width.
        assertThat(farthest.x).isCloseTo(108.365, within(0.002));
        assertThat(seatless.header().warnings()).anyMatch(w -> w.contains("100003") && w.contains("no seat"));
    }

    @Test
    void whatCannotBeAsked() {
        assertThatThrownBy(() -> ask(Map.of())).isInstanceOf(BadParameter.class).hasMessageContaining("origin");
        assertThatThrownBy(() -> ask(Map.of("origin", List.of("administrative-units/9"))))
                .isInstanceOf(BadParameter.class).hasMessageContaining("no feature '9'");
        assertThatThrownBy(() -> ask(Map.of("origin", List.of("no-such/9"))))
                .isInstanceOf(BadParameter.class).hasMessageContaining("no collection 'no-such'");
        assertThatThrownBy(() -> ask(Map.of("origin", List.of("100,10"))))
                .isInstanceOf(BadParameter.class).hasMessageContaining("100.000000,10.000000");
        // Where the plane of the lattice stretches without bound.
        for (String far : List.of("0,0", "-180,-90", "180,90", "108,-89.999", "-72,-33")) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> ask(Map.of("origin", List.of(far))))
                    .isInstanceOf(BadParameter.class).hasMessageContaining("none within 50 km"));
        }
    }

    /** 0.005° of longitude are 467 m. */
    @Test
    void whoSetsOutFromTheWaterIsToldSo() {
        assertThat(ask(Map.of("origin", List.of("108.205,33"), "minutes", List.of("5"))).header().warnings())
                .anyMatch(w -> w.matches("108.205,33 stands off the land .* 46\\d m away.*"));
        assertThat(ask(Map.of("origin", List.of("108.195,33"), "minutes", List.of("5"))).header().warnings()).isEmpty();
    }

    @Test
    void ofPastRecordsTheStreetsAreStillThoseOfToday() {
        assertThat(ask(Map.of("origin", List.of("108.1,33"), "minutes", List.of("5"), "recorded", List.of("2001-01-01T00:00:00Z")))
                .header().warnings()).containsExactly("the streets are those that stand now; corridors, stops and units are those"
                + " recorded by 2001-01-01T00:00:00Z");
    }

    @Test
    void theHeadingCanBeQuoted() {
        CircleAnswer answer = ask(Map.of("origin", List.of("108.1,33"), "minutes", List.of("5", "10"), "asOf", List.of("2009"),
                "explain", List.of("full")));

        assertThat(answer.header().definition().en())
                .isEqualTo("Land reached from 108.1,33 within 5/10 minutes as of 2009-12-31 (built): evenly.");
        assertThat(answer.header().definition().zh()).isEqualTo("截至2009-12-31（已建成），从108.1,33出发，5/10分钟内可到达的陆地：匀速。");
        assertThat(answer.header().used().features()).contains("administrative-units/100002@1");
        assertThat(answer.header().streets().kind()).isEqualTo("sketch");
    }

    private static CircleAnswer ask(Map<String, List<String>> texts) {
        Map<String, List<String>> all = more(texts, "profile", "even");
        Asked asked = new QuestionReader(() -> List.of("even"), TestRecords.clock()).read(CIRCLE, all, List.of()).get(0);
        return (CircleAnswer) CIRCLE.answer(asked, RECORDS);
    }

    private static Map<String, List<String>> more(Map<String, List<String>> base, String name, String value) {
        Map<String, List<String>> more = new java.util.LinkedHashMap<>(base);
        more.put(name, List.of(value));
        return more;
    }

    private static Reached reached(CircleAnswer answer, int feature) {
        return (Reached) answer.features().get(feature).properties();
    }

    private static Records records() {
        Existence since2010 = new Existence(false, LocalDate.of(2010, 12, 31), null, LocalDate.of(2010, 12, 31), false, null,
                Status.OPEN, null);
        return new TestRecords()
                .unit("100001", WEST, "level", "prefecture", "population_2020", 30_000, "seat", List.of(107.75, 33.1))
                .unit("100002", EAST, "level", "prefecture", "population_2020", 40_000, "seat", List.of(108.1, 33.0))
                .unit("100003", BEYOND, "level", "prefecture", "population_2020", 50_000)
                .area("both", WEST, List.of(TestRecords.member("100001", "whole")), "core_adcodes", List.of("100001", "100002"))
                .stored(Collections.CORRIDORS, List.of(new StoredFeature(new Feature("strait-bridge",
                        TestRecords.geometry("LINESTRING (108.195 33, 108.235 33)"),
                        Map.of("name_zh", "海峡大桥", "name_en", "Strait Bridge", "mode", "bridge", "opened", "2010")), 1, since2010)))
                .stored(Collections.STOPS, List.of(head(1, 108.195), head(2, 108.235)))
                .records();
    }

    private static StoredFeature head(int seq, double lon) {
        return new StoredFeature(new Feature("strait-bridge-" + seq, TestRecords.geometry("POINT (" + lon + " 33)"),
                Map.of("corridor_id", "strait-bridge", "seq", seq, "kind", "bridge-head")), 1,
                new Existence(false, null, null, null, false, null, Status.UNKNOWN, null));
    }
}
