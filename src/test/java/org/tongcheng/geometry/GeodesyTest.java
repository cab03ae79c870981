package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class GeodesyTest {

    /** The area of a quadrangle between meridians and parallels in closed form; 11 226.471672 km² in design.md. */
    @Test
    void oneDegreeCellHasTheAreaOfTheClosedForm() {
        Geometry cell = Wkt.read("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))");
        assertThat(Geodesy.areaSquareMetres(cell)).isCloseTo(11_226_471_672.0, within(1.0));
        assertThat(Geodesy.areaSquareMetres(cell)).isCloseTo(quadrangle(1, 24, 25), within(1e-3));
        assertThat(Geodesy.areaSquareMetres(cell.reverse())).isEqualTo(Geodesy.areaSquareMetres(cell));
    }

    /** Moritz, Geodetic Reference System 1980: the sphere of equal surface has a radius of 6 371 007.1810 m. */
    @Test
    void theWholeGlobeHasTheSurfaceOfGrs80() {
        Geometry globe = Wkt.read("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
        double surface = 4 * Math.PI * 6_371_007.1810 * 6_371_007.1810;
        assertThat(Geodesy.areaSquareMetres(globe) / surface).isCloseTo(1, within(1e-10));
        assertThat(Geodesy.areaSquareMetres(globe)).isCloseTo(quadrangle(360, -90, 90), within(surface * 1e-12));
    }

    /** 10 m by 11 m: the radii of curvature in its middle make its area, to 1e-14; its coordinates have ten digits each. */
    @Test
    void aParcelLosesNoDigits() {
        double phi = Math.toRadians(24.50005);
        double e2 = (2 - 1 / 298.257222101) / 298.257222101;
        double w2 = 1 - e2 * Math.pow(Math.sin(phi), 2);
        double meridian = 6378137 * (1 - e2) / Math.pow(w2, 1.5);
        double parallel = 6378137 / Math.sqrt(w2) * Math.cos(phi);
        double expected = meridian * parallel * Math.pow(Math.toRadians(1e-4), 2);
        Geometry parcel = Wkt.read("POLYGON ((118.5 24.5, 118.5001 24.5, 118.5001 24.5001, 118.5 24.5001, 118.5 24.5))");
        assertThat(Geodesy.areaSquareMetres(parcel) / expected).isCloseTo(1, within(1e-9));
    }

    /** Cut along its diagonal, a cell that straddles the equator has two equal halves, by symmetry. */
    @Test
    void aDiagonalHalvesWhatIsSymmetric() {
        double cell = Geodesy.areaSquareMetres(Wkt.read("POLYGON ((10 -60, 90 -60, 90 60, 10 60, 10 -60))"));
        double half = Geodesy.areaSquareMetres(Wkt.read("POLYGON ((10 -60, 90 -60, 90 60, 10 -60))"));
        assertThat(half / cell).isCloseTo(0.5, within(1e-14));
    }

    @Test
    void holesAreTakenOffAndPartsAdded() {
        String shell = "(118 24, 120 24, 120 26, 118 26, 118 24)";
        String hole = "(118.5 24.5, 119 24.5, 119 25, 118.5 25, 118.5 24.5)";
        double expected = quadrangle(2, 24, 26) - quadrangle(0.5, 24.5, 25);
        assertThat(Geodesy.areaSquareMetres(Wkt.read("POLYGON (" + shell + ", " + hole + ")"))).isCloseTo(expected, within(1e-2));
        Geometry parts = Wkt.read("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1), MULTIPOLYGON ((" + shell + ", " + hole
                + "), ((0 -1, 1 -1, 1 0, 0 0, 0 -1))), POLYGON EMPTY)");
        assertThat(Geodesy.areaSquareMetres(parts)).isCloseTo(expected + quadrangle(1, 0, 1), within(1e-2));
    }

    @Test
    void whatHasNoAreaHasZero() {
        assertThat(Geodesy.areaSquareMetres(Wkt.read("POINT (1 1)"))).isZero();
        assertThat(Geodesy.areaSquareMetres(Wkt.read("LINESTRING (1 1, 2 2)"))).isZero();
        assertThat(Geodesy.areaSquareMetres(Wkt.read("MULTIPOLYGON EMPTY"))).isZero();
        assertThat(Geodesy.perimeterMetres(Wkt.read("MULTIPOLYGON EMPTY"))).isZero();
    }

    /** The first is the ellipsoid's quarter meridian (Moritz 1980: 10 001 965.7293 m), the second 1/360 of the equator. */
    @Test
    void lengthsAreGeodesic() {
        assertThat(Geodesy.lengthMetres(Wkt.read("LINESTRING (7 0, 7 90)"))).isCloseTo(10_001_965.7293, within(1e-4));
        double degree = Math.toRadians(1) * 6_378_137;
        assertThat(Geodesy.distanceMetres(118, 0, 119, 0)).isCloseTo(degree, within(1e-6));
        Geometry lines = Wkt.read("MULTILINESTRING ((0 0, 1 0, 3 0), (5 0, 4 0))");
        assertThat(Geodesy.lengthMetres(lines)).isCloseTo(4 * degree, within(1e-6));
        assertThat(Geodesy.lengthMetres(Wkt.read("POLYGON ((0 0, 1 0, 1 1, 0 0))"))).isZero();
    }

    @Test
    void thePerimeterCountsHoles() {
        double around = Geodesy.perimeterMetres(Wkt.read("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"));
        double hole = Geodesy.perimeterMetres(Wkt.read("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"));
        Geometry both = Wkt.read("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");
        assertThat(Geodesy.perimeterMetres(both)).isCloseTo(around + hole, within(1e-6));
        assertThat(Geodesy.perimeterMetres(Wkt.read("LINESTRING (0 0, 1 1)"))).isZero();
    }

    /** Twice as far north a degree of longitude is shorter, so the mean lies south of the middle parallel. */
    @Test
    void theCentroidWeighsByTrueArea() {
        Point centroid = Geodesy.centroid(Wkt.read("POLYGON ((100 20, 110 20, 110 40, 100 40, 100 20))"));
        assertThat(centroid.getX()).isCloseTo(105, within(1e-9));
        // ∫ φ cos φ dφ / ∫ cos φ dφ on the sphere = 29.66°; the ellipsoid moves it by less than 0.02°
        double a = Math.toRadians(20);
        double b = Math.toRadians(40);
        double sphere = (b * Math.sin(b) + Math.cos(b) - a * Math.sin(a) - Math.cos(a)) / (Math.sin(b) - Math.sin(a));
        assertThat(centroid.getY()).isCloseTo(Math.toDegrees(sphere), within(0.02)).isLessThan(29.8);
        Point ofTwo = Geodesy.centroid(Wkt.read("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((4 0, 5 0, 5 1, 4 1, 4 0)))"));
        assertThat(ofTwo.getX()).isCloseTo(2.5, within(1e-9));
        assertThat(Geodesy.centroid(Wkt.read("LINESTRING (10 30, 12 30)")).getX()).isCloseTo(11, within(1e-9));
        assertThat(Geodesy.centroid(Wkt.read("MULTIPOINT ((10 30), (12 32))")).getY()).isCloseTo(31, within(1e-9));
        assertThatThrownBy(() -> Geodesy.centroid(Wkt.read("POINT EMPTY"))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The closed form of Snyder (1987), equations 3-12 and 3-13, on GRS80 = CGCS2000. */
    private static double quadrangle(double lonDegrees, double south, double north) {
        double f = 1 / 298.257222101;
        double b2 = Math.pow(6378137 * (1 - f), 2);
        double e = Math.sqrt(f * (2 - f));
        return Math.toRadians(lonDegrees) * b2 / 2 * (zone(north, e) - zone(south, e));
    }

    private static double zone(double lat, double e) {
        double sin = Math.sin(Math.toRadians(lat));
        return sin / (1 - e * e * sin * sin) + Math.log((1 + e * sin) / (1 - e * sin)) / (2 * e);
    }

    /** What lies a millimetre within the distance, in whichever direction by an independent geodesic, lies in the box. */
    @ParameterizedTest
    @CsvSource({"0, 5", "18, 50", "31, 1000", "-44, 100000", "69, 1000000"})
    void aBoxAroundHoldsAllWithinTheDistance(double lat, double metres) {
        Envelope box = Geodesy.around(new Envelope(118, 119, lat, lat + 1), metres);
        for (double azimuth = 0; azimuth < 360; azimuth += 5) {
            for (double[] corner : new double[][] {{118, lat}, {119, lat}, {118, lat + 1}, {119, lat + 1}}) {
                GeodesicData there = Geodesic.WGS84.Direct(corner[1], corner[0], azimuth, metres - 0.001);
                assertThat(box.contains(there.lon2, there.lat2)).as("%s m at %s°", metres, azimuth).isTrue();
            }
        }
        assertThat(box.getMaxY() - lat - 1).isCloseTo(metres / 110_600, within(metres / 110_600 * 0.01));
    }

    @Test
    void aRingStandsAtTheDistanceAllAroundFromNorthOn() {
        List<Coordinate> ring = Geodesy.ring(new Coordinate(118, 31), 1500, 8);
        assertThat(ring).hasSize(8);
        for (int i = 0; i < 8; i++) {
            GeodesicData way = Geodesic.WGS84.Inverse(31, 118, ring.get(i).y, ring.get(i).x);
            assertThat(way.s12).isCloseTo(1500, within(1e-3));
            assertThat((way.azi1 + 360) % 360).isCloseTo(45.0 * i, within(1e-6));
        }
    }
}
