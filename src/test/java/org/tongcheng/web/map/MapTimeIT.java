package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Years and scenarios: what is drawn and asked is as of then; and questions that take their time. */
class MapTimeIT {

    private static final String XIAMEN = "118.0894,24.4798";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void theYearSliderRedrawsCorridorsAndReach() {
        Page page = browser.open("area=xzq-2011&panel=reach&year=2024&at=" + XIAMEN);
        long rail = MapBrowser.pixels(page, "high-speed-rail");
        double reached = reached(page);
        page.locator("#year").fill("1990");
        assertThat(page.locator("#time output")).hasText("1990");
        page.waitForURL(Pattern.compile("year=1990"));
        MapBrowser.settle(page);
        assertThat(rail).isGreaterThan(100);
        assertThat(MapBrowser.pixels(page, "high-speed-rail")).as("no high-speed rail in 1990").isZero();
        assertThat(page.locator("#reach-answer .definition")).containsText("1990");
        assertThat(reached(page)).as("less is reached without the bridges of later years").isLessThan(reached - 100);
    }

    @Test
    void twoScenariosStandSideBySideAndTheDividerIsDragged() {
        Page page = browser.open("area=xzq-2011&year=2024&scenario=vision&vs=2024:built&split=0.5");
        assertThat(page.locator(".side-name")).hasText("2024 已建成 ⇠ ⇢ 2024 含设想");
        assertThat(page.locator("#legend")).containsText("规划");
        Locator divider = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("左右拖动对比"));
        double from = divider.boundingBox().x;
        byte[] half = page.locator("#map-b").screenshot();
        divider.hover();
        page.mouse().down();
        page.mouse().move(divider.boundingBox().x - 200, 300);
        page.mouse().up();
        assertThat(divider.boundingBox().x).isBetween(from - 240, from - 160);
        assertThat(page.locator("#map-b").screenshot()).as("more of the scenario is seen").isNotEqualTo(half);
        page.getByLabel("不对比").click();
        assertThat(page.locator(".divider")).hasCount(0);
    }

    /** In black and white the four states differ by their dashes. */
    @Test
    void statesDifferByMoreThanColour() {
        Page page = browser.open("area=xzq-2011&year=2012&scenario=vision");
        Object dashes = page.evaluate("""
                () => ['已开通', '在建', '规划', '设想'].map(word => [...document.querySelectorAll('#panel label')]
                    .find(label => label.textContent.trim() === word).querySelector('svg *').getAttribute('stroke-dasharray'))""");
        assertThat((List<?>) dashes).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void anAreaThatTheNetworkCutsShortIsHatchedAndSaysSo() {
        Page page = browser.open("area=nanjing-metro-2021&panel=reach&year=2024&at=118.8,33.3");
        assertThat(page.locator("#reach-answer .notice")).containsText("此数为下限");
        String background = (String) page.locator("#reach-answer .figure").first().evaluate("e => getComputedStyle(e).backgroundImage");
        assertThat(background).startsWith("repeating-linear-gradient");
        Page whole = browser.open("area=xzq-2011&panel=reach&year=2024&at=" + XIAMEN);
        assertThat((String) whole.locator("#reach-answer .figure").first().evaluate("e => getComputedStyle(e).backgroundImage")).isEqualTo("none");
    }

    /** The service's answers to a long question, here slow enough to be looked at. */
    @Test
    void aJobShowsItsPercentAndCancellingItTellsTheService() {
        Page page = browser.open("area=xzq-2011&year=2025");
        List<String> deleted = new CopyOnWriteArrayList<>();
        page.route("**/gain?**", route -> route.fulfill(new Route.FulfillOptions().setStatus(202).setContentType("application/json")
                .setHeaders(Map.of("Location", page.url().replaceAll("/map/.*", "/jobs/slow"))).setBody("{\"status\": \"running\", \"percent\": 0}")));
        page.route("**/jobs/slow", route -> {
            if (route.request().method().equals("DELETE")) {
                deleted.add(route.request().url());
            }
            route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("{\"status\": \"running\", \"percent\": 40}"));
        });
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("评估")).click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("增益")).click();
        assertThat(page.locator("#assess-answer progress")).hasJSProperty("value", 40);
        page.locator("#assess-answer").getByText("取消").click();
        assertThat(page.locator("#assess-answer")).containsText("已取消");
        page.waitForCondition(() -> deleted.size() == 1);
    }

    private static double reached(Page page) {
        assertThat(page.locator("#reach-answer .figure")).hasCount(3);
        return Double.parseDouble(page.locator("#reach-answer .figure .value").first().innerText().replace(",", ""));
    }
}
