package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feature changed in the browser: saved, in conflict, looked up in its history. */
class MapEditingIT {

    private final MapBrowser browser = MapStage.browser();

    @Test
    void twoWhoChangeTheSameAreToldAndBothRevisionsStayReadable() {
        String query = "area=fuzhou-metro-2021&panel=edit&feature=hubs/fuzhou-changle-airport";
        Page mine = browser.open(query);
        Page theirs = browser.open(query);
        change(theirs, "备注", "their note");
        assertThat(theirs.locator("#status")).containsText("已保存");
        change(mine, "精度", "750");
        Locator notice = mine.getByRole(AriaRole.ALERT);
        assertThat(notice).containsText("此要素已被他人修改");
        assertThat(notice).isInViewport();
        assertThat(notice).containsText("他人修改了：备注");
        mine.getByText("在其上保存我的修改").click();
        assertThat(mine.locator("#status")).containsText("已保存");
        assertThat(mine.getByLabel("备注")).hasValue("their note");
        assertThat(mine.getByLabel("精度", new Page.GetByLabelOptions().setExact(true))).hasValue("750");
        mine.locator("#edit-form tr.linked").first().click();
        assertThat(mine.locator("#edit-form [aria-live]")).containsText("精度");
        assertThat(browser.closePages()).as("but for the conflict that was meant").allMatch(text -> text.contains("412"));
    }

    @Test
    void aNewFeatureIsDrawnNamedAndSeen() {
        Page page = browser.open("area=fuzhou-metro-2021&panel=edit");
        page.getByText("新建要素").click();
        page.getByText("绘制几何").click();
        page.locator("#map").click(new Locator.ClickOptions().setPosition(300, 400));
        MapBrowser.settle(page);
        page.getByLabel("中文名").fill("试验枢纽");
        page.getByLabel("类型").selectOption("rail-hub");
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#edit-form h3").first()).hasText("试验枢纽");
        assertThat(page.locator("#edit-form")).containsText("新建");
        assertThat(browser.closePages()).isEqualTo(List.of());
    }

    @Test
    void theTokenIsAskedForSentAndNeverPutIntoTheAddress() {
        Page page = browser.open("area=fuzhou-metro-2021");
        page.route("**/map/settings", route -> {
            String settings = route.fetch().text().replace("\"needsToken\":false", "\"needsToken\":true");
            route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(settings));
        });
        page.navigate(page.url() + "&panel=edit&feature=hubs/fuzhou-changle-airport");
        page.getByLabel("写入令牌").fill("open-sesame");
        Request sent = page.waitForRequest(request -> request.method().equals("PATCH"), () -> change(page, "关闭时间", "2090"));
        assertThat(sent.headerValue("authorization")).isEqualTo("Bearer open-sesame");
        assertThat(page.locator("#status")).containsText("已保存");
        assertThat(page.url()).doesNotContain("sesame");
        assertThat(browser.closePages()).isEqualTo(List.of());
    }

    private static void change(Page page, String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    }
}
