package org.tongcheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.h2gis.functions.io.dbf.internal.DbaseFileHeader;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.h2gis.functions.io.shp.internal.ShapeType;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.StoredFeature;

/**
 * A zipped Shapefile of CGCS2000 longitude and latitude, text in UTF-8, written by H2GIS. The format holds little: names of 10
 * bytes, text of 254 bytes, numbers of 20 digits with 9 decimals, one kind of geometry, no feature without one. What it cannot
 * hold is in the notes.
 */
final class ShapefileWriter implements FeatureFileWriter {

    private static final int LONGEST_NAME = 10;
    private static final int LONGEST_TEXT = 254;

    /** An encoding that H2GIS knows and in which every byte is one character. */
    private static final Charset CARRIER = Charset.forName("IBM437");

    /** Where a .dbf says how many records it has (four bytes, low first) and in which code page. */
    private static final int RECORDS_AT = 4;
    private static final int CODE_PAGE_AT = 29;

    private final CollectionDeclaration declaration;
    private final OutputStream out;
    private final String base;
    private final Path folder;
    private final SHPDriver driver = new SHPDriver();
    private final List<String> notes = new ArrayList<>();
    private int written;
    private long without;
    private long cut;

    /** @param base name of the files inside; closes the stream in the end */
    ShapefileWriter(OutputStream out, String base, CollectionDeclaration declaration) throws IOException {
        this.declaration = declaration;
        this.out = out;
        this.base = base;
        ShapeType type = type(declaration);
        folder = Files.createTempDirectory("tongcheng-shapefile");
        driver.setGeometryFieldIndex(0);
        try {
            driver.initDriver(folder.resolve("part.shp").toFile(), type, header());
        } catch (DbaseFileException e) {
            throw new IOException(e);
        }
    }

    private static ShapeType type(CollectionDeclaration declaration) {
        return switch (declaration.geometry()) {
            case POINT -> ShapeType.POINT;
            case MULTI_POINT -> ShapeType.MULTIPOINT;
            case LINE_STRING, MULTI_LINE_STRING -> ShapeType.ARC;
            case POLYGON, MULTI_POLYGON -> ShapeType.POLYGON;
            case ANY, NONE -> throw new MalformedInput("a Shapefile holds one kind of geometry; '" + declaration.id() + "' has "
                    + (declaration.geometry() == GeometryKind.NONE ? "none" : "any") + ": export it as .geojson or .csv", 0, 0);
        };
    }

    private DbaseFileHeader header() throws DbaseFileException {
        DbaseFileHeader header = new DbaseFileHeader();
        header.setEncoding(CARRIER.name().replace("IBM", "cp"));
        Set<String> names = new HashSet<>();
        header.addColumn(column("id", names), 'C', LONGEST_TEXT, 0);
        for (PropertyDeclaration property : declaration.properties()) {
            String name = column(property.name(), names);
            if (property.type() == PropertyType.INTEGER) {
                header.addColumn(name, 'N', 19, 0);
            } else if (property.type() == PropertyType.NUMBER) {
                header.addColumn(name, 'N', 20, 9);
            } else {
                header.addColumn(name, 'C', LONGEST_TEXT, 0);
            }
        }
        return header;
    }

    private String column(String property, Set<String> names) {
        String name = cut(property, LONGEST_NAME);
        for (int n = 1; !names.add(name.toUpperCase(Locale.ROOT)); n++) {
            name = cut(property, LONGEST_NAME - 1 - Integer.toString(n).length()) + "_" + n;
        }
        if (!name.equals(property)) {
            notes.add("'" + property + "' is called '" + name + "'");
        }
        return asBytes(name);
    }

    /** Characters that H2GIS writes as the bytes of UTF-8. */
    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), CARRIER);
    }

    /** As many whole characters as fit into so many bytes. */
    private static String cut(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    @Override
    public void write(StoredFeature feature) throws IOException {
        Geometry geometry = feature.feature().geometry();
        if (geometry == null) {
            without++;
            return;
        }
        Object[] row = new Object[declaration.properties().size() + 2];
        // shells run clockwise in a Shapefile, against RFC 7946
        row[0] = geometry.getDimension() == 2 ? geometry.reverse() : geometry;
        row[1] = text(feature.feature().id());
        for (int i = 0; i < declaration.properties().size(); i++) {
            Object value = feature.feature().value(declaration.properties().get(i).name());
            row[i + 2] = value instanceof Long || value instanceof Double || value == null ? value : text(CellText.write(value));
        }
        driver.insertRow(row);
        written++;
    }

    private String text(String value) {
        String kept = cut(value, LONGEST_TEXT);
        cut += kept.length() < value.length() ? 1 : 0;
        return asBytes(kept);
    }

    /** H2GIS writes the header first and leaves the number of records at 0; the code page is the .cpg's to say. */
    private void completeHeader(Path dbf) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(dbf.toFile(), "rw")) {
            file.seek(RECORDS_AT);
            file.writeInt(Integer.reverseBytes(written));
            file.seek(CODE_PAGE_AT);
            file.writeByte(0);
        }
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        driver.close();
        completeHeader(folder.resolve("part.dbf"));
        Files.writeString(folder.resolve("part.prj"), ShapefileProjection.lonLat());
        Files.writeString(folder.resolve("part.cpg"), StandardCharsets.UTF_8.name());
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String end : List.of("shp", "shx", "dbf", "prj", "cpg")) {
                zip.putNextEntry(new ZipEntry(base + "." + end));
                Files.copy(folder.resolve("part." + end), zip);
                zip.closeEntry();
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        if (without > 0) {
            notes.add(without + " features without geometry are left out");
        }
        if (cut > 0) {
            notes.add(cut + " texts were cut to " + LONGEST_TEXT + " bytes");
        }
    }
}
