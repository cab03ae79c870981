package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.Seeds;

class GeodesicBufferTest {

    private static final Geodesic EARTH = new Geodesic(6378137, 1 / 298.257222101);

    /** GeographicLib's area of a ring of 3600 geodesic end points. */
    @ParameterizedTest
    @CsvSource({"18,500", "18,5000", "18,100000", "31,500", "31,5000", "31,100000", "44,500", "44,5000", "44,100000"})
    void theAreaAroundAPointIsThatOfTheGeodesicCircle(double lat, double metres) {
        PolygonArea circle = new PolygonArea(EARTH, false);
        for (int i = 0; i < 3600; i++) {
            var end = EARTH.Direct(lat, 118, -i / 10.0, metres);
            circle.AddPoint(end.lat2, end.lon2);
        }
        double expected = circle.Compute().area;

        double area = Geodesy.areaSquareMetres(Geodesy.buffer(List.of(Wkt.read("POINT (118 " + lat + ")")), metres));

        assertThat(area).isCloseTo(expected, within(1e-4 * expected));
    }

    /** Along a meridian of length L: L · 2r and a circle, on a sphere smaller by (r/R)²/6; the ends are geodesic half circles. */
    @ParameterizedTest
    @CsvSource({"18", "31", "44"})
    void theAreaAlongALineIsABandWithRoundEnds(double lat) {
        double r = 5000;
        double length = EARTH.Inverse(lat, 118, lat + 1, 118).s12;
        double expected = length * 2 * r + Math.PI * r * r;

        double area = Geodesy.areaSquareMetres(
                Geodesy.buffer(List.of(Wkt.read("LINESTRING (118 " + lat + ", 118 " + (lat + 1) + ")")), r));

        assertThat(area).isCloseTo(expected, within(5e-4 * expected));
    }

    /** Every corner and every middle of an edge stands at the distance, by the room's other way of measuring. */
    @Test
    void theOutlineRunsAtTheDistanceFromPointsLinesAndPolygons() {
        List<String> shapes = List.of("POINT (118 31)", "LINESTRING (118 31, 118.4 31.3, 119.2 31.1)",
                "POLYGON ((118 44, 118.5 44, 118.3 44.4, 118 44))", "LINESTRING (110 18, 112 18)");
        for (String wkt : shapes) {
            for (double metres : new double[] {300, 5000, 50_000}) {
                Geometry shape = Wkt.read(wkt);
                Geometry outline = Geodesy.buffer(List.of(shape), metres).getBoundary();
                var c = ((LineString) outline.getGeometryN(0)).getCoordinates();
                for (int i = 1; i < c.length; i++) {
                    assertThat(away(shape, c[i].x, c[i].y)).as(wkt).isCloseTo(metres, within(3e-4 * metres));
                    assertThat(away(shape, (c[i].x + c[i - 1].x) / 2, (c[i].y + c[i - 1].y) / 2))
                            .as(wkt + " " + metres).isCloseTo(metres, within(3e-4 * metres));
                }
            }
        }
    }

    /** The slow twin asks every point for its distance. */
    @Test
    void whatIsInsideIsNearAndWhatIsOutsideIsFar() {
        long seed = Seeds.first();
        System.out.println("GeodesicBufferTest seed " + seed);
        Random random = new Random(seed);
        List<Geometry> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            points.add(Wkt.read("POINT (" + (118 + random.nextDouble()) + " " + (31 + random.nextDouble()) + ")"));
        }
        Geometry near = Geodesy.buffer(points, 5000);
        assertThat(near.isValid()).isTrue();
        for (int i = 0; i < 1000; i++) {
            double lon = 118 + random.nextDouble();
            double lat = 31 + random.nextDouble();
            double least = points.stream().mapToDouble(p -> away(p, lon, lat)).min().orElseThrow();
            if (Math.abs(least - 5000) > 1.5) {
                assertThat(near.intersects(Wkt.read("POINT (" + lon + " " + lat + ")"))).as("seed " + seed + " at " + least)
                        .isEqualTo(least < 5000);
            }
        }
    }

    @Test
    void whatCannotBeBuffered() {
        assertThat(Geodesy.buffer(List.of(), 5).isEmpty()).isTrue();
        assertThatThrownBy(() -> Geodesy.buffer(List.of(Wkt.read("POINT (118 31)")), 0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Geodesy.buffer(List.of(Wkt.read("POINT (179.99 31)")), 5000)).hasMessageContaining("antimeridian");
        assertThatThrownBy(() -> Geodesy.buffer(List.of(Wkt.read("POINT (118 89.99)")), 5000)).hasMessageContaining("pole");
    }

    private static double away(Geometry shape, double lon, double lat) {
        return Geodesy.distanceMetres(shape, Wkt.read("POINT (" + lon + " " + lat + ")"));
    }
}
