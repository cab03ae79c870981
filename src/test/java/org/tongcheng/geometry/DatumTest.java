package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class DatumTest {

    /** Examples in the README of the public library coordtransform (github.com/wandergis/coordtransform): 116.404, 39.915. */
    @Test
    void agreesWithThePublishedExamples() {
        Coordinate gcj = Datum.GCJ_02.fromWgs84(new Coordinate(116.404, 39.915));
        assertThat(gcj.x).isCloseTo(116.41024449916938, within(1e-12));
        assertThat(gcj.y).isCloseTo(39.91640428150164, within(1e-12));
        // gcj02tobd09(116.404, 39.915)
        Coordinate bd = Datum.BD_09.fromWgs84(Datum.GCJ_02.toWgs84(new Coordinate(116.404, 39.915)));
        assertThat(bd.x).isCloseTo(116.41036949371029, within(1e-11));
        assertThat(bd.y).isCloseTo(39.92133699351022, within(1e-11));
    }

    /** The test data of eviltransform (github.com/googollee/eviltransform): WGS84 and GCJ-02, which it compares within 1e-6. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void agreesWithAnotherLibrarysTestData(double lon, double lat, double gcjLon, double gcjLat) {
        Coordinate gcj = Datum.GCJ_02.fromWgs84(new Coordinate(lon, lat));
        assertThat(gcj.x).isCloseTo(gcjLon, within(1e-6));
        assertThat(gcj.y).isCloseTo(gcjLat, within(1e-6));
    }

    @Property(tries = 5000)
    void insideThereAndBackIsExactToAMillimetre(
            @ForAll @Scale(9) @DoubleRange(min = 72.024, max = 137.8147) double lon,
            @ForAll @Scale(9) @DoubleRange(min = 0.8493, max = 55.8071) double lat) {
        for (Datum datum : Datum.values()) {
            Coordinate shifted = datum.fromWgs84(new Coordinate(lon, lat));
            assertThat(metres(datum.toWgs84(shifted), lon, lat)).as("%s at %s, %s", datum, lon, lat).isLessThan(0.001);
        }
    }

    /** Along the inner border of what is promised, where the shift is largest, and where its square roots have their kink. */
    @Test
    void soItIsAlongTheBorderAndAtTheKinks() {
        for (Datum datum : Datum.values()) {
            for (double f = 0; f <= 1; f += 1.0 / 4096) {
                double lon = 72.024 + f * (137.8147 - 72.024);
                double lat = 0.8493 + f * (55.8071 - 0.8493);
                for (Coordinate c : new Coordinate[] {
                    new Coordinate(lon, 0.8493), new Coordinate(lon, 55.8071), new Coordinate(72.024, lat),
                    new Coordinate(137.8147, lat), new Coordinate(105, lat), new Coordinate(105 + 1e-9 * f, lat)}) {
                    assertThat(metres(datum.toWgs84(datum.fromWgs84(c)), c.x, c.y)).as("%s at %s", datum, c).isLessThan(0.001);
                }
            }
        }
    }

    @Property(tries = 500)
    void outsideAllThreeAreOne(
            @ForAll @Scale(9) @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        if (lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271) {
            return;
        }
        for (Datum datum : Datum.values()) {
            assertThat(datum.fromWgs84(new Coordinate(lon, lat))).isEqualTo(new Coordinate(lon, lat));
            assertThat(datum.toWgs84(new Coordinate(lon, lat))).isEqualTo(new Coordinate(lon, lat));
        }
    }

    @Test
    void geometriesAreShiftedVertexByVertexAndTheArgumentIsLeftAlone() {
        Geometry line = Wkt.read("LINESTRING (118 24, 119 25, 0 0)");
        Geometry shifted = Datum.BD_09.fromWgs84(line);
        assertThat(line).isEqualTo(Wkt.read("LINESTRING (118 24, 119 25, 0 0)"));
        assertThat(shifted.getCoordinates()[1]).isEqualTo(Datum.BD_09.fromWgs84(new Coordinate(119, 25)));
        assertThat(shifted.getCoordinates()[2]).isEqualTo(new Coordinate(0, 0));
        assertThat(Datum.BD_09.toWgs84(shifted).equalsExact(line, 1e-9)).isTrue();
        assertThat(Datum.WGS84.fromWgs84(line)).isSameAs(line);
    }

    @Test
    void aBoxBecomesItsTrueArea() {
        Geometry area = Datum.GCJ_02.areas(Box.of(118, 24, 119, 25)).get(0);
        assertThat(area.isValid()).isTrue();
        Coordinate centre = Datum.GCJ_02.toWgs84(new Coordinate(118, 24.333));
        assertThat(area.getBoundary().distance(Wkt.read("POINT (" + centre.x + " " + centre.y + ")"))).isLessThan(1e-6);
        assertThat(Datum.WGS84.areas(Box.of(118, 24, 119, 25))).isEqualTo(Box.of(118, 24, 119, 25).polygons());
    }

    @Test
    void labelsAreFoundInAnyCase() {
        assertThat(Datum.find("gcj-02")).contains(Datum.GCJ_02);
        assertThat(Datum.find("BD-09")).contains(Datum.BD_09);
        assertThat(Datum.find("WGS84")).contains(Datum.WGS84);
        assertThat(Datum.find("GCJ02")).isEmpty();
    }

    private static double metres(Coordinate c, double lon, double lat) {
        return Geodesy.distanceMetres(c.x, c.y, lon, lat);
    }
}
