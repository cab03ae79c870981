package org.tongcheng.network.osm;

import com.graphhopper.util.Constants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.network.Shelf;

/**
 * Keeps what was built from one street file on disk. Everything is keyed by the file's SHA-256, GraphHopper's version and
 * {@link #FORMAT}; what is missing, broken, or of another key is built again. Where nothing can be written, nothing is kept and the
 * log says so.
 *
 * <p>Threads: safe for any number, and for several processes on one folder: each file is moved into place whole.
 */
final class StreetCache {

    /** To be raised with every change in how the arrays are made or laid out. */
    static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(StreetCache.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final int DIGITS_IN_NAME = 16;
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final String digest;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    private StreetCache(Path folder, String digest) {
        this.folder = folder;
        this.digest = digest;
    }

    /** The cache of one file's streets in a folder, which is made when first written to. */
    static StreetCache of(Path folder, Path file) throws IOException {
        return new StreetCache(folder, digest(file));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The arrays kept under a name and a key of settings, or built and kept. */
    List<Object> arrays(String name, String settings, Supplier<List<Object>> built) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' holds more than letters, digits and hyphens");
        }
        Path file = folder.resolve(digest.substring(0, DIGITS_IN_NAME) + "-" + name + ".arrays");
        String key = "sha256=%s graphhopper=%s format=%d name=%s %s".formatted(digest, Constants.VERSION, FORMAT, name, settings);
        synchronized (locks.computeIfAbsent(name, same -> new Object())) {
            Optional<List<Object>> kept = read(file, key);
            if (kept.isPresent()) {
                return kept.get();
            }
            List<Object> arrays = built.get();
            write(file, key, arrays);
            return arrays;
        }
    }

    private static Optional<List<Object>> read(Path file, String key) {
        try {
            return Optional.of(ArrayFile.read(file, key));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("'{}' is not used but built again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static void write(Path file, String key, List<Object> arrays) {
        try {
            ArrayFile.write(file, key, arrays);
        } catch (IOException e) {
            LOG.warn("'{}' cannot be kept for the next start: {}", file, e.toString());
        }
    }

    /** The shelf of the streets of one profile. */
    Shelf shelf(String speeds) {
        String own = Integer.toHexString(speeds.hashCode());
        return (name, computed) -> arrays(own + "-" + name, speeds, () -> Arrays.asList((Object[]) computed.get())).stream()
                .map(array -> (int[]) array)
                .toArray(int[][]::new);
    }
}
