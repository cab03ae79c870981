package org.tongcheng.tiles;

import com.google.protobuf.CodedOutputStream;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Feature;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.GeomType;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Layer;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Value;
import io.github.sebasbaumh.mapbox.vectortile.util.GeomCmd;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer as it grows (Mapbox Vector Tile 2.1, 4). Knows its length at any time, so that a feature that would make the tile too
 * long is not taken. One thread.
 */
final class LayerWriter {

    private static final int VERSION = 2;

    /** As many as a tile of some thousand features has, so that the map need not grow. */
    private static final int USUAL_VALUES = 4096;

    private final Layer.Builder layer = Layer.newBuilder();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Object, Integer> values = new HashMap<>(USUAL_VALUES);
    private final List<String> freshKeys = new ArrayList<>();
    private final Map<Object, Value> freshValues = new LinkedHashMap<>();
    private int bytes;

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
     *
     * @param attributes values by name, strings, longs, doubles and booleans
     */
    boolean add(List<GridShape> shapes, Map<String, Object> attributes, int mostBytes) {
        int bytesBefore = bytes;
        int[] tags = tags(attributes);
        List<Feature> made = new ArrayList<>(1);
        for (GridShape shape : shapes) {
            Feature feature = feature(shape, tags);
            bytes += framed(feature.getSerializedSize());
            made.add(feature);
        }
        boolean taken = bytes() <= mostBytes;
        if (taken) {
            freshKeys.forEach(layer::addKeys);
            freshValues.forEach((value, message) -> layer.addValues(message));
            made.forEach(layer::addFeatures);
        } else {
            freshKeys.forEach(keys::remove);
            freshValues.keySet().forEach(values::remove);
            bytes = bytesBefore;
        }
        freshKeys.clear();
        freshValues.clear();
        return taken;
    }

    private int[] tags(Map<String, Object> attributes) {
        int[] tags = new int[2 * attributes.size()];
        int next = 0;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            tags[next++] = key(attribute.getKey());
            tags[next++] = valueIndex(attribute.getValue());
        }
        return tags;
    }

    private int key(String name) {
        Integer index = keys.get(name);
        if (index == null) {
            index = keys.size();
            keys.put(name, index);
            freshKeys.add(name);
            bytes += 1 + CodedOutputStream.computeStringSizeNoTag(name);
        }
        return index;
    }

    private int valueIndex(Object value) {
        Integer index = values.get(value);
        if (index == null) {
            index = values.size();
            values.put(value, index);
            Value message = value(value);
            freshValues.put(value, message);
            bytes += framed(message.getSerializedSize());
        }
        return index;
    }

    private static Value value(Object value) {
        Value.Builder builder = Value.newBuilder();
        if (value instanceof String text) {
            builder.setStringValue(text);
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

    private static Feature feature(GridShape shape, int[] tags) {
        Feature.Builder feature = Feature.newBuilder();
        for (int tag : tags) {
            feature.addTags(tag);
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
