package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site drawn or uploaded in the browser, and the verdict that is seen. */
class MapSitingIT {

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void aDrawnSiteAcrossABorderIsConditionalThereAndMissingLayersAreNamed() {
        Page page = browser.open("area=xzq-2011&panel=siting");
        page.getByLabel("类型").selectOption("chemical-plant");
        page.getByText("在地图上绘制").click();
        Locator map = page.locator("#map");
        for (int[] at : List.of(new int[] {400, 400}, new int[] {470, 400}, new int[] {470, 350})) {
            map.click(new Locator.ClickOptions().setPosition(at[0], at[1]));
        }
        map.dblclick(new Locator.DblclickOptions().setPosition(400, 350));
        assertThat(page.locator("#siting-answer .verdict")).containsText("有条件");
        assertThat(page.locator("#siting-answer")).containsText("因缺少图层而未核对");
        assertThat(page.locator("#siting-answer")).containsText("永久基本农田");
        assertThat(page.locator("#legend")).containsText("有条件或不详之处");
        assertThat(page.locator("#legend")).not().containsText("不符合之处");
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "clash")).as("where the border crosses the site").isGreaterThan(20);
        Page again = browser.open(page.url().substring(page.url().indexOf('?') + 1));
        assertThat(again.locator("#siting-answer .verdict")).containsText("有条件");
    }

    @Test
    void anUploadedSiteIsTakenWholeAndWhatIsNoSiteIsRefused() {
        Page page = browser.open("area=xzq-2011&panel=siting");
        Locator file = page.locator("input[type=file]");
        file.setInputFiles(payload("line.geojson", "{\"type\": \"LineString\", \"coordinates\": [[118, 24], [118.1, 24]]}"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不是恰好一个");
        file.setInputFiles(payload("two.geojson", "{\"type\": \"Feature\", \"properties\": {\"kind\": \"school\"}, \"geometry\": {\"type\": \"MultiPolygon\","
                + " \"coordinates\": [[[[118.1, 24.5], [118.12, 24.5], [118.12, 24.52], [118.1, 24.5]]],"
                + " [[[118.2, 24.6], [118.22, 24.6], [118.22, 24.62], [118.2, 24.6]]]]}}"));
        assertThat(page.locator("#siting-answer .verdict")).isVisible();
        assertThat(page.locator("#panel")).containsText("已上传：two.geojson");
        assertThat(page.getByLabel("类型")).hasValue("school");
        assertThat(page).hasURL(Pattern.compile("site=118.1,24.5;118.12,24.5;118.12,24.52\\*118.2,24.6;118.22,24.6;118.22,24.62~school"));
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "application/geo+json", text.getBytes(StandardCharsets.UTF_8));
    }
}
