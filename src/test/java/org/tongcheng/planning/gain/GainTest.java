package org.tongcheng.planning.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * Gains that can be reckoned in the head: three towns of a thousand people along the equator, 4 000 s from one to the next on the
 * streets (more than the hour) and 600 s on a planned road.
 *
 * <pre>
 *    A ---- B ---- C          D stands apart, outside the area
 * </pre>
 */
class GainTest {

    private static final TinyWorld EQUATOR = new TinyWorld(
            "A 0.0 0.0; B 0.1 0.0; C 0.2 0.0; D 0.5 0.0", "A-B 4000; B-C 4000");

    @Test
    void aRoadOnTheWayHasHalfOfWhatTheNextRoadReaches() {
        GainAnswer answer = ask(List.of(planned("ab", 0, 0.1), planned("bc", 0.1, 0.2)));
        // built first, ab reaches B and bc then C; built first, bc reaches nothing and ab then both
        assertThat(entry(answer, "ab").share().people()).isCloseTo(1500, within(0.1));
        assertThat(entry(answer, "bc").share().people()).isCloseTo(500, within(0.1));
        assertThat(entry(answer, "ab").alone().people()).isCloseTo(1000, within(0.1));
        assertThat(entry(answer, "bc").alone().people()).isZero();
        assertThat(entry(answer, "ab").missing().people()).isCloseTo(2000, within(0.1));
        assertThat(entry(answer, "bc").missing().people()).isCloseTo(1000, within(0.1));
        assertThat(entry(answer, "ab").share().units()).isEqualTo(1.5);
        assertThat(answer.body().whole().people()).isCloseTo(2000, within(0.1));
        assertThat(answer.body().built().people()).isCloseTo(1000, within(0.1));
        assertThat(answer.body().corridors().get(0).id()).isEqualTo("ab");
        assertThat(answer.header().definition().en()).contains("from the nearest of the core cities' seats of 三镇");
        // 11.131949 km of the equator
        assertThat(entry(answer, "ab").kilometres()).isEqualTo(11.132);
        assertThat(entry(answer, "ab").sharePerKm().people()).isCloseTo(1500 / 11.131949, within(0.1));
    }

    @Test
    void pairsSaveTheMinutesThatTheirSeatsAreNearer() {
        GainAnswer answer = ask(List.of(planned("ab", 0, 0.1), planned("bc", 0.1, 0.2)));
        // each road saves 3 400 s on two of the three pairs
        assertThat(entry(answer, "ab").share().minutesSaved()).isCloseTo(2 * 3400 / 60.0 / 3, within(1e-3));
        assertThat(entry(answer, "bc").alone().minutesSaved()).isCloseTo(2 * 3400 / 60.0 / 3, within(1e-3));
        // alone a road brings its own pair within the hour, the second one brings the third pair too
        assertThat(answer.body().built().pairs()).isZero();
        assertThat(entry(answer, "ab").alone().pairs()).isEqualTo(1);
        assertThat(entry(answer, "ab").missing().pairs()).isEqualTo(2);
        assertThat(entry(answer, "ab").share().pairs()).isEqualTo(1.5);
        assertThat(answer.body().whole().pairs()).isEqualTo(3);
    }

    @Test
    void twoRoadsOfWhichOneWouldDoShareAlikeUnlessTheyShareTheTrack() {
        GainAnswer two = ask(List.of(planned("one", 0, 0.1), planned("two", 0, 0.1)));
        assertThat(entry(two, "one").share().people()).isCloseTo(500, within(0.1));
        assertThat(entry(two, "two").share().people()).isCloseTo(500, within(0.1));
        assertThat(entry(two, "one").missing().people()).isZero();
        GainAnswer same = ask(List.of(planned("one", 0, 0.1), planned("two", 0, 0.1, "same_as", "one"), planned("end", 0.1, 0.2)));
        assertThat(same.body().corridors()).hasSize(2);
        assertThat(entry(same, "one").sameTrack()).containsExactly("two");
        assertThat(entry(same, "one").share().people()).isCloseTo(1500, within(0.1));
        assertThat(entry(same, "one").kilometres()).isEqualTo(11.132);
    }

    @Test
    void whatIsBuiltIsNoPlayerAndWhatLiesElsewhereIsInNeitherSide() {
        GainAnswer answer = ask(List.of(built("ab", 0, 0.1), planned("bc", 0.1, 0.2), planned("away", 0.4, 0.5), planned("river", 0, 0.1,
                "mode", "waterway")));
        assertThat(answer.body().corridors()).extracting(GainAnswer.Entry::id).containsExactly("bc");
        assertThat(answer.body().built().people()).isCloseTo(2000, within(0.1));
        assertThat(entry(answer, "bc").share().people()).isCloseTo(1000, within(0.1));
        assertThat(answer.body().idle()).extracting(GainAnswer.Idle::id).containsExactly("river");
        assertThat(answer.header().warnings()).anyMatch(w -> w.startsWith("1 corridors that the scenario adds elsewhere"));
    }

    @Test
    void theScenarioIsPlannedUnlessAnotherIsAskedForAndWhatIsPutInPlays() {
        List<StoredFeature> roads = List.of(planned("ab", 0, 0.1), planned("bc", 0.1, 0.2));
        assertThat(ask(roads, "scenario", "built").body().corridors()).isEmpty();
        assertThat(ask(roads, "scenario", "built").header().warnings()).anyMatch(w -> w.contains("adds no corridor"));
        GainAnswer put = ask(roads, "scenario", "built", "with", "ab");
        assertThat(put.body().corridors()).extracting(GainAnswer.Entry::id).containsExactly("ab");
        assertThat(ask(roads, "without", "ab").body().corridors()).extracting(GainAnswer.Entry::id).containsExactly("bc");
        assertThat(ask(roads).header().scenario()).isEqualTo("planned");
    }

    @Test
    void anotherOriginReachesOthers() {
        GainAnswer answer = ask(List.of(planned("ab", 0, 0.1), planned("bc", 0.1, 0.2)), "origin", "0.2,0");
        assertThat(entry(answer, "bc").share().people()).isCloseTo(1500, within(0.1));
        assertThat(ask(List.of(planned("ab", 0, 0.1)), "minutes", "9").body().whole().people()).isZero();
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        assertThatThrownBy(() -> ask(List.of(), "area", "nowhere")).isInstanceOf(BadParameter.class).hasMessageContaining("'nowhere'");
        assertThatThrownBy(() -> ask(List.of(), "orders", "3")).isInstanceOf(BadParameter.class).hasMessageContaining("reverse");
        assertThatThrownBy(() -> ask(List.of(), "minutes", "300")).isInstanceOf(BadParameter.class).hasMessageContaining("240");
    }

    private static StoredFeature planned(String id, double west, double east, Object... more) {
        return road(id, west, east, new Existence(false, null, null, null, false, LocalDate.of(2020, 1, 1), Status.PLANNED, 2030), more);
    }

    private static StoredFeature built(String id, double west, double east) {
        return road(id, west, east, Existence.ALWAYS);
    }

    private static StoredFeature road(String id, double west, double east, Existence existence, Object... more) {
        Map<String, Object> properties = new HashMap<>(Map.of("mode", "arterial", "name_zh", id));
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return new StoredFeature(new Feature(id, TestRecords.geometry("LINESTRING (" + west + " 0, " + east + " 0)"), properties), 1, existence);
    }

    private static GainAnswer.Entry entry(GainAnswer answer, String id) {
        return answer.body().corridors().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    }

    private static GainAnswer ask(List<StoredFeature> corridors, String... namesAndValues) {
        TestRecords records = new TestRecords();
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double lon = i / 10.0;
            records.unit(String.valueOf(i + 1), TestRecords.box(lon - 0.004, -0.004, lon + 0.004, 0.004), "name_zh", "镇" + i,
                    "level", "prefecture", "population_2020", 1000L, "seat", List.of(lon, 0.0));
            members.add(TestRecords.member(String.valueOf(i + 1), "whole"));
        }
        records.area("towns", null, members, "core_adcodes", List.of("1"), "name_zh", "三镇");
        Records all = records.stored(Collections.CORRIDORS, corridors).records();
        Map<String, List<String>> texts = new HashMap<>(Map.of("area", List.of("towns"), "profile", List.of("drive"), "asOf", List.of("2025")));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        Gain gain = new Gain(new LineNetworks(List.of(TestProfiles.DRIVE), EQUATOR));
        return (GainAnswer) gain.answer(TestRecords.ask(gain, texts), all);
    }
}
