package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class BoxTest {

    @Test
    void fourNumbersOrSixWithHeights() {
        assertThat(Box.of(118, 24, 119, 25)).isEqualTo(new Box(118, 24, 119, 25));
        assertThat(Box.of(118, 24, -100, 119, 25, 9000)).isEqualTo(new Box(118, 24, 119, 25));
        assertThat(Box.of(118, 24, 119, 25).polygons())
                .containsExactly(Wkt.read("POLYGON ((118 24, 118 25, 119 25, 119 24, 118 24))"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "118,24,119 | 4 numbers", "1,2,3,4,5 | not 5", "'' | not 0", "118,25,119,24 | south of a box, 25.0, is greater",
        "181,0,182,1 | west", "0,0,180.1,1 | east", "0,-91,1,1 | south", "0,0,1,90.5 | north", "NaN,0,1,1 | NaN",
        "0,0,1,NaN | NaN", "-Infinity,0,1,1 | west"
    })
    void whatIsWrongIsNamed(String numbers, String culprit) {
        assertThatThrownBy(() -> Box.of(numbers(numbers)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(culprit.strip());
    }

    @Test
    void acrossTheAntimeridianItIsTwoPolygons() {
        Box box = Box.of(177, -20, -178, -16);
        assertThat(box.crossesAntimeridian()).isTrue();
        assertThat(box.polygons()).containsExactly(
                Wkt.read("POLYGON ((177 -20, 177 -16, 180 -16, 180 -20, 177 -20))"),
                Wkt.read("POLYGON ((-180 -20, -180 -16, -178 -16, -178 -20, -180 -20))"));
    }

    @Test
    void noWidthOrHeightIsALineOrAPoint() {
        assertThat(Box.of(118, 24, 118, 24).polygons()).containsExactly(Wkt.read("POINT (118 24)"));
        assertThat(Box.of(118, 24, 118, 25).polygons()).containsExactly(Wkt.read("LINESTRING (118 24, 118 25)"));
        Crs zone = Crs.findByCode("EPSG:4548").orElseThrow();
        assertThat(Box.areas(zone, 2708867, 610437, 2708867, 610437).get(0).getGeometryType()).isEqualTo("Point");
        assertThat(Box.areas(zone, 2708867, 610437, 2708867, 620437).get(0).getGeometryType()).isEqualTo("LineString");
    }

    @ParameterizedTest
    @CsvSource({"OGC:CRS84, 118, 24, 119, 25", "EPSG:4326, 24, 118, 25, 119", "EPSG:4490, 24, 118, 25, 119"})
    void degreesInTheAuthoritysOrder(String code, double a, double b, double c, double d) {
        Crs crs = Crs.findByCode(code).orElseThrow();
        assertThat(Box.of(crs, a, b, c, d)).isEqualTo(Box.of(118, 24, 119, 25));
        assertThat(Box.areas(crs, a, b, -5, c, d, 5)).isEqualTo(Box.of(118, 24, 119, 25).polygons());
    }

    @Test
    void degreesMayRunAcrossTheAntimeridianInAnyOrder() {
        Crs crs = Crs.findByCode("EPSG:4326").orElseThrow();
        assertThat(Box.areas(crs, -20, 177, -16, -178)).hasSize(2);
    }

    /** A kilometre-wide sample of positions of the box, all of which must lie in the area and in the box around it. */
    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4549;3300000,-200000,3700000,900000", "EPSG:4548;2600000,400000,2600100,400300",
        "EPSG:3857;13000000,2800000,13500000,3800000", "EPSG:4534;-1000000,400000,1000000,600000"})
    void aProjectedBoxIsFollowedAndSurelyContained(String box) {
        Crs crs = Crs.findByCode(box.substring(0, 9)).orElseThrow();
        double[] n = numbers(box.substring(10));
        Geometry area = Box.areas(crs, n).get(0);
        Geometry around = Box.of(crs, n).polygons().get(0);
        assertThat(area.isValid()).isTrue();
        assertThat(around.covers(area)).isTrue();
        long seed = 20240101;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            boolean edge = i % 2 == 0;
            double first = n[0] + (n[2] - n[0]) * (edge ? i / 2 % 2 : random.nextDouble());
            Coordinate lonLat = crs.toLonLat(new Coordinate(first, n[1] + (n[3] - n[1]) * random.nextDouble()));
            Geometry position = Globe.FACTORY.createPoint(lonLat);
            assertThat(around.covers(position)).as("seed %s: %s", seed, lonLat).isTrue();
            // a nanodegree is 0.1 mm, 2e-7 degrees are 2 cm: how far the pieces of an edge may stray
            assertThat(area.distance(position)).as("seed %s: %s", seed, lonLat).isLessThan(2e-7);
            assertThat(!edge || area.getBoundary().distance(position) < 2e-7).as("seed %s: %s", seed, lonLat).isTrue();
        }
    }

    @Test
    void aWrongProjectedBoxSaysWhy() {
        Crs zone = Crs.findByCode("EPSG:4549").orElseThrow();
        Crs mercator = Crs.findByCode("EPSG:3857").orElseThrow();
        assertThatThrownBy(() -> Box.of(zone, 5, 0, 4, 1)).hasMessageContaining("5.0");
        assertThatThrownBy(() -> Box.of(zone, 0, 5, 1, 4)).hasMessageContaining("second");
        assertThatThrownBy(() -> Box.of(zone, 0, 0, Double.POSITIVE_INFINITY, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Box.of(zone, 0, 0, 1)).hasMessageContaining("not 3");
        assertThatThrownBy(() -> Box.of(mercator, -3e7, 0, 0, 1)).hasMessageContaining("EPSG:3857 is not defined");
        assertThatThrownBy(() -> Box.of(zone, 0, 0, 1e300, 1)).isInstanceOf(OutsideDomain.class);
    }

    @Test
    void theAreasOfABoxMeasureWhatItCovers() {
        Crs mercator = Crs.findByCode("EPSG:3857").orElseThrow();
        Coordinate low = mercator.fromLonLat(new Coordinate(118, 24));
        Coordinate high = mercator.fromLonLat(new Coordinate(119, 25));
        List<Geometry> areas = Box.areas(mercator, low.x, low.y, high.x, high.y);
        assertThat(Geodesy.areaSquareMetres(areas.get(0))).isCloseTo(11_226_471_672.0, within(2.0));
    }

    private static double[] numbers(String list) {
        return list.isEmpty() ? new double[0] : Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
