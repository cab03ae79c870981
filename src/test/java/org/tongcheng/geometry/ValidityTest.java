package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class ValidityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "self-intersection    | 1   | 1   | POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
        "ring-self-intersection | 2 | 2   | POLYGON ((0 0, 4 0, 4 4, 2 2, 0 4, 2 2, 0 0))",
        "hole-outside-shell   | 5   | 5   | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))",
        "nested-holes         | 2   | 2   | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2))",
        "nested-shells        | 1   | 1   | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))",
        "disconnected-interior | 4  | 4   | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 4 4, 2 1, 0 0))",
        "out-of-range         | 181 | 1   | POLYGON ((0 0, 181 1, 2 2, 0 0))",
        "out-of-range         | 0   | -91 | POINT (0 -91)",
        "too-few-points       | 3   | 4   | LINESTRING (3 4, 3 4)",
        "too-few-points       | 1   | 1   | POLYGON ((1 1, 1 1, 1 1, 1 1))"
    })
    void theFaultHasItsCodeAndPlace(String code, double lon, double lat, String wkt) {
        Fault fault = Validity.findFault(Wkt.read(wkt)).orElseThrow();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.lon()).isCloseTo(lon, within(1e-9));
        assertThat(fault.lat()).isCloseTo(lat, within(1e-9));
        assertThat(fault.reason()).endsWith(".");
        assertThatThrownBy(() -> Validity.check(Wkt.read(wkt)))
                .isInstanceOf(InvalidGeometry.class).hasMessageContaining(code).hasMessageContaining("longitude");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((0 0, 2 0, 2 2, 0 2, 0 0)))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1), (1 1, 2 1, 2 2, 1 1))"
    })
    void aRingThatIsThereTwiceIsAFault(String wkt) {
        assertThat(Validity.findFault(Wkt.read(wkt)).map(Fault::code).orElseThrow())
                .isIn(Fault.DUPLICATE_RINGS, Fault.SELF_INTERSECTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT EMPTY", "MULTIPOLYGON EMPTY", "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))",
        "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING EMPTY)"})
    void whatIsEmptyInWholeOrInPartIsAFaultWithoutPlace(String wkt) {
        Fault fault = Validity.findFault(Wkt.read(wkt)).orElseThrow();
        assertThat(fault.code()).isEqualTo("empty");
        assertThat(fault.hasPlace()).isFalse();
        assertThat(fault.message()).doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POINT (180 90)", "LINESTRING (0 0, 1 1, 0 0)", "LINESTRING (0 0, 2 2, 2 0, 0 2)",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 2 1, 1 2, 0 0))",
        "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 3 2, 3 3, 2 2)))",
        "MULTIPOINT ((1 1), (1 1))", "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))"})
    void whatIsValidHasNoFault(String wkt) {
        assertThat(Validity.findFault(Wkt.read(wkt))).isEmpty();
    }

    @Test
    void infinityIsNamedAndPlacedAtTheEdgeOfTheGlobe() {
        Fault fault = Validity.findFault(Globe.FACTORY.createPoint(new Coordinate(Double.POSITIVE_INFINITY, 30))).orElseThrow();
        assertThat(fault).isEqualTo(new Fault(
                "out-of-range", "The longitude Infinity is not within -180 … 180.", 180, 30));
    }

    @Test
    void twoHundredThousandVerticesAreTakenAndCheckedInNoTimeOneMoreIsNot() {
        Geometry most = GeometryAssembly.strict().polygon(List.of(circle(199_999)));
        assertThat(most.getNumPoints()).isEqualTo(200_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(Validity.findFault(most)).isEmpty());
        assertThatThrownBy(() -> GeometryAssembly.strict().polygon(List.of(circle(200_000))))
                .isInstanceOfSatisfying(InvalidGeometry.class, e -> assertThat(e.fault().code()).isEqualTo("too-many-vertices"));
        Geometry points = Globe.FACTORY.createMultiPointFromCoords(
                Stream.generate(Coordinate::new).limit(200_001).toArray(Coordinate[]::new));
        assertThat(Validity.findFault(points).map(Fault::code)).contains("too-many-vertices");
    }

    @Test
    void largeOnesGetTheirFaultsToo() {
        double[] crossed = circle(20_000);
        // the first position, the circle's eastern end, pulled out beyond its western end
        crossed[0] = 104;
        crossed[crossed.length - 2] = 104;
        Fault fault = Validity.findFault(GeometryAssembly.strict().polygon(List.of(crossed))).orElseThrow();
        assertThat(fault.code()).isEqualTo("self-intersection");
        assertThat(fault.lon()).isCloseTo(105, within(1e-3));
        assertThat(fault.lat()).isCloseTo(30, within(1e-2));
        double[] hole = {120, 30, 121, 30, 121, 31, 120, 30};
        assertThat(Validity.findFault(GeometryAssembly.strict().polygon(List.of(circle(20_000), hole))).map(Fault::code))
                .contains("hole-outside-shell");
    }

    /** A ring of n different positions and the first once more. */
    private static double[] circle(int n) {
        double[] lonLat = new double[2 * n + 2];
        for (int i = 0; i < n; i++) {
            lonLat[2 * i] = 110 + 5 * Math.cos(2 * Math.PI * i / n);
            lonLat[2 * i + 1] = 30 + 5 * Math.sin(2 * Math.PI * i / n);
        }
        lonLat[2 * n] = lonLat[0];
        lonLat[2 * n + 1] = lonLat[1];
        return lonLat;
    }
}
