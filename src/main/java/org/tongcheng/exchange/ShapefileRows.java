package org.tongcheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.h2.value.Value;
import org.h2.value.ValueGeometry;
import org.h2gis.functions.io.dbf.internal.DbaseFileHeader;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.tongcheng.geometry.Crs;

/**
 * Rows of a zipped Shapefile (.shp, .shx, .dbf; .prj and .cpg where there are any), unpacked into a temporary folder and read by
 * H2GIS row by row. The system is the one of the {@code .prj} where it is one of ours, longitude and latitude without a
 * {@code .prj}. Text is in the encoding of the {@code .cpg}; without one each value is UTF-8 where it can be, else GB18030.
 */
final class ShapefileRows implements RowSource {

    /** A zip may promise little and unpack to much. */
    private static final long MOST_BYTES = 8L << 30;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Path folder;
    private final SHPDriver driver = new SHPDriver();
    private final List<String> columns = new ArrayList<>();
    private final List<Character> types = new ArrayList<>();
    private final Charset encoding;
    private final Crs crs;
    private final LongConsumer progress;
    private final long bytes;
    private boolean driverOpen;
    private long told;
    private long row;

    ShapefileRows(Path zip, boolean systemNamed, LongConsumer progress) throws IOException {
        this.progress = progress;
        this.bytes = Files.size(zip);
        this.folder = Files.createTempDirectory("tongcheng-shapefile");
        boolean opened = false;
        try {
            unpack(zip, folder);
            crs = systemNamed ? Crs.CRS84 : crs(folder.resolve("part.prj"));
            encoding = encoding(folder.resolve("part.cpg"));
            open();
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private void open() throws IOException {
        for (String end : List.of("shp", "shx", "dbf")) {
            if (!Files.exists(folder.resolve("part." + end))) {
                throw new MalformedInput("no zipped Shapefile: it has no ." + end, 0, 0);
            }
        }
        Files.deleteIfExists(folder.resolve("part.prj"));
        Files.deleteIfExists(folder.resolve("part.cpg"));
        try {
            driver.initDriverFromFile(folder.resolve("part.shp").toFile(), StandardCharsets.ISO_8859_1.name());
            driverOpen = true;
            DbaseFileHeader header = driver.getDbaseFileHeader();
            for (int i = 0; i < header.getNumFields(); i++) {
                columns.add(decoded(header.getFieldName(i).strip()));
                types.add(header.getFieldType(i));
            }
        } catch (RuntimeException | IOException e) {
            throw new MalformedInput("no Shapefile that can be read: " + e.getMessage(), 0, 0);
        }
    }

    /** The system that the file is in; longitude, latitude where the caller names another. */
    Crs crs() {
        return crs;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        String base = null;
        long left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), GB18030)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                int dot = name.lastIndexOf('.');
                String end = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
                if (entry.isDirectory() || name.startsWith("__MACOSX") || !List.of("shp", "shx", "dbf", "prj", "cpg").contains(end)) {
                    continue;
                }
                if (base != null && !base.equals(name.substring(0, dot))) {
                    throw new MalformedInput("the zip holds more than one Shapefile: '" + base + "' and '" + name.substring(0, dot) + "'", 0, 0);
                }
                base = name.substring(0, dot);
                left -= copy(in, folder.resolve("part." + end), left);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new MalformedInput("no zip file: " + e.getMessage(), 0, 0);
        }
    }

    private static long copy(InputStream in, Path to, long most) throws IOException {
        long copied = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                copied += n;
                if (copied > most) {
                    throw new MalformedInput("the zip unpacks to more than " + MOST_BYTES + " bytes", 0, 0);
                }
                out.write(buffer, 0, n);
            }
        }
        return copied;
    }

    private static Crs crs(Path prj) throws IOException {
        if (!Files.exists(prj)) {
            return Crs.CRS84;
        }
        String text = new String(Files.readAllBytes(prj), StandardCharsets.ISO_8859_1);
        return ShapefileProjection.find(text).orElseThrow(() -> new MalformedInput("the .prj names no system known here ("
                + (text.length() > 80 ? text.substring(0, 79) + "…" : text) + "); name the system it is in (--crs)", 0, 0));
    }

    /** Null where there is none. */
    private static Charset encoding(Path cpg) throws IOException {
        if (!Files.exists(cpg)) {
            return null;
        }
        String name = new String(Files.readAllBytes(cpg), StandardCharsets.ISO_8859_1).strip();
        if (name.matches("(?i)(ANSI )?936|cp936|GBK|GB2312")) {
            return GB18030;
        }
        try {
            return Charset.forName(name.matches("\\d+") ? "windows-" + name : name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedInput("the .cpg names no encoding known here: '" + name + "'", 0, 0);
        }
    }

    @Override
    public SourceRow next() throws IOException {
        if (row >= driver.getRowCount()) {
            return null;
        }
        long at = row++;
        long now = bytes * row / driver.getRowCount();
        progress.accept(now - told);
        told = now;
        try {
            Value geometry = driver.getField(at, 0);
            RawGeometry raw = geometry instanceof ValueGeometry shape ? RawGeometry.of(shape.getGeometry()) : null;
            return SourceRow.of(row, new RawFeature(null, raw, properties(at)));
        } catch (RuntimeException | IOException e) {
            return SourceRow.bad(row, Finding.INVALID_FEATURE, "the shape cannot be read: " + e.getMessage());
        }
    }

    private Map<String, Object> properties(long at) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), value(driver.getField(at, i + 1), types.get(i)));
        }
        return values;
    }

    private Object value(Value value, char type) {
        if (value == null || value.getValueType() == Value.NULL) {
            return null;
        }
        return switch (value.getValueType()) {
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER, Value.BIGINT -> (Object) value.getLong();
            case Value.REAL, Value.DOUBLE, Value.NUMERIC, Value.DECFLOAT -> value.getDouble();
            case Value.BOOLEAN -> value.getBoolean();
            case Value.DATE, Value.TIMESTAMP -> value.getString().substring(0, 10);
            default -> {
                String text = decoded(value.getString()).strip();
                yield text.isEmpty() ? null : text;
            }
        };
    }

    /** H2GIS reads every byte as one character; these are the bytes again. */
    private String decoded(String bytesAsText) {
        byte[] raw = bytesAsText.getBytes(StandardCharsets.ISO_8859_1);
        if (encoding != null) {
            return new String(raw, encoding);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, GB18030);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (driverOpen) {
                driver.close();
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
