package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.PackagedService;

/**
 * Of more corridors in view than are sent at once none is missing on the map: 3 600 short expressways in rows of 60, two hundredths
 * of a degree apart, and after them, by id, one metro line of half a degree whose colour nothing else has.
 */
class MapManyFeaturesIT {

    private static final int ROWS = 60;
    private static final double STEP = 0.02;
    private static final int STOPS = 20;
    private static final double WEST = 91;
    private static final double SOUTH = 35;

    /** The metro line's middle: north of the last row. */
    private static final String MIDDLE = "91.6,36.3";
    private static final String ALL_IN_VIEW = "area=&year=2024&hide=hubs&view=91.6,35.7,8.6";

    /** Longer than a tile carries, so that only the item has it. */
    private static final String NOTE = "末".repeat(140);

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static MapBrowser browser;

    @BeforeAll
    static void begin() throws IOException, InterruptedException {
        service = PackagedService.start(folder);
        Path file = Files.writeString(folder.resolve("many.geojson"), "{\"type\": \"FeatureCollection\", \"features\": ["
                + IntStream.range(0, ROWS * ROWS).mapToObj(MapManyFeaturesIT::expressway).collect(Collectors.joining(",\n")) + ",\n"
                + corridor("zz-last", 91.35, 36.3, 91.85, "\"mode\": \"metro\", \"opened\": \"2020\", \"name_zh\": \"最后的线\", \"note\": \"" + NOTE + "\"")
                + "]}");
        ProcessBuilder importing = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-jar", "target/tongcheng.jar", "import", file.toString(), "--collection", "corridors").redirectErrorStream(true);
        importing.environment().putAll(service.settings());
        Process process = importing.start();
        String report = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(report).isZero();
        browser = new MapBrowser(service.url());
    }

    @AfterAll
    static void end() throws InterruptedException {
        browser.close();
        service.close();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        assertThat(browser.closePages()).isEmpty();
    }

    @Test
    void theLineBeyondTheFirstThreeThousandIsSeenNamedInTheLegendAndClicked() throws IOException, InterruptedException {
        assertThat(items("limit=3000")).as("it is none of the first").contains("\"numberMatched\":" + (ROWS * ROWS + 1)).doesNotContain("zz-last");
        Page page = browser.open(ALL_IN_VIEW);
        assertThat(MapBrowser.pixels(page, "metro")).as("the only metro line").isGreaterThan(200);
        assertThat(MapBrowser.pixels(page, "expressway")).as("sixty rows of roads").isGreaterThan(2_000);
        assertThat(page.locator("#legend")).containsText("地铁");
        assertThat(page.locator(".note")).hasCount(0);
        click(browser.open(ALL_IN_VIEW.replaceFirst("view=.*", "view=" + MIDDLE + ",8.6")));
    }

    private static void click(Page page) {
        BoundingBox map = page.locator("#map").boundingBox();
        page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
        assertThat(page.locator("#card")).containsText("最后的线");
        assertThat(page.locator("#card")).containsText("地铁");
        assertThat(page.locator("#card")).containsText(NOTE);
    }

    @Test
    void yearModeAndSwitchHoldForTilesAsForItems() {
        assertThat(MapBrowser.pixels(browser.open(ALL_IN_VIEW.replace("2024", "2019")), "metro")).as("opened in 2020").isZero();
        Page page = browser.open(ALL_IN_VIEW);
        page.getByLabel("地铁").uncheck();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "metro")).as("switched off").isZero();
        assertThat(page.locator("#legend")).not().containsText("地铁");
        assertThat(MapBrowser.pixels(page, "expressway")).isGreaterThan(2_000);
    }

    /** As do those of items: what is known of a stop's line is a piece of it in a tile. */
    @Test
    void stopsGoWithTheirLineInTilesToo() throws IOException, InterruptedException {
        for (int i = 0; i < STOPS; i++) {
            post("stops", String.format(Locale.ROOT, "{\"type\": \"Feature\", \"id\": \"zz-stop-%d\", \"properties\": {\"corridor_id\": \"zz-last\", "
                    + "\"seq\": %d, \"name_zh\": \"站%d\", \"kind\": \"station\", \"document\": \"base\", \"method\": \"schematic\", "
                    + "\"accuracy_m\": 100}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [%.4f, 36.3]}}", i, i + 1, i + 1, 91.4 + i * STEP));
        }
        Page page = browser.blank(1366, 1600);
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        browser.show(page, "area=&year=2024&hide=hubs,expressway&view=91.6,35.75,10.41");
        assertThat(asked).as("tiles of corridors").anyMatch(url -> url.contains("/collections/corridors/tiles/"));
        page.locator("#legend summary").click();
        MapBrowser.settle(page);
        long before = MapBrowser.pixels(page, "stops");
        page.getByLabel("地铁").uncheck();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "metro")).as("switched off").isZero();
        assertThat(MapBrowser.pixels(page, "stops")).as("its stops with it, of " + before).isLessThan(before - 2 * STOPS);
    }

    private static void post(String collection, String feature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/collections/" + collection + "/items"))
                .header("Content-Type", "application/geo+json").POST(HttpRequest.BodyPublishers.ofString(feature)).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void nearEnoughTheItemsComeBack() {
        Page page = browser.open(ALL_IN_VIEW.replaceFirst("view=.*", "view=" + MIDDLE + ",8.6"));
        page.waitForRequest(request -> request.url().contains("corridors/items") && request.url().contains("limit=3000"), () ->
                IntStream.range(0, 3).forEach(i -> page.getByTitle("+", new Page.GetByTitleOptions().setExact(true)).click()));
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "metro")).as("drawn from items").isGreaterThan(200);
        page.getByLabel("地铁").uncheck();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "metro")).as("no tile is left beneath").isZero();
    }

    private static String expressway(int i) {
        double lon = WEST + STEP * (i % ROWS);
        return corridor(String.format(Locale.ROOT, "many-%04d", i), lon, SOUTH + STEP * (i / ROWS), lon + STEP * 0.8,
                "\"mode\": \"expressway\", \"opened\": \"2010\", \"name_zh\": \"短路" + i + "\"");
    }

    private static String corridor(String id, double west, double lat, double east, String properties) {
        return String.format(Locale.ROOT, "{\"type\": \"Feature\", \"id\": \"%s\", \"properties\": {%s, \"status_at_doc\": \"open\", "
                + "\"document\": \"base\", \"method\": \"schematic\", \"accuracy_m\": 100}, \"geometry\": {\"type\": \"LineString\", "
                + "\"coordinates\": [[%.4f, %.4f], [%.4f, %.4f]]}}", id, properties, west, lat, east, lat);
    }

    private static String items(String query) throws IOException, InterruptedException {
        URI address = URI.create(service.url() + "/collections/corridors/items?f=json&bbox=90,34,93,37&asOf=2024&" + query);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
