package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class LocalPlaneTest {

    private static final Geodesic EARTH = new Geodesic(6_378_137, 1 / 298.257222101);

    @Test
    void metresOfThePlaneAreMetres() {
        for (double lat : new double[] {18, 31, 44}) {
            LocalPlane plane = LocalPlane.at(118.5);
            Point middle = Globe.FACTORY.createPoint(new Coordinate(118.5, lat));
            for (int bearing = 0; bearing < 360; bearing += 30) {
                GeodesicData there = EARTH.Direct(lat, 118.5, bearing, 10_000);
                Geometry end = Globe.FACTORY.createPoint(new Coordinate(there.lon2, there.lat2));
                assertThat(plane.toMetres(middle).distance(plane.toMetres(end))).as(lat + " " + bearing).isCloseTo(10_000, within(0.02));
                Coordinate back = plane.toLonLat(plane.toMetres(end)).getCoordinate();
                assertThat(back.distance(end.getCoordinate())).isLessThan(1e-9);
            }
        }
    }
}
