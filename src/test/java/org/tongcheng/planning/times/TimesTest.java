package org.tongcheng.planning.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.TimeMatrix;

/** Times that can be added up by hand, along the equator; point and node are the same place. */
class TimesTest {

    private static final int NO = TimeMatrix.NONE;
    private static final TinyWorld EQUATOR = new TinyWorld(
            "A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.9 0.0", "A-B 1000.001; B-C 2000");
    private static final Records RECORDS = new TestRecords()
            .unit("1", TestRecords.box(-0.05, -0.05, 0.05, 0.05), "name_zh", "甲", "seat", List.of(0.0, 0.0))
            .unit("2", TestRecords.box(0.15, -0.05, 0.25, 0.05), "name_zh", "乙", "seat", List.of(0.2, 0.0))
            .area("both", null, List.of(), "core_adcodes", List.of("1", "2"))
            .with(Collections.CORRIDORS, "road", "LINESTRING (0 0, 0.2 0)", "mode", "arterial")
            .records();

    private final Times times = new Times(new LineNetworks(List.of(TestProfiles.DRIVE), EQUATOR));

    @Test
    void secondsAreRoundedUpFromPlaceToPlace() {
        TimesAnswer answer = ask(Map.of("origins", List.of("0,0", "administrative-units/2"), "without", List.of("road"),
                "destinations", List.of("0.2,0", "0.1,0", "administrative-units/1")));
        assertThat(answer.seconds().rows(0, 2)).isDeepEqualTo(new int[][] {{3001, 1001, 0}, {0, 2000, 3001}});
        assertThat(answer.seconds().rows(1, 1)).isDeepEqualTo(new int[][] {{0, 2000, 3001}});
        assertThat(answer.origins().get(1).points().get(0).rule()).isEqualTo("seat");
        assertThat(answer.header().definition().en())
                .isEqualTo("Shortest times from 0,0, 乙 to 0.2,0, 0.1,0, 甲 as of 2020-12-31 (built): driving.");
        assertThat(answer.header().warnings()).isEmpty();
    }

    @Test
    void theFastestPairOfPointsCounts() {
        TimesAnswer answer = ask(Map.of("origins", List.of("metropolitan-areas/both"), "without", List.of("road"),
                "destinations", List.of("0.1,0", "metropolitan-areas/both", "0.2,0")));
        assertThat(answer.seconds().rows(0, 1)).isDeepEqualTo(new int[][] {{1001, 0, 0}});
    }

    @Test
    void aLineThatIsThereIsTravelledAndUsed() {
        TimesAnswer answer = ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.2,0")));
        assertThat(answer.seconds().rows(0, 1)).isDeepEqualTo(new int[][] {{1200}});
        assertThat(answer.header().used().count()).isEqualTo(1);
    }

    @Test
    void whatTakesLongerThanTheMinutesIsNone() {
        // 1 000.001 s are more than 16 minutes and less than 17
        assertThat(ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0"), "without", List.of("road"),
                "minutes", List.of("17"))).seconds().rows(0, 1)).isDeepEqualTo(new int[][] {{1001}});
        assertThat(ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0"), "without", List.of("road"),
                "minutes", List.of("16"))).seconds().rows(0, 1)).isDeepEqualTo(new int[][] {{NO}});
        assertThatThrownBy(() -> ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0,0"), "minutes", List.of("5", "6"))))
                .isInstanceOf(BadParameter.class).hasMessageContaining("'minutes'");
    }

    @Test
    void placesOffAllStreetsAreOutOfReachAndNamedInOneWarning() {
        TimesAnswer answer = ask(Map.of("origins", List.of("0,0", "40,40", "40,40"), "destinations", List.of("0.9,0", "0,0", "50,50")));
        assertThat(answer.seconds().rows(0, 3)).isDeepEqualTo(new int[][] {{NO, 0, NO}, {NO, NO, NO}, {NO, NO, NO}});
        assertThat(answer.header().warnings()).containsExactly("out of reach, because more than 1000 m from any street: 40,40; 50,50");
    }

    @Test
    void theDigestChangesWithWhatTheSecondsFollowFrom() {
        Map<String, List<String>> question = Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0"));
        String digest = ask(question).networkDigest();
        assertThat(ask(question).networkDigest()).isEqualTo(digest);
        Times slower = new Times(new LineNetworks(List.of(TestProfiles.DRIVE), new TinyWorld(
                "A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.9 0.0", "A-B 1000.002; B-C 2000")));
        assertThat(ask(slower, question).networkDigest()).isNotEqualTo(digest);
        assertThat(ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0.0001"))).networkDigest()).isNotEqualTo(digest);
        assertThat(ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0"), "without", List.of("road"))).networkDigest())
                .isNotEqualTo(digest);
    }

    @Test
    void asATableEachPairIsARow() {
        TimesAnswer answer = ask(Map.of("origins", List.of("0,0"), "destinations", List.of("0.1,0", "0.9,0"), "without", List.of("road")));
        assertThat(answer.table(Datum.WGS84).rows()).containsExactly(
                List.of("0,0", "0.1,0", 1001), java.util.Arrays.asList("0,0", "0.9,0", null));
    }

    private TimesAnswer ask(Map<String, List<String>> texts) {
        return ask(times, texts);
    }

    private static TimesAnswer ask(Times question, Map<String, List<String>> texts) {
        Map<String, List<String>> dated = new HashMap<>(texts);
        dated.put("asOf", List.of("2020"));
        return (TimesAnswer) question.answer(TestRecords.ask(question, dated), RECORDS);
    }
}
