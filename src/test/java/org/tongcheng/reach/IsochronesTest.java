package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.reach.TestLattice.MINUTE;
import static org.tongcheng.reach.TestLattice.STEP;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;

/** Areas that follow from arithmetic on a perfect lattice. */
class IsochronesTest {

    private static final Geometry SQUARE = wkt("POLYGON((-0.2003 -0.2001, 0.2002 -0.2004, 0.2001 0.2003, -0.2004 0.2002, -0.2003 -0.2001))");
    /** Two lands parted by a channel one and a half steps wide, joined by nothing. */
    private static final Geometry CHANNEL = wkt("MULTIPOLYGON(((-0.1 -0.1, -0.0081 -0.1, -0.0081 0.1, -0.1 0.1, -0.1 -0.1)),"
            + " ((0.0071 -0.1, 0.1 -0.1, 0.1 0.1, 0.0071 0.1, 0.0071 -0.1)))");

    /** All lattice ways of n edges end on a regular hexagon with the circumradius n steps. */
    @Test
    void reachOnAPerfectLatticeIsAHexagon() {
        Streets streets = TestLattice.over(SQUARE);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, 0, 0));

        List<MultiPolygon> areas = areas(streets, Detail.SMOOTH, time, 5 * MINUTE, 5 * MINUTE + MINUTE / 2, 10 * MINUTE);

        // Cuts lie half a millisecond beyond the budget.
        double[] radius = {5 * STEP, 5.5 * STEP, 10 * STEP};
        for (int k = 0; k < radius.length; k++) {
            assertThat(areas.get(k).getArea()).isCloseTo(1.5 * Math.sqrt(3) * radius[k] * radius[k], within(1e-7));
            assertThat(areas.get(k).getNumGeometries()).isEqualTo(1);
        }
    }

    /** Exact: on the way sideways between two nodes of the last ring the budget runs out halfway to the next. */
    @Test
    void exactDetailCutsEachStreetWhereItsTravellerStops() {
        Streets streets = TestLattice.over(SQUARE);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, 0, 0));

        MultiPolygon smooth = areas(streets, Detail.SMOOTH, time, 5 * MINUTE + MINUTE / 4).get(0);
        MultiPolygon exact = areas(streets, Detail.EXACT, time, 5 * MINUTE + MINUTE / 4).get(0);

        assertThat(smooth.covers(point(5 * STEP - STEP / 4 + STEP / 8, TestLattice.ROW / 2))).isTrue();
        assertThat(exact.getArea()).isLessThan(smooth.getArea());
        assertThat(exact.isValid()).isTrue();
        assertThat(smooth.covers(exact)).isTrue();
        assertThat(exact.covers(point(5.25 * STEP - 1e-9, 0))).isTrue();
        assertThat(exact.covers(point(5.25 * STEP + 1e-6, 0))).isFalse();
    }

    @Test
    void allLandUpToTheCoastIsReachedAtLast() {
        Streets streets = TestLattice.over(SQUARE);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, 0, 0));

        MultiPolygon area = areas(streets, Detail.SMOOTH, time, 1000 * MINUTE).get(0);

        assertThat(area.getArea()).isCloseTo(SQUARE.getArea(), within(1e-12));
        assertThat(SQUARE.buffer(1e-9).covers(area)).isTrue();
    }

    @Test
    void nothingIsReachedAcrossWater() {
        Streets streets = TestLattice.over(CHANNEL);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, -0.02, 0));

        MultiPolygon area = areas(streets, Detail.SMOOTH, time, 1000 * MINUTE).get(0);

        assertThat(area.getArea()).isCloseTo(CHANNEL.getGeometryN(0).getArea(), within(1e-12));
        assertThat(area.getEnvelopeInternal().getMaxX()).isEqualTo(-0.0081);
    }

    /** Where one lands by a line beyond the water, an island of reach lies around that node alone. */
    @Test
    void whatALineReachesBeyondWaterIsAnIsland() {
        Streets streets = TestLattice.over(CHANNEL);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, -0.05, 0));
        int[] beyond = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, 0.05, 0));
        for (int v = 0; v < time.length; v++) {
            time[v] = Math.min(time[v], beyond[v] == Streets.UNREACHED ? beyond[v] : beyond[v] + 2 * MINUTE);
        }

        MultiPolygon area = areas(streets, Detail.SMOOTH, time, 4 * MINUTE).get(0);

        assertThat(area.getNumGeometries()).isEqualTo(2);
        double hexagons = 1.5 * Math.sqrt(3) * STEP * STEP * (4 * 4 + 2 * 2);
        assertThat(area.getArea()).isCloseTo(hexagons, within(1e-7));
    }

    @Test
    void aLakeIsAHoleAndLandOneNodeWideIsLand() {
        Geometry lake = wkt("POLYGON((-0.0251 -0.0249, -0.0253 0.0252, 0.0248 0.0251, 0.0249 -0.0252, -0.0251 -0.0249))");
        Geometry causeway = wkt("POLYGON((0.19 -0.003, 0.34 -0.0035, 0.34 0.0033, 0.19 0.003, 0.19 -0.003))");
        Geometry land = SQUARE.union(causeway).difference(lake);
        Streets streets = TestLattice.over(land);
        int[] time = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, -0.05, 0));

        MultiPolygon area = areas(streets, Detail.SMOOTH, time, 30 * MINUTE, 1000 * MINUTE).get(1);

        assertThat(area.getArea()).isCloseTo(land.getArea(), within(1e-12));
        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(((org.locationtech.jts.geom.Polygon) area.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
    }

    /** A stop between three nodes that are too far for the rest of the budget: a disc, drawn with six corners or more. */
    @Test
    void aStopWhoseRestReachesNoNodeHasADisc() {
        Streets streets = TestLattice.over(SQUARE);
        int[] time = new int[streets.nodes()];
        Arrays.fill(time, Streets.UNREACHED);
        double metres = 111_195 * STEP;
        IsochroneSeed stop = new IsochroneSeed(0.0051, 0.0029, 50 * MINUTE, MINUTE / metres);
        IsochroneTimes times = new IsochroneTimes(time, List.of(stop));

        List<MultiPolygon> areas = Isochrones.of(streets).areas(streets, List.of(times), Combine.UNION, Detail.SMOOTH,
                50 * MINUTE + MINUTE / 3, 50 * MINUTE + MINUTE / 2);

        for (int k = 0; k < 2; k++) {
            double radius = STEP / (3 - k);
            assertThat(areas.get(k).getArea()).isBetween(0.8 * Math.PI * radius * radius, 1.001 * Math.PI * radius * radius);
            assertThat(areas.get(k).covers(point(stop.lon(), stop.lat()))).isTrue();
        }
        assertThat(areas.get(1).covers(areas.get(0))).isTrue();
    }

    /** From a stop at the water's edge nothing is reached on the other shore, near as it is. */
    @Test
    void aDiscEndsAtTheWater() {
        Streets streets = TestLattice.over(CHANNEL);
        int[] time = new int[streets.nodes()];
        Arrays.fill(time, Streets.UNREACHED);
        IsochroneSeed stop = new IsochroneSeed(-0.0085, 0.0013, 0, MINUTE / (111_195 * STEP));

        MultiPolygon area = Isochrones.of(streets)
                .areas(streets, List.of(new IsochroneTimes(time, List.of(stop))), Combine.UNION, Detail.SMOOTH, 10 * MINUTE)
                .get(0);

        assertThat(area.isEmpty()).isFalse();
        assertThat(area.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(-0.0081);
    }

    @Test
    void unionAndIntersectionOfTwoOrigins() {
        Streets streets = TestLattice.over(SQUARE);
        int[] west = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, -0.04, 0));
        int[] east = TestLattice.timesFrom(streets, TestLattice.nodeAt(streets, 0.04, 0));
        List<IsochroneTimes> both = List.of(new IsochroneTimes(west, List.of()), new IsochroneTimes(east, List.of()));
        Isochrones isochrones = Isochrones.of(streets);
        double hexagon = 1.5 * Math.sqrt(3) * 36 * STEP * STEP;

        Geometry union = isochrones.areas(streets, both, Combine.UNION, Detail.SMOOTH, 6 * MINUTE).get(0);
        Geometry shared = isochrones.areas(streets, both, Combine.INTERSECTION, Detail.SMOOTH, 6 * MINUTE).get(0);

        // The hexagons' corners overlap in a rhomb 4 steps long with the corners' angle of 120°.
        double rhomb = 4 * STEP * 4 * STEP * Math.sqrt(3) / 2;
        assertThat(shared.getArea()).isCloseTo(rhomb, within(1e-7));
        // In the two notches where the hexagons' sides meet, an edge with both ends reached is reached: a triangle each.
        double notches = 2 * Math.sqrt(3) / 4 * STEP * STEP;
        assertThat(union.getArea()).isCloseTo(2 * hexagon - rhomb + notches, within(1e-7));
    }

    static List<MultiPolygon> areas(Streets streets, Detail detail, int[] time, int... budgets) {
        return Isochrones.of(streets)
                .areas(streets, List.of(new IsochroneTimes(time, List.of())), Combine.UNION, detail, budgets);
    }

    private static Point point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
