package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view has an address that reproduces it: what a person does, and what is seen then, is seen again after a reload, and from
 * the copied link by somebody whose browser speaks English and is dark.
 */
class MapLinkIT {

    /** What can be read and what is chosen, wherever it stands on the page. */
    private static final String SEEN = """
            () => {
              const shown = e => e && e.offsetParent !== null;
              const text = s => [...document.querySelectorAll(s)].filter(shown).map(e => e.innerText).join('|');
              const values = [...document.querySelectorAll('#bar select, #panel input, #panel select, #swipe input, #swipe select, #time input')]
                  .filter(e => e.type !== 'file').map(e => ['checkbox', 'radio'].includes(e.type) ? `${e.value}:${e.checked}` : e.value);
              const divider = document.querySelector('.divider');
              return JSON.stringify({lang: document.documentElement.lang, theme: document.documentElement.dataset.theme, values,
                  panel: text('#panel'), card: text('#card'), name: text('.side-name'), report: text('dialog h1'),
                  divider: divider && divider.style.left, year: document.querySelector('#time output').textContent}, null, 1);
            }""";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void aViewSurvivesAReloadAndACopiedLink(String name, String query, Consumer<Page> deeds, String colour) {
        Page page = browser.open(query);
        deeds.accept(page);
        MapBrowser.settle(page);
        String seen = (String) page.evaluate(SEEN);
        long drawn = MapBrowser.pixels(page, colour);
        assertThat(drawn).as(colour).isGreaterThan(30);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#bar").getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("复制链接|Copy link")))
                .click();
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");
        page.reload();
        assertSame(page, seen, colour, drawn);
        Page elsewhere = browser.foreign();
        elsewhere.navigate(link);
        assertSame(elsewhere, seen, colour, drawn);
    }

    private static void assertSame(Page page, String seen, String colour, long drawn) {
        assertThat(page.locator("html[data-ready=true]")).hasCount(1);
        MapBrowser.settle(page);
        page.waitForFunction("seen => (" + SEEN + ")() === seen || performance.now() > 15000", seen);
        assertThat((String) page.evaluate(SEEN)).isEqualTo(seen);
        assertThat(MapBrowser.pixels(page, colour)).as(colour).isBetween(drawn * 8 / 10, drawn * 12 / 10 + 10);
    }

    static Stream<Arguments> views() {
        return Stream.of(
                view("layers switched off, scenario and year", "area=xzq-2011&year=2012", page -> {
                    page.getByLabel("高速铁路").uncheck();
                    page.getByText("含设想", new Page.GetByTextOptions().setExact(true)).click();
                }, "expressway"),
                view("the card of a feature", "area=xzq-2011&year=2024&view=118.128,24.544,12", page -> clickMiddle(page), "area"),
                view("the card of a bare place", "area=&year=2024&view=119.6,24.0,9", page -> clickMiddle(page), "expressway"),
                view("reach, profile and two moments", "area=xzq-2011&panel=reach&year=2020&at=118.0894,24.4798", page -> {
                    page.getByLabel("出行方式").selectOption("transit");
                    page.getByText("对比", new Page.GetByTextOptions().setExact(true)).click();
                    page.getByLabel("对比 年份").fill("2011");
                    page.getByLabel("对比 情景").selectOption("planned");
                    page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("左右拖动对比")).press("ArrowRight");
                    MapBrowser.settle(page);
                }, "mark"),
                view("a drawn line", "area=xzq-2011&panel=draw&year=2024", page -> {
                    page.getByText("顶点（", new Page.GetByTextOptions()).click();
                    page.getByLabel("顶点（").fill("118.05,24.5\n118.2,24.6\n118.4,24.7\n118.6,24.9");
                    page.getByLabel("顶点（").press("Tab");
                    page.getByLabel("类型").selectOption("suburban-rail");
                    page.getByLabel("速度").fill("150");
                    page.getByLabel("速度").press("Tab");
                    page.getByLabel("发车间隔").fill("6");
                    page.getByLabel("发车间隔").press("Tab");
                    page.getByText("停靠 4 / 4").click();
                    page.getByLabel("第 3 点").uncheck();
                    page.locator("details:has-text('停靠') summary").first().click();
                }, "mark"),
                view("a site with a hole", "area=xzq-2011&panel=siting&year=2024", page -> upload(page, HOLED), "mark"),
                view("a site of two parts", "area=xzq-2011&panel=siting&year=2024", page -> upload(page, PARTED), "mark"),
                view("a site too large for an address", "area=xzq-2011&panel=siting&year=2024", page -> upload(page, LARGE), "mark"),
                view("a tab of the assessment, in English and dark", "area=xzq-2011&panel=assess&year=2024", page -> {
                    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("断头路")).click();
                    page.getByText("深色", new Page.GetByTextOptions().setExact(true)).click();
                    MapBrowser.settle(page);
                    page.getByText("English").click();
                    page.waitForURL("**lang=en**");
                    page.locator("html[data-ready=true]").waitFor();
                }, "area"),
                view("a feature to be changed", "area=xzq-2011&panel=edit&year=2024&feature=hubs/xiamen-gaoqi-airport", page -> {}, "mark"),
                view("a report", "area=xzq-2011&panel=assess&tab=claims", page -> {
                    page.getByText("报告", new Page.GetByTextOptions().setExact(true)).click();
                    page.locator("dialog.report[open]").waitFor();
                    page.keyboard().press("Escape");
                }, "area"),
                view("the panel folded away", "area=xzq-2011&panel=layers&year=2024",
                        page -> page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("图层")).click(), "area"));
    }

    private static Arguments view(String name, String query, Consumer<Page> deeds, String colour) {
        return Arguments.of(name, query, deeds, colour);
    }

    private static final String HOLED = """
            {"type": "Feature", "properties": {"kind": "school"}, "geometry": {"type": "Polygon", "coordinates": [
              [[118.1, 24.5], [118.3, 24.5], [118.3, 24.7], [118.1, 24.7], [118.1, 24.5]],
              [[118.15, 24.55], [118.15, 24.65], [118.25, 24.65], [118.25, 24.55], [118.15, 24.55]]]}}""";
    private static final String PARTED = """
            {"type": "MultiPolygon", "coordinates": [[[[118.1, 24.5], [118.2, 24.5], [118.2, 24.6], [118.1, 24.5]]],
              [[[118.3, 24.7], [118.4, 24.7], [118.4, 24.8], [118.3, 24.7]]]]}""";
    private static final String LARGE = circle(400);

    private static String circle(int vertices) {
        String ring = IntStream.rangeClosed(0, vertices).mapToDouble(i -> 2 * Math.PI * (i % vertices) / vertices)
                .mapToObj(a -> String.format(Locale.ROOT, "[%.5f, %.5f]", 118.2 + 0.1 * Math.cos(a), 24.6 + 0.1 * Math.sin(a)))
                .collect(Collectors.joining(", "));
        return "{\"type\": \"Feature\", \"properties\": {\"kind\": \"chemical-plant\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [["
                + ring + "]]}}";
    }

    /** The name of the file is not kept, so that the page is opened again before it is looked at. */
    private static void upload(Page page, String geojson) {
        page.locator("input[type=file]").setInputFiles(
                new FilePayload("site.geojson", "application/geo+json", geojson.getBytes(StandardCharsets.UTF_8)));
        page.locator("#siting-answer .verdict").waitFor();
        MapBrowser.settle(page);
        String verdict = page.locator("#siting-answer").innerText();
        page.reload();
        assertThat(page.locator("#siting-answer .verdict")).isVisible();
        assertThat(page.locator("#siting-answer").innerText()).isEqualTo(verdict);
        assertThat(page.url().length()).isLessThan(2000);
    }

    private static void clickMiddle(Page page) {
        page.locator("#map").click();
        page.locator("#card h2").waitFor();
    }
}
