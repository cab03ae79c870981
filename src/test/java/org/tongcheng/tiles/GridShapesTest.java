package org.tongcheng.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.tongcheng.Seeds;
import org.tongcheng.geometry.Datum;

/** Geometries on a tile's grid: valid, near their source, neighbours together. Degrees tile 0/0/1 has 4096/180 units a degree. */
class GridShapesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final TileAddress EAST = new TileAddress(TileMatrixSet.CGCS2000_QUAD, 0, 0, 1);
    private static final double UNITS = 4096 / 180.0;
    private static final Geometry SQUARE = FACTORY.toGeometry(new Envelope(-64, 4160, -64, 4160));

    /** In units, x eastward and y southward, written in WKT. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // rounded, straight points left out
        "LINESTRING (10.4 10.4, 20.2 20.3, 30.4 29.6, 40 10)       | LINESTRING (10 10, 30 30, 40 10)",
        // a line may turn back on itself, a ring's spike has no area
        "LINESTRING (10 10, 20 10, 15 10)                          | LINESTRING (10 10, 20 10, 15 10)",
        "POLYGON ((10 10, 40 10, 40 20, 60 20.2, 40 20.4, 40 30, 10 30, 10 10)) | POLYGON ((10 10, 40 10, 40 30, 10 30, 10 10))",
        // too small for the grid
        "POLYGON ((10 10, 10.3 10, 10.2 10.3, 10 10))              | GEOMETRYCOLLECTION EMPTY",
        // a hole that closes, a hole that stays
        "POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0), (50 50, 50.3 50, 50.2 50.4, 50 50), (10 10, 20 10, 20 20, 10 10)) | POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0), (10 10, 20 10, 20 20, 10 10))",
        // a waist that closes makes two
        "POLYGON ((0 0, 40 0, 40 20, 60 20, 60 0, 99 0, 99 40, 60 40, 60 20.4, 40 20.4, 40 40, 0 40, 0 0)) | MULTIPOLYGON (((0 0, 40 0, 40 40, 0 40, 0 0)), ((60 0, 99 0, 99 40, 60 40, 60 0)))",
        // at the margin: a line cut in two, a comb cut into teeth, a ring around everything
        "LINESTRING (4000 100, 5000 100, 5000 200, 4000 200)       | MULTILINESTRING ((4000 100, 4160 100), (4160 200, 4000 200))",
        "POLYGON ((4100 0, 4300 0, 4300 90, 4100 90, 4100 60, 4200 60, 4200 30, 4100 30, 4100 0)) | MULTIPOLYGON (((4100 0, 4160 0, 4160 30, 4100 30, 4100 0)), ((4100 60, 4160 60, 4160 90, 4100 90, 4100 60)))",
        "POLYGON ((-900 -900, 9000 -900, 9000 9000, -900 9000, -900 -900)) | POLYGON ((-64 -64, 4160 -64, 4160 4160, -64 4160, -64 -64))",
        "MULTIPOINT (10 10, 5000 10, 20 20.6)                      | MULTIPOINT (10 10, 20 21)"
    })
    void cutRoundedAndClean(String source, String expected) {
        Geometry made = decoded(source(wkt(source)));
        assertThat(made.norm()).as(made.toText()).isEqualTo(wkt(expected).norm());
    }

    @Test
    void aCollectionGivesOneShapeOfEachKind() {
        List<GridShape> shapes = shapes().of(source(wkt(
                "GEOMETRYCOLLECTION (POINT (5 5), LINESTRING (1 1, 9 9), POLYGON ((0 0, 9 0, 9 9, 0 0)), POINT (7 7))")));
        assertThat(shapes).extracting(GridShape::kind)
                .containsExactly(GridShape.Kind.POINTS, GridShape.Kind.LINES, GridShape.Kind.POLYGONS);
        assertThat(shapes.get(0).paths().get(0)).containsExactly(5, 5, 7, 7);
    }

    /** Whatever comes, it is valid, not far off, and no larger than its source. */
    @Test
    void randomStarsAreValidAndNearTheirSource() {
        long seed = Seeds.first();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3000; i++) {
            Geometry star = star(random);
            Geometry made = decoded(source(star));
            assertThat(new IsValidOp(made).isValid()).as("seed %d, star %d: %s gives %s", seed, i, star, made).isTrue();
            Geometry seen = star.intersection(SQUARE);
            if (!made.isEmpty()) {
                assertThat(farthest(made, seen)).as("seed %d, star %d: %s gives %s", seed, i, star, made).isLessThanOrEqualTo(1);
            }
            // what is lost is nowhere wider than two units
            assertThat(seen.buffer(-1).difference(made.buffer(0.75)).getArea()).as("seed %d, star %d: %s gives %s", seed, i, star, made)
                    .isLessThan(1e-6);
        }
    }

    /** From a unit with a border of a few grid points to one of hundreds; the tile shows only a part of the largest. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 100, 700, 4000, 9000})
    void neighboursKeepTheirBorders(double side) {
        long seed = Seeds.first();
        Envelope box = new Envelope(10, 10 + side, 20, 20 + side);
        List<Geometry> units = new Mosaic(box, 5, 4, 7, new SplittableRandom(seed)).units();
        List<Geometry> made = new ArrayList<>();
        for (Geometry unit : units) {
            Geometry one = decoded(source(unit));
            assertThat(new IsValidOp(one).isValid()).as("seed %d, side %s: %s", seed, side, one).isTrue();
            made.add(one);
        }
        Geometry all = OverlayNGRobust.union(made);
        Geometry whole = FACTORY.toGeometry(box).intersection(SQUARE);
        String shown = "seed " + seed + ", side " + side;
        // no gap and nothing beyond the outline, a unit wide
        assertThat(whole.difference(all).buffer(-0.5).isEmpty()).as(shown).isTrue();
        assertThat(all.difference(whole).buffer(-0.5).isEmpty()).as(shown).isTrue();
        for (int i = 0; i < made.size(); i++) {
            for (int j = i + 1; j < made.size(); j++) {
                Geometry overlap = OverlayNGRobust.overlay(made.get(i), made.get(j), OverlayNG.INTERSECTION);
                assertThat(overlap.buffer(-0.5).isEmpty()).as("%s: %d and %d overlap", shown, i, j).isTrue();
            }
        }
        // mostly there is none at all
        double sum = made.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(sum).as(shown).isCloseTo(whole.getArea(), within(whole.getArea() * 0.002 + side));
    }

    /** Where no unit is thinner than the grid, the outline's area is the sum to the last grid square. */
    @Test
    void thereIsNoGapAtAllWhereNothingHadToBeMended() {
        Envelope box = new Envelope(100, 4000, 100, 4000);
        List<Geometry> units = new Mosaic(box, 5, 4, 4, new SplittableRandom(Seeds.first())).units();
        List<Geometry> made = units.stream().map(unit -> decoded(source(unit))).toList();
        assertThat(made.stream().mapToDouble(Geometry::getArea).sum()).isEqualTo(3900.0 * 3900.0);
        assertThat(CoverageUnion.union(FACTORY.buildGeometry(made)).getArea()).isEqualTo(3900.0 * 3900.0);
    }

    private static GridShapes shapes() {
        return new GridShapes(new TileFrame(EAST, Datum.WGS84));
    }

    private static double farthest(Geometry made, Geometry source) {
        DiscreteHausdorffDistance distance = new DiscreteHausdorffDistance(made, source.getBoundary());
        distance.setDensifyFraction(0.25);
        return distance.orientedDistance();
    }

    /** A ring around a centre, sometimes with a hole, at any place in or across the tile; from less than a unit to hundreds. */
    private static Geometry star(SplittableRandom random) {
        double size = Math.pow(10, random.nextDouble(-0.5, 2.7));
        double x = random.nextDouble(-200, 4300);
        double y = random.nextDouble(-200, 4300);
        int spikes = random.nextInt(3, 40);
        Geometry outer = ring(x, y, size, spikes, random);
        return random.nextInt(3) > 0 ? outer : outer.difference(ring(x, y, size * 0.2, random.nextInt(3, 12), random));
    }

    private static Geometry ring(double x, double y, double size, int spikes, SplittableRandom random) {
        Coordinate[] ring = new Coordinate[spikes + 1];
        for (int i = 0; i < spikes; i++) {
            double angle = 2 * Math.PI * i / spikes;
            double radius = size * random.nextDouble(0.3, 1);
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[spikes] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** From units of the tile to the longitude and latitude that stand there. */
    private static Geometry source(Geometry units) {
        return new GeometryTransformer() {
            @Override
            protected org.locationtech.jts.geom.CoordinateSequence transformCoordinates(
                    org.locationtech.jts.geom.CoordinateSequence coordinates, Geometry parent) {
                Coordinate[] moved = coordinates.toCoordinateArray().clone();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = new Coordinate(moved[i].x / UNITS, 90 - moved[i].y / UNITS);
                }
                return createCoordinateSequence(moved);
            }
        }.transform(units);
    }

    private static Geometry decoded(Geometry source) {
        List<GridShape> shapes = shapes().of(source);
        if (shapes.isEmpty()) {
            return FACTORY.createGeometryCollection();
        }
        LayerWriter layer = new LayerWriter("layer");
        assertThat(layer.add(shapes, each -> { }, Tile.MOST_BYTES)).isTrue();
        byte[] tile = LayerWriter.tile(List.of(layer));
        assertThat(tile).hasSize(layer.bytes());
        return TileDecoder.decode(tile).get("layer").features().get(0).geometry();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
