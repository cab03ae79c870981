package org.tongcheng.network.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.geometry.Geodesy;

class ConicPlaneTest {

    @Test
    void thereAndBackIsTheSamePoint() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double lon = 73 + random.nextDouble() * 62;
            double lat = 18 + random.nextDouble() * 35;
            double[] xy = ConicPlane.project(lon, lat);
            double[] back = ConicPlane.unproject(xy[0], xy[1]);
            assertThat(back[0]).as("seed %d", seed).isCloseTo(lon, within(1e-10));
            assertThat(back[1]).as("seed %d", seed).isCloseTo(lat, within(1e-10));
        }
    }

    /** Conformal: short distances are the geodesic ones times the scale, in every direction. */
    @Test
    void shortDistancesAreTheGeodesicOnesTimesTheScale() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double lon = 73 + random.nextDouble() * 62;
            double lat = 18 + random.nextDouble() * 35;
            double toLon = lon + (random.nextDouble() - 0.5) / 50;
            double toLat = lat + (random.nextDouble() - 0.5) / 50;
            double[] from = ConicPlane.project(lon, lat);
            double[] to = ConicPlane.project(toLon, toLat);
            double plane = Math.hypot(to[0] - from[0], to[1] - from[1]);
            double metres = Geodesy.distanceMetres(lon, lat, toLon, toLat);
            assertThat(plane / ConicPlane.scale((lat + toLat) / 2)).as("seed %d", seed).isCloseTo(metres, within(metres * 1e-6 + 1e-4));
        }
    }

    @Test
    void theStandardParallelsAreTrue() {
        assertThat(ConicPlane.scale(24)).isCloseTo(1, within(1e-12));
        assertThat(ConicPlane.scale(42)).isCloseTo(1, within(1e-12));
        assertThat(ConicPlane.scale(33)).isBetween(0.987, 0.989);
        assertThat(ConicPlane.scale(18)).isLessThan(1.031);
        assertThat(ConicPlane.scale(47)).isLessThan(1.031);
    }
}
