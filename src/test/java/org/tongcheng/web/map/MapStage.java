package org.tongcheng.web.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tongcheng.PackagedService;

/** The packaged service and a browser, started once for all tests of the map and ended with the tests' process. */
final class MapStage {

    private static MapBrowser browser;

    private MapStage() {}

    static synchronized MapBrowser browser() {
        if (browser == null) {
            try {
                Path folder = Files.createTempDirectory("tongcheng-map");
                PackagedService service = PackagedService.start(folder);
                browser = new MapBrowser(service.url());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service, folder)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the service started", e);
            }
        }
        return browser;
    }

    private static void end(PackagedService service, Path folder) {
        try {
            browser.close();
            service.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | InterruptedException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }
}
