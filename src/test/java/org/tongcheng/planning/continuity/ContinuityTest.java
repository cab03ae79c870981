package org.tongcheng.planning.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.TestProfiles;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** Three cells of a degree along the equator; the first two are an area. Everything is drawn to 50 m unless a test says otherwise. */
class ContinuityTest {

    private static final Geodesic EARTH = Geodesic.WGS84;
    private static final TinyWorld STREETS = new TinyWorld("A 0.995 0.5; B 1.005 0.5; C 0.996 0.2; D 1.004 0.203", "A-B 600; C-D 100");

    private final Continuity continuity = new Continuity(new LineNetworks(List.of(TestProfiles.DRIVE), STREETS));

    @Test
    void aRoadThatStopsShortAloneIsADeadEnd() {
        ContinuityAnswer answer = ask(world().road("a", "expressway", "0.3 0.5, 0.995 0.5"));
        Finding finding = only(answer);
        assertThat(finding.kind()).isEqualTo("dead-end");
        assertThat(finding.certainty()).as(finding.reason()).isEqualTo("certain");
        assertThat(finding.gapM()).isCloseTo(EARTH.Inverse(0.5, 0.995, 0.5, 1).s12, within(0.2));
        assertThat(finding.from().unit()).isEqualTo("1");
        assertThat(finding.to().unit()).isEqualTo("2");
        assertThat(finding.to().at().x).isCloseTo(1, within(1e-9));
        assertThat(finding.join()).as("no road on the other side").isNull();
        assertThat(answer.crossings()).isZero();
    }

    /** Streets take 600 s from A to B; a join of 0.01° at 0.1° in 600 s takes 60 s, 0.2 s less because the parallel is shorter than the equator. */
    @Test
    void aDeadEndIsJoinedToTheNearestRoadAcross() {
        ContinuityAnswer answer = ask(world().road("a", "expressway", "0.3 0.5, 0.995 0.5").road("b", "arterial", "1.005 0.5, 1.005 0.9"));
        Finding.Join join = answer.features().stream().map(f -> (Finding) f.properties())
                .filter(f -> f.from().road().equals("corridors/a")).findFirst().orElseThrow().join();
        assertThat(join.metres()).isCloseTo(EARTH.Inverse(0.5, 0.995, 0.5, 1.005).s12, within(0.2));
        assertThat(join.secondsBefore()).isEqualTo(600);
        assertThat(join.secondsAfter()).isEqualTo(60);
        assertThat(join.secondsGained()).isEqualTo(540);
    }

    @Test
    void twoEndsThatFaceEachOtherAreAnOffset() {
        Finding finding = only(ask(world().road("b", "arterial", "0.3 0.2, 0.996 0.2").road("c", "arterial", "1.004 0.203, 1.7 0.203")));
        assertThat(finding.kind()).isEqualTo("offset");
        assertThat(finding.certainty()).as(finding.reason()).isEqualTo("certain");
        double gap = EARTH.Inverse(0.2, 0.996, 0.203, 1.004).s12;
        assertThat(finding.gapM()).isCloseTo(gap, within(0.1));
        assertThat(List.of(finding.from().road(), finding.to().road())).containsExactlyInAnyOrder("corridors/b", "corridors/c");
        // the streets join the two in 100 s, a line at 11 131.95 m in 600 s in less
        assertThat(finding.join().secondsBefore()).isEqualTo(100);
        assertThat(finding.join().secondsAfter()).isEqualTo((int) Math.ceil(gap / 11_131.949 * 600));
    }

    /** Two roads that both lead away from the border have ends beside each other that do not face. */
    @Test
    void endsThatLookAwayAreNoOffset() {
        ContinuityAnswer answer = ask(world().road("b", "arterial", "0.996 0.4, 0.9959 0.2").road("c", "arterial", "1.004 0.3, 1.0041 0.203"));
        assertThat(kinds(answer)).isEqualTo(Map.of("dead-end", 4L));
    }

    @Test
    void aRoadThatGoesOnInAnotherClassChangesIt() {
        ContinuityAnswer answer = ask(world().road("e", "expressway", "0.3 0.6, 0.998 0.6").road("f", "arterial", "0.998 0.6, 1.7 0.6"));
        Finding finding = only(answer);
        assertThat(finding.kind()).isEqualTo("class-change");
        assertThat(finding.certainty()).as(finding.reason()).isEqualTo("certain");
        assertThat(finding.from().roadClass()).isEqualTo("expressway");
        assertThat(finding.to().roadClass()).isEqualTo("arterial");
        assertThat(finding.gapM()).isZero();
        assertThat(answer.crossings()).isEqualTo(1);
        assertThat(answer.borders().get(0).roads()).containsExactly("f");
    }

    @Test
    void bridgesCarryARoadOnAndAreNoCrossingOfTheirOwn() {
        assertThat(ask(world().road("e", "expressway", "0.3 0.6, 0.998 0.6").road("x", "bridge", "0.998 0.6, 1.003 0.6")
                .road("g", "expressway", "1.003 0.6, 1.7 0.6")).features()).isEmpty();
        ContinuityAnswer beside = ask(world().road("e", "expressway", "0.3 0.6, 1.7 0.6").road("x", "bridge", "0.998 0.601, 1.003 0.601"));
        assertThat(beside.borders().get(0).crossings()).isEqualTo(1);
        assertThat(ask(world().road("x", "bridge", "0.998 0.601, 1.003 0.601")).crossings()).isEqualTo(1);
    }

    @Test
    void crossingsAreCountedOnceForThoseThatShareTrackAndCertainWhereDeep() {
        Records records = world().road("d", "expressway", "0.5 0.8, 1.5 0.8").road("d2", "expressway", "0.5 0.81, 1.5 0.81", "same_as", "d")
                .road("h", "arterial", "0.9997 0.4, 1.0003 0.4").records();
        BorderTally.Row row = ask(records).borders().get(0);
        assertThat(row.crossings()).isEqualTo(2);
        assertThat(row.certain()).as("h reaches 33 m into each cell, less than 100 m").isEqualTo(1);
    }

    @Test
    void nothingIsSurerThanWhatIsDrawn() {
        assertThat(only(ask(world(600).road("a", "expressway", "0.3 0.5, 0.995 0.5"))).reason()).contains("may reach the border");
        assertThat(only(ask(world(300).road("a", "expressway", "0.3 0.5, 0.992 0.5"))).reason()).contains("may end farther");
        assertThat(only(ask(world(null).road("a", "expressway", "0.3 0.5, 0.995 0.5"))).reason()).contains("nobody states");
        ContinuityAnswer met = ask(world().road("a", "expressway", "0.3 0.5, 0.995 0.5").road("n", "expressway", "0.9 0.4, 0.9917 0.5, 0.9 0.6"));
        assertThat(only(met).reason()).isEqualTo("may meet corridors/n");
    }

    @Test
    void endsOutsideEveryAreaAreNoFindingsAndTheAreasOwnBorderIsLookedAt() {
        ContinuityAnswer answer = ask(world().road("in", "expressway", "1.5 0.5, 1.995 0.5").road("out", "expressway", "2.005 0.7, 2.5 0.7"));
        Finding finding = only(answer);
        assertThat(finding.from().road()).isEqualTo("corridors/in");
        assertThat(finding.border().of()).isEqualTo("area");
    }

    @Test
    void whatIsFartherThanTheToleranceIsNoFindingAndTheRestIsCounted() {
        TestWorld far = world().road("a", "expressway", "0.3 0.5, 0.99 0.5");
        assertThat(ask(far).features()).isEmpty();
        assertThat(ask(far.records(), "tolerance", "1.2km").features()).hasSize(1);
        ContinuityAnswer doubtful = ask(world(500).road("a", "expressway", "0.3 0.5, 0.99 0.5"));
        assertThat(doubtful.features()).isEmpty();
        assertThat(doubtful.header().warnings()).anyMatch(w -> w.startsWith("1 more road ends"));
    }

    @Test
    void modesChoose() {
        Records records = world().road("a", "expressway", "0.3 0.5, 0.995 0.5").road("b", "arterial", "0.3 0.2, 0.996 0.2").records();
        assertThat(ask(records, "mode", "arterial").features()).hasSize(1);
        assertThat(ask(records, "without", "a").features()).hasSize(1);
        assertThat(ask(records).table(Datum.WGS84).rows()).hasSize(2);
    }

    private static Finding only(ContinuityAnswer answer) {
        assertThat(answer.features()).as(answer.features().toString()).hasSize(1);
        return (Finding) answer.features().get(0).properties();
    }

    private static Map<String, Long> kinds(ContinuityAnswer answer) {
        return answer.features().stream().collect(Collectors.groupingBy(f -> ((Finding) f.properties()).kind(), Collectors.counting()));
    }

    private ContinuityAnswer ask(TestWorld world) {
        return ask(world.records());
    }

    private ContinuityAnswer ask(Records records, String... texts) {
        Map<String, List<String>> all = new HashMap<>(Map.of("area", List.of("both"), "asOf", List.of("2020")));
        for (int i = 0; i < texts.length; i += 2) {
            all.put(texts[i], List.of(texts[i + 1]));
        }
        return (ContinuityAnswer) continuity.answer(TestRecords.ask(continuity, all), records);
    }

    private static TestWorld world() {
        return world(50);
    }

    private static TestWorld world(Integer accuracyM) {
        TestRecords records = new TestRecords();
        for (int i = 0; i < 3; i++) {
            records.unit(String.valueOf(i + 1), box(i, 0, i + 1, 1), "level", "prefecture", "accuracy_m", 50);
        }
        records.area("both", null, List.of(member("1", "whole"), member("2", "whole")));
        return new TestWorld(records, accuracyM);
    }

    private record TestWorld(TestRecords made, Integer accuracyM) {

        TestWorld road(String id, String mode, String course, Object... more) {
            Object[] properties = new Object[4 + more.length];
            System.arraycopy(new Object[] {"mode", mode, "accuracy_m", accuracyM}, 0, properties, 0, 4);
            System.arraycopy(more, 0, properties, 4, more.length);
            made.with(Collections.CORRIDORS, id, "LINESTRING (" + course + ")", properties);
            return this;
        }

        Records records() {
            return made.records();
        }
    }
}
