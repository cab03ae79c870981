package org.tongcheng.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;

/** What a layer holds after each feature, and after one that it had no room for. */
class LayerWriterTest {

    private static final List<GridShape> POINT = List.of(new GridShape(GridShape.Kind.POINTS, List.of(new int[] {1, 2})));

    /** The commands of Mapbox Vector Tile 2.1, 4.3.3. */
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final LayerWriter layer = new LayerWriter("places");

    @Test
    void equalValuesAreWrittenOnceAndIdsAsTheyCome() {
        add(Map.of("id", "a", "use", "green"));
        add(Map.of("id", "b", "use", "green"));
        VectorTile.Tile.Layer built = built();
        assertThat(built.getKeysList()).containsExactlyInAnyOrder("id", "use");
        assertThat(built.getValuesList()).extracting(VectorTile.Tile.Value::getStringValue).containsExactlyInAnyOrder("a", "b", "green");
        assertThat(values(0)).isEqualTo(Map.of("id", "a", "use", "green"));
        assertThat(values(1)).isEqualTo(Map.of("id", "b", "use", "green"));
    }

    @Test
    void aFeatureWithoutRoomLeavesNothingBehind() {
        add(Map.of("id", "a", "use", "green"));
        byte[] before = LayerWriter.tile(List.of(layer));
        int bytes = layer.bytes();
        Map<String, Object> large = Map.of("id", "b", "use", "red", "floors", 7L, "use2", "green");
        assertThat(layer.add(POINT, large::forEach, bytes + 10)).isFalse();
        assertThat(LayerWriter.tile(List.of(layer))).isEqualTo(before);
        assertThat(layer.bytes()).isEqualTo(bytes);
        add(Map.of("id", "c", "floors", 7L, "use", "red"));
        assertThat(values(1)).isEqualTo(Map.of("id", "c", "floors", "7", "use", "red"));
        assertThat(LayerWriter.tile(List.of(layer))).hasSize(layer.bytes());
    }

    /** Its slow twin makes the library's messages of all and has them write themselves. */
    @Test
    void whatIsWrittenIsWhatTheLibrarysMessagesWrite() {
        long seed = Seeds.first();
        SplittableRandom random = new SplittableRandom(seed);
        VectorTile.Tile.Layer.Builder twin = VectorTile.Tile.Layer.newBuilder().setVersion(2).setName("places").setExtent(Tile.EXTENT);
        for (int i = 0; i < 300; i++) {
            Map<String, Object> attributes = attributes(i, random);
            List<GridShape> shapes = List.of(shape(random));
            assertThat(layer.add(shapes, attributes::forEach, Tile.MOST_BYTES)).isTrue();
            twin.addFeatures(message(shapes.get(0), attributes, twin));
            if (i % 50 == 0) {
                assertThat(layer.add(shapes, Map.of("id", "too long", "new", 0.5)::forEach, layer.bytes() + 5)).isFalse();
            }
        }
        VectorTile.Tile expected = VectorTile.Tile.newBuilder().addLayers(twin).build();
        assertThat(built().equals(expected.getLayers(0))).as("equal with -Dseed=%d", seed).isTrue();
        assertThat(LayerWriter.tile(List.of(layer))).hasSize(expected.getSerializedSize());
    }

    private static Map<String, Object> attributes(int number, SplittableRandom random) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("id", "f" + number);
        List<Object> values = List.of("地块" + random.nextInt(50), "x".repeat(random.nextInt(200)), random.nextLong(-9, 9),
                random.nextLong(), random.nextInt(-4, 4) / 4.0, random.nextDouble(), random.nextBoolean());
        for (int i = 0; i < values.size(); i++) {
            if (random.nextInt(3) > 0) {
                attributes.put("property" + i, values.get(i));
            }
        }
        return attributes;
    }

    private static GridShape shape(SplittableRandom random) {
        GridShape.Kind kind = GridShape.Kind.values()[random.nextInt(3)];
        List<int[]> paths = new ArrayList<>();
        for (int n = kind == GridShape.Kind.POINTS ? 1 : random.nextInt(1, 4); n > 0; n--) {
            paths.add(random.ints(2L * random.nextInt(3, 90), -64, Tile.EXTENT + 64).toArray());
        }
        return new GridShape(kind, paths);
    }

    private static VectorTile.Tile.Feature message(GridShape shape, Map<String, Object> attributes, VectorTile.Tile.Layer.Builder layer) {
        VectorTile.Tile.Feature.Builder feature = VectorTile.Tile.Feature.newBuilder();
        attributes.forEach((name, value) -> {
            if (!layer.getKeysList().contains(name)) {
                layer.addKeys(name);
            }
            VectorTile.Tile.Value message = message(value);
            if (!layer.getValuesList().contains(message)) {
                layer.addValues(message);
            }
            feature.addTags(layer.getKeysList().indexOf(name)).addTags(layer.getValuesList().indexOf(message));
        });
        feature.setType(switch (shape.kind()) {
            case POINTS -> VectorTile.Tile.GeomType.POINT;
            case LINES -> VectorTile.Tile.GeomType.LINESTRING;
            case POLYGONS -> VectorTile.Tile.GeomType.POLYGON;
        });
        int x = 0;
        int y = 0;
        for (int[] path : shape.paths()) {
            int points = path.length / 2;
            for (int i = 0; i < points; i++) {
                if (i == 0) {
                    feature.addGeometry(shape.kind() == GridShape.Kind.POINTS ? points << 3 | MOVE_TO : 1 << 3 | MOVE_TO);
                } else if (i == 1 && shape.kind() != GridShape.Kind.POINTS) {
                    feature.addGeometry(points - 1 << 3 | LINE_TO);
                }
                feature.addGeometry(zigzag(path[2 * i] - x)).addGeometry(zigzag(path[2 * i + 1] - y));
                x = path[2 * i];
                y = path[2 * i + 1];
            }
            if (shape.kind() == GridShape.Kind.POLYGONS) {
                feature.addGeometry(1 << 3 | CLOSE_PATH);
            }
        }
        return feature.build();
    }

    private static VectorTile.Tile.Value message(Object value) {
        VectorTile.Tile.Value.Builder message = VectorTile.Tile.Value.newBuilder();
        if (value instanceof String text) {
            message.setStringValue(text);
        } else if (value instanceof Double number) {
            message.setDoubleValue(number);
        } else if (value instanceof Boolean truth) {
            message.setBoolValue(truth);
        } else if ((Long) value < 0) {
            message.setSintValue((Long) value);
        } else {
            message.setUintValue((Long) value);
        }
        return message.build();
    }

    private static int zigzag(int number) {
        return number < 0 ? -2 * number - 1 : 2 * number;
    }

    private void add(Map<String, Object> attributes) {
        assertThat(layer.add(POINT, attributes::forEach, Tile.MOST_BYTES)).isTrue();
    }

    private VectorTile.Tile.Layer built() {
        try {
            return VectorTile.Tile.parseFrom(LayerWriter.tile(List.of(layer))).getLayers(0);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> values(int feature) {
        VectorTile.Tile.Layer built = built();
        List<Integer> tags = built.getFeatures(feature).getTagsList();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i += 2) {
            VectorTile.Tile.Value value = built.getValues(tags.get(i + 1));
            values.put(built.getKeys(tags.get(i)), value.hasStringValue() ? value.getStringValue() : String.valueOf(value.getUintValue()));
        }
        return values;
    }
}
