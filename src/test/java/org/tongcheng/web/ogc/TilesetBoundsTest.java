package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.tiles.TileDecoder;
import tools.jackson.databind.JsonNode;

/** Who asks only for the tiles that a tileset's box or bounds reach misses nothing, and who asks for others is told that they are empty. */
class TilesetBoundsTest {

    private static final int LAST_ZOOM = 8;
    private static final Geometry INSIDE = new GeometryFactory().toGeometry(new Envelope(1, 4095, 1, 4095));

    @RegisterExtension
    private static final RunningService service = RunningService.open();

    @BeforeAll
    static void build() {
        FeatureStore store = service.store();
        for (String id : List.of("corner", "beside", "shapes", "empty")) {
            store.create(new CollectionDeclaration(id, Text.of(id), null, GeometryKind.ANY, List.of(), false));
        }
        // 112.5 is 13/16 of the way round from the antimeridian, and the equator half way down
        store.write(List.of(new Write.Create("corner", new Feature("c", Towns.wkt("POINT (112.5 0)"), Map.of())),
                new Write.Create("beside", new Feature("b", Towns.wkt("POINT (112.499 30)"), Map.of()))));
        Random random = new Random(Seeds.first());
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double x = 110 + random.nextInt(400) / 100.0;
            double y = 28 + random.nextInt(300) / 100.0;
            double side = 0.1 + random.nextDouble();
            String text = switch (i % 3) {
                case 0 -> "POINT (" + x + " " + y + ")";
                case 1 -> "LINESTRING (" + x + " " + y + ", " + (x + side) + " " + (y - side) + ")";
                default -> "POLYGON ((" + x + " " + y + ", " + (x + side) + " " + y + ", " + x + " " + (y + side) + ", " + x + " " + y + "))";
            };
            writes.add(new Write.Create("shapes", new Feature("s" + i, Towns.wkt(text), Map.of())));
        }
        store.write(writes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WGS84", "GCJ-02", "BD-09"})
    void tilesThatHoldSomethingLieWithinTheBounds(String datum) {
        String path = "/collections/shapes/tiles/WebMercatorQuad";
        JsonNode bounds = service.json(path + "?f=tilejson&datum=" + datum).get("bounds");
        Asked mercator = mercator(path, datum);
        assertThat(tilesHeld(mercator)).as("seed " + Seeds.first()).isNotEmpty().allSatisfy(tile -> assertThat(asks(bounds, tile, mercator)).isTrue());
        JsonNode box = service.json(path + "?datum=" + datum).get("boundingBox");
        for (int side = 0; side < 2; side++) {
            assertThat(box.get("lowerLeft").get(side).asDouble()).isBetween(bounds.get(side).asDouble(), bounds.get(side).asDouble() + 3e-6);
            assertThat(box.get("upperRight").get(side).asDouble()).isBetween(bounds.get(2 + side).asDouble() - 3e-6, bounds.get(2 + side).asDouble());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WGS84", "GCJ-02", "BD-09"})
    void tilesThatHoldSomethingTouchTheBox(String datum) {
        String path = "/collections/shapes/tiles/CGCS2000Quad";
        JsonNode box = service.json(path + "?datum=" + datum).get("boundingBox");
        Envelope shown = new Envelope(box.get("lowerLeft").get(0).asDouble(), box.get("upperRight").get(0).asDouble(),
                box.get("lowerLeft").get(1).asDouble(), box.get("upperRight").get(1).asDouble());
        Asked degrees = new Asked(path, datum, 2, lon -> (lon + 180) / 180, lat -> (90 - lat) / 180);
        assertThat(tilesHeld(degrees)).as("seed " + Seeds.first()).isNotEmpty().allSatisfy(tile -> {
            double side = 180.0 / (1L << tile[0]);
            assertThat(shown.intersects(new Envelope(tile[2] * side - 180, (tile[2] + 1) * side - 180, 90 - tile[1] * side, 90 - (tile[1] + 1) * side)))
                    .isTrue();
        });
    }

    /** It lies where four tiles meet, and belongs to the one south-east of it: others show it only in their margin. */
    @Test
    void aPointWhereTilesMeetIsAskedFor() {
        JsonNode bounds = service.json("/collections/corner/tiles/WebMercatorQuad?f=tilejson").get("bounds");
        Asked mercator = mercator("", "WGS84");
        for (int zoom = 4; zoom <= 22; zoom++) {
            long[] tile = {zoom, 1L << zoom - 1, 13L << zoom - 4};
            assertThat(asks(bounds, tile, mercator)).as("zoom " + zoom).isTrue();
            assertThat(TileDecoder.decode(bytes("/collections/corner/tiles/WebMercatorQuad/%d/%d/%d".formatted(tile[0], tile[1], tile[2])).body()))
                    .containsOnlyKeys("corner");
        }
    }

    /** Both shifts go some 0.005° east there: across the border of tiles that lies 0.001° away. */
    @ParameterizedTest
    @ValueSource(strings = {"GCJ-02", "BD-09"})
    void aPointThatIsShiftedIntoTheNextTileIsAskedForThere(String datum) {
        String path = "/collections/beside/tiles/WebMercatorQuad";
        JsonNode bounds = service.json(path + "?f=tilejson&datum=" + datum).get("bounds");
        Asked mercator = mercator(path, datum);
        int zoom = 14;
        long middle = (long) (mercator.down().applyAsDouble(30) * (1L << zoom));
        List<long[]> held = new ArrayList<>();
        for (long row = middle - 1; row <= middle + 1; row++) {
            long[] tile = {zoom, row, 13L << zoom - 4};
            if (shows(mercator, "beside", tile)) {
                held.add(tile);
            }
        }
        assertThat(held).hasSize(1).allSatisfy(tile -> assertThat(asks(bounds, tile, mercator)).isTrue());
    }

    @Test
    void whatHoldsNothingHasNeitherBoxNorBounds() {
        for (String set : List.of("WebMercatorQuad", "CGCS2000Quad")) {
            assertThat(service.json("/collections/empty/tiles/" + set).propertyNames()).doesNotContain("boundingBox", "centerPoint");
        }
        assertThat(service.json("/collections/empty/tiles/WebMercatorQuad?f=tilejson").propertyNames()).doesNotContain("bounds", "center");
    }

    /** 20-057, requirement 6: what lies beyond stated limits is 404 or 400, what is empty within them 204; here none are stated. */
    @ParameterizedTest
    @CsvSource({"WebMercatorQuad, 0", "WebMercatorQuad, 24", "CGCS2000Quad, 0", "CGCS2000Quad, 23"})
    void noLimitsAreStatedAndTheLastTileOfAMatrixIsEmptyNotMissing(String set, int zoom) {
        JsonNode tileset = service.json("/collections/corner/tiles/" + set);
        assertThat(tileset.has("tileMatrixSetLimits")).isFalse();
        JsonNode matrix = service.json("/tileMatrixSets/" + set).get("tileMatrices").get(zoom);
        long row = matrix.get("matrixHeight").asLong() - 1;
        long column = matrix.get("matrixWidth").asLong() - 1;
        String collection = zoom == 0 ? "empty" : "corner";
        HttpResponse<byte[]> last = bytes("/collections/%s/tiles/%s/%d/%d/%d".formatted(collection, set, zoom, row, column));
        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(bytes("/collections/%s/tiles/%s/%d/%d/%d".formatted(collection, set, zoom, row + 1, column)).statusCode()).isEqualTo(404);
        assertThat(bytes("/collections/%s/tiles/%s/%d/%d/%d".formatted(collection, set, zoom, row, column + 1)).statusCode()).isEqualTo(404);
    }

    /**
     * Where tiles are asked for.
     *
     * @param columns of zoom 0
     * @param across  tiles of zoom 0 from the western edge to a longitude
     * @param down    tiles of zoom 0 from the northern edge to a latitude
     */
    private record Asked(String path, String datum, int columns, DoubleUnaryOperator across, DoubleUnaryOperator down) {}

    private static Asked mercator(String path, String datum) {
        return new Asked(path, datum, 1, lon -> (lon + 180) / 360,
                lat -> 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) / (2 * Math.PI));
    }

    /** Zoom, row and column of each tile around the shapes that shows something of them. */
    private static List<long[]> tilesHeld(Asked asked) {
        List<long[]> held = new ArrayList<>();
        for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
            double tiles = 1L << zoom;
            for (long row = least(asked.down().applyAsDouble(33) * tiles); row <= most(asked.down().applyAsDouble(26) * tiles, (1L << zoom) - 1); row++) {
                for (long column = least(asked.across().applyAsDouble(109) * tiles);
                        column <= most(asked.across().applyAsDouble(116) * tiles, ((long) asked.columns() << zoom) - 1); column++) {
                    long[] tile = {zoom, row, column};
                    if (shows(asked, "shapes", tile)) {
                        held.add(tile);
                    }
                }
            }
        }
        return held;
    }

    /** Whether a tile shows something beyond its margin and what rounding adds. */
    private static boolean shows(Asked asked, String collection, long[] tile) {
        byte[] bytes = bytes("%s/%d/%d/%d?datum=%s".formatted(asked.path(), tile[0], tile[1], tile[2], asked.datum())).body();
        return bytes.length > 0 && TileDecoder.decode(bytes).get(collection).features().stream()
                .anyMatch(feature -> feature.geometry().intersects(INSIDE));
    }

    private static long least(double tile) {
        return Math.max(0, (long) Math.floor(tile) - 1);
    }

    private static long most(double tile, long last) {
        return Math.min(last, (long) Math.floor(tile) + 1);
    }

    /** As map libraries read TileJSON: from the tile of the north-western corner up to, without it, the tile border at or after the south-eastern one. */
    private static boolean asks(JsonNode bounds, long[] tile, Asked asked) {
        double tiles = 1L << tile[0];
        return tile[2] >= Math.floor(asked.across().applyAsDouble(bounds.get(0).asDouble()) * tiles)
                && tile[2] < Math.ceil(asked.across().applyAsDouble(bounds.get(2).asDouble()) * tiles)
                && tile[1] >= Math.floor(asked.down().applyAsDouble(bounds.get(3).asDouble()) * tiles)
                && tile[1] < Math.ceil(asked.down().applyAsDouble(bounds.get(1).asDouble()) * tiles);
    }

    private static HttpResponse<byte[]> bytes(String path) {
        return RunningService.receive(HttpRequest.newBuilder(URI.create(service.base() + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
