package org.tongcheng.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How soon the map's first view is usable: a browser with an empty cache opens {@code /map/} of the packaged service on loopback,
 * again and again. Usable is when corridors and units of the area that is opened are drawn: the page says that it is ready, nothing
 * is loading any more, and the map has drawn its last frame. Milliseconds count from the start of navigation, by the page's own clock.
 */
final class FirstView {

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    /** Opened before they are counted, so that service and browser are warm. */
    private static final int WARMING = 2;

    /** Gives the time of the second frame after everything has come, or false as long as something is missing. */
    private static final String USABLE = """
            () => {
              const done = document.documentElement.dataset.ready === 'true' && !document.querySelector('.note.busy')
                  && document.querySelector('#legend li');
              if (!done) window.usable = null;
              else window.usable ??= {frames: 0};
              if (done && ++window.usable.frames === 2) window.usable.at = performance.now();
              return done && window.usable.at || false;
            }""";
    private static final String BYTES = """
            () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                .reduce((sum, entry) => sum + entry.transferSize, 0)""";

    private FirstView() {}

    /** A table of what was measured; a line that says why, where there is no browser. */
    static String measure(Path jar, Path folder) throws Exception {
        Path program = Path.of(System.getenv().getOrDefault("TONGCHENG_TEST_CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            return "\nThe map's first view is left out: there is no browser '" + program + "'\n";
        }
        String store = "jdbc:h2:file:" + folder.resolve("first-view").toAbsolutePath();
        Playwright.CreateOptions options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Service service = Service.start(jar, store, folder.resolve("first-view.log"));
                Playwright playwright = Playwright.create(options);
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            return table(browser, service.url());
        }
    }

    private static String table(Browser browser, String url) {
        int views = Integer.getInteger("bench.views", 12);
        double[] milliseconds = new double[views];
        long bytes = 0;
        for (int i = -WARMING; i < views; i++) {
            try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("zh-CN"))) {
                Page page = context.newPage();
                page.navigate(url + "/map/");
                milliseconds[Math.max(i, 0)] = ((Number) page.waitForFunction(USABLE).jsonValue()).doubleValue();
                bytes = Math.max(bytes, ((Number) page.evaluate(BYTES)).longValue());
            }
        }
        Arrays.sort(milliseconds);
        return String.format(Locale.ROOT, """

                | map, first view, empty cache, %d times | median | slowest |
                |---|---|---|
                | ms until corridors and units are drawn | %.0f | %.0f |
                | kB transferred | | %.0f |
                """, views, milliseconds[views / 2], milliseconds[views - 1], bytes / 1000.0);
    }
}
