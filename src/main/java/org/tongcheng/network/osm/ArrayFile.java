package org.tongcheng.network.osm;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A file of int and byte arrays that is believed only when whole: a mark, the key it was written under, the arrays, and a checksum
 * (CRC-32C) of everything before it. Numbers are big-endian.
 *
 * <p>It is written under another name, forced to the disk and moved into place, so that no reader and no later start meets half a
 * file. It is read through a memory map, one array at a time.
 */
final class ArrayFile {

    private static final long MARK = 0x54434152_52415953L;
    private static final byte INTS = 4;
    private static final byte BYTES = 1;
    private static final int CHUNK = 1 << 16;

    private ArrayFile() {}

    /** Writes {@code int[]} and {@code byte[]} arrays; each may have up to 2 GB. */
    static void write(Path file, String key, List<Object> arrays) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".unfinished");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), CHUNK), new CRC32C());
                DataOutputStream out = new DataOutputStream(checked);
                writeAll(out, key.getBytes(StandardCharsets.UTF_8), arrays);
                out.writeLong(checked.getChecksum().getValue());
                out.flush();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeAll(DataOutputStream out, byte[] key, List<Object> arrays) throws IOException {
        out.writeLong(MARK);
        out.writeInt(key.length);
        out.write(key);
        out.writeInt(arrays.size());
        for (Object array : arrays) {
            if (array instanceof byte[] bytes) {
                out.writeByte(BYTES);
                out.writeInt(bytes.length);
                out.write(bytes);
            } else {
                int[] ints = (int[]) array;
                out.writeByte(INTS);
                out.writeInt(ints.length);
                writeInts(out, ints);
            }
        }
    }

    private static void writeInts(OutputStream out, int[] ints) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (int from = 0; from < ints.length; from += CHUNK / Integer.BYTES) {
            int count = Math.min(CHUNK / Integer.BYTES, ints.length - from);
            buffer.clear().asIntBuffer().put(ints, from, count);
            out.write(buffer.array(), 0, count * Integer.BYTES);
        }
    }

    /** The arrays, if the file was written under this key; throws {@link IOException} that says why it is not believed. */
    static List<Object> read(Path file, String key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Reading reading = new Reading(channel);
            if (reading.next(Long.BYTES).getLong() != MARK) {
                throw new IOException("it does not begin as it should");
            }
            ByteBuffer written = reading.next(reading.next(Integer.BYTES).getInt());
            if (!StandardCharsets.UTF_8.decode(written).toString().equals(key)) {
                throw new IOException("it was made of another file, by another version or with other settings");
            }
            int count = reading.next(Integer.BYTES).getInt();
            List<Object> arrays = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                arrays.add(reading.array());
            }
            long checksum = reading.checksum.getValue();
            if (reading.next(Long.BYTES).getLong() != checksum || reading.position != channel.size()) {
                throw new IOException("its checksum is wrong");
            }
            return arrays;
        }
    }

    private static final class Reading {

        private final FileChannel channel;
        private final CRC32C checksum = new CRC32C();
        private long position;

        Reading(FileChannel channel) {
            this.channel = channel;
        }

        ByteBuffer next(long size) throws IOException {
            if (size < 0 || size > Integer.MAX_VALUE || position + size > channel.size()) {
                throw new IOException("it ends too early");
            }
            ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, position, size);
            position += size;
            checksum.update(buffer.duplicate());
            return buffer;
        }

        Object array() throws IOException {
            byte kind = next(1).get();
            int length = next(Integer.BYTES).getInt();
            if (kind == BYTES) {
                ByteBuffer buffer = next(length);
                byte[] bytes = new byte[length];
                buffer.get(bytes);
                return bytes;
            }
            if (kind != INTS) {
                throw new IOException("it holds an array of an unknown kind");
            }
            ByteBuffer buffer = next((long) length * Integer.BYTES);
            int[] ints = new int[length];
            buffer.asIntBuffer().get(ints);
            return ints;
        }
    }
}
