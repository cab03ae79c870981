package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.util.GeometricShapeFactory;

class NearestDistanceTest {

    @Test
    void whatMeetsHasNoDistance() {
        Geometry square = Wkt.read("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))");
        assertThat(Geodesy.distanceMetres(square, Wkt.read("POINT (118.5 24.5)"))).isZero();
        assertThat(Geodesy.distanceMetres(Wkt.read("LINESTRING (117 24.5, 120 24.5)"), square)).isZero();
        assertThat(Geodesy.distanceMetres(square, Wkt.read("GEOMETRYCOLLECTION (POINT (0 0), POINT (119 25))"))).isZero();
    }

    /** Both on one meridian, so the distance is the meridian's. */
    @Test
    void alongAMeridianItIsTheMeridians() {
        Geometry south = Wkt.read("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))");
        double expected = Geodesy.distanceMetres(118.3, 25, 118.3, 25.4);
        assertThat(Geodesy.distanceMetres(south, Wkt.read("POINT (118.3 25.4)"))).isCloseTo(expected, within(0.01 * expected));
        // straight north of a parallel's middle the parallel bulges away: slightly nearer than along the meridian
        assertThat(Geodesy.distanceMetres(south, Wkt.read("POINT (118.3 25.4)"))).isLessThanOrEqualTo(expected);
        assertThat(Geodesy.distanceMetres(Wkt.read("POINT (118 20)"), Wkt.read("POINT (118 60)")))
                .isEqualTo(Geodesy.distanceMetres(118, 20, 118, 60));
    }

    /** On the equator the foot of a perpendicular lies on the same meridian, by symmetry, at any distance. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.5, 5, 40})
    void theFootOnTheEquatorLiesOnTheMeridian(double lat) {
        double metres = Geodesy.distanceMetres(
                Wkt.read("LINESTRING (90 0, 130 0)"), Wkt.read("POINT (111.2345 " + lat + ")"));
        assertThat(metres).isCloseTo(Geodesy.distanceMetres(111.2345, 0, 111.2345, lat), within(1e-5));
    }

    @Test
    void acrossTheAntimeridianItIsShort() {
        double metres = Geodesy.distanceMetres(Wkt.read("POINT (179.9 10)"), Wkt.read("LINESTRING (-179.9 9, -179.9 11)"));
        assertThat(metres).isLessThan(22_000).isGreaterThan(21_000);
        assertThat(Geodesy.distanceMetres(Wkt.read("POINT (180 10)"), Wkt.read("POINT (-180 10)"))).isZero();
    }

    @Test
    void emptinessIsRefused() {
        assertThatThrownBy(() -> Geodesy.distanceMetres(Wkt.read("POINT EMPTY"), Wkt.read("POINT (0 0)")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("empty");
    }

    /** Slow and obvious: the least of all distances between the vertices of both, cut so finely that the rest is below 1 m. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithAllPairsOfFinelyCutEdges(long seed) {
        Random random = new Random(seed);
        double spread = Math.pow(10, -2 + 3 * random.nextDouble());
        Geometry a = star(random, 100 + 20 * random.nextDouble(), -50 + 100 * random.nextDouble(), spread);
        Coordinate centre = a.getCentroid().getCoordinate();
        Geometry b = star(random, centre.x + 3 * spread, Math.max(-60, Math.min(60, centre.y + spread)), spread);
        if (a.intersects(b)) {
            return;
        }
        double slow = allPairs(Densifier.densify(a, spread / 100), Densifier.densify(b, spread / 100));
        double fast = Geodesy.distanceMetres(a, b);
        double stride = spread / 100 * 111_320;
        assertThat(fast).as("seed %s: %s", seed, slow).isLessThanOrEqualTo(slow + 1e-6)
                .isGreaterThan(Math.sqrt(Math.max(0, slow * slow - stride * stride)) - 1e-3);
        assertThat(Geodesy.distanceMetres(b, a)).isCloseTo(fast, within(Math.max(1e-5, fast * 1e-9)));
    }

    private static double allPairs(Geometry a, Geometry b) {
        double least = Double.POSITIVE_INFINITY;
        for (Coordinate p : a.getCoordinates()) {
            for (Coordinate q : b.getCoordinates()) {
                least = Math.min(least, Geodesy.distanceMetres(p.x, p.y, q.x, q.y));
            }
        }
        return least;
    }

    private static Geometry star(Random random, double lon, double lat, double size) {
        GeometricShapeFactory shape = new GeometricShapeFactory();
        shape.setCentre(new Coordinate(0, 0));
        shape.setSize(size * (0.5 + random.nextDouble()));
        shape.setNumPoints(8);
        return AffineTransformation.translationInstance(lon, lat).transform(
                AffineTransformation.rotationInstance(random.nextDouble()).scale(1, 0.5 + random.nextDouble())
                        .transform(shape.createSupercircle(0.6)));
    }
}
