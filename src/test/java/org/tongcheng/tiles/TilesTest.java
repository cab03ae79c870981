package org.tongcheng.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.geometry.Datum;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

/**
 * Tiles of a store. Squares lie in the degrees tile 7/32/212 (118.125–119.53125°E, 43.59375–45°N; a unit is 0.000343°, a pixel
 * 0.00275°): {@code q0} is 0.3° wide, each of the others a little less than the one before; {@code dot} is smaller than a pixel.
 */
class TilesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final TileAddress HOME = new TileAddress(TileMatrixSet.CGCS2000_QUAD, 7, 32, 212);
    private static final int SQUARES = 9_000;
    private static FeatureStore store;

    @BeforeAll
    static void open() {
        store = Stores.open(StoreSettings.of("jdbc:h2:mem:tiles"));
        store.create(collection("squares", GeometryKind.POLYGON, property("name_zh", PropertyType.STRING), property("n", PropertyType.INTEGER),
                property("opened", PropertyType.PERIOD), property("status_at_doc", PropertyType.STRING),
                property("uses", PropertyType.ARRAY), property("note", PropertyType.STRING), property("status", PropertyType.STRING)));
        store.create(collection("many", GeometryKind.POLYGON, property("label", PropertyType.STRING)));
        store.create(collection("places", GeometryKind.POINT, property("name", PropertyType.STRING)));
        store.create(collection("things", GeometryKind.ANY));
        store.create(collection("words", GeometryKind.NONE));
        List<Write> writes = new ArrayList<>(List.of(
                create("squares", "q0", square(118.2, 43.7, 0.3), "name_zh", "甲", "n", 7L, "opened", "1999", "uses", List.of("a"),
                        "status", "own", "note", "x".repeat(TileAttributes.LONGEST_TEXT + 1)),
                create("squares", "q1", square(118.6, 43.7, 0.2), "name_zh", "乙", "n", -7L, "opened", "2010", "note", "short"),
                create("squares", "dot", square(118.9, 43.7, 0.002)),
                create("places", "p", FACTORY.createPoint(new Coordinate(118.9, 44.1)), "name", "P"),
                create("things", "point", FACTORY.createPoint(new Coordinate(118.9, 44.2))),
                create("things", "speck", square(118.9, 44.3, 0.001)),
                create("things", "nowhere", null)));
        for (int i = 0; i < SQUARES; i++) {
            writes.add(create("many", "m" + i, square(118.2 + i % 100 * 0.01, 43.7 + i / 100 * 0.01, 0.003 + i * 1e-7), "label",
                    i + "y".repeat(100)));
        }
        store.write(writes);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void attributesFollowFromTheDeclaration() {
        Map<String, TileDecoder.Feature> squares = byId(draw(HOME, "squares"), "squares");
        assertThat(squares.get("q0").attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("id", "q0", "name_zh", "甲", "name", "甲", "n", 7L, "opened", "1999",
                        "status", "own"));
        assertThat(squares.get("q1").attributes()).containsEntry("n", -7L).containsEntry("note", "short");
    }

    @Test
    void whatIsSmallerThanAPixelIsNotThereButPointsAre() {
        assertThat(byId(draw(HOME, "squares"), "squares")).containsOnlyKeys("q0", "q1");
        assertThat(byId(draw(HOME, "things"), "things")).containsOnlyKeys("point");
        TileAddress deeper = new TileAddress(TileMatrixSet.CGCS2000_QUAD, 9, 131, 850);
        assertThat(byId(draw(deeper, "squares"), "squares")).containsKey("dot");
    }

    @Test
    void nothingGivesAnEmptyTile() {
        Tile tile = draw(new TileAddress(TileMatrixSet.CGCS2000_QUAD, 7, 0, 0), "squares", "places", "words");
        assertThat(tile.isEmpty()).isTrue();
        assertThat(tile.bytes()).isEmpty();
    }

    @Test
    void asOfSelectsAndSaysTheStatus() {
        AsOf then = new AsOf(java.time.LocalDate.of(2005, 12, 31), Scenario.BUILT, null);
        Map<String, TileDecoder.Feature> squares = byId(draw(question(HOME, then, Datum.WGS84, "squares")), "squares");
        assertThat(squares).containsOnlyKeys("q0");
        assertThat(squares.get("q0").attributes()).containsEntry("status", "open");
    }

    /** The smallest go first: everything kept is larger than everything left out, and all are counted. */
    @Test
    void aTileHasNoMoreBytesThanAllowed() {
        Tile tile = draw(HOME, "many");
        List<Integer> kept = byId(tile, "many").keySet().stream().map(id -> Integer.parseInt(id.substring(1))).sorted().toList();
        assertThat(tile.bytes().length).isLessThanOrEqualTo(Tile.MOST_BYTES).isGreaterThan(Tile.MOST_BYTES - 1000);
        assertThat(tile.leftOut()).isEqualTo(SQUARES - kept.size()).isPositive();
        assertThat(kept.get(0)).isEqualTo(SQUARES - kept.size());
    }

    @Test
    void layersShareTheRoomByTheSizeOfTheirFeatures() {
        Tile tile = draw(HOME, "places", "many", "squares");
        assertThat(tile.bytes().length).isLessThanOrEqualTo(Tile.MOST_BYTES);
        assertThat(byId(tile, "squares")).containsOnlyKeys("q0", "q1");
        int kept = byId(tile, "many").size();
        // points have no size, so they are the first to go
        assertThat(TileDecoder.decode(tile.bytes())).doesNotContainKey("places");
        assertThat(tile.leftOut()).isEqualTo(SQUARES - kept + 1);
        assertThat(TileDecoder.decode(draw(HOME, "places").bytes()).get("places").features()).hasSize(1);
    }

    /** The tile's grid is that of the shifted map: a point lies where its GCJ-02 coordinates say. */
    @Test
    void aShiftedMapHasItsOwnTiles() {
        Coordinate shifted = Datum.GCJ_02.fromWgs84(new Coordinate(118.9, 44.1));
        TileAddress deep = new TileAddress(TileMatrixSet.CGCS2000_QUAD, 14, (long) ((90 - shifted.y) / 180 * 16384),
                (long) ((shifted.x + 180) / 180 * 16384));
        Tile tile = draw(question(deep, null, Datum.GCJ_02, "places"));
        Coordinate at = TileDecoder.decode(tile.bytes()).get("places").features().get(0).geometry().getCoordinate();
        double unit = 180.0 / 16384 / 4096;
        Envelope box = deep.box(0);
        assertThat(Math.abs(box.getMinX() + at.x * unit - shifted.x)).isLessThanOrEqualTo(unit);
        assertThat(Math.abs(box.getMaxY() - at.y * unit - shifted.y)).isLessThanOrEqualTo(unit);
        // 500 m are many tiles of zoom 18
        TileAddress plain = new TileAddress(TileMatrixSet.CGCS2000_QUAD, 18, (long) ((90 - 44.1) / 180 * (1 << 18)),
                (long) ((118.9 + 180) / 180 * (1 << 18)));
        assertThat(draw(question(plain, null, Datum.GCJ_02, "places")).isEmpty()).isTrue();
        assertThat(draw(question(plain, null, Datum.WGS84, "places")).isEmpty()).isFalse();
    }

    @Test
    void aWriteMakesItsTilesNewAndLeavesTheOthers() {
        Tiles tiles = new Tiles(store, 1 << 20);
        TileQuestion places = question(HOME, null, Datum.WGS84, "places");
        TileQuestion things = question(HOME, null, Datum.WGS84, "things");
        long before = tiles.version(places);
        long untouched = tiles.version(things);
        KeptTile kept = tiles.tile(places, before);
        assertThat(tiles.tile(places, before)).isSameAs(kept);
        assertThat(tiles.findKept(places, before)).containsSame(kept);
        store.write(List.of(create("places", "p2", FACTORY.createPoint(new Coordinate(118.3, 44.1)))));
        assertThat(tiles.version(places)).isGreaterThan(before);
        assertThat(tiles.version(things)).isEqualTo(untouched);
        assertThat(byId(tiles.tile(places, tiles.version(places)).tile(), "places")).containsOnlyKeys("p", "p2");
        store.write(List.of(new Write.Delete("places", "p2", 1)));
    }

    @Test
    void theSameRecordsGiveTheSameBytes() {
        assertThat(draw(HOME, "squares", "many").bytes()).isEqualTo(draw(HOME, "squares", "many").bytes());
    }

    private static Tile draw(TileAddress address, String... collections) {
        return draw(question(address, null, Datum.WGS84, collections));
    }

    private static TileQuestion question(TileAddress address, AsOf asOf, Datum datum, String... collections) {
        return new TileQuestion(address, Stream.of(collections).map(store::getCollection).toList(), asOf, datum);
    }

    private static Tile draw(TileQuestion question) {
        return new Tiles(store, 1 << 20).draw(question);
    }

    private static Map<String, TileDecoder.Feature> byId(Tile tile, String layer) {
        return TileDecoder.decode(tile.bytes()).get(layer).features().stream()
                .collect(Collectors.toMap(TileDecoder.Feature::id, feature -> feature));
    }

    private static CollectionDeclaration collection(String id, GeometryKind kind, PropertyDeclaration... properties) {
        return new CollectionDeclaration(id, Text.of(id), null, kind, List.of(properties), false);
    }

    private static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), false, false, null, null);
    }

    private static Write create(String collection, String id, Geometry geometry, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Write.Create(collection, new Feature(id, geometry, values));
    }

    private static Geometry square(double west, double south, double side) {
        return FACTORY.toGeometry(new Envelope(west, west + side, south, south + side));
    }
}
