package org.tongcheng.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a layer holds after each feature, and after one that it had no room for. */
class LayerWriterTest {

    private static final List<GridShape> POINT = List.of(new GridShape(GridShape.Kind.POINTS, List.of(new int[] {1, 2})));

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
