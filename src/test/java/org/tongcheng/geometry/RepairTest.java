package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.geometry.Repair.Repaired;

class RepairTest {

    /** Two triangles of a quarter of the cell each; counted with the sign of their direction they cancel, but for latitude. */
    @Test
    void aBowTieBecomesItsTwoTriangles() {
        Repaired repaired = Repair.repair(Wkt.read("POLYGON ((118 24, 119 25, 119 24, 118 25, 118 24))"));
        Geometry expected = Wkt.read(
                "MULTIPOLYGON (((118 24, 118.5 24.5, 118 25, 118 24)), ((119 24, 119 25, 118.5 24.5, 119 24)))");
        assertThat(repaired.geometry().equalsTopo(expected)).isTrue();
        assertThat(repaired.areaBeforeKm2()).isCloseTo(0, within(1e-6));
        assertThat(repaired.areaAfterKm2()).isCloseTo(Geodesy.areaSquareMetres(expected) / 1e6, within(1e-6));
        // half of the cell of 11 226.47 km², but for the narrowing towards the north
        assertThat(repaired.areaAfterKm2()).isCloseTo(11226.471672 / 2, within(1.0));
    }

    /** Before: shell less hole by their rings; after: the hole outside has become land of its own. */
    @Test
    void aHoleOutsideItsShellIsCountedOffBeforeTheRepair() {
        Geometry cell = Wkt.read("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))");
        Geometry hole = Wkt.read("POLYGON ((120 24, 120.5 24, 120.5 24.5, 120 24.5, 120 24))");
        Repaired repaired = Repair.repair(Wkt.read(
                "POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24), (120 24, 120.5 24, 120.5 24.5, 120 24.5, 120 24))"));
        double expected = (Geodesy.areaSquareMetres(cell) - Geodesy.areaSquareMetres(hole)) / 1e6;
        assertThat(repaired.areaBeforeKm2()).isCloseTo(expected, within(1e-6));
        assertThat(repaired.geometry().isValid()).isTrue();
        assertThat(repaired.areaAfterKm2()).isCloseTo(Geodesy.areaSquareMetres(repaired.geometry()) / 1e6, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POINT (1 1)|Point", "LINESTRING (0 0, 0 0, 1 1)|LineString", "MULTIPOINT ((1 1), (1 1))|MultiPoint",
        "MULTILINESTRING ((0 0, 0 0), (1 1, 2 2))|MultiLineString",
        "MULTIPOLYGON (((0 0, 2 2, 2 0, 0 0)), ((0 0, 2 2, 2 0, 0 0)))|MultiPolygon",
        "MULTIPOLYGON (EMPTY, ((0 0, 2 0, 2 2, 0 0)))|MultiPolygon",
        "POLYGON ((0 0, 4 0, 4 4, 2 2, 0 4, 2 2, 0 0))|MultiPolygon",
        "POLYGON ((0 0, 4 0, 4 4, 4 5, 4 4, 0 4, 0 0))|Polygon"
    })
    void theKindStays(String wkt, String kind) {
        Geometry geometry = Repair.repair(Wkt.read(wkt)).geometry();
        assertThat(geometry.getGeometryType()).isIn(kind, kind.replace("Multi", ""));
        assertThat(Validity.findFault(geometry)).isEmpty();
        if (wkt.startsWith("MULTI")) {
            assertThat(geometry.getGeometryType()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT EMPTY", "LINESTRING (3 4, 3 4)", "POLYGON ((0 0, 1 1, 2 2, 0 0))", "POINT (0 91)",
        "POLYGON ((0 0, 181 0, 1 1, 0 0))", "MULTIPOLYGON EMPTY"})
    void whatCannotBeMendedIsRefused(String wkt) {
        assertThatThrownBy(() -> Repair.repair(Wkt.read(wkt))).isInstanceOf(InvalidGeometry.class);
    }

    @Test
    void whatIsValidIsOnlyWound() {
        Geometry clockwise = Wkt.read("POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0), (0.5 0.5, 1 0.5, 1 1, 0.5 0.5))");
        Repaired repaired = Repair.repair(clockwise);
        assertThat(repaired.geometry().norm()).isEqualTo(clockwise.norm());
        assertThat(repaired.areaAfterKm2()).isEqualTo(repaired.areaBeforeKm2());
        Polygon polygon = (Polygon) repaired.geometry();
        assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinates())).isFalse();
        assertThat(Orientation.isCCW(((Polygon) clockwise).getExteriorRing().getCoordinates())).isFalse();
    }

    @Test
    void windingReachesIntoEveryPartAndLeavesTheRestAlone() {
        Geometry parts = Wkt.read("GEOMETRYCOLLECTION (POINT (1 1), MULTIPOLYGON (((0 0, 0 2, 2 2, 0 0))), LINESTRING (1 1, 0 0),"
                + " POLYGON EMPTY)");
        Geometry wound = Winding.rfc7946(parts);
        assertThat(Orientation.isCCW(parts.getGeometryN(1).getCoordinates())).isFalse();
        assertThat(Orientation.isCCW(wound.getGeometryN(1).getCoordinates())).isTrue();
        assertThat(wound.getGeometryN(1).getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(wound.getGeometryN(2)).isSameAs(parts.getGeometryN(2));
        assertThat(Winding.rfc7946(wound)).isSameAs(wound);
    }
}
