package org.tongcheng.network.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TestProfiles;

/** The lattice over made-up units near 118°E 24°N, where 0.01° of longitude is 1 017 m and of latitude 1 108 m. */
class SketchTest {

    /** Every class drives 36 km/h, 100 ms a metre. */
    private static final SketchSettings SETTINGS = new SketchSettings(1000, 300, 1000, 2000,
            List.of(new SketchSettings.DensityClass(100, 36), new SketchSettings.DensityClass(Double.POSITIVE_INFINITY, 18)),
            0, List.of(), 15_000, "2020");

    @Test
    void nodesFillTheLandAndEdgesAreTrueToTheEllipsoid() {
        Streets streets = streets(unit("1", "118.0 24.0, 118.3 24.0, 118.3 24.3, 118.0 24.3"));
        double area = Geodesy.areaSquareMetres(wkt("POLYGON((118 24, 118.3 24, 118.3 24.3, 118 24.3, 118 24))"));
        // A node to every √3/2 spacings squared; the border may win or lose half a row.
        assertThat(streets.nodes() * Math.sqrt(3) / 2 * 1e6).isCloseTo(area, within(area * 0.05));
        for (int node = 0; node < streets.nodes(); node++) {
            for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
                int head = streets.head(arc);
                double metres = Geodesy.distanceMetres(streets.lon(node), streets.lat(node), streets.lon(head), streets.lat(head));
                assertThat(streets.millis(arc) / 100.0).isCloseTo(metres, within(0.02));
            }
        }
    }

    /** Half the speed doubles the time, to the rounding of each; where one walks, shares of a car's speed mean nothing. */
    @Test
    void aShareOfTheSpeedOnLocalStreetsSlowsTheWholeLattice() {
        Sketch sketch = Sketch.of(SETTINGS, List.of(unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1")));
        Profile.Value half = new Profile.Value(0.5, "1", "half");
        Profile peak = new Profile("peak", Text.of("peak"), Text.of("slowly"), new Profile.StreetRules(
                null, TestProfiles.DRIVE.streets().detour(), Map.of(RoadClass.LOCAL, half)), Map.of());
        Streets free = sketch.streets(TestProfiles.DRIVE);
        Streets slow = sketch.streets(peak);
        assertThat(slow.graph()).isSameAs(free.graph());
        for (int arc = 0; arc < free.arcs(); arc++) {
            assertThat(slow.millis(arc)).isBetween(2 * free.millis(arc) - 1, 2 * free.millis(arc) + 1);
        }
    }

    @Test
    void neighboursStandCounterClockwiseFromTheEast() {
        StreetGraph graph = streets(unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1")).graph();
        int inner = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            for (int d = 0; d < StreetGraph.DIRECTIONS; d++) {
                int neighbour = graph.neighbour(node, d);
                if (neighbour >= 0) {
                    double angle = Math.toDegrees(Math.atan2(
                            (graph.lat(neighbour) - graph.lat(node)) * 1108, (graph.lon(neighbour) - graph.lon(node)) * 1017));
                    // The plane is turned against the meridian: 10° of longitude by the sine of some 33° are 5.5°.
                    assertThat((angle - 60 * d + 540) % 360 - 180).isCloseTo(0, within(7.0));
                    assertThat(graph.neighbour(neighbour, (d + 3) % 6)).isEqualTo(node);
                }
            }
            inner += graph.firstOut(node + 1) - graph.firstOut(node) == 6 ? 1 : 0;
        }
        assertThat(inner).isGreaterThan(50);
    }

    @Test
    void aHairlineGapBetweenUnitsIsLand() {
        // 0.0012° of longitude are 122 m.
        LandUnit west = unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1");
        LandUnit east = unit("2", "118.1012 24.0, 118.2 24.0, 118.2 24.1, 118.1012 24.1");
        assertThat(components(streets(west, east))).isEqualTo(1);
    }

    @Test
    void aGapBetweenPartsOfOneUnitIsWater() {
        LandUnit both = new LandUnit("1", wkt("MULTIPOLYGON(((118 24, 118.1 24, 118.1 24.1, 118 24.1, 118 24)),"
                + "((118.1012 24, 118.2 24, 118.2 24.1, 118.1012 24.1, 118.1012 24)))"), 1, 100);
        assertThat(components(streets(both))).isEqualTo(2);
    }

    @Test
    void aStraitBetweenUnitsIsNotCrossed() {
        // 0.006° are 610 m.
        LandUnit west = unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1");
        LandUnit east = unit("2", "118.106 24.0, 118.2 24.0, 118.2 24.1, 118.106 24.1");
        Streets streets = streets(west, east);
        assertThat(components(streets)).isEqualTo(2);
        // A point in the water, 100 m off the eastern shore and 500 m off the western one, joins the eastern shore alone.
        Foothold foothold = streets.ground().find(118.105, 24.05, 1000).orElseThrow();
        for (int node : foothold.nodes()) {
            assertThat(streets.lon(node)).isGreaterThanOrEqualTo(118.106);
        }
        assertThat(foothold.metresOff()).isCloseTo(101.7, within(1.0));
        assertThat(streets.ground().find(118.05, 24.05, 1000).orElseThrow().metresOff()).isZero();
    }

    @Test
    void theOrderOfUnitsDoesNotMatter() {
        LandUnit west = unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1");
        LandUnit east = unit("2", "118.1 24.0, 118.2 24.0, 118.2 24.1, 118.1 24.1");
        StreetGraph one = streets(west, east).graph();
        StreetGraph other = streets(east, west).graph();
        assertThat(one.nodes()).isEqualTo(other.nodes());
        for (int arc = 0; arc < one.arcs(); arc++) {
            assertThat(one.head(arc)).isEqualTo(other.head(arc));
        }
    }

    @Test
    void aPointInATriangleJoinsItsCorners() {
        Streets streets = streets(unit("1", "118.0 24.0, 118.3 24.0, 118.3 24.3, 118.0 24.3"));
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double lon = 118.02 + random.nextDouble() * 0.26;
            double lat = 24.02 + random.nextDouble() * 0.26;
            Foothold foothold = streets.ground().find(lon, lat, 0).orElseThrow();
            assertThat(foothold.nodes()).as("seed %d", seed).hasSize(3);
            for (int k = 0; k < 3; k++) {
                int node = foothold.nodes()[k];
                double metres = Geodesy.distanceMetres(lon, lat, streets.lon(node), streets.lat(node));
                assertThat(metres).as("seed %d", seed).isLessThan(1010);
                assertThat(foothold.millis()[k] / 100.0).as("seed %d", seed).isCloseTo(metres, within(0.02));
                assertThat(streets.graph().joined(node, foothold.nodes()[(k + 1) % 3])).isTrue();
            }
        }
    }

    @Test
    void aPointOnTheShoreJoinsNodesItReachesOverLand() {
        Streets streets = streets(unit("1", "118.0 24.0, 118.3 24.0, 118.3 24.3, 118.0 24.3"));
        Foothold corner = streets.ground().find(118.0001, 24.0001, 0).orElseThrow();
        assertThat(corner.nodes().length).isBetween(1, 3);
        assertThat(streets.ground().find(117.995, 24.15, 600)).isPresent();
        assertThat(streets.ground().find(117.995, 24.15, 400)).isEmpty();
        assertThat(streets.ground().metresToNearest(117.9, 24.15)).isBetween(10_170.0, 11_400.0);
    }

    @Test
    void anIslandWithoutNodesIsNotJoinedOverWater() {
        LandUnit mainland = unit("1", "118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1");
        double[] between = new Lattice(1000).lonLat(1000.5, -900.25);
        double lon = between[0];
        double lat = between[1];
        String rock = "%s %s, %s %s, %s %s".formatted(lon - 1e-4, lat - 1e-4, lon + 1e-4, lat - 1e-4, lon, lat + 1e-4);
        assertThat(streets(mainland, unit("2", rock)).ground().find(lon, lat, 1000)).isEmpty();
    }

    @Test
    void neighbouringPointsAreJoinedStraight() {
        Streets streets = streets(unit("1", "118.0 24.0, 118.3 24.0, 118.3 24.3, 118.0 24.3"));
        Foothold a = streets.ground().find(118.15, 24.15, 0).orElseThrow();
        Foothold b = streets.ground().find(118.151, 24.15, 0).orElseThrow();
        assertThat(streets.ground().directMillis(a, b)).isCloseTo(10_170, within(20));
        Foothold far = streets.ground().find(118.2, 24.15, 0).orElseThrow();
        assertThat(streets.ground().directMillis(a, far)).isEqualTo(Streets.UNREACHED);
    }

    @Test
    void denseUnitsAreSlowAndAnEdgeBetweenHasTheMeanOfBoth() {
        LandUnit thin = new LandUnit("1", polygon("118.0 24.0, 118.1 24.0, 118.1 24.1, 118.0 24.1"), 1000, 100);
        LandUnit dense = new LandUnit("2", polygon("118.1 24.0, 118.2 24.0, 118.2 24.1, 118.1 24.1"), 100_000, 100);
        Streets streets = streets(thin, dense);
        for (int node = 0; node < streets.nodes(); node++) {
            for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
                int head = streets.head(arc);
                double slow = (streets.lon(node) < 118.1 ? 100 : 200) + (streets.lon(head) < 118.1 ? 100 : 200);
                double metres = Geodesy.distanceMetres(streets.lon(node), streets.lat(node), streets.lon(head), streets.lat(head));
                assertThat((double) streets.millis(arc)).isCloseTo(metres * slow / 2, within(5.0));
            }
        }
    }

    @Test
    void theEndOfTheLandIsOpenUnlessItIsTheCoast() {
        LandUnit unit = unit("1", "118.0 24.0, 118.3 24.0, 118.3 24.3, 118.0 24.3");
        List<org.locationtech.jts.geom.Coordinate> east = List.of(
                new org.locationtech.jts.geom.Coordinate(118.3, 23.9), new org.locationtech.jts.geom.Coordinate(118.3, 24.4));
        SketchSettings withCoast = new SketchSettings(1000, 300, 1000, 2000, SETTINGS.classes(), 0, List.of(east), 5_000, "2020");
        StreetGraph graph = Sketch.of(withCoast, List.of(unit)).streets(TestProfiles.DRIVE).graph();
        int open = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            boolean border = graph.firstOut(node + 1) - graph.firstOut(node) < 6;
            assertThat(graph.isOpenEnd(node)).isEqualTo(border && graph.lon(node) < 118.3 - 5_000 / 101_700.0);
            open += graph.isOpenEnd(node) ? 1 : 0;
        }
        assertThat(open).isGreaterThan(50);
    }

    private static int components(Streets streets) {
        int[] seen = new int[streets.nodes()];
        int components = 0;
        for (int start = 0; start < seen.length; start++) {
            if (seen[start] != 0) {
                continue;
            }
            components++;
            java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                int node = open.remove();
                for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
                    if (seen[streets.head(arc)] == 0) {
                        seen[streets.head(arc)] = components;
                        open.add(streets.head(arc));
                    }
                }
            }
        }
        return components;
    }

    private static Streets streets(LandUnit... units) {
        return Sketch.of(SETTINGS, List.of(units)).streets(TestProfiles.DRIVE);
    }

    /** One person to a square kilometre. */
    private static LandUnit unit(String id, String corners) {
        return new LandUnit(id, polygon(corners), 1, 100);
    }

    private static Geometry polygon(String corners) {
        return wkt("POLYGON((" + corners + ", " + corners.substring(0, corners.indexOf(',')) + "))");
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
