package org.tongcheng.network.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.network.Streets;

/** What is kept on disk is used when it is whole and of the same file, and built again in every other case. */
class StreetCacheTest {

    private static final List<Object> ARRAYS = List.of(new int[] {1, -2, Integer.MAX_VALUE}, new byte[] {3, -4}, new int[0]);

    @TempDir
    Path folder;

    private Path source;
    private Path cacheFolder;

    @BeforeEach
    void source() throws IOException {
        source = Files.writeString(folder.resolve("a.osm"), "the first file");
        cacheFolder = folder.resolve("cache/deep");
    }

    /** How often the arrays are built by a fresh start on the folder. */
    private int builtBy(Path file) throws IOException {
        AtomicInteger built = new AtomicInteger();
        List<Object> arrays = StreetCache.of(cacheFolder, file).arrays("streets-car", "", () -> {
            built.incrementAndGet();
            return ARRAYS;
        });
        assertThat(arrays).usingRecursiveComparison().isEqualTo(ARRAYS);
        return built.get();
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(cacheFolder)) {
            List<Path> all = files.toList();
            assertThat(all).as("nothing unfinished stays behind").hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void theNextStartFindsWhatWasBuilt() throws IOException {
        assertThat(builtBy(source)).isOne();
        assertThat(builtBy(source)).isZero();
    }

    @Test
    void anyByteThatDiffersMakesItBuildAgain() throws IOException {
        builtBy(source);
        byte[] whole = Files.readAllBytes(kept());
        for (int at = 0; at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x10;
            Files.write(kept(), broken);
            assertThat(builtBy(source)).as("byte %d", at).isOne();
            assertThat(Files.readAllBytes(kept())).as("mended").isEqualTo(whole);
        }
    }

    @Test
    void anyLengthThatDiffersMakesItBuildAgain() throws IOException {
        builtBy(source);
        byte[] whole = Files.readAllBytes(kept());
        for (int length = 0; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                Files.write(kept(), Arrays.copyOf(whole, length));
                assertThat(builtBy(source)).as("%d of %d bytes", length, whole.length).isOne();
            }
        }
    }

    @Test
    void anotherFilesCacheUnderThisNameIsNotBelieved() throws IOException {
        Path other = Files.writeString(folder.resolve("b.osm"), "the second file");
        builtBy(source);
        Path first = kept();
        Path own = folder.resolve("own");
        Files.move(first, own);
        builtBy(other);
        Files.move(own, kept(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(builtBy(other)).isOne();
        assertThat(builtBy(other)).isZero();
    }

    @Test
    void otherSettingsAreOtherArrays() throws IOException {
        StreetCache cache = StreetCache.of(cacheFolder, source);
        cache.arrays("x", "5 km/h", () -> List.of(new int[] {5}));
        assertThat((int[]) cache.arrays("x", "6 km/h", () -> List.of(new int[] {6})).get(0)).containsExactly(6);
    }

    @Test
    void manyStartsAtOnceAllGetTheWholeArrays() throws Exception {
        ExecutorService starts = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> start = () -> builtBy(source);
            List<Future<Integer>> results = starts.invokeAll(Collections.nCopies(32, start));
            for (Future<Integer> result : results) {
                assertThat(result.get()).isBetween(0, 1);
            }
        } finally {
            starts.shutdownNow();
        }
        assertThat(builtBy(source)).isZero();
        kept();
    }

    @Test
    void aFolderThatCannotBeMadeKeepsNothingAndFailsNothing() throws IOException {
        cacheFolder = source.resolve("below-a-file");
        assertThat(builtBy(source)).isOne();
        assertThat(builtBy(source)).isOne();
    }

    @Test
    void theShelfKeepsArraysByNameAndSpeeds() throws IOException {
        int[][] arrays = {{1, 2}, {}, {3}};
        StreetCache.of(cacheFolder, source).shelf("car").arrays("hierarchy-1", () -> arrays);
        assertThat(StreetCache.of(cacheFolder, source).shelf("car").arrays("hierarchy-1", () -> {
            throw new AssertionError("computed again");
        })).isDeepEqualTo(arrays);
        assertThat(StreetCache.of(cacheFolder, source).shelf("foot").arrays("hierarchy-1", () -> new int[][] {{9}}))
                .isDeepEqualTo(new int[][] {{9}});
        assertThatThrownBy(() -> StreetCache.of(cacheFolder, source).shelf("car").arrays("../x", () -> arrays))
                .hasMessageContaining("../x");
    }

    @Test
    void keptStreetsAreThoseThatWereRead() throws IOException {
        Path file = new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0.001).node(3, 0.03, 0).node(4, 0.04, 0)
                .way("1 2 3 4", "highway=primary").way("2 4", "highway=secondary", "oneway=yes").write(folder);
        Streets read = OsmStreets.of(file, new OsmSettings(1, 1), cacheFolder).streets(OsmXml.car(Map.of()));
        kept();
        Streets found = OsmStreets.of(file, new OsmSettings(1, 1), cacheFolder).streets(OsmXml.car(Map.of()));
        assertThat(found).usingRecursiveComparison().ignoringFields("shelf").isEqualTo(read);
        assertThat(found.nodes()).isEqualTo(3);
    }
}
