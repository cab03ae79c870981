package org.tongcheng.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An H2GIS file in a folder of its own. */
final class TemporaryFile {

    private final Path folder;

    TemporaryFile() throws IOException {
        folder = Files.createTempDirectory("tongcheng-store");
    }

    StoreSettings settings() {
        return StoreSettings.of("jdbc:h2:file:" + folder.resolve("store"));
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
