package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drawing and changing on a base map whose tiles are offset (GCJ-02). The reference is the pair that the tests of the published
 * conversion eviltransform give for Shenzhen; 500 m lie between its two places, a pixel is 1.2 m.
 */
class MapOffsetIT {

    private static final double LON = 113.912316;
    private static final double LAT = 22.543847;
    private static final String OFFSET = "113.9171764808363,22.540796131694766";
    private static final String TOKEN = "open-sesame";
    private static final int ZOOM = 17;
    private static final double PIXEL_DEGREES = 360.0 / 256 / (1 << ZOOM);
    /** Four pixels: a click falls on a whole one. */
    private static final double NEAR = 4 * PIXEL_DEGREES;

    private static TileHost host;
    private static BaseMapStage stage;

    @BeforeAll
    static void start() throws IOException {
        host = new TileHost();
        stage = new BaseMapStage("map.base-map.kind=wmts", "map.base-map.url=" + host.url() + "/capabilities.xml",
                "map.base-map.layer=ground", "map.base-map.datum=GCJ-02", "write-token=" + TOKEN);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        stage.close();
        host.close();
    }

    @Test
    void aDrawnPointIsStoredWhereItTrulyLies() throws Exception {
        Page page = open("");
        page.getByText("新建要素").click();
        page.getByText("绘制几何").click();
        click(page, 0, 0);
        MapBrowser.settle(page);
        page.getByLabel("中文名").fill("偏移枢纽");
        page.getByLabel("类型").selectOption("rail-hub");
        press(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("需要正确的写入令牌");
        page.getByLabel("写入令牌").fill(TOKEN);
        save(page);
        assertThat(page.url()).doesNotContain(TOKEN);
        assertThat(page.locator("#edit-form h3").first()).hasText("偏移枢纽");
        JsonNode at = geometry(reference(page)).get("coordinates");
        assertThat(at.get(0).doubleValue()).isCloseTo(LON, within(NEAR));
        assertThat(at.get(1).doubleValue()).isCloseTo(LAT, within(NEAR));
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "mark")).as("it is marked where it was drawn").isGreaterThan(30);
        assertThat(stage.browser().closePages()).as("the refusal that was meant").allMatch(text -> text.contains("401"));
    }

    @Test
    void aLineKeepsWhatIsNotTouchedToTheLastDigitAndFollowsADraggedVertexAlone() throws Exception {
        Page page = open("");
        page.evaluate("() => fetch('../collections', {method: 'POST', headers: {'Content-Type': 'application/json', Authorization: 'Bearer "
                + TOKEN + "'}, body: JSON.stringify("
                + "{id: 'courses', title: {zh: '路线', en: 'Courses'}, geometry: 'LineString', properties: {name_zh: {type: 'string', title: '名字'}}})})");
        page = open("");
        page.getByLabel("数据集").selectOption("courses");
        page.getByText("新建要素").click();
        page.getByLabel("写入令牌").fill(TOKEN);
        page.getByText("绘制几何").click();
        click(page, -200, 0);
        click(page, 0, 0);
        doubleClick(page, 200, -100);
        MapBrowser.settle(page);
        page.getByLabel("名字").fill("甲");
        save(page);
        assertThat(page.locator("#edit-form h3").first()).hasText("甲");
        String ref = reference(page);
        JsonNode drawn = geometry(ref).get("coordinates");
        assertThat(drawn.size()).isEqualTo(3);
        assertPoint(drawn.get(0), LON - 200 * PIXEL_DEGREES, LAT);
        assertPoint(drawn.get(1), LON, LAT);
        assertPoint(drawn.get(2), LON + 200 * PIXEL_DEGREES, LAT + 100 * PIXEL_DEGREES * Math.cos(Math.toRadians(LAT)));

        page.getByLabel("名字").fill("乙");
        save(page);
        assertThat(page.locator("#edit-form h3").first()).hasText("乙");
        assertThat(geometry(ref).get("coordinates")).as("only its name was changed").isEqualTo(drawn);

        page.getByText("修改几何").click();
        drag(page, 200, -100, 200, 100);
        save(page);
        assertThat(page.locator("#edit-form tbody tr")).hasCount(3);
        JsonNode dragged = geometry(ref).get("coordinates");
        assertPoint(dragged.get(2), LON + 200 * PIXEL_DEGREES, LAT - 100 * PIXEL_DEGREES * Math.cos(Math.toRadians(LAT)));
        for (int i = 0; i < 2; i++) {
            assertThat(dragged.get(i).get(0).doubleValue()).isCloseTo(drawn.get(i).get(0).doubleValue(), within(1e-8));
            assertThat(dragged.get(i).get(1).doubleValue()).isCloseTo(drawn.get(i).get(1).doubleValue(), within(1e-8));
        }
        assertThat(stage.browser().closePages()).isEmpty();
    }

    private static void assertPoint(JsonNode point, double lon, double lat) {
        assertThat(point.get(0).doubleValue()).isCloseTo(lon, within(NEAR));
        assertThat(point.get(1).doubleValue()).isCloseTo(lat, within(NEAR));
    }

    private static Page open(String more) {
        return stage.browser().open("panel=edit&view=" + OFFSET + "," + ZOOM + "&" + BaseMapStage.BARE + more);
    }

    private static void press(Page page) {
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static void save(Page page) {
        press(page);
        assertThat(page.locator("#status")).containsText("已保存");
    }

    private static void click(Page page, int right, int down) {
        BoundingBox box = page.locator("#map").boundingBox();
        page.locator("#map").click(new Locator.ClickOptions().setPosition(box.width / 2 + right, box.height / 2 + down));
    }

    private static void doubleClick(Page page, int right, int down) {
        BoundingBox box = page.locator("#map").boundingBox();
        page.locator("#map").dblclick(new Locator.DblclickOptions().setPosition(box.width / 2 + right, box.height / 2 + down));
    }

    private static void drag(Page page, int right, int down, int toRight, int toDown) {
        BoundingBox box = page.locator("#map").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x + right, y + down);
        page.mouse().down();
        page.mouse().move(x + toRight, y + toDown);
        page.mouse().up();
        MapBrowser.settle(page);
    }

    private static String reference(Page page) {
        return page.url().replaceAll(".*[?&]feature=([^&]*).*", "$1");
    }

    /** As it is stored: asked for without a datum. */
    private static JsonNode geometry(String ref) throws IOException, InterruptedException {
        URI address = URI.create(stage.url() + "/collections/" + ref.replaceFirst("/", "/items/") + "?f=json");
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return JsonMapper.builder().build().readTree(response.body()).get("geometry");
    }
}
