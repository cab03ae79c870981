package org.tongcheng.planning.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.siting.SitingWorld.point;
import static org.tongcheng.planning.siting.SitingWorld.site;
import static org.tongcheng.planning.siting.SitingWorld.square;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.TestRecords;

/** What lies at the edge of what is known: ground that only a point marks, land beyond the last unit on record, what no street reaches. */
class SitingEdgeTest {

    private static final double WEST_COAST = -SitingWorld.EARTH.Inverse(SitingWorld.LAT, SitingWorld.LON, SitingWorld.LAT, 118).s12;

    /** The L's box holds the site, the L itself is two kilometres off; another field is nearer and outside the first look. */
    @Test
    void theNearestIsMeasuredThoughAnothersBoxIsNearer() {
        SitingWorld world = new SitingWorld().rule("r", "type: outside, layer: farmland", "fail")
                .rule("d", "type: distance, layer: farmland, at_least_m: 100", "fail")
                .with("fields", "l", TestRecords.geometry(square(-2500, -2500, 2500, 2500))
                        .difference(TestRecords.geometry(square(-2000, -2000, 3000, 3000))).toText())
                .with("fields", "near", square(500, -100, 900, 100));
        for (Check check : world.verdict(site(point(0, 0))).checks()) {
            assertThat(check.outcome()).isEqualTo("pass");
            assertThat(check.measured().value()).as(check.rule()).isCloseTo(500, within(1.0));
            assertThat(check.features()).extracting(Concerned::feature).containsExactly("fields/near");
        }
    }

    /** A reserve known by a point alone stands in the site: nobody knows how much of the site it takes. */
    @Test
    void aShareOfWhatOnlyAPointMarksIsUnknown() {
        SitingWorld world = new SitingWorld().rule("r", "type: share, layer: marked, at_most: 0.1", "fail")
                .with("zones", "drawn", square(3000, 0, 4000, 1000), "kind", "reserve", "accuracy_m", 10);
        assertThat(world.check(site(square(0, 0, 1000, 1000))).outcome()).isEqualTo("pass");
        world.with("zones", "marked", point(500, 500), "kind", "reserve", "accuracy_m", 10);
        Check check = world.check(site(square(0, 0, 1000, 1000)));
        assertThat(check.outcome()).isEqualTo("unknown");
        assertThat(check.features()).extracting(Concerned::feature).containsExactly("zones/marked");
    }

    /** A disc that stands for an area adds doubt; it does not take away what a drawn field surely overlaps. */
    @Test
    void whatIsSurelyOverlappedStaysSoBesideADisc() {
        SitingWorld world = new SitingWorld().rule("r", "type: share, layer: rough, at_most: 0.1", "fail")
                .with("fields", "drawn", square(0, 0, 500, 1000), "accuracy_m", 10)
                .with("fields", "disc", square(900, 0, 2000, 1000), "accuracy_m", 10, "method", "modelled");
        assertThat(world.check(site(square(0, 0, 1000, 1000))).outcome()).isEqualTo("fail");
    }

    @Test
    void whoStandsByAPointOfTheLayerIsNotSurelyOutsideIt() {
        SitingWorld world = new SitingWorld().rule("r", "type: inside, layer: marked", "fail")
                .with("zones", "drawn", square(3000, 0, 4000, 1000), "kind", "reserve", "accuracy_m", 10);
        assertThat(world.check(site(square(0, 0, 1000, 1000))).outcome()).isEqualTo("fail");
        world.with("zones", "marked", point(500, 500), "kind", "reserve", "accuracy_m", 10);
        assertThat(world.check(site(square(0, 0, 1000, 1000))).outcome()).isEqualTo("unknown");
    }

    /** West of 118° E no unit is on record: sea, or a neighbour that nobody loaded. */
    @Test
    void beyondTheLastUnitOnRecordThereMayBeANeighbour() {
        SitingWorld world = new SitingWorld().rule("r", "type: across-border, level: prefecture, at_least_m: 1000", "conditional");
        Check edge = world.check(site(point(WEST_COAST + 300, 0)));
        assertThat(edge.outcome()).isEqualTo("unknown");
        assertThat(edge.why().en()).contains("300 m");
        assertThat(world.check(site(point(WEST_COAST + 1100, 0))).outcome()).isEqualTo("pass");
    }

    /** The western prefecture has a county along the border, the eastern one none on record. */
    @Test
    void anUndividedPrefectureIsANeighbourOfACounty() {
        SitingWorld world = new SitingWorld().rule("r", "type: across-border, level: county, at_least_m: 1000", "conditional")
                .with("administrative-units", "350101", TestRecords.box(118, 24, 119, 25), "adcode", "350101", "level", "county", "parent_adcode", "350100",
                        "accuracy_m", 50, "name_zh", "县");
        double border = -WEST_COAST;
        Check check = world.check(site(point(border - 500, 0)));
        assertThat(check.outcome()).isEqualTo("conditional");
        assertThat(check.measured().value()).isCloseTo(500, within(1.0));
    }

    @Test
    void timesCountToWhicheverCollectionIsLoaded() {
        SitingWorld world = new SitingWorld().rule("r", "type: minutes, layer: either, at_most_min: 10, profile: drive, direction: to, margin: 0.2",
                "conditional").with("stations", "a", point(0, 0));
        assertThat(world.check(site(point(6000, 0))).outcome()).isEqualTo("pass");
    }

    /** The second station stands in the sea beside the first prefecture, where no street leads as records have it. */
    @Test
    void aStationThatJoinsNoStreetLeavesTheTimeOpen() {
        SitingWorld world = new SitingWorld().rule("r", "type: minutes, layer: stations, at_most_min: 10, profile: drive, direction: to, margin: 0.2",
                "conditional").with("stations", "far", point(WEST_COAST + 25_000, 0));
        assertThat(world.check(site(point(WEST_COAST + 10_000, 0))).outcome()).isEqualTo("conditional");
        world.with("stations", "off", point(WEST_COAST - 8000, 0));
        assertThat(world.check(site(point(WEST_COAST + 10_000, 0))).outcome()).isEqualTo("unknown");
    }

    /** Built-in collections are read farther than a user's; what is near is the same for both. */
    @Test
    void whatIsFartherThanTheLayerReachesIsNotNear() {
        SitingWorld world = new SitingWorld().rule("r", "type: minutes, layer: hubs, at_most_min: 10, profile: drive, direction: to, margin: 0.2",
                "conditional").with("hubs", "h", point(0, 0), "accuracy_m", 10);
        assertThat(world.check(site(point(29_000, 0))).outcome()).isEqualTo("conditional");
        assertThat(world.check(site(point(32_000, 0))).outcome()).isEqualTo("unknown");
    }

    /** Straight west the field ends 300 m off; there the site would hang half in the sea. */
    @Test
    void aSiteOnLandIsNotMovedIntoTheSea() {
        SitingWorld world = new SitingWorld().rule("r", "type: outside, layer: farmland", "fail")
                .with("fields", "f", square(WEST_COAST + 300, -3000, WEST_COAST + 1500, 3000));
        ProposedSite site = site(square(WEST_COAST + 400, -200, WEST_COAST + 800, 200));
        Shift shift = world.verdict(site).shift();
        Geometry land = TestRecords.geometry(TestRecords.box(118, 24, 119, 25));
        assertThat(land.covers(shift.geometry())).as(shift.geometry().toText()).isTrue();
        assertThat(shift.metres()).as("east, clear of 1500 m").isBetween(1110L, 1112L);
    }

    /** A marked place by the field is kept away from as the field is. */
    @Test
    void aShiftKeepsAwayFromWhatIsOnlyMarked() {
        SitingWorld world = new SitingWorld().rule("r", "type: outside, layer: marked", "fail")
                .with("zones", "drawn", square(-300, -3000, 4000, 3000), "kind", "reserve", "accuracy_m", 10)
                .with("zones", "marked", point(-700, 0), "kind", "reserve", "accuracy_m", 395);
        Shift shift = world.verdict(site(point(0, 0))).shift();
        assertThat(shift.metres()).isNotNull();
        assertThat(SitingWorld.metres(shift.geometry(), TestRecords.geometry(point(-700, 0)))).isGreaterThanOrEqualTo(395);
        assertThat(shift.metres()).as("past the circle's side at the field's edge, within a step").isBetween(318L, 418L);
    }

    /** One collection in two layers, of which one takes its features for 10 m off, the other for 40. */
    @Test
    void anAccuracyTakenIsToldWithTheLayerThatTakesIt() {
        SitingWorld world = new SitingWorld().rule("r", "type: outside, layer: farmland", "fail")
                .rule("s", "type: distance, layer: vague, at_least_m: 50", "conditional").with("fields", "f", square(0, -5000, 2000, 5000));
        assertThat(world.ask(true, site(point(-100, 0))).header().assumed())
                .contains("fields accuracy_m = 10 m (1 feature): drawn so", "fields accuracy_m = 40 m (1 feature): sketched");
    }

    @Test
    void whatIsFarOffIsNotStraddledThoughNobodySaysHowExactItIs() {
        SitingWorld world = new SitingWorld().rule("r", "type: straddles, layer: cities", "conditional")
                .with("administrative-units", "350300", TestRecords.box(118, 25, 119, 26), "adcode", "350300", "level", "prefecture", "name_zh", "丙");
        assertThat(world.check(site(point(0, 0))).outcome()).as("55 km from the border").isEqualTo("pass");
    }
}
