package org.tongcheng.tiles;

import com.google.protobuf.CodedOutputStream;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.GeomType;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Layer;
import io.github.sebasbaumh.mapbox.vectortile.util.GeomCmd;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One layer as it grows (Mapbox Vector Tile 2.1, 4). What is taken is written at once; the length is known at any time, so that a
 * feature that would make the tile too long is not taken. One thread.
 */
final class LayerWriter {

    private static final int VERSION = 2;

    /** As many as a tile of some thousand features has, so that the map need not grow. */
    private static final int USUAL_VALUES = 16_384;

    private final Layer head;
    private final MvtFields features = new MvtFields();
    private final MvtFields keys = new MvtFields();
    private final MvtFields values = new MvtFields();
    private final Map<String, Integer> keyIndices = new HashMap<>();
    private final Map<Object, Integer> valueIndices = new HashMap<>(USUAL_VALUES);
    private int valueCount;
    private int featureCount;

    /** Those that the last feature brought. */
    private final List<String> freshKeys = new ArrayList<>();
    private final List<Object> freshValues = new ArrayList<>();
    private final Ints tags = new Ints();
    private final Ints commands = new Ints();

    /** What a feature has to say. */
    interface Attributes {

        /** Gives each name and value, a string, long, double or boolean. */
        void give(BiConsumer<String, Object> each);
    }

    LayerWriter(String name) {
        head = Layer.newBuilder().setVersion(VERSION).setName(name).setExtent(Tile.EXTENT).build();
    }

    /** Bytes of the layer in its tile. */
    int bytes() {
        return MvtFields.framed(length());
    }

    private int length() {
        return head.getSerializedSize() + features.length() + keys.length() + values.length();
    }

    int features() {
        return featureCount;
    }

    /** The tile of those layers that have features. */
    static byte[] tile(List<LayerWriter> layers) {
        List<LayerWriter> filled = layers.stream().filter(layer -> layer.featureCount > 0).toList();
        byte[] tile = new byte[filled.stream().mapToInt(LayerWriter::bytes).sum()];
        CodedOutputStream out = CodedOutputStream.newInstance(tile);
        try {
            for (LayerWriter layer : filled) {
                MvtFields.start(out, VectorTile.Tile.LAYERS_FIELD_NUMBER, layer.length());
                layer.head.writeTo(out);
                layer.features.writeTo(out);
                layer.keys.writeTo(out);
                layer.values.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tile;
    }

    /**
     * Adds a feature, one MVT feature for each of its shapes; false where the layer would have more than so many bytes, and then
     * it is as before.
     */
    boolean add(List<GridShape> shapes, Attributes attributes, int mostBytes) {
        int featuresBefore = features.length();
        int keysBefore = keys.length();
        int valuesBefore = values.length();
        int valueCountBefore = valueCount;
        tags.clear();
        freshKeys.clear();
        freshValues.clear();
        attributes.give(this::tag);
        for (GridShape shape : shapes) {
            outline(shape);
            features.addFeature(type(shape.kind()), tags, commands);
        }
        boolean fits = bytes() <= mostBytes;
        if (fits) {
            featureCount += shapes.size();
        } else {
            features.cutTo(featuresBefore);
            keys.cutTo(keysBefore);
            values.cutTo(valuesBefore);
            valueCount = valueCountBefore;
            freshKeys.forEach(keyIndices::remove);
            freshValues.forEach(valueIndices::remove);
        }
        return fits;
    }

    private void tag(String name, Object value) {
        tags.add(key(name));
        // no two features share their id, so it need not be looked for
        tags.add(name.equals(TileAttributes.ID) ? fresh(value) : valueIndex(value));
    }

    private int key(String name) {
        Integer index = keyIndices.get(name);
        if (index == null) {
            index = keyIndices.size();
            keyIndices.put(name, index);
            freshKeys.add(name);
            keys.addKey(name);
        }
        return index;
    }

    private int valueIndex(Object value) {
        Integer index = valueIndices.putIfAbsent(value, valueCount);
        if (index != null) {
            return index;
        }
        freshValues.add(value);
        return fresh(value);
    }

    private int fresh(Object value) {
        values.addValue(value);
        return valueCount++;
    }

    private static GeomType type(GridShape.Kind kind) {
        return switch (kind) {
            case POINTS -> GeomType.POINT;
            case LINES -> GeomType.LINESTRING;
            case POLYGONS -> GeomType.POLYGON;
        };
    }

    /** Makes the commands that draw a shape. */
    private void outline(GridShape shape) {
        commands.clear();
        int x = 0;
        int y = 0;
        for (int[] path : shape.paths()) {
            int points = path.length / 2;
            int moves = shape.kind() == GridShape.Kind.POINTS ? points : 1;
            for (int i = 0; i < points; i++) {
                if (i == 0) {
                    commands.add(MvtUtil.geomCmdHdr(GeomCmd.MOVE_TO, moves));
                } else if (i == moves) {
                    commands.add(MvtUtil.geomCmdHdr(GeomCmd.LINE_TO, points - 1));
                }
                commands.add(MvtUtil.encodeZigZag(path[2 * i] - x));
                commands.add(MvtUtil.encodeZigZag(path[2 * i + 1] - y));
                x = path[2 * i];
                y = path[2 * i + 1];
            }
            if (shape.kind() == GridShape.Kind.POLYGONS) {
                commands.add(MvtUtil.CLOSE_PATH_HDR);
            }
        }
    }
}
