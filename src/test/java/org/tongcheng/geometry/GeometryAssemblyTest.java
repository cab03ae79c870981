package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class GeometryAssemblyTest {

    private static final double[] SQUARE = {0, 0, 9, 0, 9, 9, 0, 9, 0, 0};
    private static final double[] OPEN = {1, 1, 2, 1, 2, 2, 1, 2};
    private static final double[] TWO_POINTS = {5, 6, 7, 8, 5, 6};
    private static final GeometryAssembly STRICT = GeometryAssembly.strict();
    private static final GeometryAssembly MENDING = GeometryAssembly.of(true);

    @Test
    void soundPartsBecomeTheGeometryTheyAre() {
        assertThat(STRICT.point(118, 24)).isEqualTo(Wkt.read("POINT (118 24)"));
        assertThat(STRICT.multiPoint(new double[] {1, 2, 3, 4})).isEqualTo(Wkt.read("MULTIPOINT ((1 2), (3 4))"));
        assertThat(STRICT.lineString(new double[] {1, 2, 3, 4})).isEqualTo(Wkt.read("LINESTRING (1 2, 3 4)"));
        Geometry polygon = STRICT.polygon(List.of(SQUARE, new double[] {1, 1, 2, 1, 2, 2, 1, 1}));
        assertThat(polygon).isEqualTo(Wkt.read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))"));
        assertThat(STRICT.multiPolygon(List.of(List.of(SQUARE)))).isEqualTo(Wkt.read("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))"));
        assertThat(STRICT.multiLineString(List.of(new double[] {1, 2, 3, 4})).getGeometryType()).isEqualTo("MultiLineString");
        assertThat(STRICT.collection(List.of(polygon)).getGeometryType()).isEqualTo("GeometryCollection");
        assertThat(polygon.getSRID()).isZero();
    }

    @Test
    void theThirdOrdinateIsDropped() {
        assertThat(GeometryAssembly.lonLat(new double[] {1, 2, 99, 3, 4, 98}, 3)).containsExactly(1, 2, 3, 4);
        assertThat(GeometryAssembly.lonLat(new double[] {1, 2, 3, 4}, 2)).containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> GeometryAssembly.lonLat(new double[] {1, 2, 3, 4}, 3)).hasMessageContaining("4 numbers");
    }

    @Test
    void anOpenRingIsAFaultAtItsLastPosition() {
        assertThat(fault(a -> a.polygon(List.of(SQUARE, OPEN)))).isEqualTo(new Fault(
                "unclosed-ring", "A ring ends elsewhere than at its first position 1.0, 1.0.", 1, 2));
        assertThat(MENDING.polygon(List.of(SQUARE, OPEN)))
                .isEqualTo(Wkt.read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"));
    }

    @Test
    void aRingOfTooFewPositionsIsAFaultAtItsFirst() {
        Fault fault = fault(a -> a.polygon(List.of(TWO_POINTS)));
        assertThat(fault.code()).isEqualTo("too-few-points");
        assertThat(fault.lon()).isEqualTo(5);
        assertThat(fault.lat()).isEqualTo(6);
        assertThat(fault.reason()).contains("has 3, of which 2 differ");
        assertThat(fault(a -> a.polygon(List.of(new double[] {1, 1, 2, 2, 1, 1, 2, 2, 1, 1}))).code()).isEqualTo("too-few-points");
        assertThat(fault(a -> a.polygon(List.of(new double[] {1, 1}))).code()).isEqualTo("too-few-points");
    }

    @Test
    void mendingLeavesOutWhatHasNoExtent() {
        assertThat(MENDING.polygon(List.of(SQUARE, TWO_POINTS))).isEqualTo(Wkt.read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"));
        assertThat(MENDING.multiPolygon(List.of(List.of(TWO_POINTS, SQUARE), List.of(SQUARE), List.of())))
                .isEqualTo(Wkt.read("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))"));
        assertThat(MENDING.multiLineString(List.of(new double[] {1, 1, 1, 1}, new double[] {1, 1, 2, 2})))
                .isEqualTo(Wkt.read("MULTILINESTRING ((1 1, 2 2))"));
        assertThatThrownBy(() -> MENDING.polygon(List.of(TWO_POINTS)))
                .isInstanceOf(InvalidGeometry.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> MENDING.lineString(new double[] {1, 1, 1, 1})).isInstanceOf(InvalidGeometry.class);
    }

    @Test
    void aLineOfNoLengthIsAFault() {
        assertThat(fault(a -> a.lineString(new double[] {3, 4, 3, 4})).code()).isEqualTo("too-few-points");
        assertThat(fault(a -> a.lineString(new double[] {3, 4})).lat()).isEqualTo(4);
    }

    @Test
    void nothingIsAFault() {
        assertThat(fault(a -> a.polygon(List.of())).code()).isEqualTo("empty");
        assertThat(fault(a -> a.polygon(List.of(new double[0]))).code()).isEqualTo("empty");
        assertThat(fault(a -> a.multiPolygon(List.of())).code()).isEqualTo("empty");
        assertThat(fault(a -> a.lineString(new double[0])).code()).isEqualTo("empty");
        assertThat(fault(a -> a.multiPoint(new double[0])).code()).isEqualTo("empty");
        assertThat(fault(a -> a.collection(List.of())).code()).isEqualTo("empty");
    }

    @Test
    void numbersOffTheGlobeCannotBeMended() {
        double tooLarge = Double.parseDouble("1e999");
        assertThat(fault(a -> a.point(tooLarge, 30))).isEqualTo(
                new Fault("out-of-range", "The longitude Infinity is not within -180 … 180.", 180, 30));
        assertThat(fault(a -> a.point(118, -tooLarge)).lat()).isEqualTo(-90);
        assertThat(fault(a -> a.lineString(new double[] {0, 0, 200, 10}))).isEqualTo(
                new Fault("out-of-range", "The longitude 200.0 is not within -180 … 180.", 200, 10));
        assertThatThrownBy(() -> MENDING.point(0, 91)).isInstanceOf(InvalidGeometry.class).hasMessageContaining("latitude 91.0");
    }

    private static Fault fault(Function<GeometryAssembly, Geometry> build) {
        return catchThrowableOfType(InvalidGeometry.class, () -> build.apply(STRICT)).fault();
    }
}
