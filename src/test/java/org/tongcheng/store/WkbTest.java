package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Bytes that JTS writes, in either order of bytes, with and without SRID. */
class WkbTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "POINT (118.5 -24.25)", "POINT EMPTY", "LINESTRING (1 2, 3 4, 5 6)", "LINESTRING EMPTY",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))", "POLYGON EMPTY", "MULTIPOINT (1 2, 3 4)",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 0))", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (1 2, 3 4)), MULTIPOINT (5 6))", "MULTIPOLYGON EMPTY"
    })
    void everyKindIsReadBack(String wkt) {
        Geometry geometry = StoreFixture.wkt(wkt);
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            for (boolean srid : new boolean[] {false, true}) {
                geometry.setSRID(4326);
                for (WkbReader reader : List.of(WkbReader.POSITIONS, WkbReader.FLAT)) {
                    Geometry read = reader.read(new WKBWriter(2, order, srid).write(geometry));
                    assertThat(read).isEqualTo(geometry);
                    assertThat(read.getGeometryType()).isEqualTo(geometry.getGeometryType());
                    assertThat(read.getSRID()).isZero();
                }
            }
        }
    }

    @Test
    void brokenBytesAreSaidToBeBroken() {
        byte[] whole = Wkb.plain(StoreFixture.wkt("LINESTRING (1 2, 3 4, 5 6)"));
        assertThatIllegalStateException().isThrownBy(() -> WkbReader.POSITIONS.read(Arrays.copyOf(whole, whole.length - 1))).withMessageContaining("56 bytes");
        whole[1] = 99;
        assertThatIllegalStateException().isThrownBy(() -> WkbReader.POSITIONS.read(whole)).withMessageContaining("57 bytes");
        assertThat(WkbReader.POSITIONS.read(null)).isNull();
    }
}
