package org.tongcheng.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;

/** Writes a collection into a file, told by the end of its name; the file appears when it is whole. */
public final class FileExport {

    private FileExport() {}

    /**
     * @param written features in the file
     * @param notes   what the format could not hold
     */
    public record Report(long written, List<String> notes) {}

    /** @param progress takes the number of features written since the last call */
    public static Report run(FeatureStore store, String collection, Path file, LongConsumer progress) throws IOException {
        CollectionDeclaration declaration = store.getCollection(collection);
        RowFiles.Format format = RowFiles.format(file);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            AtomicLong written = new AtomicLong();
            FeatureFileWriter writer = open(part, format, file, declaration);
            try (writer) {
                store.read(collection, Query.ALL, Page.first(Page.EVERYTHING), feature -> {
                    write(writer, feature);
                    written.incrementAndGet();
                    progress.accept(1);
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return new Report(written.get(), List.copyOf(writer.notes()));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(FeatureFileWriter writer, StoredFeature feature) {
        try {
            writer.write(feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureFileWriter open(Path part, RowFiles.Format format, Path file, CollectionDeclaration declaration)
            throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        String name = file.getFileName().toString();
        return switch (format) {
            case GEOJSON -> name.endsWith("l") || name.endsWith("ndjson") ? new Lines(out) : new Collection(out);
            case CSV -> new CsvFeatureWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), declaration);
            case SHAPEFILE -> new ShapefileWriter(out, name.substring(0, name.lastIndexOf('.')), declaration);
        };
    }

    private static final class Collection implements FeatureFileWriter {
        private final OutputStream out;
        private final GeoJsonWriter json;

        private Collection(OutputStream out) {
            this.out = out;
            this.json = GeoJsonWriter.exact(out);
            json.startCollection(Map.of());
        }

        @Override
        public void write(StoredFeature feature) {
            json.next(feature, Map.of(), Map.of());
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() throws IOException {
            json.endCollection(Map.of());
            out.close();
        }
    }

    /** One feature a line. */
    private static final class Lines implements FeatureFileWriter {
        private final OutputStream out;
        private final GeoJsonWriter json;

        private Lines(OutputStream out) {
            this.out = out;
            this.json = GeoJsonWriter.exact(out);
        }

        @Override
        public void write(StoredFeature feature) {
            json.feature(feature.feature(), Map.of(), Map.of());
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
