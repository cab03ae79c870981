package org.tongcheng.tiles;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Feature;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.GeomType;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Layer;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Value;
import io.github.sebasbaumh.mapbox.vectortile.util.GeomCmd;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One layer as it grows (Mapbox Vector Tile 2.1, 4). Knows its length at any time, so that a feature that would make the tile too
 * long is not taken. One thread.
 */
final class LayerWriter {

    private static final int VERSION = 2;

    /** As many as a tile of some thousand features has, so that the map need not grow. */
    private static final int USUAL_VALUES = 16_384;

    private final Layer.Builder layer = Layer.newBuilder();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Object, Integer> values = new HashMap<>(USUAL_VALUES);

    /** Those that the last feature brought. */
    private final List<Object> freshValues = new ArrayList<>();
    private int[] tags = new int[32];
    private int tagCount;
    private int bytes;

    /** What a feature has to say. */
    interface Attributes {

        /** Gives each name and value, a string, long, double or boolean. */
        void give(BiConsumer<String, Object> each);
    }

    LayerWriter(String name) {
        layer.setVersion(VERSION).setName(name).setExtent(Tile.EXTENT);
        bytes = layer.build().getSerializedSize();
    }

    /** Bytes of the layer in its tile. */
    int bytes() {
        return framed(bytes);
    }

    int features() {
        return layer.getFeaturesCount();
    }

    Layer build() {
        // nothing that must be set is missing, so nothing is looked through for that
        return layer.buildPartial();
    }

    /**
     * Adds a feature, one MVT feature for each of its shapes; false where the layer would have more than so many bytes, and then
     * it is as before.
     */
    boolean add(List<GridShape> shapes, Attributes attributes, int mostBytes) {
        int bytesBefore = bytes;
        int keysBefore = layer.getKeysCount();
        int valuesBefore = layer.getValuesCount();
        int featuresBefore = layer.getFeaturesCount();
        tagCount = 0;
        freshValues.clear();
        attributes.give(this::tag);
        for (GridShape shape : shapes) {
            Feature feature = feature(shape);
            bytes += framed(feature.getSerializedSize());
            layer.addFeatures(feature);
        }
        if (bytes() <= mostBytes) {
            return true;
        }
        cutBack(keysBefore, valuesBefore, featuresBefore);
        bytes = bytesBefore;
        return false;
    }

    private void cutBack(int keysBefore, int valuesBefore, int featuresBefore) {
        List<String> kept = List.copyOf(layer.getKeysList().subList(0, keysBefore));
        layer.clearKeys().addAllKeys(kept);
        keys.keySet().retainAll(Set.copyOf(kept));
        while (layer.getValuesCount() > valuesBefore) {
            layer.removeValues(layer.getValuesCount() - 1);
        }
        freshValues.forEach(values::remove);
        while (layer.getFeaturesCount() > featuresBefore) {
            layer.removeFeatures(layer.getFeaturesCount() - 1);
        }
    }

    private void tag(String name, Object value) {
        if (tagCount + 2 > tags.length) {
            tags = Arrays.copyOf(tags, 2 * tags.length);
        }
        tags[tagCount++] = key(name);
        // no two features share their id, so it need not be looked for
        tags[tagCount++] = name.equals(TileAttributes.ID) ? fresh(value) : valueIndex(value);
    }

    private int key(String name) {
        Integer index = keys.get(name);
        if (index == null) {
            index = keys.size();
            keys.put(name, index);
            layer.addKeys(name);
            bytes += 1 + CodedOutputStream.computeStringSizeNoTag(name);
        }
        return index;
    }

    private int valueIndex(Object value) {
        Integer index = values.get(value);
        if (index == null) {
            index = fresh(value);
            values.put(value, index);
            freshValues.add(value);
        }
        return index;
    }

    private int fresh(Object value) {
        Value message = value(value);
        layer.addValues(message);
        bytes += framed(message.getSerializedSize());
        return layer.getValuesCount() - 1;
    }

    private static Value value(Object value) {
        Value.Builder builder = Value.newBuilder();
        if (value instanceof String text) {
            // its length is then known and it is copied, not encoded character by character
            builder.setStringValueBytes(ByteString.copyFromUtf8(text));
        } else if (value instanceof Long number) {
            if (number < 0) {
                builder.setSintValue(number);
            } else {
                builder.setUintValue(number);
            }
        } else if (value instanceof Double number) {
            builder.setDoubleValue(number);
        } else {
            builder.setBoolValue((Boolean) value);
        }
        return builder.buildPartial();
    }

    private Feature feature(GridShape shape) {
        Feature.Builder feature = Feature.newBuilder();
        for (int i = 0; i < tagCount; i++) {
            feature.addTags(tags[i]);
        }
        feature.setType(switch (shape.kind()) {
            case POINTS -> GeomType.POINT;
            case LINES -> GeomType.LINESTRING;
            case POLYGONS -> GeomType.POLYGON;
        });
        int x = 0;
        int y = 0;
        for (int[] path : shape.paths()) {
            int points = path.length / 2;
            int moves = shape.kind() == GridShape.Kind.POINTS ? points : 1;
            for (int i = 0; i < points; i++) {
                if (i == 0) {
                    feature.addGeometry(MvtUtil.geomCmdHdr(GeomCmd.MOVE_TO, moves));
                } else if (i == moves) {
                    feature.addGeometry(MvtUtil.geomCmdHdr(GeomCmd.LINE_TO, points - 1));
                }
                feature.addGeometry(MvtUtil.encodeZigZag(path[2 * i] - x));
                feature.addGeometry(MvtUtil.encodeZigZag(path[2 * i + 1] - y));
                x = path[2 * i];
                y = path[2 * i + 1];
            }
            if (shape.kind() == GridShape.Kind.POLYGONS) {
                feature.addGeometry(MvtUtil.CLOSE_PATH_HDR);
            }
        }
        return feature.buildPartial();
    }

    /** Bytes of a message or string of that length as a field with a number below 16: tag, length, itself. */
    private static int framed(int length) {
        return 1 + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }
}
