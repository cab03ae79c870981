package org.tongcheng.web.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.tongcheng.PackagedService;

/** A packaged service of its own whose map has a base map, seen with the browser that all tests share. */
final class BaseMapStage implements AutoCloseable {

    /** Everything but the base map. */
    static final String BARE = "hide=metropolitan-areas,administrative-units,corridors,stops,hubs,industrial-parks,zones,projects";

    private final Path folder;
    private final PackagedService service;
    private final MapBrowser browser;

    /** @param settings {@code name=value} below {@code tongcheng} */
    BaseMapStage(String... settings) {
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("--tongcheng." + setting);
        }
        try {
            folder = Files.createTempDirectory("tongcheng-base-map");
            service = PackagedService.start(folder, "jdbc:h2:file:" + folder.resolve("store"), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service started", e);
        }
        browser = MapStage.browser().at(service.url());
    }

    MapBrowser browser() {
        return browser;
    }

    String url() {
        return service.url();
    }

    /** What is asked for to look at the middle of a tile of Web Mercator, one tile pixel a pixel. */
    static String middleOf(int level, int column, int row) {
        double tiles = 1L << level;
        double lon = (column + 0.5) / tiles * 360 - 180;
        double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (row + 0.5) / tiles))));
        return BARE + "&view=" + lon + "," + lat + "," + level;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
