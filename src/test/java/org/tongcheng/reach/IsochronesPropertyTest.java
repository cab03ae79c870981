package org.tongcheng.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones.Combine;
import org.tongcheng.reach.Isochrones.Detail;

/** What must hold whatever the times: random times on random land. */
class IsochronesPropertyTest {

    private static final int[] BUDGETS = {10_000, 10_001, 25_000, 50_000, 90_000};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void validNestedAndTrueToTheNodes(long seed) {
        Random random = new Random(seed);
        Geometry land = land(random);
        Streets streets = TestLattice.over(land);
        int[] time = randomTimes(random, streets);
        List<IsochroneSeed> seeds = randomSeeds(random, seed % 3 == 0 ? 0 : 25);
        Detail detail = seed % 2 == 0 ? Detail.SMOOTH : Detail.EXACT;

        List<MultiPolygon> areas = Isochrones.of(streets)
                .areas(streets, List.of(new IsochroneTimes(time, seeds)), Combine.UNION, detail, BUDGETS);

        for (int k = 0; k < BUDGETS.length; k++) {
            IsValidOp valid = new IsValidOp(areas.get(k));
            assertThat(valid.isValid()).as("seed %d, budget %d: %s", seed, BUDGETS[k], valid.getValidationError()).isTrue();
            assertThat(areas.get(k).isSimple()).isTrue();
            assertNodes(seed, streets, time, areas.get(k), BUDGETS[k]);
            if (k > 0) {
                assertThat(areas.get(k).covers(areas.get(k - 1)))
                        .as("seed %d: %d holds %d but %s", seed, k, k - 1, areas.get(k - 1).difference(areas.get(k))).isTrue();
            }
        }
        assertThat(areas.get(4).difference(land.buffer(1e-9)).getArea()).isZero();
    }

    /** The slow twin: every triangle clipped by itself, and all of them united. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void sameAsTheUnionOfClippedTriangles(long seed) {
        Random random = new Random(seed);
        Geometry land = land(random);
        Streets streets = TestLattice.over(land);
        int[] time = randomTimes(random, streets);
        IsochroneMesh mesh = IsochroneMesh.of(streets);
        IsochronePace pace = new IsochronePace(mesh, streets);
        IsochroneTimes times = new IsochroneTimes(time, List.of());
        IsochroneField field = IsochroneField.of(mesh, pace, List.of(times), false, false, new int[] {50_000});

        Geometry fast = new IsochroneContour(field, new int[] {50_000}).polygons(0);
        List<Geometry> pieces = new ArrayList<>();
        for (int t = 0; t < mesh.triangles(); t++) {
            pieces.add(clipped(field, mesh.corner[3 * t], mesh.corner[3 * t + 1], mesh.corner[3 * t + 2], 50_000));
        }
        Geometry slow = OverlayNGRobust.union(pieces);

        assertThat(fast.getArea()).isCloseTo(slow.getArea(), within(1e-10));
        assertThat(fast.symDifference(slow).getArea()).as("seed %d", seed).isLessThan(1e-10);
    }

    private static Geometry clipped(IsochroneField field, int a, int b, int c, int budget) {
        int[] corner = {a, b, c, a};
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean in = field.millis(corner[i]) <= budget;
            boolean nextIn = field.millis(corner[i + 1]) <= budget;
            if (in) {
                kept.add(field.coordinate(corner[i]));
            }
            if (in != nextIn) {
                kept.add(in ? field.cut(corner[i], corner[i + 1], budget) : field.cut(corner[i + 1], corner[i], budget));
            }
        }
        if (kept.isEmpty()) {
            return new GeometryFactory().createPolygon();
        }
        kept.add(kept.get(0));
        return new GeometryFactory().createPolygon(kept.toArray(Coordinate[]::new));
    }

    private static void assertNodes(long seed, Streets streets, int[] time, Geometry area, int budget) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        for (int v = 0; v < streets.nodes(); v++) {
            int location = locator.locate(new Coordinate(streets.lon(v), streets.lat(v)));
            if (time[v] <= budget) {
                assertThat(location).as("seed %d, reached node %d", seed, v).isNotEqualTo(Location.EXTERIOR);
            } else {
                assertThat(location).as("seed %d, node %d beyond the budget", seed, v).isNotEqualTo(Location.INTERIOR);
            }
        }
    }

    /** Blots of land with bites taken out: capes, islands, lakes, straits and land one node wide. */
    static Geometry land(Random random) {
        GeometryFactory factory = new GeometryFactory();
        Geometry land = factory.createPolygon();
        for (int i = 0; i < 12; i++) {
            Geometry blot = factory.createPoint(at(random)).buffer(0.005 + 0.05 * random.nextDouble(), 1 + random.nextInt(5));
            land = i % 3 == 2 ? land.difference(blot) : land.union(blot);
        }
        return withoutPonds(land);
    }

    /** Lakes smaller than a triangle of the lattice count as land; so that land can be compared, there are none. */
    private static Geometry withoutPonds(Geometry land) {
        GeometryFactory factory = new GeometryFactory();
        Geometry filled = land;
        for (int i = 0; i < land.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) land.getGeometryN(i);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                Geometry lake = factory.createPolygon(polygon.getInteriorRingN(h));
                filled = lake.getArea() < TestLattice.STEP * TestLattice.ROW / 2 ? filled.union(lake) : filled;
            }
        }
        return filled;
    }

    private static int[] randomTimes(Random random, Streets streets) {
        int[] time = new int[streets.nodes()];
        for (int v = 0; v < time.length; v++) {
            // Whole thousands, so that many fall on the budgets.
            time[v] = random.nextInt(5) == 0 ? Streets.UNREACHED : 1000 * random.nextInt(100);
        }
        return time;
    }

    private static List<IsochroneSeed> randomSeeds(Random random, int count) {
        List<IsochroneSeed> seeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Coordinate c = at(random);
            seeds.add(new IsochroneSeed(c.x, c.y, random.nextInt(90_000), 0.05 + random.nextDouble() / 5));
        }
        return seeds;
    }

    private static Coordinate at(Random random) {
        return new Coordinate(-0.1 + 0.2 * random.nextDouble(), -0.1 + 0.2 * random.nextDouble());
    }
}
