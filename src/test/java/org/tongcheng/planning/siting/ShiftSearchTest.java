package org.tongcheng.planning.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.siting.SitingWorld.point;
import static org.tongcheng.planning.siting.SitingWorld.site;
import static org.tongcheng.planning.siting.SitingWorld.square;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.tongcheng.Seeds;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.TestRecords;

/** Fields are off by 10 m, so that a shift clears them by as much and at most two metres more. */
class ShiftSearchTest {

    private static final String OUTSIDE = "type: outside, layer: farmland";

    @Test
    void theNearestWayOutIsFound() {
        SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "fail").with("fields", "f", square(-300, -3000, 4000, 3000));
        Shift shift = world.verdict(site(point(0, 0))).shift();
        assertThat(shift.metres()).isBetween(310L, 312L);
        assertThat(shift.bearingDeg()).isEqualTo(270);
        assertThat(shift.removes()).containsExactly("r");
        assertThat(shift.verdict()).isEqualTo("no-conflict-in-loaded-layers");
        assertThat(SitingWorld.metres(shift.geometry(), TestRecords.geometry(point(0, 0)))).isCloseTo(shift.metres(), within(0.5));
        assertThat(world.verdict(site(point(0, 0), 40.0)).shift().metres()).as("a site that is off by 40 m").isBetween(350L, 352L);
    }

    @Test
    void anAreaIsMovedAsAWholeAndKeepsItsShape() {
        SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "fail").with("fields", "f", square(-300, -3000, 4000, 3000));
        ProposedSite site = site(square(-200, -100, 200, 100));
        Shift shift = world.verdict(site).shift();
        assertThat(shift.metres()).as("the eastern edge at 200 must clear -300").isBetween(510L, 512L);
        assertThat(org.tongcheng.geometry.Geodesy.areaSquareMetres(shift.geometry())).isCloseTo(80_000, within(80.0));
        assertThat(world.verdict(site).checks().get(0).geometry().equalsTopo(site.geometry())).isTrue();
    }

    @Test
    void whatKeepsADistanceIsClearedByIt() {
        SitingWorld world = new SitingWorld().rule("r", "type: distance, layer: farmland, at_least_m: 1000", "fail")
                .with("fields", "f", "LINESTRING (" + SitingWorld.lon(0) + " 24.4, " + SitingWorld.lon(0) + " 24.6)");
        Shift shift = world.verdict(site(point(400, 0))).shift();
        assertThat(shift.metres()).isBetween(609L, 612L);
        assertThat(shift.bearingDeg()).isEqualTo(90);
    }

    @Test
    void whatMustLieWithinIsMovedIn() {
        SitingWorld world = new SitingWorld().rule("r", "type: inside, layer: farmland", "fail").rule("s", "type: outside, layer: marked", "fail")
                .with("fields", "f", square(0, -3000, 4000, 3000));
        assertThat(world.verdict(site(point(-1000, 0))).shift().metres()).isBetween(1010L, 1012L);
        world.with("zones", "z", square(0, -1000, 900, 4000), "kind", "reserve", "accuracy_m", 10);
        Shift round = world.verdict(site(point(-1000, 0))).shift();
        assertThat(round.metres()).as("south of the reserve, not straight ahead").isBetween(1430L, 1480L);
        assertThat(round.bearingDeg()).isBetween(134.0, 136.0);
    }

    @Test
    void wherePlacesAreTooFarNoneIsNamed() {
        SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "fail").with("fields", "f", square(-5100, -5100, 5100, 5100));
        Shift shift = world.verdict(site(point(0, 0))).shift();
        assertThat(shift.metres()).isNull();
        assertThat(shift.geometry()).isNull();
        assertThat(shift.searched().en()).contains("5 km");
        assertThat(world.verdict(site(point(3000, 0))).shift().metres()).isBetween(2110L, 2112L);
    }

    /** The way out of the field that is nearest leads into the sea. */
    @Test
    void whatStandsOnLandStaysThere() {
        double coast = SitingWorld.EARTH.Inverse(SitingWorld.LAT, SitingWorld.LON, SitingWorld.LAT, 118).s12;
        SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "fail").with("fields", "f", square(-coast, -3000, -coast + 1000, 3000));
        Shift shift = world.verdict(site(point(-coast + 100, 0))).shift();
        assertThat(shift.bearingDeg()).isEqualTo(90);
        assertThat(shift.metres()).isBetween(910L, 912L);
    }

    @Test
    void whoIsInNoConflictIsNotMoved() {
        SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "conditional").with("fields", "f", square(-300, -3000, 4000, 3000));
        assertThat(world.verdict(site(point(0, 0))).shift()).isNull();
    }

    /** Fields at random: where a shift leads nothing fails, and nowhere nearer along the same bearings a step apart is it so. */
    @Test
    void aShiftIsTrueAndNothingNearerIsFree() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            SitingWorld world = new SitingWorld().rule("r", OUTSIDE, "fail").with("fields", "here", square(-200, -200, 200, 200));
            for (int i = 0; i < 12; i++) {
                double west = -1500 + 2500 * random.nextDouble();
                double south = -1500 + 2500 * random.nextDouble();
                world.with("fields", "f" + i, square(west, south, west + 200 + 600 * random.nextDouble(), south + 200 + 600 * random.nextDouble()));
            }
            Shift shift = world.verdict(site(point(0, 0))).shift();
            assertThat(shift.metres()).as("seed %s round %s", seed, round).isNotNull();
            assertThat(world.check(site(wkt(shift.geometry()))).outcome()).as("seed %s round %s", seed, round).isEqualTo("pass");
            for (double metres = 100; metres <= shift.metres() - 1; metres += 100) {
                for (int bearing = 0; bearing < 360; bearing += 45) {
                    String there = point(metres * Math.sin(Math.toRadians(bearing)), metres * Math.cos(Math.toRadians(bearing)));
                    assertThat(world.check(site(there)).outcome()).as("seed %s round %s: %s m at %s°", seed, round, metres, bearing).isNotEqualTo("pass");
                }
            }
        }
    }

    private static String wkt(Geometry geometry) {
        Point point = (Point) geometry;
        return "POINT (" + point.getX() + " " + point.getY() + ")";
    }
}
