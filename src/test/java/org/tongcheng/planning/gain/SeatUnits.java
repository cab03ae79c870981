package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.Unit;

/** Units without people and next to no land, so that their seats alone count. */
final class SeatUnits {

    private SeatUnits() {}

    static List<Unit> of(List<double[]> seats) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            double lon = seats.get(i)[0];
            double lat = seats.get(i)[1];
            units.add(new Unit(String.valueOf(i), Text.of("u" + i), Unit.PREFECTURE, null, false, null, null, new Coordinate(lon, lat), null,
                    null, null, TestRecords.geometry(TestRecords.box(lon, lat, lon + 1e-9, lat + 1e-9)), 1));
        }
        return units;
    }
}
