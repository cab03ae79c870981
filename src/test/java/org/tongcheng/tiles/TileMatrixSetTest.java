package org.tongcheng.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.Seeds;
import org.tongcheng.geometry.Datum;

class TileMatrixSetTest {

    /** OGC 17-083r4, annex on WebMercatorQuad; for degrees the same as its WorldCRS84Quad. */
    @ParameterizedTest
    @CsvSource({
        "WEB_MERCATOR_QUAD, 0, 559082264.0287178, 156543.033928041, 1, 1",
        "WEB_MERCATOR_QUAD, 17, 4265.459166936, 1.194328566955879, 131072, 131072",
        "WEB_MERCATOR_QUAD, 24, 33.32389974168761, 0.009330691929342804, 16777216, 16777216",
        "CGCS2000_QUAD, 0, 279541132.0143589, 0.703125, 2, 1",
        "CGCS2000_QUAD, 17, 2132.729583849784, 0.000005364418029785156, 262144, 131072"
    })
    void scalesAreThoseOfTheStandard(TileMatrixSet set, int zoom, double scale, double cell, long columns, long rows) {
        assertThat(set.scaleDenominator(zoom)).isCloseTo(scale, within(scale * 1e-9));
        assertThat(set.cellSize(zoom)).isCloseTo(cell, within(cell * 1e-9));
        assertThat(set.columns(zoom)).isEqualTo(columns);
        assertThat(set.rows(zoom)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        // the quarter of the world north-west of the origin ends at the equator, Greenwich and atan(sinh(pi))
        "WEB_MERCATOR_QUAD, 1, 0, 0, -180, 0, 0, 85.0511287798066",
        "CGCS2000_QUAD, 0, 0, 1, 0, 180, -90, 90",
        "CGCS2000_QUAD, 2, 1, 6, 90, 135, 0, 45"
    })
    void aTileHasItsPlace(TileMatrixSet set, int zoom, long row, long column, double west, double east, double south, double north) {
        Envelope box = new TileAddress(set, zoom, row, column).box(0);
        assertThat(box.getMinX()).isCloseTo(west, within(1e-9));
        assertThat(box.getMaxX()).isCloseTo(east, within(1e-9));
        assertThat(box.getMinY()).isCloseTo(south, within(1e-9));
        assertThat(box.getMaxY()).isCloseTo(north, within(1e-9));
    }

    @Test
    void thereAreNoTilesBesideTheMatrix() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, 3, 8, 0))
                .withMessageContaining("WebMercatorQuad").withMessageContaining("3/8/0");
        assertThatIllegalArgumentException().isThrownBy(() -> new TileAddress(TileMatrixSet.CGCS2000_QUAD, 24, 0, 0));
        assertThat(new TileAddress(TileMatrixSet.CGCS2000_QUAD, 3, 7, 15).column()).isEqualTo(15);
    }

    /** The northing of EPSG method 1024, written another way than the code writes it, at random places in and around tiles. */
    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void positionsComeToTheirUnits(TileMatrixSet set) {
        long seed = Seeds.first();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            int zoom = random.nextInt(set.maxZoom() + 1);
            TileAddress address = new TileAddress(set, zoom, random.nextLong(set.rows(zoom)), random.nextLong(set.columns(zoom)));
            Envelope box = address.box(Tile.EXTENT);
            double lat = Math.max(-85.05, Math.min(85.05, box.getMinY() + random.nextDouble() * box.getHeight()));
            double tiles = 1L << zoom;
            double down = set == TileMatrixSet.CGCS2000_QUAD ? (90 - lat) / 180
                    : 0.5 - (Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2))) / (2 * Math.PI);
            double expected = (down * tiles - address.row()) * Tile.EXTENT;
            double tolerance = 0.01 + tiles * Tile.EXTENT * 1e-14;
            assertThat(new TileFrame(address, Datum.WGS84).y(lat))
                    .as("seed %d, %s, latitude %s", seed, address, lat).isCloseTo(expected, within(tolerance));
        }
    }
}
