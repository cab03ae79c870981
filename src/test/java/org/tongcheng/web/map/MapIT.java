package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person sees of the map of the packaged service, in a real browser. */
class MapIT {

    /** Page, libraries, names and the data of the first view; 1.5 MB is what issue and README promise. */
    private static final long MOST_BYTES = 1_500_000;

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void aYearDrawsWhatWasOpenThenAndTheScenarioWhatIsPlanned() {
        Page before = browser.open("area=xzq-2011&year=1990");
        assertThat(MapBrowser.pixels(before, "high-speed-rail")).as("no high-speed rail in 1990").isZero();
        Page now = browser.open("area=xzq-2011&year=2024");
        assertThat(MapBrowser.pixels(now, "high-speed-rail")).as("high-speed rail in 2024").isGreaterThan(200);
        assertThat(now.locator("#legend")).not().containsText("规划");
        now.getByText("含规划", new Page.GetByTextOptions().setExact(true)).click();
        MapBrowser.settle(now);
        assertThat(now.locator("#legend")).containsText("规划");
        assertThat(now).hasURL(Pattern.compile("scenario=planned"));
    }

    @Test
    void aLayerThatIsSwitchedOffIsSeenNoMoreAndTheAddressSaysSo() {
        Page page = browser.open("area=xzq-2011&year=2024");
        page.getByLabel("高速铁路").uncheck();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "high-speed-rail")).isZero();
        assertThat(page.locator("#legend")).not().containsText("高速铁路");
        Page again = browser.open(page.url().substring(page.url().indexOf('?') + 1));
        assertThat(again.getByLabel("高速铁路")).not().isChecked();
        assertThat(MapBrowser.pixels(again, "high-speed-rail")).isZero();
    }

    @Test
    void theChooserOpensAnAreaAndModelledBordersAreLabelled() {
        Page page = browser.open("area=nanjing-metro-2021");
        assertThat(page.locator("#foot")).containsText("示意图，不作为划界依据");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("都市圈")).selectOption("fuzhou-metro-2021");
        MapBrowser.settle(page);
        assertThat(page).hasTitle(Pattern.compile("福州都市圈"));
        assertThat(MapBrowser.pixels(page, "area")).as("outline").isGreaterThan(500);
    }

    @Test
    void aPlaceIsFoundByNameByPinyinAndByInitials() {
        Page page = browser.open("area=xzq-2011");
        Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("搜索地名或拼音"));
        for (String typed : List.of("高崎国际", "xiamengaoqi", "xmgqgj")) {
            search.fill(typed);
            assertThat(page.locator("#found")).containsText("厦门高崎国际机场");
        }
        search.fill("quanzhou");
        assertThat(page.locator("#found li").first()).containsText("泉州");
        search.fill("没有这样的地方");
        assertThat(page.locator("#found")).containsText("没有这个地名");
    }

    @Test
    void languageAndLightChangeAndStayInTheAddress() {
        Page page = browser.open("area=xzq-2011");
        page.getByText("English").click();
        page.waitForURL(Pattern.compile("lang=en"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Layers"))).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page).hasURL(Pattern.compile("theme=dark"));
    }

    @Test
    void aPhoneShowsMapAndPanelWithoutScrollingSideways() {
        Page page = browser.open("area=fuzhou-metro-2021", 390, 844);
        assertThat(page.locator("#map").boundingBox().height).isGreaterThan(250);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("图层")).click();
        assertThat(page.locator("#panel")).isHidden();
    }

    @Test
    void whatCannotBeLoadedIsSaidAndAskedForAgain() {
        Page page = browser.open("area=xzq-2011&year=2024");
        page.route("**/collections/corridors/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("{}")));
        page.getByText("含规划", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".note.bad")).containsText("未能加载");
        page.unroute("**/collections/corridors/**");
        page.locator(".note.bad").getByText("重试").click();
        assertThat(page.locator(".note.bad")).hasCount(0);
        assertThat(browser.closePages()).as("the refusal that was meant").allMatch(text -> text.contains("500"));
    }

    @Test
    void aServiceThatIsStillLoadingIsWaitedFor() {
        Page page = browser.open("area=xzq-2011");
        int[] asked = {0};
        page.route("**/map/settings", route -> {
            if (asked[0]++ == 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
            } else {
                route.resume();
            }
        });
        page.reload();
        assertThat(page.locator("#status")).containsText("服务正在载入数据");
        assertThat(page.locator("html[data-ready=true]")).hasCount(1);
        assertThat(browser.closePages()).as("the 503 that was meant").allMatch(text -> text.contains("503"));
    }

    @Test
    void aCollectionOfTheUsersOwnIsSeenAndCanBeSwitchedOff() {
        Page page = browser.open("area=xzq-2011");
        page.evaluate("""
                async () => {
                  const post = (path, type, body) => fetch('../' + path, {method: 'POST', headers: {'Content-Type': type}, body: JSON.stringify(body)});
                  await post('collections', 'application/json',
                      {id: 'reserves', title: {zh: '备用地', en: 'Reserves'}, geometry: 'Polygon', properties: {}});
                  await post('collections/reserves/items', 'application/geo+json', {type: 'Feature', properties: {},
                      geometry: {type: 'Polygon', coordinates: [[[117.6, 25.2], [118.0, 25.2], [118.0, 25.5], [117.6, 25.5], [117.6, 25.2]]]}});
                }""");
        Page seen = browser.open("area=xzq-2011&hide=corridors,stops");
        long shown = MapBrowser.pixels(seen, "metro");
        assertThat(shown).as("the outline of the reserve").isGreaterThan(50);
        seen.getByLabel("备用地").uncheck();
        MapBrowser.settle(seen);
        assertThat(MapBrowser.pixels(seen, "metro")).isLessThan(shown / 4);
    }

    @Test
    void theFirstLinkOfTheServiceIsTheMap() {
        Page page = browser.open("area=xzq-2011");
        page.getByTitle("首页").click();
        page.locator("a").first().click();
        assertThat(page.locator("html[data-ready=true]")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("/map/"));
    }

    @Test
    void theFirstViewIsLight() {
        Page page = browser.open("");
        Number bytes = (Number) page.evaluate("performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
        assertThat(bytes.longValue()).as("bytes of the first view").isBetween(300_000L, MOST_BYTES);
    }
}
