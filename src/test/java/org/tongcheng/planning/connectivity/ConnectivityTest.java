package org.tongcheng.planning.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * Four units in a row along the equator, of 1, 2, 3 and 4 million people, the first the core; two hours by street from each seat to the
 * next, and an expressway at 120 km/h over the first three, 3340 s from one to the next.
 */
class ConnectivityTest {

    private static final TinyWorld STREETS = new TinyWorld(
            "A 0.5 0; B 1.5 0; C 2.5 0; D 3.5 0; X 9 0", "A-B 7200; B-C 7200; C-D 7200");
    private static final Connectivity CONNECTIVITY = new Connectivity(new LineNetworks(List.of(profile()), STREETS));
    private static final double RIDE = Geodesic.WGS84.Inverse(0, 0.5, 0, 1.5).s12 * 3.6 / 120;

    @Test
    void secondsSharesAndPairs() {
        ConnectivityAnswer.Body body = ask(world().records()).body();
        int one = (int) Math.ceil(RIDE);
        int two = (int) Math.ceil(2 * RIDE);
        assertThat(body.seconds().get(0)).containsExactly(0, one, two, two + 7200);
        assertThat(body.seconds().get(3)).containsExactly(two + 7200, one + 7200, 7200, 0);
        assertThat(body.population()).isEqualTo(10_000_000);
        assertThat(body.coreSharePopulation()).isEqualTo(0.3);
        assertThat(body.pairShare()).isEqualTo(0.333333);
        assertThat(body.pairSharePopulation()).isCloseTo((1 * 2 + 2 * 3) / 35.0, within(1e-6));
        assertThat(body.leftOut()).extracting(p -> p.from() + "-" + p.to()).containsExactly("1-3", "3-4", "2-4", "1-4");
        assertThat(body.pairs().get(2).corridors()).containsExactly("e1");
        assertThat(body.pairs().get(5).corridors()).isEmpty();
        assertThat(body.members()).extracting(ConnectivityAnswer.MemberSeat::nearCore).containsExactly(true, true, false, false);
    }

    /** Without the second segment the ways between {1, 2} and {3, 4} take a street's two hours instead of a ride. */
    @Test
    void theCostliestSegmentIsFoundBySearchingWithoutIt() {
        ConnectivityAnswer answer = ask(world().records());
        ConnectivityAnswer.TrackLoss loss = answer.body().loss();
        double people = 1 * 7 / 9.0 + 2 * 7 / 8.0 + 3 * 3 / 7.0 + 4 * 3 / 6.0;
        assertThat(loss.corridor()).isEqualTo("e1");
        assertThat(List.of(loss.from().stop(), loss.to().stop())).containsExactly("e1-2", "e1-3");
        assertThat((double) loss.personMinutes()).isCloseTo(people * 1e6 * (7200 - RIDE) / 60, within(1e4));
        assertThat(loss.pairsUsing()).isEqualTo(8);
        assertThat(loss.pairsSlower()).isEqualTo(8);
        assertThat(loss.pairsLost()).isEqualTo(1);
        assertThat(loss.pairsCut()).isZero();
        assertThat(answer.body().losses()).isEqualTo(new ConnectivityAnswer.Tried(2, 2, true, answer.body().losses().journeys()));
        assertThat(answer.features().get(0).geometry()).isEqualTo(TestRecords.geometry("LINESTRING (1.5 0, 2.5 0)"));
        assertThat(answer.body().graph().cutLinks()).isEqualTo(2);
        assertThat(answer.body().graph().components()).containsExactly(new StopGraph.Component(3, List.of("e1")));
    }

    /** Both rows are lost with their track; the second takes nothing from the first otherwise. */
    @Test
    void rowsThatShareTrackAreLostTogether() {
        Records records = world()
                .stored(Collections.CORRIDORS, List.of(line("e2", "LINESTRING (1.5 0, 2.5 0)", Map.of("same_as", "e1"))))
                .stored(Collections.STOPS, List.of(stop("e2", 1, 1.5), stop("e2", 2, 2.5))).records();
        ConnectivityAnswer answer = ask(records);
        assertThat(answer.body().loss().sameTrack()).containsExactly("e2");
        assertThat(answer.body().loss().pairsSlower()).isEqualTo(8);
        assertThat(answer.body().graph().cutLinks()).isEqualTo(2);
        ConnectivityAnswer apart = ask(world()
                .stored(Collections.CORRIDORS, List.of(line("e2", "LINESTRING (1.5 0, 2.5 0)", Map.of())))
                .stored(Collections.STOPS, List.of(stop("e2", 1, 1.5), stop("e2", 2, 2.5))).records());
        assertThat(apart.body().loss().from().stop()).isEqualTo("e1-1");
        assertThat(apart.body().graph().cutLinks()).isEqualTo(1);
    }

    @Test
    void whatIsCutOffCostsMoreThanAnyMinutes() {
        Records records = world()
                .stored(Collections.CORRIDORS, List.of(line("b", "LINESTRING (3.5 0, 9 0)", Map.of())))
                .stored(Collections.STOPS, List.of(stop("b", 1, 3.5), stop("b", 2, 9)))
                .unit("5", box(8.5, -0.5, 9.5, 0.5), "seat", List.of(9.0, 0.0), "population_2020", 10_000L)
                .area("far", null, members("1", "2", "3", "4", "5"), "core_adcodes", List.of("1")).records();
        ConnectivityAnswer.Body body = ask(records, "area", "far").body();
        assertThat(body.loss().corridor()).isEqualTo("b");
        assertThat(body.loss().pairsCut()).isEqualTo(8);
        double others = 1e6 * 0.01 / 9.01 + 2e6 * 0.01 / 8.01 + 3e6 * 0.01 / 7.01 + 4e6 * 0.01 / 6.01;
        assertThat((double) body.loss().peopleCut()).isCloseTo(10_000 + others, within(1.0));
        ConnectivityAnswer.Body before = ask(records, "area", "far", "without", "b").body();
        assertThat(before.seconds().get(0).get(4)).isNull();
        assertThat(before.leftOut().get(before.leftOut().size() - 1).seconds()).isNull();
    }

    @Test
    void aMemberInsideAnotherHasTimesButIsNotCounted() {
        Map<String, Object> inside = new LinkedHashMap<>(TestRecords.member("2", "whole"));
        inside.put("contained_in", "1");
        List<Map<String, Object>> members = new ArrayList<>(members("1", "3"));
        members.add(inside);
        ConnectivityAnswer answer = ask(world().area("held", null, members, "core_adcodes", List.of("1")).records(), "area", "held");
        assertThat(answer.body().population()).isEqualTo(4_000_000);
        assertThat(answer.body().coreSharePopulation()).isEqualTo(0.25);
        assertThat(answer.body().seconds()).hasSize(3);
        assertThat(answer.body().pairs()).hasSize(1);
        assertThat(answer.header().warnings()).anyMatch(w -> w.contains("2 in 1"));
    }

    @Test
    void aCoreThatIsNoMemberIsCountedFrom() {
        ConnectivityAnswer answer = ask(world().area("ring", null, members("2", "3"), "core_adcodes", List.of("1")).records(), "area", "ring");
        assertThat(answer.body().members()).hasSize(2);
        assertThat(answer.body().coreSharePopulation()).isEqualTo(0.4);
    }

    @Test
    void oneMemberHasNoPairs() {
        ConnectivityAnswer answer = ask(world().area("one", null, members("1"), "core_adcodes", List.of("1")).records(), "area", "one");
        assertThat(answer.body().coreSharePopulation()).isEqualTo(1);
        assertThat(answer.body().pairShare()).isZero();
        assertThat(answer.body().loss()).isNull();
        assertThat(answer.header().warnings()).anyMatch(w -> w.contains("fewer than two members"));
    }

    @Test
    void whatCannotBeAsked() {
        Records records = world().area("empty", box(0, 0, 1, 1), List.of()).records();
        for (String area : List.of("none", "empty")) {
            assertThatThrownBy(() -> ask(records, "area", area))
                    .isInstanceOfSatisfying(BadParameter.class, e -> assertThat(e.parameter()).isEqualTo("area"));
        }
        assertThatThrownBy(() -> ask(records, "without", "no-such"))
                .isInstanceOfSatisfying(BadParameter.class, e -> assertThat(e.parameter()).isEqualTo("without"));
    }

    private static ConnectivityAnswer ask(Records records, String... words) {
        Map<String, List<String>> texts = new LinkedHashMap<>(Map.of("area", List.of("row"), "asOf", List.of("2020"),
                "profile", List.of("drive")));
        for (int i = 0; i < words.length; i += 2) {
            texts.put(words[i], List.of(words[i + 1]));
        }
        return (ConnectivityAnswer) CONNECTIVITY.answer(TestRecords.ask(CONNECTIVITY, texts), records);
    }

    private static List<Map<String, Object>> members(String... adcodes) {
        return List.of(adcodes).stream().map(a -> TestRecords.member(a, "whole")).toList();
    }

    private static TestRecords world() {
        TestRecords records = new TestRecords();
        for (int i = 1; i <= 4; i++) {
            records.unit(String.valueOf(i), box(i - 1, -0.5, i, 0.5), "population_2020", i * 1_000_000L, "seat", List.of(i - 0.5, 0.0));
        }
        return records.area("row", null, members("1", "2", "3", "4"), "core_adcodes", List.of("1"))
                .stored(Collections.CORRIDORS, List.of(line("e1", "LINESTRING (0.5 0, 1.5 0, 2.5 0)", Map.of())))
                .stored(Collections.STOPS, List.of(stop("e1", 1, 0.5), stop("e1", 2, 1.5), stop("e1", 3, 2.5)));
    }

    private static StoredFeature line(String id, String wkt, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("mode", "expressway", "design_speed_kmh", 120));
        properties.putAll(more);
        return new StoredFeature(new Feature(id, TestRecords.geometry(wkt), properties), 1, Existence.ALWAYS);
    }

    private static StoredFeature stop(String corridor, int seq, double lon) {
        return new StoredFeature(new Feature(corridor + "-" + seq, TestRecords.geometry("POINT (" + lon + " 0)"),
                Map.of("corridor_id", corridor, "seq", seq, "kind", "interchange")), 1, Existence.ALWAYS);
    }

    private static Profile profile() {
        Profile.Value one = new Profile.Value(1, "1", "even");
        Profile.Value none = new Profile.Value(0, "min", "even");
        Profile.Value speed = new Profile.Value(100, "km/h", "even");
        Profile.ModeRules road = new Profile.ModeRules(speed, one, one, null, null, new Profile.Value(0, "s", "none"), none, none);
        return new Profile("drive", Text.of("drive"), new Text("匀速", "evenly"),
                new Profile.StreetRules(null, one, Map.of()), Map.of(Mode.EXPRESSWAY, road));
    }
}
