package org.tongcheng.planning.times;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Streets;

/**
 * A digest (SHA-256, first 16 bytes in hex) of all that travel times between places follow from: every arc of the streets with its
 * time each way, every arc of the lines, and where the places join the streets. That of the streets is reckoned once.
 */
final class NetworkDigest {

    private final LoadingCache<Streets, byte[]> ofStreets = Caffeine.newBuilder().weakKeys().build(NetworkDigest::digest);

    /** @param places the points of each place */
    String of(Network network, List<List<Foothold>> places) {
        Numbers numbers = new Numbers();
        numbers.add(ofStreets.get(network.streets()));
        for (Overlay overlay : List.of(network.forward(), network.backward())) {
            for (int node = network.streets().nodes(); node < network.nodes(); node++) {
                add(numbers, overlay, node);
            }
        }
        for (List<Foothold> place : places) {
            numbers.add(place.size());
            place.forEach(point -> add(numbers, point));
        }
        return HexFormat.of().formatHex(numbers.digest(), 0, 16);
    }

    private static byte[] digest(Streets streets) {
        Numbers numbers = new Numbers();
        for (int node = 0; node < streets.nodes(); node++) {
            numbers.add(streets.firstOut(node));
        }
        for (int arc = 0; arc < streets.arcs(); arc++) {
            numbers.add(streets.head(arc));
            numbers.add(streets.millis(arc));
            numbers.add(streets.millisBack(arc));
        }
        return numbers.digest();
    }

    /** Every arc of lines has an own node at one end at least. */
    private static void add(Numbers numbers, Overlay overlay, int node) {
        numbers.add(overlay.end(node) - overlay.first(node));
        for (int arc = overlay.first(node); arc < overlay.end(node); arc++) {
            numbers.add(overlay.head(arc));
            numbers.add(overlay.millis(arc));
        }
    }

    private static void add(Numbers numbers, Foothold point) {
        numbers.add(Double.doubleToLongBits(point.lon()));
        numbers.add(Double.doubleToLongBits(point.lat()));
        for (int i = 0; i < point.nodes().length; i++) {
            numbers.add(point.nodes()[i]);
            numbers.add(point.millis()[i]);
            numbers.add(point.millisBack()[i]);
        }
    }

    /** Numbers on their way into a digest; of one thread. */
    private static final class Numbers {

        private final MessageDigest sha = sha();
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

        void add(int number) {
            room(Integer.BYTES);
            buffer.putInt(number);
        }

        void add(long number) {
            room(Long.BYTES);
            buffer.putLong(number);
        }

        void add(byte[] few) {
            room(few.length);
            buffer.put(few);
        }

        byte[] digest() {
            room(buffer.capacity());
            return sha.digest();
        }

        private void room(int bytes) {
            if (buffer.remaining() < bytes) {
                sha.update(buffer.flip());
                buffer.clear();
            }
        }

        private static MessageDigest sha() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
