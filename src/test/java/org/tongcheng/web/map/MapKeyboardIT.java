package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole flows without a pointer: everything is reached by Tab and arrows, and worked by Enter, space and typing. */
class MapKeyboardIT {

    /** More stops than the page has on any panel. */
    private static final int MOST_TABS = 160;

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void aPlaceIsSearchedItsHourReadAndTheYearChanged() {
        Page page = browser.open("area=xzq-2011&year=2024");
        tabTo(page, "input[type=search]");
        page.keyboard().type("gaoqi");
        assertThat(page.locator("#found li").first()).containsText("高崎");
        page.keyboard().press("Enter");
        assertThat(page.locator("#reach-answer .figure")).hasCount(3);
        tabTo(page, "#reach-answer tr.linked");
        long before = MapBrowser.pixels(page, "mark");
        page.keyboard().press("Enter");
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "mark")).as("the unit of the row").isGreaterThan(before + 60);
        tabTo(page, "#year");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#time output")).hasText("2023");
        assertThat(page.locator("#reach-answer .definition")).containsText("2023");
    }

    @Test
    void theMiddleOfTheMapIsPickedAndTheCardClosedAgain() {
        Page page = browser.open("area=xzq-2011&year=2024&view=118.128,24.544,12");
        tabTo(page, "#map");
        assertThat(page.locator(".aim").first()).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("厦门高崎国际机场"))).isVisible();
        assertThat(page.locator("#card button.primary")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#card")).isHidden();
        assertThat(page.locator("#map")).isFocused();
        page.keyboard().press("ArrowRight");
        page.waitForURL(Pattern.compile("view=118\\.1[3-9]"));
    }

    @Test
    void aSiteIsTypedAndJudged() {
        Page page = browser.open("area=xzq-2011&year=2024");
        rail(page, "选址");
        tabTo(page, "#panel select");
        page.keyboard().press("ArrowDown");
        typeVertices(page, "#panel", "118.1,24.5\n118.2,24.5\n118.2,24.6");
        page.keyboard().press("Tab");
        assertThat(page.locator("#siting-answer .verdict")).isVisible();
        assertThat(page.locator("#siting-answer")).containsText("因缺少图层而未核对");
        assertThat(page).hasURL(Pattern.compile("chemical-plant"));
    }

    @Test
    void aLineIsTypedWithItsSpeedAndStops() {
        Page page = browser.open("area=xzq-2011&year=2024");
        rail(page, "画线");
        typeVertices(page, "#panel", "118.05,24.5\n118.2,24.6\n118.4,24.7");
        page.keyboard().press("Tab");
        assertThat(page.locator("#line-answer .figure")).hasCount(3);
        tabTo(page, "#panel input[type=number]");
        page.keyboard().type("160");
        page.keyboard().press("Tab");
        assertThat(page).hasURL(Pattern.compile("~metro~160~"));
        MapBrowser.settle(page);
        assertThat(page.locator("#line-answer .figure .delta").first()).containsText("+");
    }

    @Test
    void aFeatureIsMadeFromTypedCoordinates() {
        Page page = browser.open("area=xzq-2011&panel=edit&year=2024");
        tabTo(page, "#edit-form button");
        page.keyboard().press("Enter");
        page.locator("#edit-form form").waitFor();
        typeVertices(page, "#edit-form", "118.13,24.47");
        tabTo(page, "#edit-form .attributes input");
        page.keyboard().type("键盘枢纽");
        tabTo(page, "#edit-form .attributes select");
        IntStream.range(0, 4).forEach(i -> page.keyboard().press("ArrowDown"));
        assertThat(page.locator("#edit-form .attributes select").first().locator("option:checked")).hasText("铁路枢纽");
        tabTo(page, "#edit-form button[type=submit]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#edit-form h3").first()).hasText("键盘枢纽");
        assertThat(page.locator("#status")).containsText("已保存");
    }

    /** Along the rail of tools by arrows. */
    private static void rail(Page page, String tool) {
        tabTo(page, "#rail button");
        for (int i = 0; i < 8 && !tool.equals(page.evaluate("document.activeElement.textContent")); i++) {
            page.keyboard().press("ArrowDown");
            MapBrowser.settle(page);
        }
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(tool))).isVisible();
    }

    /** Into the form that stands beside drawing. */
    private static void typeVertices(Page page, String form, String vertices) {
        tabTo(page, form + " details summary");
        page.keyboard().press("Enter");
        tabTo(page, form + " textarea");
        page.keyboard().type(vertices);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by Tab to " + selector);
    }
}
