package org.tongcheng.tiles;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Feature;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.GeomType;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Layer;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Fields of a layer as protobuf writes them, one after the other. Each goes into the bytes at once, which takes less than
 * to make messages of all and write them at the end (decision 0023). One thread.
 */
final class MvtFields {

    private static final int FIRST_BYTES = 8192;

    private byte[] bytes = new byte[FIRST_BYTES];

    /** Of the bytes, those before {@code out} began. */
    private int before;
    private CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    int length() {
        return before + out.getTotalBytesWritten();
    }

    /** Leaves out what was written behind so many bytes. */
    void cutTo(int length) {
        before = length;
        out = CodedOutputStream.newInstance(bytes, before, bytes.length - before);
    }

    void writeTo(CodedOutputStream to) throws IOException {
        to.write(bytes, 0, length());
    }

    void addKey(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        try {
            addText(room(framed(text.length)), Layer.KEYS_FIELD_NUMBER, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param value a string, long, double or boolean */
    void addValue(Object value) {
        try {
            if (value instanceof String string) {
                byte[] text = string.getBytes(StandardCharsets.UTF_8);
                addText(value(framed(text.length)), Value.STRING_VALUE_FIELD_NUMBER, text);
            } else if (value instanceof Long number && number < 0) {
                value(CodedOutputStream.computeSInt64Size(Value.SINT_VALUE_FIELD_NUMBER, number)).writeSInt64(Value.SINT_VALUE_FIELD_NUMBER, number);
            } else if (value instanceof Long number) {
                value(CodedOutputStream.computeUInt64Size(Value.UINT_VALUE_FIELD_NUMBER, number)).writeUInt64(Value.UINT_VALUE_FIELD_NUMBER, number);
            } else if (value instanceof Double number) {
                value(CodedOutputStream.computeDoubleSize(Value.DOUBLE_VALUE_FIELD_NUMBER, number)).writeDouble(Value.DOUBLE_VALUE_FIELD_NUMBER, number);
            } else {
                boolean truth = (Boolean) value;
                value(CodedOutputStream.computeBoolSize(Value.BOOL_VALUE_FIELD_NUMBER, truth)).writeBool(Value.BOOL_VALUE_FIELD_NUMBER, truth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a value; what has so many bytes follows. */
    private CodedOutputStream value(int length) throws IOException {
        CodedOutputStream to = room(framed(length));
        start(to, Layer.VALUES_FIELD_NUMBER, length);
        return to;
    }

    void addFeature(GeomType type, Ints tags, Ints commands) {
        int tagBytes = varintBytes(tags);
        int commandBytes = varintBytes(commands);
        int length = framed(tagBytes) + CodedOutputStream.computeEnumSize(Feature.TYPE_FIELD_NUMBER, type.getNumber()) + framed(commandBytes);
        CodedOutputStream to = room(framed(length));
        try {
            start(to, Layer.FEATURES_FIELD_NUMBER, length);
            addAll(to, Feature.TAGS_FIELD_NUMBER, tagBytes, tags);
            to.writeEnum(Feature.TYPE_FIELD_NUMBER, type.getNumber());
            addAll(to, Feature.GEOMETRY_FIELD_NUMBER, commandBytes, commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addText(CodedOutputStream to, int number, byte[] text) throws IOException {
        start(to, number, text.length);
        to.write(text, 0, text.length);
    }

    private static void addAll(CodedOutputStream to, int number, int length, Ints packed) throws IOException {
        start(to, number, length);
        for (int i = 0; i < packed.size(); i++) {
            to.writeUInt32NoTag(packed.get(i));
        }
    }

    private static int varintBytes(Ints numbers) {
        int length = 0;
        for (int i = 0; i < numbers.size(); i++) {
            length += CodedOutputStream.computeUInt32SizeNoTag(numbers.get(i));
        }
        return length;
    }

    /** Begins a field of that length whose content is a message, text or packed numbers. */
    static void start(CodedOutputStream to, int number, int length) throws IOException {
        to.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        to.writeUInt32NoTag(length);
    }

    /** Bytes of such a field with a number below 16: tag, length, content. */
    static int framed(int length) {
        return 1 + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }

    /** Where so many bytes may be written. */
    private CodedOutputStream room(int length) {
        if (length() + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length() + length));
            cutTo(length());
        }
        return out;
    }
}
