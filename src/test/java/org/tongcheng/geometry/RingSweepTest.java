package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class RingSweepTest {

    /** Slow and obvious: every ring simple, no two of them in touch, and valid for JTS. */
    @Property(tries = 4000)
    void agreesWithAllPairsOfRingsAndJts(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry polygons = random(random, random.nextBoolean());
        assertThat(RingSweep.over(polygons).isSurelyValid()).as("seed %s: %s", seed, polygons).isEqualTo(slow(polygons));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1), (4 1, 4 2, 5 2, 5 1, 4 1))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((2 2, 7 2, 7 7, 2 7, 2 2), (3 3, 3 4, 4 4, 3 3)))",
        "POLYGON ((0 0, 0 9, 0 9, 9 9, 9 0, 5 0, 0 0))"
    })
    void whatMeetsNowhereAndIsNestedAsItShouldIsSurelyValid(String wkt) {
        assertThat(RingSweep.over(Wkt.read(wkt)).isSurelyValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
        "POLYGON ((1 1, 1 1, 1 1, 1 1))",
        "POLYGON ((1 1, 2 2, 2 2, 1 1))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (20 1, 22 1, 22 2, 20 1))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((20 0, 29 0, 29 9, 20 9, 20 0), (1 1, 2 1, 2 2, 1 1)))",
        "POLYGON ((0 0, 4 0, 4 0, 9 0, 5 0, 4 4, 0 0))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 5, 2 4, 2 6, 0 5))"
    })
    void whatIsWrongOrTouchesNeedsACloserLook(String wkt) {
        assertThat(RingSweep.over(Wkt.read(wkt)).isSurelyValid()).isFalse();
    }

    /** Two edges that cross (not merely touch) make every polygon invalid, and JTS agrees. */
    @Property(tries = 2000)
    void aCrossingIsAFault(@ForAll long seed) {
        Geometry polygons = random(new Random(seed), false);
        RingSweep.over(polygons).findCrossing().ifPresent(place -> {
            assertThat(polygons.isValid()).as("seed %s: %s", seed, polygons).isFalse();
            assertThat(polygons.getBoundary().distance(Globe.FACTORY.createPoint(place))).isLessThan(1e-9);
        });
    }

    @Test
    void aCrossingHasItsPlace() {
        assertThat(RingSweep.over(Wkt.read("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")).findCrossing()).contains(new Coordinate(1, 1));
        assertThat(RingSweep.over(Wkt.read("POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))")).findCrossing()).isEmpty();
        assertThat(RingSweep.over(Wkt.read("POLYGON ((0 0, 4 0, 4 4, 0 0))")).findCrossing()).isEmpty();
    }

    /** A star whose 100 000 spikes overlap in extent, and a comb that leans: half a minute and eight for a quadratic check. */
    @Test
    void manyLongEdgesSideBySideTakeSeconds() {
        int n = 199_999;
        Random random = new Random(7);
        double[] star = new double[2 * n + 2];
        double[] comb = new double[2 * n + 2];
        for (int i = 0; i < n; i++) {
            double radius = 5 + 5 * random.nextDouble();
            star[2 * i] = 100 + radius * Math.cos(2 * Math.PI * i / n);
            star[2 * i + 1] = 30 + radius * Math.sin(2 * Math.PI * i / n);
            double along = 10.0 * i / n;
            double out = i % 2 == 0 ? 10 : 0;
            comb[2 * i] = 100 + along - out;
            comb[2 * i + 1] = 30 + along + out;
        }
        System.arraycopy(new double[] {112, 39, 111, 29, 89, 29}, 0, comb, 2 * n - 6, 6);
        for (double[] lonLat : List.of(star, comb)) {
            lonLat[2 * n] = lonLat[0];
            lonLat[2 * n + 1] = lonLat[1];
            Geometry polygon = GeometryAssembly.strict().polygon(List.of(lonLat));
            Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThat(RingSweep.over(polygon).isSurelyValid()).isTrue());
        }
    }

    private static boolean slow(Geometry polygons) {
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
            }
        }
        for (int i = 0; i < rings.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (rings.get(i).intersects(rings.get(j))) {
                    return false;
                }
            }
        }
        return polygons.isValid() && rings.stream().allMatch(RingSweepTest::isSimple);
    }

    /** Without repeated positions, since JTS calls a ring that begins with one not simple. */
    private static boolean isSimple(LinearRing ring) {
        return Globe.FACTORY.createLinearRing(CoordinateArrays.removeRepeatedPoints(ring.getCoordinates())).isSimple();
    }

    /** Some polygons with some holes, small holes near the middle so that many lie where they should. */
    private static Geometry random(Random random, boolean whole) {
        Polygon[] polygons = new Polygon[1 + random.nextInt(3)];
        for (int i = 0; i < polygons.length; i++) {
            double x = 20 * random.nextInt(3);
            LinearRing[] holes = new LinearRing[random.nextInt(3)];
            for (int hole = 0; hole < holes.length; hole++) {
                double size = 1 + 4 * random.nextDouble();
                holes[hole] = ring(random, x + 4 * random.nextGaussian(), 4 * random.nextGaussian(), size, whole);
            }
            polygons[i] = Globe.FACTORY.createPolygon(ring(random, x, 0, random.nextInt(8) == 0 ? 2 : 12, whole), holes);
        }
        return polygons.length == 1 ? polygons[0] : Globe.FACTORY.createMultiPolygon(polygons);
    }

    /** On a grid of whole numbers much touches and runs upright; else a star, its positions shuffled now and then. */
    private static LinearRing ring(Random random, double x, double y, double size, boolean whole) {
        int n = 3 + random.nextInt(5);
        int direction = random.nextBoolean() ? 1 : -1;
        boolean crossing = random.nextInt(6) == 0;
        Coordinate[] positions = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double angle = direction * 2 * Math.PI * (crossing ? 2 * i : i) / n;
            double radius = size * (0.6 + 0.4 * random.nextDouble());
            positions[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            if (whole) {
                positions[i] = new Coordinate(Math.rint(positions[i].x), Math.rint(positions[i].y));
            }
        }
        positions[n] = positions[0];
        return Globe.FACTORY.createLinearRing(positions);
    }
}
