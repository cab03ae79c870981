package org.tongcheng.planning.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.siting.SitingWorld.point;
import static org.tongcheng.planning.siting.SitingWorld.site;
import static org.tongcheng.planning.siting.SitingWorld.square;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.TestRecords;

/** Each test of rules on land measured in metres; the layer's features are off by 10 m where they state nothing else. */
class SitingTest {

    private static final String FIELD = square(0, -5000, 2000, 5000);

    @Test
    void whatIsNotLoadedOrHasNothingNearIsUnknown() {
        SitingWorld world = new SitingWorld().rule("r", "type: outside, layer: farmland", "fail");
        Check check = world.check(site(point(0, 0)));
        assertThat(check.outcome()).isEqualTo("unknown");
        assertThat(check.why().en()).contains("not loaded");
        Verdict far = world.with("fields", "f", square(6000, -100, 7000, 100)).verdict(site(point(0, 0)));
        assertThat(far.checks().get(0).outcome()).isEqualTo("unknown");
        assertThat(far.checks().get(0).why().en()).contains("within 5 km");
        assertThat(far.layersMissing()).containsExactly("farmland");
        assertThat(far.verdict()).isEqualTo("insufficient-data");
        Verdict near = world.verdict(site(point(2000, 0)));
        assertThat(near.checks().get(0).outcome()).isEqualTo("pass");
        assertThat(near.checks().get(0).measured().value()).isCloseTo(4000, within(1.0));
        assertThat(near.layersChecked()).containsExactly("farmland");
        assertThat(near.verdict()).isEqualTo("no-conflict-in-loaded-layers");
    }

    @Test
    void aPointIsOutsideOrInsideOnlyBeyondWhatBothMayBeOff() {
        SitingWorld world = fields("type: outside, layer: farmland", "fail");
        assertThat(outcome(world, -11, 0.0)).isEqualTo("pass");
        assertThat(outcome(world, -9, 0.0)).isEqualTo("unknown");
        assertThat(outcome(world, 9, 0.0)).isEqualTo("unknown");
        assertThat(outcome(world, 11, 0.0)).isEqualTo("fail");
        assertThat(outcome(world, 11, 5.0)).isEqualTo("unknown");
        assertThat(outcome(world, -14, 5.0)).isEqualTo("unknown");
        assertThat(outcome(world, -16, 5.0)).isEqualTo("pass");
        Check inside = world.check(site(point(11, 0)));
        assertThat(inside.geometry().getGeometryType()).isEqualTo("Point");
        assertThat(inside.features()).singleElement().satisfies(f -> {
            assertThat(f.feature()).isEqualTo("fields/f");
            assertThat(f.relation()).isEqualTo("overlaps");
            assertThat(f.accuracyM()).isEqualTo(10.0);
        });
    }

    @Test
    void ofAnAreaTheGroundSharedIsMeasuredAndClipped() {
        SitingWorld world = fields("type: outside, layer: farmland", "fail");
        Check check = world.check(site(square(-300, 0, 100, 200)));
        assertThat(check.outcome()).isEqualTo("fail");
        assertThat(check.measured().unit()).isEqualTo("m2");
        assertThat(check.measured().value()).isCloseTo(20_000, within(20.0));
        assertThat(check.overlap().share()).isCloseTo(0.25, within(1e-4));
        assertThat(check.geometry().getEnvelopeInternal().getMinX()).isEqualTo(SitingWorld.LON);
        Check strip = world.check(site(square(-300, 0, 5, 200)));
        assertThat(strip.outcome()).as("a strip of 5 m, where both may be off by 10").isEqualTo("unknown");
    }

    /** A road 4 m wide that runs through the middle of a field is surely in it, though it is narrower than the error. */
    @Test
    void aNarrowSiteDeepInsideIsInside() {
        SitingWorld world = fields("type: outside, layer: farmland", "fail");
        assertThat(world.check(site(square(100, 0, 1900, 4))).outcome()).isEqualTo("fail");
        SitingWorld strip = new SitingWorld().rule("r", "type: outside, layer: farmland", "fail").with("fields", "f", square(100, 0, 1900, 4));
        assertThat(strip.check(site(square(0, -500, 2000, 500))).outcome()).as("a narrow field deep in a wide site").isEqualTo("fail");
    }

    @Test
    void whatHasNoAccuracyNoExtentOrStandsForAnAreaDecidesNothing() {
        SitingWorld unstated = new SitingWorld().rule("r", "type: outside, layer: rough", "fail").with("fields", "f", FIELD);
        assertThat(unstated.check(site(point(1000, 0))).outcome()).isEqualTo("unknown");
        assertThat(unstated.check(site(point(1000, 0))).why().en()).contains("nobody says how exactly");
        SitingWorld disc = new SitingWorld().rule("r", "type: outside, layer: rough", "fail")
                .with("fields", "f", FIELD, "accuracy_m", 10, "method", "modelled");
        assertThat(disc.check(site(point(1000, 0))).outcome()).isEqualTo("unknown");
        assertThat(disc.check(site(point(1000, 0))).why().en()).contains("figure of a stated area");
        assertThat(disc.check(site(point(-500, 0))).outcome()).isEqualTo("pass");
        SitingWorld marked = new SitingWorld().rule("r", "type: outside, layer: marked", "fail")
                .with("zones", "z", point(0, 0), "kind", "reserve", "accuracy_m", 1000);
        assertThat(marked.check(site(point(900, 0))).outcome()).isEqualTo("unknown");
        assertThat(marked.check(site(point(900, 0))).features()).extracting(Concerned::relation).containsExactly("may-overlap");
        assertThat(marked.check(site(point(1100, 0))).outcome()).as("a point is no polygon near").isEqualTo("unknown");
        assertThat(marked.verdict(site(point(900, 0))).verdict()).isEqualTo("insufficient-data");
    }

    /** Who keeps away from what is known may stand by what is not; who is near enough to one thing need not know of others. */
    @Test
    void nothingFollowsFromWhatAnIncompleteLayerDoesNotHold() {
        SitingWorld away = fields("type: distance, layer: some, at_least_m: 1000", "fail");
        assertThat(outcome(away, -500, 0.0)).isEqualTo("fail");
        assertThat(outcome(away, -2000, 0.0)).isEqualTo("unknown");
        assertThat(away.check(site(point(-2000, 0))).why().en()).contains("2000 m away", "does not hold all");
        SitingWorld near = fields("type: distance, layer: some, at_most_m: 1000", "fail");
        assertThat(outcome(near, -500, 0.0)).isEqualTo("pass");
        assertThat(outcome(near, -2000, 0.0)).isEqualTo("unknown");
        SitingWorld inside = fields("type: inside, layer: some", "fail");
        assertThat(outcome(inside, 500, 0.0)).isEqualTo("pass");
        assertThat(outcome(inside, -500, 0.0)).isEqualTo("unknown");
    }

    /** The nearest is surely far enough; a vaguer one behind it may not be, and is the one that is told of. */
    @Test
    void whatLeavesADistanceOpenIsNamed() {
        SitingWorld world = new SitingWorld().rule("r", "type: distance, layer: rough, at_least_m: 1000", "fail")
                .with("fields", "exact", square(1500, -100, 1600, 100), "accuracy_m", 5, "name_en", "exact")
                .with("fields", "vague", square(2500, -100, 2600, 100), "accuracy_m", 2000, "name_en", "vague");
        Check check = world.check(site(point(0, 0)));
        assertThat(check.outcome()).isEqualTo("unknown");
        assertThat(check.measured().value()).isCloseTo(2500, within(1.0));
        assertThat(check.accuracyM()).isEqualTo(2000);
        assertThat(check.why().en()).startsWith("'vague' is 2500 m away");
        assertThat(check.features()).extracting(Concerned::feature).containsExactly("fields/vague");
    }

    @Test
    void insideMeasuresHowFarToTheEdge() {
        SitingWorld world = fields("type: inside, layer: farmland", "fail");
        Check in = world.check(site(square(100, 0, 300, 200)));
        assertThat(in.outcome()).isEqualTo("pass");
        assertThat(in.measured().value()).isCloseTo(100, within(0.5));
        assertThat(world.check(site(square(5, 0, 300, 200))).outcome()).isEqualTo("unknown");
        assertThat(world.check(site(square(-5, 0, 300, 200))).outcome()).isEqualTo("unknown");
        Check out = world.check(site(square(-100, 0, 300, 200)));
        assertThat(out.outcome()).isEqualTo("fail");
        assertThat(out.measured().value()).isCloseTo(-100, within(0.5));
        assertThat(out.overlap().share()).isCloseTo(0.75, within(1e-4));
        assertThat(world.check(site(point(-4900, 0))).outcome()).isEqualTo("fail");
        assertThat(world.check(site(point(-5100, 0))).outcome()).as("nothing near").isEqualTo("unknown");
    }

    @Test
    void distancesAreHeldAgainstTheLimitByWhatBothMayBeOff() {
        SitingWorld world = fields("type: distance, layer: farmland, at_least_m: 1000", "fail");
        assertThat(outcome(world, -1011, 0.0)).isEqualTo("pass");
        assertThat(outcome(world, -1009, 0.0)).isEqualTo("unknown");
        assertThat(outcome(world, -991, 0.0)).isEqualTo("unknown");
        assertThat(outcome(world, -989, 0.0)).isEqualTo("fail");
        assertThat(outcome(world, 500, 0.0)).isEqualTo("fail");
        Check check = world.check(site(square(-1200, 0, -800, 100)));
        assertThat(check.measured().value()).isCloseTo(800, within(0.5));
        assertThat(Shared.of(site(square(-1200, 0, -800, 100)), check.geometry()).share()).as("the half that is nearer than 1 km")
                .isCloseTo(0.5, within(0.002));
        SitingWorld near = fields("type: distance, layer: farmland, at_most_m: 1000", "conditional");
        assertThat(outcome(near, -989, 0.0)).isEqualTo("pass");
        assertThat(outcome(near, -1000, 0.0)).isEqualTo("unknown");
        assertThat(outcome(near, -1011, 0.0)).isEqualTo("conditional");
        assertThat(outcome(near, -5100, 0.0)).isEqualTo("unknown");
    }

    @Test
    void aShareIsToldFromBelowAndAbove() {
        SitingWorld world = fields("type: share, layer: farmland, at_most: 0.25", "conditional");
        assertThat(world.check(site(square(-800, 0, 200, 1000))).outcome()).as("20 %, at most 21").isEqualTo("pass");
        assertThat(world.check(site(square(-755, 0, 245, 1000))).outcome()).as("24.5 %, from 23.5 to 25.5").isEqualTo("unknown");
        Check over = world.check(site(square(-700, 0, 300, 1000)));
        assertThat(over.outcome()).isEqualTo("conditional");
        assertThat(over.measured().value()).isCloseTo(0.3, within(1e-4));
        assertThat(over.measured().unit()).isEqualTo("1");
        assertThat(world.check(site(point(500, 0))).outcome()).isEqualTo("conditional");
        assertThat(world.check(site(point(-500, 0))).outcome()).isEqualTo("pass");
        assertThat(world.check(site(point(5, 0))).outcome()).isEqualTo("unknown");
    }

    @Test
    void aSiteStraddlesWhereItReachesFarEnoughToBothSides() {
        SitingWorld world = fields("type: straddles, layer: farmland", "conditional");
        assertThat(world.check(site(square(-100, 0, 100, 100))).outcome()).isEqualTo("conditional");
        assertThat(world.check(site(square(-100, 0, 5, 100))).outcome()).isEqualTo("unknown");
        assertThat(world.check(site(square(100, 0, 300, 100))).outcome()).isEqualTo("pass");
        assertThat(world.check(site(square(-300, 0, -100, 100))).outcome()).isEqualTo("pass");
        Check crossed = world.check(site(square(-100, 0, 100, 100)));
        assertThat(crossed.geometry().getGeometryType()).isEqualTo("LineString");
        assertThat(crossed.features()).extracting(Concerned::relation).containsExactly("crossed");
    }

    @Test
    void theHostIsWhereItIsSaidToBe() {
        SitingWorld world = new SitingWorld().rule("r", "type: host-unit", "conditional");
        assertThat(world.check(hosted(0, "350100")).outcome()).isEqualTo("pass");
        assertThat(world.check(hosted(0, "350200")).outcome()).isEqualTo("conditional");
        assertThat(world.check(hosted(0, "999999")).outcome()).isEqualTo("unknown");
        assertThat(world.check(hosted(0, null)).features()).extracting(Concerned::feature).containsExactly("administrative-units/350100");
        double border = SitingWorld.EARTH.Inverse(SitingWorld.LAT, SitingWorld.LON, SitingWorld.LAT, 119).s12;
        assertThat(world.check(hosted(border - 40, null)).outcome()).as("the border is off by 50 m").isEqualTo("unknown");
        assertThat(world.check(hosted(border + 200, null)).features()).extracting(Concerned::feature).containsExactly("administrative-units/350200");
        SitingWorld named = new SitingWorld().rule("r", "type: host-unit, units: ['350200']", "fail");
        assertThat(named.check(hosted(0, "350100")).outcome()).isEqualTo("fail");
        assertThat(named.check(hosted(border + 200, null)).outcome()).isEqualTo("pass");
    }

    @Test
    void aBorderIsAcrossWhereTheNeighbourIsNear() {
        SitingWorld world = new SitingWorld().rule("r", "type: across-border, level: prefecture, at_least_m: 1000", "conditional");
        double border = SitingWorld.EARTH.Inverse(SitingWorld.LAT, SitingWorld.LON, SitingWorld.LAT, 119).s12;
        Check near = world.check(site(point(border - 900, 0)));
        assertThat(near.outcome()).isEqualTo("conditional");
        assertThat(near.measured().value()).isCloseTo(900, within(1.0));
        assertThat(near.features()).extracting(Concerned::relation).containsExactly("holds", "too-near");
        assertThat(world.check(site(point(border - 1030, 0))).outcome()).isEqualTo("unknown");
        assertThat(world.check(site(point(border - 1060, 0))).outcome()).isEqualTo("pass");
        assertThat(world.check(site("POINT (130 40)")).outcome()).isEqualTo("unknown");
    }

    /** Even land at 60 km/h: no way is shorter than the straight one nor, on a triangular lattice, longer than 2/√3 of it. */
    @Test
    void minutesAreHeldAgainstTheLimitByTheirMargin() {
        SitingWorld world = new SitingWorld().rule("r", "type: minutes, layer: stations, at_most_min: 10, profile: drive, direction: to, margin: 0.2",
                "conditional").with("stations", "a", point(0, 0), "name_zh", "站");
        Check near = world.check(site(point(6000, 0)));
        assertThat(near.outcome()).isEqualTo("pass");
        assertThat(near.measured().value()).isBetween(6 * 60.0, 6 * 60 * 1.16);
        assertThat(near.required().value()).isEqualTo(600);
        assertThat(world.check(site(point(10_000, 0))).outcome()).isEqualTo("unknown");
        assertThat(world.check(site(point(14_000, 0))).outcome()).isEqualTo("conditional");
        assertThat(world.check(site(point(6000, 0), 2000.0)).outcome()).as("two kilometres off are four minutes").isEqualTo("unknown");
        assertThat(world.check(site(point(29_000, 0))).outcome()).as("more than twice as long").isEqualTo("conditional");
        assertThat(world.check(site(point(-31_000, 0))).outcome()).as("nothing near").isEqualTo("unknown");
        assertThat(world.ask(true, site(point(6000, 0))).header().profile()).isEqualTo("drive");
    }

    @Test
    void theWorstOutcomeIsTheVerdict() {
        SitingWorld world = new SitingWorld().rule("a", "type: outside, layer: farmland", "fail")
                .rule("b", "type: distance, layer: farmland, at_least_m: 1000", "conditional").with("fields", "f", FIELD);
        assertThat(world.verdict(site(point(500, 0))).verdict()).isEqualTo("conflict");
        assertThat(world.verdict(site(point(-500, 0))).verdict()).isEqualTo("conditional");
        assertThat(world.verdict(site(point(-1500, 0))).verdict()).isEqualTo("no-conflict-in-loaded-layers");
        assertThat(world.verdict(site(point(-1500, 0))).outcomes()).isEqualTo(new Outcomes(0, 0, 0, 2));
        assertThat(world.verdict(site(point(-9000, 0))).verdict()).isEqualTo("insufficient-data");
    }

    @Test
    void severalSitesHaveAVerdictEach() {
        SitingWorld world = fields("type: outside, layer: farmland", "fail");
        ProposedSite in = new ProposedSite("in", Text.of("in"), "plant", TestRecords.geometry(point(500, 0)), null, null);
        ProposedSite out = new ProposedSite("out", Text.of("out"), "plant", TestRecords.geometry(point(-500, 0)), 5.0, null);
        SitingAnswer answer = world.ask(false, in, out);
        assertThat(answer.features()).extracting(f -> f.id()).containsExactly("in", "out");
        assertThat(answer.verdicts()).extracting(Verdict::verdict).containsExactly("conflict", "no-conflict-in-loaded-layers");
        Batch batch = (Batch) answer.body();
        assertThat(batch.verdicts()).containsEntry("conflict", 1L).containsEntry("no-conflict-in-loaded-layers", 1L);
        assertThat(answer.table(org.tongcheng.geometry.Datum.WGS84).rows()).hasSize(2);
        assertThat(answer.header().assumed()).contains("a site states no accuracy_m: taken as drawn exactly")
                .anyMatch(line -> line.startsWith("fields accuracy_m = 10 m (1 feature)"));
        assertThat(answer.header().used().count()).isEqualTo(1);
        assertThat(answer.layers()).extracting(LayerNote::collections).containsExactly(List.of("fields"));
    }

    private static SitingWorld fields(String test, String otherwise) {
        return new SitingWorld().rule("r", test, otherwise).with("fields", "f", FIELD);
    }

    private static String outcome(SitingWorld world, double east, Double accuracy) {
        return world.check(site(point(east, 0), accuracy)).outcome();
    }

    private static ProposedSite hosted(double east, String host) {
        return new ProposedSite("s", Text.of("s"), "plant", TestRecords.geometry(point(east, 0)), null, host);
    }
}
