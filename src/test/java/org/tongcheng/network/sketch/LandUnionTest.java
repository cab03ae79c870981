package org.tongcheng.network.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class LandUnionTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A store may hold a user's own collections and no unit at all. */
    @Test
    void noUnitsAreNoLand() {
        assertThat(new LandUnion(List.of(), 100).land().isEmpty()).isTrue();
    }

    @Test
    void twoUnitsThatShareABorderAreOnePieceOfLand() {
        Geometry land = new LandUnion(List.of(square(0), square(1)), 100).land();
        assertThat(land.getNumGeometries()).isEqualTo(1);
        assertThat(land.getArea()).isEqualTo(2);
    }

    private static Geometry square(double west) {
        return FACTORY.toGeometry(new Envelope(west, west + 1, 0, 1));
    }
}
