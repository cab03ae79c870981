package org.tongcheng.planning.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.TestRecords;

/**
 * Two counties, cells of a degree that meet at 119°E, each drawn to within 50 m, and sites along the geodesic that crosses the
 * border at right angles at 24.5°N: what lies so far west and so far east of it is the sum of both apart.
 */
class ConflictsTest {

    private static final Geodesic EARTH = Geodesic.WGS84;
    private static final String BY_WATER = "chemical-park-by-water-source";

    private static Conflicts conflicts;

    @BeforeAll
    static void read() throws IOException {
        conflicts = new Conflicts(ConflictRules.read(Path.of("data/rules/conflicts.yml")));
    }

    /** The rule asks for 1000 m; each site is right to within 100 m and lies surely in its county (100 + 50 < 350). */
    @Test
    void closerThanTheRuleIsCertainOnlyBeyondBothAccuracies() {
        assertThat(certainty(350, 100, 350, 100)).isEqualTo("certain");
        assertThat(certainty(400, 100, 399, 100)).isEqualTo("certain");
        assertThat(certainty(400, 100, 401, 100)).isEqualTo("uncertain");
        assertThat(certainty(599, 100, 600, 100)).isEqualTo("uncertain");
        assertThat(certainty(600, 100, 601, 100)).isEqualTo("none");
    }

    @Test
    void whatHasNoAccuracyIsAtMostUncertain() {
        assertThat(certainty(350, null, 350, 100)).isEqualTo("uncertain");
        assertThat(certainty(600, null, 500, 100)).isEqualTo("none");
    }

    @Test
    void aSiteThatMayLieOnTheOtherSideIsUncertain() {
        ConflictsAnswer answer = ask(world().with(Collections.PARKS, "p", at(-120), chemical(100))
                .with(Collections.ZONES, "w", at(350), water(100)));
        Conflict conflict = only(answer);
        assertThat(conflict.certainty()).isEqualTo("uncertain");
        assertThat(conflict.why()).extracting(Text::en).containsExactly("on which side of the border at least one of them lies is not sure");
        assertThat(conflict.first().units()).containsExactly("350001", "350002");
        assertThat(conflict.distanceM()).isEqualTo(470);
        // its record says on which side it lies
        assertThat(only(ask(world().with(Collections.PARKS, "p", at(-120), chemical(100, "host_unit_adcode", "350001"))
                .with(Collections.ZONES, "w", at(350), water(100)))).certainty()).isEqualTo("certain");
    }

    @Test
    void whoAnswersToOneUnitOrToUnitsApartIsNoNeighbour() {
        assertThat(stated("350001", "350001")).isEmpty();
        assertThat(stated("350001", "350002")).hasSize(1);
        assertThat(stated("350001", "350003")).as("no common border").isEmpty();
        assertThat(stated("350000", "350001")).as("a prefecture and its own county").isEmpty();
        assertThat(stated("350000", "350009")).as("prefectures side by side").hasSize(1);
    }

    /** What a county shares with its neighbour concerns the neighbour. */
    @Test
    void aSiteOfBothUnitsStandsAcrossFromEither() {
        Conflict conflict = only(ask(world().with(Collections.PARKS, "p", at(-400), chemical(100))
                .with(Collections.ZONES, "w", at(-200), water(100, "unit_adcodes", List.of("350001", "350002")))));
        assertThat(conflict.border()).containsExactly("350001", "350002");
        assertThat(conflict.certainty()).isEqualTo("certain");
    }

    @Test
    void ordinaryParksMayStandSideBySide() {
        assertThat(ask(world()
                .with(Collections.PARKS, "a", at(-200), "industries", List.of("software"), "level", "national", "accuracy_m", 10)
                .with(Collections.PARKS, "b", at(200), "industries", List.of("food"), "level", "national", "accuracy_m", 10)).features()).isEmpty();
    }

    /** A sixth of an hour of arc square: the zone of the ellipsoid between two parallels, times its share of the circle. */
    @Test
    void overlapIsMeasuredAndADiscIsNoFact() {
        String park = box(118.99, 24.5, 119.01, 24.51);
        String scenic = box(119.0, 24.5, 119.02, 24.51);
        double km2 = Math.toRadians(0.01) * (zone(24.51) - zone(24.5)) / 1e6;
        Conflict surveyed = only(ask(world().with(Collections.PARKS, "p", park, "level", "national", "method", "surveyed", "accuracy_m", 10)
                .with(Collections.ZONES, "s", scenic, "kind", "scenic-area", "method", "surveyed", "accuracy_m", 10)));
        assertThat(surveyed.rule()).isEqualTo("park-in-scenic-area");
        assertThat(surveyed.certainty()).isEqualTo("certain");
        assertThat(surveyed.distanceM()).isZero();
        assertThat(surveyed.overlapKm2()).isCloseTo(km2, within(1e-6));
        Conflict disc = only(ask(world().with(Collections.PARKS, "p", park, "level", "national", "method", "modelled", "accuracy_m", 10)
                .with(Collections.ZONES, "s", scenic, "kind", "scenic-area", "method", "surveyed", "accuracy_m", 10)));
        assertThat(disc.certainty()).isEqualTo("uncertain");
        assertThat(disc.why()).hasSize(1);
        assertThat(disc.why().get(0).en()).contains("disc");
    }

    /** The common strip is some 1000 m wide: its middle lies 500 m from either outline. */
    @Test
    void anOverlapThinnerThanTheAccuraciesIsUncertain() {
        for (int accuracy : List.of(240, 260)) {
            Conflict conflict = only(ask(world()
                    .with(Collections.PARKS, "p", strip(-3000, 500), "level", "national", "accuracy_m", accuracy, "host_unit_adcode", "350001")
                    .with(Collections.ZONES, "s", strip(-500, 3000), "kind", "scenic-area", "accuracy_m", accuracy,
                            "unit_adcodes", List.of("350002"))));
            assertThat(conflict.certainty()).as("%s m", accuracy).isEqualTo(accuracy == 240 ? "certain" : "uncertain");
        }
        // apart by 300 m: excluded only where both are right to within less than that
        for (int accuracy : List.of(149, 151)) {
            assertThat(ask(world().with(Collections.PARKS, "p", strip(-3000, -150), "level", "national", "accuracy_m", accuracy)
                    .with(Collections.ZONES, "s", strip(150, 3000), "kind", "scenic-area", "accuracy_m", accuracy)).features())
                    .hasSize(accuracy == 149 ? 0 : 1);
        }
    }

    @Test
    void projectsAreThereByDateAndScenario() {
        TestRecords records = world().with(Collections.PARKS, "p", at(-350), chemical(100)).stored(Collections.PROJECTS, List.of(
                new StoredFeature(new Feature("school", TestRecords.geometry(at(350)), Map.of("kind", "school", "accuracy_m", 100)), 1,
                        new Existence(false, null, null, null, false, LocalDate.of(2021, 1, 1), Status.PLANNED, 2030))));
        ConflictsAnswer built = ask(records, "asOf", "2022");
        assertThat(built.features()).isEmpty();
        assertThat(built.header().warnings()).anyMatch(w -> w.startsWith("1 projects are known but not there"));
        assertThat(only(ask(records, "asOf", "2022", "scenario", "planned")).rule()).isEqualTo("chemical-park-by-school-or-hospital");
        assertThat(ask(records, "asOf", "2020", "scenario", "planned").features()).isEmpty();
    }

    @Test
    void theAreaHoldsAtLeastOneOfThePairAndRegionsAreLeftOut() {
        TestRecords records = world().with(Collections.PARKS, "p", at(-350), chemical(100)).with(Collections.ZONES, "w", at(350), water(100))
                .with(Collections.ZONES, "basin", at(360), water(100, "locatable", false));
        for (String area : List.of("west", "east")) {
            ConflictsAnswer answer = ask(records, "area", area);
            assertThat(answer.sites()).isEqualTo(1);
            assertThat(only(answer).second().feature()).isEqualTo("zones/w");
            assertThat(answer.header().warnings()).anyMatch(w -> w.startsWith("1 sites only mark"));
        }
        assertThat(ask(records, "area", "far").features()).isEmpty();
        assertThatThrownBy(() -> ask(records, "area", "none")).isInstanceOf(BadParameter.class).hasMessageContaining("'area'");
    }

    @Test
    void theTableHasARowForEachAndTheWayIsDrawnBetweenThem() {
        ConflictsAnswer answer = ask(world().with(Collections.PARKS, "p", at(-350), chemical(100)).with(Collections.ZONES, "w", at(350), water(100)));
        assertThat(answer.table(Datum.WGS84).rows()).hasSize(1);
        AnswerFeature drawn = answer.features().get(0);
        assertThat(drawn.geometry().getCoordinates()).hasSize(2);
        assertThat(drawn.geometry().getCoordinates()[0].x).isCloseTo(TestRecords.geometry(at(-350)).getCoordinate().x, within(1e-12));
        assertThat(answer.certain()).isEqualTo(1);
    }

    /** Points at random, hosts stated at random: every pair looked at by its own arithmetic. */
    @Test
    void findsWhatLookingAtEveryPairFinds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TestRecords records = world();
        record Dot(String ref, double lon, double lat, double accuracy, String host) {}
        List<Dot> parks = new ArrayList<>();
        List<Dot> waters = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Dot dot = new Dot("d" + i, 118.97 + 0.06 * random.nextDouble(), 24.5 + 0.06 * random.nextDouble(),
                    Math.rint(400 * random.nextDouble()), "35000" + (1 + random.nextInt(3)));
            String wkt = "POINT (" + dot.lon() + " " + dot.lat() + ")";
            if (i % 2 == 0) {
                parks.add(dot);
                records.with(Collections.PARKS, dot.ref(), wkt, "industries", List.of("chemicals"), "accuracy_m", dot.accuracy(),
                        "host_unit_adcode", dot.host());
            } else {
                waters.add(dot);
                records.with(Collections.ZONES, dot.ref(), wkt, "kind", "water-protection-area", "accuracy_m", dot.accuracy(),
                        "unit_adcodes", List.of(dot.host()));
            }
        }
        Map<String, String> expected = new TreeMap<>();
        for (Dot p : parks) {
            for (Dot w : waters) {
                double metres = EARTH.Inverse(p.lat(), p.lon(), w.lat(), w.lon()).s12;
                double both = p.accuracy() + w.accuracy();
                boolean across = !p.host().equals(w.host()) && !(p.host() + w.host()).matches("350001350003|350003350001");
                if (across && metres < 1000 + both) {
                    expected.put(p.ref() + " " + w.ref(), metres <= 1000 - both && metres < 1000 ? "certain" : "uncertain");
                }
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (AnswerFeature feature : ask(records).features()) {
            Conflict c = (Conflict) feature.properties();
            if (c.rule().equals(BY_WATER)) {
                found.put(c.first().feature().split("/")[1] + " " + c.second().feature().split("/")[1], c.certainty());
            }
        }
        assertThat(found).as("seed %s", seed).isEqualTo(expected).isNotEmpty();
    }

    /** Area from the equator to a parallel of a wedge of one radian, m²: Snyder, Map Projections (1987), equation 3-12. */
    private static double zone(double latitude) {
        double f = 1 / 298.257222101;
        double e = Math.sqrt(f * (2 - f));
        double b = 6_378_137 * (1 - f);
        double sin = Math.sin(Math.toRadians(latitude));
        return b * b / 2 * (sin / (1 - e * e * sin * sin) + Math.log((1 + e * sin) / (1 - e * sin)) / (2 * e));
    }

    private String certainty(double west, Integer parkAccuracy, double east, Integer waterAccuracy) {
        List<AnswerFeature> found = ask(world().with(Collections.PARKS, "p", at(-west), chemical(parkAccuracy, "host_unit_adcode", "350001"))
                .with(Collections.ZONES, "w", at(east), water(waterAccuracy))).features().stream()
                .filter(f -> ((Conflict) f.properties()).rule().equals(BY_WATER)).toList();
        return found.isEmpty() ? "none" : ((Conflict) found.get(0).properties()).certainty();
    }

    private List<AnswerFeature> stated(String first, String second) {
        return ask(world().with(Collections.PARKS, "p", at(-200), chemical(10, "host_unit_adcode", first))
                .with(Collections.ZONES, "w", at(200), water(10, "unit_adcodes", List.of(second)))).features();
    }

    private static Object[] chemical(Integer accuracy, Object... more) {
        return properties(List.of("industries", List.of("chemicals")), accuracy, more);
    }

    private static Object[] water(Integer accuracy, Object... more) {
        return properties(List.of("kind", "water-protection-area"), accuracy, more);
    }

    private static Object[] properties(List<Object> kind, Integer accuracy, Object... more) {
        List<Object> all = new ArrayList<>(kind);
        all.addAll(accuracy == null ? List.of() : List.of("accuracy_m", accuracy));
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Two counties of one prefecture, a third beyond the second, and a prefecture south of them. */
    private static TestRecords world() {
        return new TestRecords()
                .unit("350000", box(118, 24, 120, 25), "level", "prefecture", "partitioned", true, "accuracy_m", 50)
                .unit("350001", box(118, 24, 119, 25), "level", "county", "parent_adcode", "350000", "accuracy_m", 50)
                .unit("350002", box(119, 24, 120, 25), "level", "county", "parent_adcode", "350000", "accuracy_m", 50)
                .unit("350003", box(120, 24, 121, 25), "level", "county-direct", "accuracy_m", 50)
                .unit("350009", box(118, 23, 120, 24), "level", "prefecture", "accuracy_m", 50)
                .area("west", box(118, 24, 119, 25), List.of(member("350001", "whole")))
                .area("east", box(119, 24, 120, 25), List.of(member("350002", "whole")))
                .area("both", box(118, 24, 120, 25), List.of(member("350001", "whole"), member("350002", "whole")))
                .area("far", box(120, 24, 121, 25), List.of(member("350003", "whole")));
    }

    /** So many metres east of the border, west where negative. */
    private static String at(double metres) {
        GeodesicData there = EARTH.Direct(24.5, 119, 90, metres);
        return "POINT (" + there.lon2 + " " + there.lat2 + ")";
    }

    /** From so many metres to so many east of the border, 0.1° high. */
    private static String strip(double from, double to) {
        return box(EARTH.Direct(24.5, 119, 90, from).lon2, 24.45, EARTH.Direct(24.5, 119, 90, to).lon2, 24.55);
    }

    private static Conflict only(ConflictsAnswer answer) {
        List<Conflict> found = answer.features().stream().map(f -> (Conflict) f.properties())
                .filter(c -> !c.rule().equals("polluting-park-in-water-source")).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ConflictsAnswer ask(TestRecords records, String... texts) {
        Map<String, List<String>> given = new TreeMap<>(Map.of("area", List.of("both")));
        for (int i = 0; i < texts.length; i += 2) {
            given.put(texts[i], List.of(texts[i + 1]));
        }
        return (ConflictsAnswer) conflicts.answer(TestRecords.ask(conflicts, given), records.records());
    }
}
