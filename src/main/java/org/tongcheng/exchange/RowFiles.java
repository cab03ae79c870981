package org.tongcheng.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.tongcheng.catalog.CollectionDeclaration;

/** Opens files of rows by the end of their names. */
final class RowFiles {

    /** For people. */
    static final String FORMATS = ".geojson, .json, .geojsonl, .ndjson, .csv or .zip (Shapefile)";

    private RowFiles() {}

    enum Format { GEOJSON, CSV, SHAPEFILE }

    static Format format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        return switch (end) {
            case "geojson", "json", "geojsonl", "ndjson" -> Format.GEOJSON;
            case "csv" -> Format.CSV;
            case "zip" -> Format.SHAPEFILE;
            default -> throw new MalformedInput("'" + file.getFileName() + "' does not end in " + FORMATS, 0, 0);
        };
    }

    /**
     * @param declaration what the rows are; null where that is to be found out
     * @param progress    takes the number of bytes of the file read since the last call
     */
    static RowSource open(Path file, CollectionDeclaration declaration, boolean systemNamed, LongConsumer progress)
            throws IOException {
        Format format = format(file);
        if (format == Format.SHAPEFILE) {
            return new ShapefileRows(file, systemNamed, progress);
        }
        InputStream in = new Counted(Files.newInputStream(file), progress);
        return format == Format.CSV ? new CsvRows(in, declaration) : new GeoJsonRows(in, systemNamed);
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;

        private Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            progress.accept(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            progress.accept(Math.max(n, 0));
            return n;
        }
    }
}
