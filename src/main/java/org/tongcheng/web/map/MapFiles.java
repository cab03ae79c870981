package org.tongcheng.web.map;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The map's files by name, each read and compressed once, and their revision: the first 16 hexadecimal digits of the SHA-256
 * over all names and bytes. Threads: safe for many.
 */
final class MapFiles {

    static final String PAGE = "index.html";

    private static final String OWN = "classpath:/static/map/";
    /** Name under which the page asks for a library → where its WebJar keeps it, whatever its version. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lib/ol.js", "classpath*:/META-INF/resources/webjars/ol/*/dist/ol.js",
            "lib/ol.css", "classpath*:/META-INF/resources/webjars/ol/*/ol.css",
            "lib/echarts.js", "classpath*:/META-INF/resources/webjars/echarts/*/echarts.min.js");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml", "txt", "text/plain;charset=UTF-8");

    private final Map<String, File> files;
    private final String revision;

    /** @param gzip the same bytes compressed, as small as gzip makes them */
    record File(String mediaType, byte[] bytes, byte[] gzip) {}

    private MapFiles(Map<String, File> files, String revision) {
        this.files = files;
        this.revision = revision;
    }

    static MapFiles read() {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        Map<String, File> files = new TreeMap<>();
        try {
            for (Resource resource : resources.getResources(OWN + "**/*.*")) {
                String address = resource.getURL().toString();
                String name = address.substring(address.lastIndexOf("/static/map/") + "/static/map/".length());
                files.put(name, file(name, resource));
            }
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                Resource[] found = resources.getResources(library.getValue());
                if (found.length != 1) {
                    throw new IllegalStateException(found.length + " WebJars bring " + library.getValue());
                }
                files.put(library.getKey(), file(library.getKey(), found[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MapFiles(files, digest(files));
    }

    String revision() {
        return revision;
    }

    Optional<File> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The page, which knows by which address its files are asked for. */
    File page(String assets) {
        String text = new String(files.get(PAGE).bytes(), StandardCharsets.UTF_8).replace("{assets}", assets);
        return file(PAGE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static File file(String name, Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return file(name, in.readAllBytes());
        }
    }

    private static File file(String name, byte[] bytes) {
        String type = MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new File(type, bytes, gzip(bytes));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String digest(Map<String, File> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update(file.bytes());
            });
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
