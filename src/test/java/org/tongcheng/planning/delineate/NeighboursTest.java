package org.tongcheng.planning.delineate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

class NeighboursTest {

    /**
     * At 33°N a degree of longitude is 93.5 km, one of latitude 110.9: the L lies 0.0525° north of the shore, which are 5.8 km, and
     * 0.053° east of it, fewer metres though more degrees: 4.95 km.
     */
    @Test
    void howFarApartUnitsAreIsToldInMetresNotInDegrees() {
        Records records = new TestRecords().unit("shore", TestRecords.box(108.0, 33.0, 108.1, 33.1))
                .unit("l", "POLYGON ((108 33.1525, 108.153 33.1525, 108.153 33.0, 108.2 33.0, 108.2 33.2, 108 33.2, 108 33.1525))").records();
        assertThat(new Neighbours(records.units()).connected("shore", Set.of("l"))).containsExactly("shore", "l");
    }
}
