package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CrsTest {

    /**
     * Expected by PROJ 9.1.1: {@code echo "32.04 118.79" | cs2cs -f %.4f EPSG:4490 EPSG:4549}, which prints northing, easting;
     * from EPSG:4326 for 3857, which prints easting, northing. PROJ's transverse Mercator is the exact one, not the series of
     * the zone, so positions far outside the zone count as well.
     */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4549, 118.79, 32.04, 3546928.2127, 385709.2213",
        "EPSG:4548, 118.0894, 24.4798, 2708867.2079, 610437.9363",
        "EPSG:4549, 104.0657, 30.6595, 3503978.3910, -1036637.9356",
        "EPSG:4534, 75, 0, 0, 500000",
        "EPSG:4534, 121.4737, 31.2304, 4587415.4474, 5129262.5206",
        "EPSG:4554, 80, 40, 6175533.0076, -4208940.0921",
        "EPSG:4554, 135, 50, 5540847.0416, 500000",
        "EPSG:4544, 104, -20, -2212678.6275, 395348.8157",
        "EPSG:4549, 160, -45, -5826829.6119, 3633139.7918",
        "EPSG:4549, 60.001, 80, 9439251.6328, -469640.7442",
        "EPSG:4549, 179.9, 10, 2160750.9826, 8574899.9272",
        "EPSG:3857, 118.79, 32.04, 13223642.3113, 3768562.3947",
        "EPSG:3857, 180, 85.06, 20037508.3428, 20048966.1040",
        "EPSG:3857, -180, -85.06, -20037508.3428, -20048966.1040",
        "EPSG:3857, 180, 89.9, 20037508.3428, 44927335.4271",
        "EPSG:4326, 118.79, 32.04, 32.04, 118.79",
        "EPSG:4490, 118.79, 32.04, 32.04, 118.79",
        "OGC:CRS84, 118.79, 32.04, 118.79, 32.04"
    })
    void agreesWithProj(String code, double lon, double lat, double first, double second) {
        Crs crs = Crs.findByCode(code).orElseThrow();
        Coordinate there = crs.fromLonLat(new Coordinate(lon, lat));
        assertThat(there.x).isCloseTo(first, within(1e-4));
        assertThat(there.y).isCloseTo(second, within(1e-4));
        Coordinate back = crs.toLonLat(there);
        assertThat(back.x).isCloseTo(lon, within(1e-9));
        assertThat(back.y).isCloseTo(lat, within(1e-9));
    }

    /**
     * One degree east of its central meridian every zone has the same numbers; so says {@code cs2cs} of all 21, for instance
     * {@code echo "30 76" | cs2cs -f %.4f EPSG:4490 EPSG:4534}.
     */
    @Test
    void everyZoneHasItsCentralMeridian() {
        for (int zone = 4534; zone <= 4554; zone++) {
            Crs crs = Crs.findByCode("EPSG:" + zone).orElseThrow();
            Coordinate there = crs.fromLonLat(new Coordinate(75 + 3 * (zone - 4534) + 1, 30));
            assertThat(there.x).as(crs.code()).isCloseTo(3320534.4364, within(1e-4));
            assertThat(there.y).as(crs.code()).isCloseTo(596488.7481, within(1e-4));
        }
    }

    @Test
    void theListIsWhatTheServicePromises() {
        assertThat(Crs.all()).hasSize(25).first().isEqualTo(Crs.CRS84);
        assertThat(Crs.find("http://www.opengis.net/def/crs/OGC/1.3/CRS84")).contains(Crs.CRS84);
        assertThat(Crs.find("http://www.opengis.net/def/crs/EPSG/0/4554")).map(Crs::code).contains("EPSG:4554");
        assertThat(Crs.find("http://www.opengis.net/def/crs/OGC/0/CRS84h")).isEmpty();
        assertThat(Crs.find("http://www.opengis.net/def/crs/EPSG/0/4555")).isEmpty();
        assertThat(Crs.find("EPSG:4326")).isEmpty();
        assertThat(Crs.findByCode("[EPSG:4490]")).map(Crs::code).contains("EPSG:4490");
        assertThat(Crs.findByCode("epsg:3857")).map(Crs::northEast).contains(false);
        assertThat(Crs.findByCode("crs84")).contains(Crs.CRS84);
        assertThat(Crs.findByCode("EPSG:2385")).isEmpty();
        assertThat(Crs.all()).allSatisfy(crs -> assertThat(crs.decimals()).isEqualTo(crs.inDegrees() ? 9 : 4));
    }

    @Test
    void geometriesKeepTheirShapeAndTheArgumentIsLeftAlone() {
        Geometry cell = Wkt.read("POLYGON ((118 24, 119 24, 119 25, 118 24), (118.5 24.2, 118.8 24.2, 118.8 24.4, 118.5 24.2))");
        Geometry before = cell.copy();
        Crs zone = Crs.findByCode("EPSG:4547").orElseThrow();
        Geometry there = zone.fromLonLat(cell);
        assertThat(cell.equalsExact(before)).isTrue();
        assertThat(there.getEnvelopeInternal().getMinX()).isGreaterThan(2_600_000);
        assertThat(zone.toLonLat(there).equalsExact(cell, 1e-9)).isTrue();
        assertThat(Crs.CRS84.fromLonLat(cell)).isSameAs(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:3857, 0, 90", "EPSG:3857, 0, -89.95", "EPSG:4549, 0, 30", "EPSG:4549, -120, 30", "EPSG:4534, 135.1, 0",
        "EPSG:4554, 74.9, 40", "EPSG:3857, 181, 0", "EPSG:4549, NaN, 0", "EPSG:4549, 120, 90.1"
    })
    void outsideItsDomainAProjectionSaysSo(String code, double lon, double lat) {
        Crs crs = Crs.findByCode(code).orElseThrow();
        assertThatThrownBy(() -> crs.fromLonLat(new Coordinate(lon, lat)))
                .isInstanceOf(OutsideDomain.class).hasMessageContaining(code).hasMessageContaining("longitude " + lon);
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:3857, 20037509, 0", "EPSG:3857, 0, 1e9", "EPSG:3857, 0, 1e308", "EPSG:4549, 1.1e7, 500000", "EPSG:4549, 0, 1e7",
        "EPSG:4549, 0, 1e300", "EPSG:4549, Infinity, 0", "EPSG:4549, 0, NaN", "EPSG:4554, 2e6, 9e6"
    })
    void soDoesTheWayBack(String code, double first, double second) {
        Crs crs = Crs.findByCode(code).orElseThrow();
        assertThatThrownBy(() -> crs.toLonLat(new Coordinate(first, second))).isInstanceOf(OutsideDomain.class);
    }

    @Test
    void theEdgeOfTheWorldRoundedToItsDecimalsIsStillOnIt() {
        Crs mercator = Crs.findByCode("EPSG:3857").orElseThrow();
        assertThat(mercator.toLonLat(new Coordinate(20037508.3428, 0)).x).isCloseTo(180, within(1e-9)).isLessThanOrEqualTo(180);
        assertThat(mercator.toLonLat(new Coordinate(-20037508.3429, 0)).x).isEqualTo(-180);
    }

    /** A system's projection is shared by all requests. */
    @ParameterizedTest
    @ValueSource(strings = {"EPSG:3857", "EPSG:4549"})
    void manyThreadsGetWhatOneGets(String code) {
        Crs crs = Crs.findByCode(code).orElseThrow();
        List<Coordinate> positions = IntStream.range(0, 20_000)
                .mapToObj(i -> new Coordinate(100 + i % 400 * 0.1, i / 400 * 1.5)).toList();
        List<Coordinate> alone = positions.stream().map(crs::fromLonLat).toList();
        assertThat(positions.parallelStream().map(crs::fromLonLat).toList()).isEqualTo(alone);
        assertThat(alone.parallelStream().map(crs::toLonLat).toList())
                .isEqualTo(alone.stream().map(crs::toLonLat).toList());
    }
}
