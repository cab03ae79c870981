package org.tongcheng.planning.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.TestRecords;

/** Four seats along the equator, a tenth of a degree (11 131.95 m) apart, known to 100 m; the streets between them take 1000, 2000 and 4000 s. */
class ClaimsTest {

    private static final double TENTH_M = 11_131.949079;
    private static final TinyWorld EQUATOR = new TinyWorld("A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.3 0.0", "A-B 1000; B-C 2000; C-D 4000");

    private final Claims claims = new Claims(new LineNetworks(List.of(TestProfiles.DRIVE), EQUATOR));

    /** A to B: 1000 s; 100 m at 1000 s a tenth of a degree at A, at B (with arcs of 1000 and 2000 s) at the upper of the two. */
    @Test
    void aPairIsSupportedOnlyWhereTheErrorDoesNotMatter() {
        int error = (int) Math.ceil(100 * 1000 / TENTH_M + 100 * 2000 / TENTH_M);
        assertThat(error).isEqualTo(27);
        Tested.Test exact = only(world().claim("c", 1000 / 60.0, "1", "2"));
        assertThat(exact.seconds()).isEqualTo(1000);
        assertThat(exact.errorSeconds()).isEqualTo(error);
        assertThat(exact.verdict()).isEqualTo("within-error");
        assertThat(exact.statistic()).isEqualTo("only");
        assertThat(only(world().claim("c", 1027 / 60.0, "1", "2")).verdict()).isEqualTo("supported");
        assertThat(only(world().claim("c", 1026 / 60.0, "1", "2")).verdict()).isEqualTo("within-error");
        assertThat(only(world().claim("c", 973 / 60.0, "1", "2")).verdict()).isEqualTo("within-error");
        assertThat(only(world().claim("c", 972 / 60.0, "1", "2")).verdict()).isEqualTo("not-supported");
    }

    /** A road of 200 m accuracy at a tenth of a degree in 600 s: twice 200 m on it, and 200 m on the streets at both ends. */
    @Test
    void aLineAddsItsOwnError() {
        Tested.Test test = only(world().road("road", existence(2010, null, Status.OPEN), 200).claim("c", 20, "1", "3"));
        assertThat(test.seconds()).isEqualTo(1200);
        assertThat(test.corridors()).containsExactly("road");
        double ends = 100 * 1000 / TENTH_M + 100 * 4000 / TENTH_M;
        double line = 2 * 200 * 600 / TENTH_M;
        double stops = 200 * 1000 / TENTH_M + 200 * 4000 / TENTH_M;
        assertThat(test.errorSeconds()).isEqualTo((int) Math.ceil(ends + line + stops));
    }

    @Test
    void whatNobodyStatesMakesTheErrorUnknown() {
        Tested.Test test = only(world().road("road", existence(2010, null, Status.OPEN), null).claim("c", 500, "1", "3"));
        assertThat(test.verdict()).isEqualTo("not-testable");
        assertThat(test.seconds()).isEqualTo(1200);
        assertThat(test.reason().en()).contains("corridors/road");
    }

    /** From A to B, C and D: 1000, 3000 and 7000 s. */
    @Test
    void oneFigureForSeveralPairsIsTestedAsLeastMedianAndMost() {
        ClaimsAnswer answer = ask(world().claim("c1", 50, "1", "2").claim("c2", 50, "1", "3").claim("c3", 50, "1", "4"));
        assertThat(answer.claims()).hasSize(1);
        assertThat(answer.claims().get(0).claims()).containsExactly("c1", "c2", "c3");
        assertThat(answer.claims().get(0).tests()).extracting(t -> t.statistic() + " " + t.seconds() + " " + t.verdict())
                .containsExactly("least 1000 supported", "median 3000 within-error", "most 7000 not-supported");
        assertThat(answer.table(Datum.WGS84).rows()).hasSize(3);
        ClaimsAnswer two = ask(world().claim("c1", 50, "1", "2").claim("c2", 50, "1", "3"));
        assertThat(two.claims().get(0).tests()).extracting(Tested.Test::seconds).containsExactly(1000, 2000, 3000);
    }

    @Test
    void aCircleGoesFromTheCoreToEveryOtherMember() {
        ClaimsAnswer answer = ask(world().claim("c", 60, "1"));
        Tested tested = answer.claims().get(0);
        assertThat(tested.pairs()).extracting(Tested.Ends::to).containsExactly("2", "3", "4");
        assertThat(tested.circles()).containsExactly(new Tested.Circle("drive", 3, 2, 2, 2, 0.5));
        assertThat(tested.reading().en()).contains("no end is stated");
    }

    /** A plan of 2011, due in 2015: out of the document's day, in at its target year. */
    @Test
    void withATargetYearWhatIsPlannedAndDueTakesPart() {
        Existence planned = new Existence(false, null, null, null, false, LocalDate.of(2011, 8, 19), Status.PLANNED, 2015);
        World made = world().road("road", planned, 200);
        Tested undated = ask(made.claim("c", 60, "1", "3")).claims().get(0);
        assertThat(undated.asOf()).isEqualTo("2011-08-19");
        assertThat(undated.scenario()).isEqualTo("built");
        assertThat(undated.tests().get(0).seconds()).isEqualTo(3000);

        Tested due = ask(world().road("road", planned, 200).claim("c", 60, "1", "3", "target_year", "2015")).claims().get(0);
        assertThat(due.asOf()).isEqualTo("2015-12-31");
        assertThat(due.scenario()).isEqualTo("planned");
        assertThat(due.horizon()).isEqualTo(2015);
        assertThat(due.tests().get(0).seconds()).isEqualTo(1200);
        assertThat(ask(world().road("road", planned, 200).claim("c", 60, "1", "3", "target_year", "2014")).claims().get(0)
                .tests().get(0).seconds()).as("due only in 2015").isEqualTo(3000);

        ClaimsAnswer asked = ask(world().road("road", planned, 200).claim("c", 60, "1", "3", "target_year", "2015"), "asOf", "2013");
        assertThat(asked.claims().get(0).asOf()).isEqualTo("2013-12-31");
        assertThat(asked.claims().get(0).tests().get(0).seconds()).isEqualTo(3000);
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        assertThat(only(world().claim("c", 60, "1", "2", "is_travel_time", false)).reason().en()).isEqualTo("it is no travel time");
        assertThat(only(world().claim("c", null, "1", "2")).reason().en()).isEqualTo("no time is stated");
        assertThat(only(world().claim("c", 60, null, "2")).reason().en()).contains("no unit is stated");
        assertThat(only(world().claim("c", 60, "1", "2", "document", "none")).reason().en()).contains("date is unknown");
        assertThat(only(world().claim("c", 60, "1", "9")).reason().en()).startsWith("9 is not in the records");
        assertThat(only(world().claim("c", 60, "1", "5")).verdict()).as("an island").isEqualTo("not-testable");
        assertThat(ask(world()).header().warnings()).containsExactly("no claim is on record for all");
    }

    @Test
    void theProfileFitsTheModeOrNot() {
        assertThat(only(world().claim("c", 60, "1", "2", "mode", "EMU train")).fitsMode()).isFalse();
        assertThat(only(world().claim("c", 60, "1", "2", "mode", "rail and road")).fitsMode()).isTrue();
        assertThat(only(world().claim("c", 60, "1", "2")).fitsMode()).isNull();
    }

    private Tested.Test only(World world) {
        List<Tested> tested = ask(world).claims();
        assertThat(tested).hasSize(1);
        assertThat(tested.get(0).tests()).hasSize(1);
        return tested.get(0).tests().get(0);
    }

    private ClaimsAnswer ask(World world, String... texts) {
        Map<String, List<String>> all = new HashMap<>(Map.of("area", List.of("all")));
        for (int i = 0; i < texts.length; i += 2) {
            all.put(texts[i], List.of(texts[i + 1]));
        }
        return (ClaimsAnswer) claims.answer(TestRecords.ask(claims, all), world.made().records());
    }

    private static Existence existence(Integer opened, Integer due, Status status) {
        LocalDate day = LocalDate.of(opened, 1, 1);
        return new Existence(false, day, null, day, false, day, status, due);
    }

    private static World world() {
        TestRecords records = new TestRecords();
        for (int i = 0; i < 4; i++) {
            double lon = i / 10.0;
            records.unit(String.valueOf(i + 1), TestRecords.box(lon - 0.05, -0.05, lon + 0.05, 0.05), "seat", List.of(lon, 0.0),
                    "seat_accuracy_m", 100, "population_2020", 1_000_000L * (i == 3 ? 2 : 1));
        }
        records.unit("5", TestRecords.box(10, 10, 11, 11), "seat", List.of(10.5, 10.5), "seat_accuracy_m", 100);
        records.area("all", null, List.of("1", "2", "3", "4").stream().map(a -> TestRecords.member(a, "whole")).toList());
        records.with(Collections.DOCUMENTS, "d1", null, "date", "2011-08-19");
        return new World(records);
    }

    private record World(TestRecords made) {

        World road(String id, Existence existence, Integer accuracyM) {
            Map<String, Object> properties = new HashMap<>(Map.of("mode", "arterial"));
            properties.put("accuracy_m", accuracyM);
            made.stored(Collections.CORRIDORS, List.of(new StoredFeature(
                    new Feature(id, TestRecords.geometry("LINESTRING (0 0, 0.2 0)"), properties), 1, existence)));
            return this;
        }

        World claim(String id, Number minutes, String from, String to, Object... more) {
            return add(id, minutes, from == null ? List.of() : List.of(from), List.of(to), more);
        }

        World claim(String id, Number minutes, String from) {
            return add(id, minutes, List.of(from), List.of());
        }

        private World add(String id, Number minutes, List<String> from, List<String> to, Object... more) {
            Map<String, Object> all = new HashMap<>(Map.of("area_id", "all", "claim_type", "pair-time", "from_adcodes", from, "to_adcodes", to,
                    "is_travel_time", true, "document", "d1", "evidence", "半小时"));
            all.put("minutes", minutes);
            for (int i = 0; i < more.length; i += 2) {
                all.put((String) more[i], more[i + 1]);
            }
            made.with(Collections.CLAIMS, id, null, all.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray());
            return this;
        }
    }
}
