package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.triangulate.quadedge.TrianglePredicate;

class IsochroneTriangulationTest {

    /** Corners of a square and points within: the triangles inside tile it, none holds a fourth point in its circle. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void trianglesTileTheSquareAndTheirCirclesAreEmpty(long seed) {
        Random random = new Random(seed);
        int n = 80;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            // Whole numbers, so that many lie on one line or one circle.
            x[i] = i < 4 ? 20 * (i == 1 || i == 2 ? 1 : 0) : i % 19 + 1;
            y[i] = i < 4 ? 20 * (i >= 2 ? 1 : 0) : 1 + i / 19 * 4 + random.nextDouble();
        }
        IsochroneTriangulation cut = new IsochroneTriangulation(x, y, n, 1);
        IsochroneConstraints lines = new IsochroneConstraints(cut);
        for (int i = 0; i < 4; i++) {
            lines.constrain(i, (i + 1) % 4, 1);
        }
        int[] inside = IsochroneRegions.corners(cut, 1, 1, p -> p);

        double area = 0;
        for (int k = 0; k < inside.length; k += 3) {
            Coordinate a = new Coordinate(x[inside[k]], y[inside[k]]);
            Coordinate b = new Coordinate(x[inside[k + 1]], y[inside[k + 1]]);
            Coordinate c = new Coordinate(x[inside[k + 2]], y[inside[k + 2]]);
            area += ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
            for (int p = 0; p < n; p++) {
                boolean corner = p == inside[k] || p == inside[k + 1] || p == inside[k + 2];
                Coordinate other = new Coordinate(x[p], y[p]);
                assertThat(!corner && TrianglePredicate.isInCircleDDFast(a, b, c, other)
                        && distanceToCircle(a, b, c, other) > 1e-9).as("seed %d, point %d in %s %s %s", seed, p, a, b, c).isFalse();
            }
        }
        assertThat(area).isCloseTo(400, within(1e-9));
    }

    /** A line through a crowd of points becomes an edge; one through points becomes several. */
    @Test
    void linesBecomeEdges() {
        double[] x = {0, 10, 3, 3.5, 5, 5, 7, 7};
        double[] y = {0, 0, 1, -1, 2, 0, 3, -3};
        IsochroneTriangulation cut = new IsochroneTriangulation(x, y, x.length, 1);
        new IsochroneConstraints(cut).constrain(0, 1, 2);

        Set<String> marked = new HashSet<>();
        for (int t = 0; t < cut.triangles(); t++) {
            for (int i = 0; i < 3; i++) {
                if (cut.mark(t, i) == 2) {
                    int a = cut.corner(t, (i + 1) % 3);
                    int b = cut.corner(t, (i + 2) % 3);
                    marked.add(Math.min(a, b) + "-" + Math.max(a, b));
                }
            }
        }
        assertThat(marked).containsExactlyInAnyOrder("0-5", "1-5");
    }

    @Test
    void crossingLinesAndEqualPointsAreRefused() {
        IsochroneTriangulation cut = new IsochroneTriangulation(new double[] {0, 1, 1, 0}, new double[] {0, 1, 0, 1}, 4, 1);
        IsochroneConstraints lines = new IsochroneConstraints(cut);
        lines.constrain(0, 1, 1);
        assertThatThrownBy(() -> lines.constrain(2, 3, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("crosses");
        assertThatThrownBy(() -> new IsochroneTriangulation(new double[] {0, 1, 0}, new double[] {0, 1, 0}, 3, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("same place");
    }

    private static double distanceToCircle(Coordinate a, Coordinate b, Coordinate c, Coordinate p) {
        Coordinate centre = Triangle.circumcentre(a, b, c);
        return centre.distance(a) - centre.distance(p);
    }
}
