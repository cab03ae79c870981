package org.tongcheng.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The contract on H2GIS, each test in a file of its own. */
class H2gisFeatureStoreTest extends FeatureStoreContract {

    private Path folder;

    @Override
    StoreSettings fresh() throws IOException {
        folder = Files.createTempDirectory("tongcheng-store");
        return StoreSettings.of("jdbc:h2:file:" + folder.resolve("store"));
    }

    @Override
    void discard(StoreSettings settings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
