package org.tongcheng.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * One connection to a FastCGI responder over a local socket, kept open; one request at a time. Source: FastCGI Specification 1.0
 * (Open Market, 1996), sections 3 to 5.
 */
final class FastCgi implements AutoCloseable {

    private static final int VERSION = 1;
    private static final int BEGIN_REQUEST = 1;
    private static final int END_REQUEST = 3;
    private static final int PARAMS = 4;
    private static final int STDIN = 5;
    private static final int STDOUT = 6;
    private static final int STDERR = 7;
    private static final int RESPONDER = 1;
    private static final int KEEP_CONNECTION = 1;
    private static final int REQUEST = 1;

    private final Path socket;
    private SocketChannel channel;
    private DataInputStream in;

    /** Connects with the first question: programs made with libfcgi drop whoever connects and is silent for two seconds. */
    FastCgi(Path socket) {
        this.socket = socket;
    }

    /** What the program writes: its headers, an empty line, the body. Throws {@link IOException} where it says anything of errors. */
    byte[] get(String query) throws IOException {
        if (channel == null) {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        record(out, BEGIN_REQUEST, new byte[] {0, RESPONDER, KEEP_CONNECTION, 0, 0, 0, 0, 0});
        record(out, PARAMS, parameters(Map.of("REQUEST_METHOD", "GET", "QUERY_STRING", query)));
        record(out, PARAMS, new byte[0]);
        record(out, STDIN, new byte[0]);
        Channels.newOutputStream(channel).write(bytes.toByteArray());
        return answer();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private byte[] answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(1 << 16);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int type;
        do {
            in.readUnsignedByte();
            type = in.readUnsignedByte();
            in.readUnsignedShort();
            int length = in.readUnsignedShort();
            int padding = in.readUnsignedByte();
            in.readUnsignedByte();
            byte[] content = in.readNBytes(length);
            if (content.length < length) {
                throw new EOFException("the FastCGI program ended amid a record");
            }
            in.skipNBytes(padding);
            if (type == STDOUT) {
                answer.write(content);
            } else if (type == STDERR) {
                errors.write(content);
            }
        } while (type != END_REQUEST);
        if (errors.size() > 0) {
            throw new IOException("the FastCGI program says: " + errors.toString(StandardCharsets.UTF_8));
        }
        return answer.toByteArray();
    }

    private static void record(DataOutputStream out, int type, byte[] content) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(type);
        out.writeShort(REQUEST);
        out.writeShort(content.length);
        out.writeShort(0);
        out.write(content);
    }

    /** Names and values, each with its length in four bytes. */
    private static byte[] parameters(Map<String, String> values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.writeInt(value.getKey().length() | 1 << 31);
            out.writeInt(value.getValue().length() | 1 << 31);
            out.writeBytes(value.getKey());
            out.writeBytes(value.getValue());
        }
        return bytes.toByteArray();
    }
}
