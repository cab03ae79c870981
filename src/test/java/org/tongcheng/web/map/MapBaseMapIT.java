package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Base maps as a browser sees them: each tile where its address says, other hosts refused, and what fails said on the map. */
class MapBaseMapIT {

    private static final int LEVEL = 9;
    private static final int COLUMN = 424;
    private static final int ROW = 219;

    @Test
    void tilesOfAnXyzServerLieWhereTheirAddressSaysAndNoOtherHostIsAsked() throws Exception {
        try (TileHost host = new TileHost(); TileHost other = new TileHost();
                BaseMapStage stage = new BaseMapStage("map.base-map.kind=xyz", "map.base-map.url=" + host.url() + "/xyz/{z}/{x}/{y}.png",
                        "map.base-map.attribution=Ground", "map.approval-number=GS(2026)0000号")) {
            Page page = stage.browser().open(BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
            assertColour(page, TileHost.colour(LEVEL, COLUMN, ROW));
            assertThat(page.locator("#foot")).containsText("© Ground");
            assertThat(page.locator("#foot")).containsText("审图号：GS(2026)0000号");
            page.evaluate("url => new Promise(done => { const image = new Image(); image.onerror = image.onload = done; image.src = url; })",
                    other.url() + "/xyz/0/0/0.png");
            page.evaluate("url => fetch(url).catch(() => {})", other.url() + "/capabilities.xml");
            assertThat(other.asked()).isEmpty();
            assertThat(stage.browser().closePages()).as("two refusals by the page's policy").hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(text -> text.contains("Content Security Policy"));
            host.fail(true);
            Page dark = stage.browser().open(BaseMapStage.middleOf(LEVEL, COLUMN + 40, ROW));
            assertThat(dark.locator(".note.bad")).containsText(URI.create(host.url()).getAuthority() + " 没有给出瓦片");
            host.fail(false);
            dark.locator(".note.bad").getByText("重试").click();
            assertThat(dark.locator(".note.bad")).hasCount(0);
            assertColour(dark, TileHost.colour(LEVEL, COLUMN + 40, ROW));
            assertThat(stage.browser().closePages()).as("the failures that were meant").allMatch(text -> text.contains("503"));
        }
    }

    @Test
    void aWmtsIsReadFromItsCapabilitiesAndWhatItLacksIsSaid() throws Exception {
        try (TileHost host = new TileHost();
                BaseMapStage stage = new BaseMapStage("map.base-map.kind=wmts", "map.base-map.url=" + host.url() + "/capabilities.xml",
                        "map.base-map.layer=ground")) {
            Page page = stage.browser().open(BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
            assertColour(page, TileHost.colour(LEVEL, COLUMN, ROW));
            assertThat(host.asked()).contains("/tiles/ground/w/" + LEVEL + "/" + ROW + "/" + COLUMN + ".png");
            Page geographic = with(stage, "\"matrixSet\":\"\"", "\"matrixSet\":\"c\"");
            assertGeographic(geographic, host);
            assertThat(stage.browser().closePages()).isEmpty();

            assertSaid(with(stage, "\"layer\":\"ground\"", "\"layer\":\"sky\""), "没有图层“sky”，只有：ground");
            assertSaid(with(stage, "\"matrixSet\":\"\"", "\"matrixSet\":\"x\""), "没有瓦片矩阵集“x”，只有：c, w, local");
            assertSaid(with(stage, "\"matrixSet\":\"\"", "\"matrixSet\":\"local\""), "EPSG::2343");
            assertSaid(with(stage, "/capabilities.xml", "/page.html"), "没有给出 WMTS 能力文档（text/html）");
            assertSaid(with(stage, "/capabilities.xml", "/gone.xml"), "HTTP 404");
            host.fail(true);
            Page down = stage.browser().open(BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
            assertSaid(down, "HTTP 503");
            host.fail(false);
            down.locator(".note.bad").getByText("重试").click();
            assertThat(down.locator(".note.bad")).hasCount(0);
            assertColour(down, TileHost.colour(LEVEL, COLUMN, ROW));
            assertThat(stage.browser().closePages()).as("the failures that were meant").allMatch(text -> text.matches("(?s).*(404|503).*"));
        }
    }

    /** No request leaves this machine: the browser's are answered here, after the page's policy has let them pass. */
    @Test
    void tiandituIsAskedAsItsServiceListSaysForMapAndLabels() throws Exception {
        try (BaseMapStage stage = new BaseMapStage("map.base-map.kind=tianditu", "map.base-map.key=a key", "map.base-map.layer=img")) {
            Page page = stage.browser().blank(MapBrowser.WIDTH, MapBrowser.HEIGHT);
            List<String> asked = new CopyOnWriteArrayList<>();
            page.route(url -> url.contains("tianditu"), route -> answer(route, asked));
            stage.browser().show(page, BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
            assertColour(page, TileHost.colour(LEVEL, COLUMN, ROW));
            assertThat(page.locator("#foot")).containsText("天地图");
            assertThat(asked).allMatch(url -> url.matches("https://t[0-7]\\.tianditu\\.gov\\.cn/(img|cia)_w/wmts\\?.*"));
            Set<String> layers = new TreeSet<>();
            asked.forEach(url -> layers.add(query(url).get("LAYER")));
            assertThat(layers).containsExactly("cia", "img");
            assertThat(query(asked.get(0))).containsEntry("SERVICE", "WMTS").containsEntry("REQUEST", "GetTile").containsEntry("VERSION", "1.0.0")
                    .containsEntry("STYLE", "default").containsEntry("TILEMATRIXSET", "w").containsEntry("FORMAT", "tiles")
                    .containsEntry("tk", "a key");
            assertThat(stage.browser().closePages()).isEmpty();

            Page refused = stage.browser().blank(MapBrowser.WIDTH, MapBrowser.HEIGHT);
            refused.route(url -> url.contains("tianditu"), route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            stage.browser().show(refused, BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
            assertThat(refused.locator(".note.bad").first()).containsText("tianditu.gov.cn 没有给出瓦片");
            assertThat(stage.browser().closePages()).as("the refusals that were meant").allMatch(text -> text.contains("403"));
        }
    }

    private static void answer(Route route, List<String> asked) {
        asked.add(route.request().url());
        Map<String, String> query = query(route.request().url());
        Function<String, Integer> number = name -> Integer.valueOf(query.get(name));
        route.fulfill(new Route.FulfillOptions().setContentType("image/png").setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setBodyBytes(TileHost.tile(number.apply("TILEMATRIX"), number.apply("TILECOL"), number.apply("TILEROW"))));
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** The map as it is where the service's settings say something else in one place. */
    private static Page with(BaseMapStage stage, String said, String instead) throws IOException {
        Page page = stage.browser().blank(MapBrowser.WIDTH, MapBrowser.HEIGHT);
        page.route("**/map/settings", route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
                .setBody(route.fetch().text().replace(said, instead))));
        stage.browser().show(page, BaseMapStage.middleOf(LEVEL, COLUMN, ROW));
        return page;
    }

    /** Columns and rows of 180°/2^level in longitude and latitude; the level is the map's to choose. */
    private static void assertGeographic(Page page, TileHost host) {
        double lon = (COLUMN + 0.5) / (1 << LEVEL) * 360 - 180;
        double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (ROW + 0.5) / (1 << LEVEL)))));
        MapBrowser.settle(page);
        int seen = MapBrowser.middle(page);
        List<Integer> fitting = java.util.stream.IntStream.rangeClosed(7, 10).filter(level -> {
            double size = 180.0 / (1 << level);
            int column = (int) ((lon + 180) / size);
            int row = (int) ((90 - lat) / size);
            return like(seen, TileHost.colour(level, column, row))
                    && host.asked().contains("/tiles/ground/c/" + level + "/" + row + "/" + column + ".png");
        }).boxed().toList();
        assertThat(fitting).as("levels whose tile is seen in the middle, which is %06x", seen).hasSize(1);
    }

    private static void assertSaid(Page page, String words) {
        assertThat(page.locator(".note.bad")).containsText("底图未能加载");
        assertThat(page.locator(".note.bad")).containsText(words);
    }

    private static void assertColour(Page page, int wanted) {
        MapBrowser.settle(page);
        int seen = MapBrowser.middle(page);
        assertThat(like(seen, wanted)).as("the middle is %06x, its tile %06x", seen, wanted).isTrue();
    }

    private static boolean like(int seen, int wanted) {
        return Math.abs((seen >> 16) - (wanted >> 16)) <= 3 && Math.abs((seen >> 8 & 255) - (wanted >> 8 & 255)) <= 3
                && Math.abs((seen & 255) - (wanted & 255)) <= 3;
    }
}
