package org.tongcheng.planning.delineate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * Four cells in a row near 33°N on which everybody moves at 60 km/h: 0.1° of longitude are 9.35 km, which take from 9.35 to 10.8 minutes
 * along the lattice. From the seat of the first, at 108.15°E, to those of the others there are 28, 51 and 80 to 92 minutes at the least
 * and the most: 28.0–32.4, 51.4–59.4, 79.5–91.8.
 */
class DelineateTest {

    private static final List<String> HALF_DEGREES = List.of("108.0", "108.3", "108.6", "108.9", "109.2");

    private static final Records RECORDS = cells().records();
    private static final Delineate DELINEATE = delineate(RECORDS);

    @Test
    void measuredStandsBesideDeclared() {
        DelineateAnswer answer = ask(DELINEATE, RECORDS);

        assertThat(answer.basis()).isEqualTo("travel-time");
        assertThat(answer.title()).isEqualTo(new Text("潜在一小时圈", "Potential one-hour area"));
        assertThat(answer.header().definition().zh()).doesNotContain("通勤圈");
        assertThat(answer.body().measured().units()).containsExactly("a", "b", "c");
        Outcome.Beside beside = answer.body().declared().get(0);
        assertThat(beside.area()).isEqualTo("plan");
        assertThat(beside.statedKm2()).isEqualTo(3000);
        assertThat(beside.inBoth().units()).containsExactly("a", "b");
        assertThat(beside.onlyDeclared().units()).containsExactly("d");
        assertThat(beside.onlyMeasured().units()).containsExactly("c");
        assertThat(beside.populationShareMeasured()).isCloseTo(3 / 7.0, within(1e-6));
        assertThat(beside.areaShareMeasured()).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(answer.body().measured().population()).isEqualTo(600_000);
        assertThat(answer.body().measured().areaKm2()).isCloseTo(3 * cellKm2(), within(1e-4));
        assertThat(answer.alsoAt()).extracting(Outcome::minutes).containsExactly(45, 75);
        assertThat(answer.alsoAt()).extracting(o -> o.measured().units().size()).containsExactly(2, 3);
    }

    @Test
    void everyUnitHasItsTimeAndItsMargin() {
        Map<String, UnitRow> rows = rows(ask(DELINEATE, RECORDS));
        assertThat(rows.keySet()).containsExactly("a", "b", "c", "d");
        assertThat(rows.get("a").seconds()).isZero();
        assertThat(rows.get("b").seconds()).isBetween((int) (28.0 * 60), (int) (32.5 * 60));
        assertThat(rows.get("b").marginSeconds()).isEqualTo(3600 - rows.get("b").seconds());
        assertThat(rows.get("b").within()).isEqualTo("yes");
        assertThat(rows.get("b").set()).isEqualTo("in-both");
        assertThat(rows.get("d").seconds()).isBetween((int) (79.5 * 60), (int) (91.9 * 60));
        assertThat(rows.get("d").marginSeconds()).isNegative();
        assertThat(rows.get("d").set()).isEqualTo("only-declared");
        assertThat(rows.get("c").declaredIn()).isEmpty();
    }

    /**
     * Half a kilometre at either end takes half a minute each, up to twice that over nodes a kilometre apart; ten kilometres take more than
     * the minutes to spare; nobody states the last.
     */
    @Test
    void howExactSeatsAreDecidesWhatIsSure() {
        DelineateAnswer answer = ask(DELINEATE, RECORDS);
        Map<String, UnitRow> rows = rows(answer);
        assertThat(rows.get("b").errorSeconds()).isBetween(60, 120);
        assertThat(rows.get("c").errorSeconds()).isGreaterThan(600);
        assertThat(rows.get("c").within()).isEqualTo("uncertain");
        assertThat(rows.get("d").errorSeconds()).isNull();
        assertThat(rows.get("d").within()).isEqualTo("uncertain");
        assertThat(answer.body().sure().units()).containsExactly("a", "b");
        assertThat(answer.body().possible().units()).containsExactly("a", "b", "c");
    }

    /** Within what its seat may be off lies an island of the second cell that no bridge leads to: the seat may stand there. */
    @Test
    void aSeatThatMayStandWhereNobodyGetsToIsUncertain() {
        Records records = new TestRecords()
                .unit("a", box(108.0, 32.9, 108.3, 33.1), "level", "prefecture", "seat", List.of(108.15, 33.0), "seat_accuracy_m", 100)
                .unit("b", "MULTIPOLYGON (((108.3 32.9, 108.6 32.9, 108.6 33.1, 108.3 33.1, 108.3 32.9)),"
                        + " ((108.3 33.12, 108.6 33.12, 108.6 33.2, 108.3 33.2, 108.3 33.12)))",
                        "level", "prefecture", "seat", List.of(108.45, 33.09), "seat_accuracy_m", 7000)
                .records();
        DelineateAnswer answer = ask(delineate(records), records);
        assertThat(answer.body().measured().units()).containsExactly("a", "b");
        assertThat(rows(answer).get("b").within()).isEqualTo("uncertain");
        assertThat(answer.body().sure().units()).containsExactly("a");
    }

    /** The seat of the second cell stands far in the north, so that the third is within the hour, cut off from the core. */
    @Test
    void whatDoesNotHangTogetherWithTheCoreCountsOnlyWhereThatIsNotAsked() {
        Records records = new TestRecords()
                .unit("a", box(108.0, 32.9, 108.3, 33.1), "level", "prefecture", "seat", List.of(108.15, 33.0), "seat_accuracy_m", 100)
                .unit("b", box(108.3, 32.9, 108.6, 33.6), "level", "prefecture", "seat", List.of(108.45, 33.58), "seat_accuracy_m", 100)
                .unit("c", box(108.6, 32.9, 108.9, 33.1), "level", "prefecture", "seat", List.of(108.62, 33.0), "seat_accuracy_m", 100)
                .records();
        Delineate delineate = delineate(records);
        DelineateAnswer together = ask(delineate, records);
        assertThat(together.body().measured().units()).containsExactly("a");
        assertThat(rows(together).get("c").contiguous()).isFalse();
        assertThat(rows(together).get("c").within()).isEqualTo("yes");
        assertThat(together.header().warnings()).anyMatch(w -> w.contains("no area on record has a among its core cities"));
        assertThat(ask(delineate, records, "contiguous", "false").body().measured().units()).containsExactly("a", "c");
    }

    /** At 33°N a hundredth of a degree of longitude is 0.935 km. */
    @Test
    void anIslandIsBesideItsShoreUnlessItIsFarOrAThirdLiesBetween() {
        Records records = new TestRecords()
                .unit("shore", box(108.0, 33.0, 108.1, 33.1)).unit("near", box(108.15, 33.0, 108.2, 33.1))
                .unit("far", box(107.9, 33.0, 107.94, 33.1))
                .unit("other", box(108.0, 33.14, 108.1, 33.2)).unit("third", box(108.0, 33.11, 108.1, 33.13)).records();
        Neighbours neighbours = new Neighbours(records.units());
        assertThat(neighbours.connected("shore", java.util.Set.of("near", "far", "other"))).containsExactlyInAnyOrder("shore", "near");
        assertThat(neighbours.connected("shore", java.util.Set.of("third", "other"))).containsExactlyInAnyOrder("shore", "third", "other");
    }

    /** The second cell is a partitioned prefecture of two counties; one of them is declared. */
    @Test
    void levelsLookAtCountiesOrPrefectures() {
        Records records = cells()
                .unit("b1", box(108.3, 32.9, 108.45, 33.1), "level", "county", "parent_adcode", "p", "seat", List.of(108.4, 33.0))
                .unit("b2", box(108.45, 32.9, 108.6, 33.1), "level", "county", "parent_adcode", "p", "seat", List.of(108.5, 33.0))
                .unit("p", box(108.3, 32.9, 108.6, 33.1), "level", "prefecture", "partitioned", true, "seat", List.of(108.45, 33.0))
                .area("part", null, List.of(member("a", "whole"), member("b1", "whole"), member("gone", "whole")), "core_adcodes", List.of("a"))
                .records();
        DelineateAnswer counties = ask(DELINEATE, records, "area", "part");
        assertThat(counties.body().declared().get(0).declared().units()).containsExactly("a", "b1");
        assertThat(counties.header().warnings()).anyMatch(w -> w.contains("member gone"));
        DelineateAnswer prefectures = ask(DELINEATE, records, "area", "part", "level", "prefecture");
        assertThat(prefectures.body().measured().units()).contains("p").doesNotContain("b1", "b2");
        assertThat(rows(prefectures).get("p").declaredIn()).containsExactly(new UnitRow.In("part", 0.5));
        assertThat(prefectures.header().warnings()).anyMatch(w -> w.contains("only a part is a member"));
    }

    /** Of 1000 who work in each, 200, 120 and 50 work in the first: rates of 20, 12 and 5 %. */
    @Test
    void withFlowsTheCommutingRateDecides() {
        Records records = flows(cells(), 2020).records();
        DelineateAnswer answer = ask(DELINEATE, records, "commuting", "0.10");
        assertThat(answer.title().zh()).isEqualTo("通勤圈（通勤率不低于10%）");
        assertThat(answer.basis()).isEqualTo("commuting-rate");
        assertThat(answer.flows()).isEqualTo(new DelineateAnswer.FlowsUsed("commutes", 2020, 3));
        assertThat(answer.body().measured().units()).containsExactly("a", "b");
        assertThat(answer.alsoAt()).extracting(Outcome::commuting).containsExactly(0.05, 0.15);
        assertThat(answer.alsoAt().get(0).measured().units()).containsExactly("a", "b", "c", "d");
        // d has 20 %, but is cut off from the core once c falls out
        assertThat(answer.alsoAt().get(1).measured().units()).containsExactly("a");
        assertThat(ask(DELINEATE, records, "commuting", "0.10", "contiguous", "false").body().measured().units()).containsExactly("a", "b", "d");
        Map<String, UnitRow> rows = rows(answer);
        assertThat(rows.get("b").commutingRate()).isEqualTo(0.12);
        assertThat(rows.get("b").marginRate()).isEqualTo(0.02);
        assertThat(rows.get("b").marginSeconds()).isNull();
        assertThat(rows.get("a").core()).isTrue();
        assertThat(ask(DELINEATE, records, "flows", "commutes").body().commuting()).isEqualTo(0.10);
    }

    @Test
    void ofSeveralYearsTheLatestUpToTheDateCountsAndFaultsAreTold() {
        Records records = flows(cells(), 2010).with("commutes", "late", null, "origin", "b", "destination", "a", "commuters", 900L,
                "resident_workers", 1000L, "year", 2020L)
                .with("commutes", "empty", null, "origin", "c", "destination", "a", "commuters", 9L, "year", 2010L)
                .with("commutes", "again", null, "origin", "c", "destination", "a", "commuters", 100L, "resident_workers", 800L, "year", 2010L)
                .records();
        DelineateAnswer before = ask(DELINEATE, records, "commuting", "0.10", "asOf", "2019");
        assertThat(before.flows().year()).isEqualTo(2010);
        assertThat(rows(before).get("b").commutingRate()).isEqualTo(0.12);
        assertThat(rows(before).get("c").commutingRate()).isEqualTo(0.15);
        assertThat(before.header().warnings()).anyMatch(w -> w.contains("1 rows lack")).anyMatch(w -> w.contains("different resident workers"))
                .anyMatch(w -> w.contains("their commuters are added"));
        assertThat(rows(ask(DELINEATE, records, "commuting", "0.10", "asOf", "2024")).get("b").commutingRate()).isEqualTo(0.9);
    }

    @Test
    void whatCannotBeAsked() {
        refused(RECORDS, "core", "core", "metropolitan-areas/plan");
        refused(RECORDS, "core", "core", "administrative-units/none");
        refused(RECORDS, "area", "area", "none");
        refused(RECORDS, "commuting", "commuting", "0.1");
        refused(RECORDS, "commuting", "commuting", "10");
        refused(RECORDS, "flows", "flows", "none");
        refused(RECORDS, "flows", "flows", "administrative-units");
        Records twice = flows(cells(), 2020).declare(declaration("others")).records();
        refused(twice, "flows", "commuting", "0.1");
    }

    private static void refused(Records records, String parameter, String... words) {
        assertThatThrownBy(() -> ask(DELINEATE, records, words))
                .isInstanceOfSatisfying(BadParameter.class, e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    private static TestRecords cells() {
        TestRecords records = new TestRecords();
        double[] seats = {108.15, 108.45, 108.70, 109.0};
        Object[] accuracies = {500, 500, 10_000, null};
        for (int i = 0; i < 4; i++) {
            records.unit("abcd".substring(i, i + 1), box(Double.parseDouble(HALF_DEGREES.get(i)), 32.9, Double.parseDouble(HALF_DEGREES.get(i + 1)), 33.1),
                    "level", "prefecture", "population_2020", 100_000L * (i + 1), "seat", List.of(seats[i], 33.0), "seat_accuracy_m", accuracies[i]);
        }
        return records.area("plan", null, List.of(member("a", "whole"), member("b", "whole"), member("d", "whole")), "name_zh", "规划",
                "core_adcodes", List.of("a"), "declared_area_km2", 3000);
    }

    private static TestRecords flows(TestRecords records, long year) {
        records.declare(declaration("commutes"));
        Map<String, Long> commuters = Map.of("b", 120L, "c", 50L, "d", 200L);
        commuters.forEach((origin, number) -> records.with("commutes", origin + year, null, "origin", origin, "destination", "a",
                "commuters", number, "resident_workers", 1000L, "year", year));
        return records.with("commutes", "elsewhere", null, "origin", "a", "destination", "b", "commuters", 999L, "resident_workers", 1000L,
                "year", year);
    }

    private static CollectionDeclaration declaration(String id) {
        return new CollectionDeclaration(id, Text.of(id), null, GeometryKind.NONE, List.of(property("origin", PropertyType.STRING),
                property("destination", PropertyType.STRING), property("commuters", PropertyType.INTEGER),
                property("resident_workers", PropertyType.INTEGER), property("year", PropertyType.INTEGER)), false);
    }

    private static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), true, false, null, null);
    }

    private static Delineate delineate(Records records) {
        return new Delineate(new LineNetworks(List.of(EvenLand.profile("even")), EvenLand.of(records)));
    }

    private static DelineateAnswer ask(Delineate delineate, Records records, String... words) {
        Map<String, List<String>> texts = new LinkedHashMap<>(Map.of("core", List.of("administrative-units/a"), "profile", List.of("even")));
        for (int i = 0; i < words.length; i += 2) {
            texts.put(words[i], List.of(words[i + 1]));
        }
        Asked asked = new QuestionReader(() -> List.of("even"), TestRecords.clock()).read(delineate, texts, List.of()).get(0);
        return (DelineateAnswer) delineate.answer(asked, records);
    }

    private static Map<String, UnitRow> rows(DelineateAnswer answer) {
        Map<String, UnitRow> rows = new LinkedHashMap<>();
        answer.features().stream().map(f -> (UnitRow) f.properties()).sorted((x, y) -> x.feature().compareTo(y.feature()))
                .forEach(row -> rows.put(row.feature().substring("administrative-units/".length()), row));
        return rows;
    }

    /** GeographicLib's area of one cell, its edges along the parallels cut into a thousand. */
    private static double cellKm2() {
        PolygonArea cell = new PolygonArea(new Geodesic(6378137, 1 / 298.257222101), false);
        for (int i = 0; i <= 1000; i++) {
            cell.AddPoint(32.9, 108.0 + 0.3 * i / 1000);
        }
        for (int i = 1000; i >= 0; i--) {
            cell.AddPoint(33.1, 108.0 + 0.3 * i / 1000);
        }
        return cell.Compute().area / 1e6;
    }
}
