package org.tongcheng.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pictures of the main views of five areas, written only where a folder is asked for:
 * {@code mvn verify -Dit.test=MapScreensIT -DskipPostgis -Dmap.screens=src/docs/map}.
 */
@EnabledIfSystemProperty(named = "map.screens", matches = ".+")
class MapScreensIT {

    /** Area → where its hour begins: the seat of its core city. */
    private static final Map<String, String> AREAS = Map.of(
            "xzq-2011", "118.0894,24.4798", "fuzhou-metro-2021", "119.296,26.0745", "nanjing-metro-2021", "118.797,32.06",
            "chengdu-metro-2021", "104.0665,30.5723", "prd", "113.2644,23.1291");

    private final MapBrowser browser = MapStage.browser();

    @Test
    void everyMainViewOfFiveAreas() {
        Path folder = Path.of(System.getProperty("map.screens"));
        AREAS.forEach((area, seat) -> views(seat).forEach((view, query) -> {
            Page page = browser.open("area=" + area + "&year=2025&" + query);
            write(page.screenshot(), folder.resolve(area + "-" + view + ".png"));
            assertThat(browser.closePages()).isEmpty();
        }));
    }

    private static void write(byte[] png, Path file) {
        try {
            SmallPng.write(png, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file).isNotEmptyFile();
    }

    /** A square of some ten kilometres beside the place. */
    private static String around(String seat) {
        String[] at = seat.split(",");
        double lon = Double.parseDouble(at[0]);
        double lat = Double.parseDouble(at[1]);
        return String.format(Locale.ROOT, "%.4f,%.4f;%.4f,%.4f;%.4f,%.4f;%.4f,%.4f",
                lon, lat, lon + 0.1, lat, lon + 0.1, lat + 0.09, lon, lat + 0.09);
    }

    private static Map<String, String> views(String seat) {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("plan", "scenario=planned");
        views.put("reach", "panel=reach&at=" + seat);
        views.put("compare", "panel=reach&vs=2005:built&split=0.55&theme=dark&at=" + seat);
        views.put("siting", "panel=siting&site=" + around(seat) + "~chemical-plant");
        views.put("extent", "panel=assess&tab=extent");
        views.put("gain", "panel=assess&tab=gain&scenario=planned");
        views.put("english", "lang=en&scenario=vision");
        return views;
    }
}
