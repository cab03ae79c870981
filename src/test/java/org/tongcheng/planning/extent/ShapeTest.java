package org.tongcheng.planning.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.Seeds;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.Unit;

/** Islands, holes, compactness, the farthest pair, neighbours and what explains a difference, of cells of a degree. */
class ShapeTest {

    private static final Geodesic EARTH = Geodesic.WGS84;
    private static final double CELL_KM2 = 11_226.471672;

    private final Extent extent = new Extent();

    @Test
    void aCellIsAsCompactAsItsSidesSay() {
        Measured cell = measured(new TestRecords().with("parcels", "cell", box(118, 24, 119, 25)).records(), "parcels/cell");
        double perimeter = (2 * EARTH.Inverse(24, 118, 25, 118).s12 + EARTH.Inverse(24, 118, 24, 119).s12 + EARTH.Inverse(25, 118, 25, 119).s12) / 1000;
        assertThat(cell.compactness().method()).isEqualTo("Polsby–Popper");
        assertThat(cell.compactness().value()).isCloseTo(4 * Math.PI * CELL_KM2 / (perimeter * perimeter), within(1e-6));
        assertThat(cell.farthestPair().km()).isCloseTo(EARTH.Inverse(24, 118, 25, 119).s12 / 1000, within(0.001));
        assertThat(cell.islands()).isEqualTo(new Shape.Islands(0, 0, null, null));
    }

    @Test
    void islandsAndHolesAreMeasured() {
        String parts = "MULTIPOLYGON (((118 24, 119 24, 119 25, 118 25, 118 24), (118.2 24.2, 118.4 24.2, 118.4 24.4, 118.2 24.4, 118.2 24.2)),"
                + " ((120 24, 120.1 24, 120.1 24.1, 120 24.1, 120 24)), ((121 24, 121.05 24, 121.05 24.05, 121 24.05, 121 24)))";
        Measured shape = measured(new TestRecords().with("parcels", "p", parts).with("parcels", "hole", box(118.2, 24.2, 118.4, 24.4))
                .with("parcels", "a", box(120, 24, 120.1, 24.1)).with("parcels", "b", box(121, 24, 121.05, 24.05)).records(), "parcels/p");
        Records single = new TestRecords().with("parcels", "hole", box(118.2, 24.2, 118.4, 24.4)).with("parcels", "a", box(120, 24, 120.1, 24.1))
                .with("parcels", "b", box(121, 24, 121.05, 24.05)).records();
        double a = measured(single, "parcels/a").areaKm2();
        double b = measured(single, "parcels/b").areaKm2();
        assertThat(shape.holesKm2()).isEqualTo(measured(single, "parcels/hole").areaKm2());
        assertThat(shape.islands().count()).isEqualTo(2);
        assertThat(shape.islands().areaKm2()).isCloseTo(a + b, within(2e-6));
        assertThat(shape.islands().largestKm2()).isEqualTo(a);
        assertThat(shape.islands().largest().x).isBetween(120.0, 120.1);
    }

    /** The slow twin measures every pair of all vertices, those inside the hull too. */
    @Test
    void theFarthestPairIsThatOfAllVertices() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double lon = 75 + 50 * random.nextDouble();
            double lat = 18 + 30 * random.nextDouble();
            double size = Math.pow(10, -3 * random.nextDouble());
            Coordinate[] all = new Coordinate[40];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Coordinate(lon + 6 * size * random.nextDouble(), lat + 4 * size * random.nextDouble());
            }
            Geometry points = new GeometryFactory().createMultiPointFromCoords(all);
            double most = 0;
            for (Coordinate a : all) {
                for (Coordinate b : all) {
                    most = Math.max(most, EARTH.Inverse(a.y, a.x, b.y, b.x).s12);
                }
            }
            Shape.FarthestPair found = Shape.farthest(points.convexHull().getCoordinates());
            assertThat(found.km()).as("seed " + seed + " round " + round).isCloseTo(most / 1000, within(0.00051));
            assertThat(EARTH.Inverse(found.from().y, found.from().x, found.to().y, found.to().x).s12 / 1000).isCloseTo(found.km(), within(0.00051));
        }
    }

    @Test
    void neighboursAreAreasBesideAndTheGapIsGeodesic() {
        Records records = new TestRecords().unit("1", box(118, 24, 119, 25)).unit("2", box(119, 24, 120, 25)).unit("3", box(119.5, 25.5, 120, 26))
                .unit("4", box(130, 24, 131, 25))
                .area("a", null, List.of(member("1", "whole"))).area("touching", null, List.of(member("2", "whole")))
                .area("apart", null, List.of(member("3", "whole"))).area("far", null, List.of(member("4", "whole")))
                .area("over", null, List.of(member("1", "whole"), member("2", "whole"))).records();
        Measured a = measured(records, "metropolitan-areas/a");
        assertThat(a.neighbours()).extracting(n -> n.feature() + " " + n.gapM()).containsExactly("metropolitan-areas/touching 0",
                "metropolitan-areas/apart " + Math.round(EARTH.Inverse(25, 119, 25.5, 119.5).s12));
        assertThat(a.overlaps()).extracting(Measured.Overlap::feature).containsExactly("metropolitan-areas/over");
    }

    @Test
    void membersThatShareGroundAreNamedAndCountOnce() {
        Measured area = measured(new TestRecords().unit("1", box(118, 24, 119, 25)).unit("2", box(118.5, 24, 119.5, 25))
                .area("a", null, List.of(member("1", "whole"), member("2", "whole"))).records(), "metropolitan-areas/a");
        assertThat(area.memberOverlaps()).singleElement().matches(o -> Math.abs(o.areaKm2() - CELL_KM2 / 2) < 1e-5);
        assertThat(area.areaKm2()).isCloseTo(1.5 * CELL_KM2, within(1e-4));
        assertThat(area.members()).extracting(Measured.MemberExtent::polygons).containsExactly(1, 1);
    }

    @Test
    void whatMayExplainADifferenceIsNamedWithItsSize() {
        Map<String, Object> partial = Map.of("adcode", "2", "name_zh", "乙", "part", "partial/unspecified", "basis", "document");
        Measured area = measured(new TestRecords().unit("1", box(118, 24, 119, 25), "accuracy_m", 100, "area_official_km2", 11_200.0)
                .unit("2", box(119, 24, 120, 25), "accuracy_m", 100, "area_official_km2", 11_300.0)
                .unit("3", box(120, 24, 121, 25), "accuracy_m", 100)
                .area("a", null, List.of(member("1", "whole"), partial), "context_members", List.of(member("3", "whole")),
                        "declared_area_km2", 20_000, "declared_rounding_km2", 50, "declared_scope", "land").records(), "metropolitan-areas/a");
        assertThat(area.explanations()).extracting(Explaining.Explanation::cause)
                .containsExactly("rounding", "outline-error", "extent-unknown", "membership-doubtful", "official-areas", "scope");
        assertThat(area.explanations().get(0).km2()).isEqualTo(50);
        assertThat(area.explanations().get(2).km2()).isCloseTo(CELL_KM2, within(1e-5));
        assertThat(area.explanations().get(4).km2()).isCloseTo(2 * CELL_KM2 - 22_500, within(0.001));
        assertThat(measured(new TestRecords().unit("1", box(118, 24, 119, 25)).area("b", null, List.of(member("1", "whole"))).records(),
                "metropolitan-areas/b").explanations()).as("nothing is declared").isEmpty();
    }

    /** Of every bundled unit the farthest pair of the hull is at least that of a thousand random pairs of its vertices. */
    @Test
    void noPairOfABundledUnitIsFarther() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (Unit unit : TestRecords.bundled().units()) {
            Shape.FarthestPair pair = Shape.farthest(unit.geometry().convexHull().getCoordinates());
            Coordinate[] all = unit.geometry().getCoordinates();
            for (int i = 0; i < 1000; i++) {
                Coordinate a = all[random.nextInt(all.length)];
                Coordinate b = all[random.nextInt(all.length)];
                assertThat(EARTH.Inverse(a.y, a.x, b.y, b.x).s12 / 1000).as("seed " + seed + " " + unit.adcode()).isLessThanOrEqualTo(pair.km() + 0.001);
            }
        }
    }

    private Measured measured(Records records, String feature) {
        return ((ExtentAnswer) extent.answer(TestRecords.ask(extent, Map.of("feature", List.of(feature))), records)).body();
    }
}
