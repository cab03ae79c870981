package org.tongcheng.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A browser that looks at the map of one service, keeps what its console says, and sees colours. Of a test class where it is
 * registered, each test ends with its pages closed and fails where their consoles complained.
 */
final class MapBrowser implements AutoCloseable, AfterEachCallback {

    static final int WIDTH = 1366;
    static final int HEIGHT = 768;

    private static final double LONGEST_MS = 30_000;
    private static final int LIKENESS = 24;
    private static final int LOOK_MS = 250;
    private static final int MOST_LOOKS = 60;

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final List<String> complaints = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    MapBrowser(String url) {
        this.url = url;
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MS);
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String program = System.getenv().getOrDefault("TONGCHENG_TEST_CHROMIUM", "/usr/bin/chromium");
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(program))
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    private MapBrowser(MapBrowser shared, String url) {
        this.url = url;
        this.playwright = shared.playwright;
        this.browser = shared.browser;
    }

    /** The same browser before the map of another service; it is closed with this one. */
    MapBrowser at(String otherUrl) {
        return new MapBrowser(this, otherUrl);
    }

    /** The page with this query, once its data are drawn. */
    Page open(String query) {
        return open(query, WIDTH, HEIGHT);
    }

    Page open(String query, int width, int height) {
        Page page = blank(width, height);
        show(page, query);
        return page;
    }

    /** A page in a context of its own, before it has gone anywhere. */
    Page blank(int width, int height) {
        return blank(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
    }

    /** The same of somebody who reads English, in the dark. */
    Page foreign() {
        return blank(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("en-GB").setColorScheme(ColorScheme.DARK));
    }

    private Page blank(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        pages.add(page);
        page.setDefaultTimeout(LONGEST_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Goes to the map with this query, until its data are drawn. */
    void show(Page page, String query) {
        page.navigate(url + "/map/?" + query);
        page.locator("html[data-ready=true]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        settle(page);
    }

    /** Waits until nothing is loading or computing any more and the page stands still: two looks at it in succession are the same. */
    static void settle(Page page) {
        byte[] before = null;
        for (int i = 0; i < MOST_LOOKS; i++) {
            page.waitForTimeout(LOOK_MS);
            page.waitForFunction("() => !document.querySelector('.note.busy, .progress')");
            byte[] now = page.screenshot();
            if (Arrays.equals(now, before)) {
                return;
            }
            before = now;
        }
        throw new AssertionError("the page does not come to rest");
    }

    @Override
    public void afterEach(ExtensionContext given) {
        assertThat(closePages()).isEmpty();
    }

    /** Closes the pages opened so far; gives what their consoles have complained of. */
    List<String> closePages() {
        pages.forEach(page -> page.context().close());
        pages.clear();
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** How many pixels of the map have nearly the colour that the page's style sheet calls so. */
    static long pixels(Page page, String colour) {
        String hex = (String) page.evaluate("name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()", colour);
        int wanted = Integer.parseInt(hex.substring(1), 16);
        BufferedImage image = picture(page.locator("#map").screenshot());
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += isLike(image.getRGB(x, y), wanted) ? 1 : 0;
            }
        }
        return count;
    }

    /** The colour in the middle of the map, as 0xRRGGBB. */
    static int middle(Page page) {
        BufferedImage image = picture(page.locator("#map").screenshot());
        return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xffffff;
    }

    static BufferedImage picture(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLike(int seen, int wanted) {
        return Math.abs((seen >> 16 & 255) - (wanted >> 16 & 255)) < LIKENESS
                && Math.abs((seen >> 8 & 255) - (wanted >> 8 & 255)) < LIKENESS
                && Math.abs((seen & 255) - (wanted & 255)) < LIKENESS;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
