package org.tongcheng.planning.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.TestRecords;

/**
 * Worlds of cells one degree or a tenth of it wide.
 *
 * <pre>
 *   25 +---+---+---+
 *      | 1 | 2 | 3 |    units 1 to 8 around a cell in the middle that is unit 9
 *      +---+---+---+
 *      | 8 | 9 | 4 |
 *      +---+---+---+
 *      | 7 | 6 | 5 |
 * 24.7 +---+---+---+
 *    118         118.3
 * </pre>
 */
class ExtentTest {

    /** The cell 118–119°E, 24–25°N on the ellipsoid of CGCS2000 (design.md, Numbers). */
    private static final double CELL_KM2 = 11_226.471672;
    private static final Offset<Double> SQUARE_METRE = Offset.offset(1e-6);

    private final Extent extent = new Extent();

    @Test
    void aCellOfOneDegreeHasTheAreaThatTheClosedFormGives() {
        Measured cell = one("parcels/cell", new TestRecords().with("parcels", "cell", box(118, 24, 119, 25)).records());
        assertThat(cell.areaKm2()).isCloseTo(CELL_KM2, SQUARE_METRE);
        assertThat(cell.parts()).isEqualTo(1);
        assertThat(cell.holes()).isZero();
        assertThat(cell.errorKm2()).isNull();
        assertThat(cell.consistent()).isNull();
        assertThat(cell.bbox().getMinX()).isEqualTo(118);
        assertThat(cell.bbox().getMaxY()).isEqualTo(25);
        assertThat(cell.centroid().x).isEqualTo(118.5);
        // more of the cell lies in its wider southern half: by tan(24.5°) · (1° in radians)² / 12 radians
        assertThat(cell.centroid().y).isCloseTo(24.5 - Math.toDegrees(Math.tan(Math.toRadians(24.5)) * 0.01745329 * 0.01745329 / 12),
                Offset.offset(2e-5));
    }

    @Test
    void membersAreUnitedAndAMemberInsideAnotherIsNotAddedTwice() {
        TestRecords world = new TestRecords()
                .unit("1", box(118, 24, 119, 25), "accuracy_m", 100)
                .unit("2", box(119, 24, 120, 25), "accuracy_m", 100)
                .unit("3", box(118.2, 24.2, 118.4, 24.4), "accuracy_m", 100);
        Map<String, Object> inside = new HashMap<>(member("3", "whole"));
        inside.put("contained_in", "1");
        Measured area = area(world.area("a", null, List.of(member("1", "whole"), member("2", "whole"), inside)));
        assertThat(area.areaKm2()).isCloseTo(2 * CELL_KM2, Offset.offset(2e-6));
        assertThat(area.parts()).isEqualTo(1);
        assertThat(area.members()).extracting(Measured.MemberExtent::counted).containsExactly(true, true, false);
        assertThat(area.members().get(2).areaKm2()).isPositive();
    }

    @Test
    void theErrorIsTheLengthOfTheOuterBorderTimesTheAccuracyOfWhoseBorderItIs() {
        TestRecords world = new TestRecords()
                .unit("1", box(118, 24, 119, 25), "accuracy_m", 100)
                .unit("2", box(119, 24, 120, 25), "accuracy_m", 300);
        Measured area = area(world.area("a", null, List.of(member("1", "whole"), member("2", "whole"))));
        // by the lengths of one degree on the ellipsoid: the meridian 24–25°, the edges along 24° and 25° (within 0.1 %)
        double meridian = 110.767;
        double south = 101.753;
        double north = 100.952;
        assertThat(area.perimeterKm()).isCloseTo(2 * (meridian + south + north), Offset.offset(0.5));
        assertThat(area.errorKm2()).isCloseTo((0.1 + 0.3) * (meridian + south + north), Offset.offset(0.2));
    }

    @Test
    void theOuterBorderOfAPrefectureIsAsAccurateAsThePrefectureWhateverItsModelledCounties() {
        TestRecords world = new TestRecords()
                .unit("10", box(118, 24, 119, 25), "level", "prefecture", "partitioned", true, "accuracy_m", 100)
                .unit("11", "POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))", "level", "county", "parent_adcode", "10",
                        "accuracy_m", 5000, "method", "modelled");
        Measured area = area(world.area("a", null, List.of(member("11", "whole"))));
        assertThat(area.errorKm2()).isCloseTo(0.1 * area.perimeterKm(), Offset.offset(0.001));
    }

    @Test
    void aHoleBetweenMembersIsAGapAndSaysWhoLiesInIt() {
        Measured ring = area(ring(List.of("1", "2", "3", "4", "5", "6", "7", "8")));
        assertThat(ring.holes()).isEqualTo(1);
        assertThat(ring.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.between()).containsExactly("2", "4", "6", "8");
            assertThat(gap.filledBy()).containsExactly("9");
            // a hundredth of the cell, further north where degrees of longitude are shorter
            double shorter = Math.cos(Math.toRadians(24.85)) / Math.cos(Math.toRadians(24.5));
            assertThat(gap.areaKm2()).isCloseTo(CELL_KM2 / 100 * shorter, Offset.offset(0.01));
        });
    }

    @Test
    void aHoleInsideOneMemberIsAHoleButNoGapBetweenMembers() {
        TestRecords world = new TestRecords().unit("1", "POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24), "
                + "(118.4 24.4, 118.6 24.4, 118.6 24.6, 118.4 24.6, 118.4 24.4))");
        Measured area = area(world.area("a", null, List.of(member("1", "whole"))));
        assertThat(area.holes()).isEqualTo(1);
        assertThat(area.gaps()).isEmpty();
    }

    @Test
    void membersThatDoNotTouchAreSeveralParts() {
        assertThat(area(ring(List.of("1", "3", "5"))).parts()).isEqualTo(3);
    }

    @Test
    void anotherAreaThatSharesGroundIsAnOverlapAndANeighbourIsNot() {
        Records records = ring(List.of("1", "2", "3"))
                .area("b", null, List.of(member("3", "whole"), member("4", "whole")))
                .area("c", null, List.of(member("6", "whole")))
                .area("d", null, List.of(member("8", "whole")))
                .records();
        Measured a = one("metropolitan-areas/a", records);
        double third = one("administrative-units/3", records).areaKm2();
        assertThat(a.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.feature()).isEqualTo("metropolitan-areas/b");
            assertThat(overlap.areaKm2()).isCloseTo(third, SQUARE_METRE);
            assertThat(overlap.share()).isCloseTo(1 / 3.0, Offset.offset(1e-4));
            assertThat(overlap.shareOfOther()).isCloseTo(0.5, Offset.offset(1e-3));
        });
        assertThat(one("administrative-units/3", records).overlaps()).extracting(Measured.Overlap::feature)
                .containsExactly("metropolitan-areas/a", "metropolitan-areas/b");
    }

    /** Two cells measure 22 452.943 km²; with 300 m of accuracy the error is some 188 km². */
    @Test
    void theDeclaredFigureIsAnIntervalByItsRounding() {
        assertThat(declared(22_400.0, 50.0, "total").consistent()).isEqualTo("yes");
        assertThat(declared(22_700.0, 50.0, "total").consistent()).isEqualTo("no");
        assertThat(declared(22_700.0, 500.0, "land").consistent()).isEqualTo("yes");
        assertThat(declared(22_400.0, 50.0, null).consistent()).isEqualTo("undecidable");
        assertThat(declared(22_400.0, null, "total").consistent()).isEqualTo("undecidable");
        assertThat(declared(22_700.0, 50.0, "total").differenceKm2()).isCloseTo(-247.06, Offset.offset(0.01));
    }

    @Test
    void nothingIsDecidedWhereItIsUnknownHowMuchOfAMemberTakesPart() {
        TestRecords world = new TestRecords().unit("1", box(118, 24, 119, 25), "accuracy_m", 100);
        Measured area = area(world.area("a", null, List.of(member("1", "partial/unspecified")),
                "declared_area_km2", 11_000, "declared_rounding_km2", 500, "declared_scope", "total"));
        assertThat(area.consistent()).isEqualTo("undecidable");
        assertThat(area.unresolvedMembers()).singleElement()
                .matches(m -> m.inGeometry() && m.reason().equals("extent-unknown"));
    }

    @Test
    void aMemberWhoseUnitIsMissingIsNamedAndTheRestIsMeasured() {
        TestRecords world = new TestRecords().unit("1", box(118, 24, 119, 25));
        Measured area = area(world.area("a", box(0, 0, 1, 1), List.of(member("1", "whole"), member("77", "whole"))));
        assertThat(area.areaKm2()).isCloseTo(CELL_KM2, SQUARE_METRE);
        assertThat(area.unresolvedMembers()).singleElement().matches(m -> m.reason().equals("unit-missing"));
    }

    @Test
    void anAreaWithoutMembersIsItsStoredOutline() {
        Measured area = area(new TestRecords().unit("9", null).area("a", box(118, 24, 119, 25), List.of()));
        assertThat(area.areaKm2()).isCloseTo(CELL_KM2, SQUARE_METRE);
        assertThat(area.method()).contains("stored outline");
    }

    @Test
    void withoutAFeatureThereIsOneRowForEachArea() {
        Records records = ring(List.of("1")).area("b", null, List.of(member("2", "whole"))).records();
        Table table = extent.answer(TestRecords.ask(extent, Map.of()), records).table(Datum.WGS84);
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("metropolitan-areas/a", "metropolitan-areas/b");
    }

    @Test
    void whatIsNotThereOrHasNoPolygonIsRefusedByName() {
        Records records = new TestRecords().with("zones", "z", "POINT (118 24)").records();
        assertThatThrownBy(() -> one("zones/z", records)).isInstanceOf(BadParameter.class).hasMessageContaining("zones/z");
        assertThatThrownBy(() -> one("zones/y", records)).isInstanceOf(BadParameter.class).hasMessageContaining("'y'");
        assertThatThrownBy(() -> one("lakes/y", records)).isInstanceOf(BadParameter.class).hasMessageContaining("'lakes'");
    }

    private Measured declared(Double km2, Double rounding, String scope) {
        TestRecords world = new TestRecords()
                .unit("1", box(118, 24, 119, 25), "accuracy_m", 300)
                .unit("2", box(119, 24, 120, 25), "accuracy_m", 300);
        return area(world.area("a", null, List.of(member("1", "whole"), member("2", "whole")),
                "declared_area_km2", km2, "declared_rounding_km2", rounding, "declared_scope", scope));
    }

    /** The nine cells of the picture, and an area {@code a} of some of them. */
    private static TestRecords ring(List<String> members) {
        int[][] places = {{0, 2}, {1, 2}, {2, 2}, {2, 1}, {2, 0}, {1, 0}, {0, 0}, {0, 1}, {1, 1}};
        TestRecords world = new TestRecords();
        for (int i = 0; i < places.length; i++) {
            double[] lon = {118, 118.1, 118.2, 118.3};
            double[] lat = {24.7, 24.8, 24.9, 25};
            int x = places[i][0];
            int y = places[i][1];
            world.unit(String.valueOf(i + 1), box(lon[x], lat[y], lon[x + 1], lat[y + 1]), "level", "prefecture", "accuracy_m", 100);
        }
        return world.area("a", null, members.stream().map(m -> member(m, "whole")).toList());
    }

    private Measured area(TestRecords world) {
        return one("metropolitan-areas/a", world.records());
    }

    private Measured one(String feature, Records records) {
        return ((ExtentAnswer) extent.answer(TestRecords.ask(extent, Map.of("feature", List.of(feature))), records)).body();
    }
}
