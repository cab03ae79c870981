package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That what the map shows can be read: layers in groups, tables that fit, an area that stands out and lies clear of the legend. */
class MapLooksIT {

    private static final String FUZHOU = "year=2025&view=119.3,26.05,9.5";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void aGroupOfLayersIsSwitchedAndFoldedAsAWhole() {
        Page page = browser.open("area=xzq-2011&year=2025");
        Locator rail = page.getByLabel("轨道（整组）");
        rail.uncheck();
        MapBrowser.settle(page);
        assertThat(page.getByLabel("高速铁路")).not().isChecked();
        assertThat(MapBrowser.pixels(page, "high-speed-rail")).isZero();
        page.getByLabel("高速铁路").check();
        assertThat((Boolean) rail.evaluate("box => box.indeterminate")).as("some on, some off").isTrue();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "high-speed-rail")).isGreaterThan(200);
        page.locator("summary").getByText("轨道").press("Enter");
        assertThat(page.getByLabel("高速铁路")).isHidden();
        assertThat(page.getByLabel("高速公路")).isVisible();
    }

    @Test
    void layersWithoutDataAreNamedButNotOffered() {
        Page page = browser.open("area=xzq-2011");
        assertThat(page.getByLabel("永久基本农田")).hasCount(0);
        page.getByText("尚无数据").click();
        assertThat(page.locator("#panel")).containsText("永久基本农田");
    }

    @Test
    void tablesFitTheirPanels() {
        for (String query : List.of("area=xzq-2011&panel=reach&at=118.0894,24.4798&vs=2005:built", "area=prd&panel=reach&at=113.2644,23.1291",
                "area=xzq-2011&panel=assess&tab=gain&scenario=planned", "area=fuzhou-metro-2021&panel=assess&tab=extent")) {
            for (String language : List.of("zh", "en")) {
                Page page = browser.open(query + "&lang=" + language);
                page.locator("#panel table").first().waitFor();
                assertThat((Boolean) page.evaluate("[...document.querySelectorAll('#panel .scroll, #panel .figure, #panel')]"
                        + ".every(box => box.scrollWidth <= box.clientWidth)")).as(query + " in " + language).isTrue();
            }
        }
    }

    @Test
    void whatLiesOutsideTheAreaRecedes() {
        long own = MapBrowser.pixels(browser.open("area=fuzhou-metro-2021&" + FUZHOU), "high-speed-rail");
        long others = MapBrowser.pixels(browser.open("area=nanjing-metro-2021&" + FUZHOU), "high-speed-rail");
        assertThat(own).isGreaterThan(500);
        assertThat(others).as("the same lines, of another area").isLessThan(own / 5);
    }

    @Test
    void theAreaLiesClearOfTheLegend() {
        for (String area : List.of("xzq-2011", "prd", "nanjing-metro-2021")) {
            Page page = browser.open("area=" + area + "&year=2025&scenario=planned");
            long before = MapBrowser.pixels(page, "area");
            page.locator("#legend summary").click();
            MapBrowser.settle(page);
            assertThat(page.locator("#legend ul").first()).isHidden();
            assertThat(MapBrowser.pixels(page, "area")).as("no outline of " + area + " was covered").isLessThanOrEqualTo(before);
        }
    }

    @Test
    void onAPhoneTheLegendIsClosedUntilItIsOpened() {
        Page page = browser.open("area=xzq-2011&year=2025", 390, 844);
        assertThat(page.locator("#legend ul").first()).isHidden();
        page.locator("#legend summary").click();
        assertThat(page.locator("#legend ul").first()).isVisible();
    }

    /** The year can be set to the year where the panel is wide and words are long. */
    @Test
    void theYearSliderKeepsItsLengthBesideAWidePanel() {
        Page page = browser.open("area=xzq-2011&year=2025&panel=assess&tab=extent&lang=en");
        BoundingBox slider = page.locator("#year").boundingBox();
        assertThat(slider.width).as("a pixel for each of ninety years").isGreaterThan(90);
        BoundingBox year = page.locator("#time output").boundingBox();
        assertThat(slider.x + slider.width).as("the slider ends before the year").isLessThanOrEqualTo(year.x);
        BoundingBox time = page.locator("#time").boundingBox();
        assertThat(time.x + time.width).as("the bar ends before the buttons of the zoom").isLessThanOrEqualTo(page.locator(".ol-zoom").boundingBox().x);
    }

    @Test
    void whatIsFoundFitsAPhone() {
        Page page = browser.open("area=xzq-2011&year=2025", 390, 844);
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("搜索地名或拼音")).fill("xm");
        assertThat(page.locator("#found li").first()).containsText("厦门市");
        BoundingBox found = page.locator("#found").boundingBox();
        assertThat(found.x).isGreaterThanOrEqualTo(0);
        assertThat(found.x + found.width).isLessThanOrEqualTo(390);
    }

    /** What was clicked in the upper half stays in sight, and what can be asked from there needs no scrolling. */
    @Test
    void onAPhoneTheCardLeavesThePlaceInSightAndItsButtonAtHand() {
        Page page = browser.open("area=xzq-2011&year=2025&view=118.1,24.5,10", 390, 844);
        BoundingBox map = page.locator("#map").boundingBox();
        double y = map.y + map.height * 0.3;
        page.mouse().click(map.x + map.width / 2, y);
        assertThat(page.locator("#card")).isVisible();
        BoundingBox card = page.locator("#card").boundingBox();
        assertThat(card.y).isGreaterThan(y);
        BoundingBox button = page.locator("#card button.primary").boundingBox();
        assertThat(button.y + button.height).isLessThanOrEqualTo(card.y + card.height);
    }

    /** The longer words leave the map its height: two rows above it, as in Chinese. */
    @Test
    void onAPhoneTheBarIsAsLowInEnglish() {
        double chinese = browser.open("area=xzq-2011&year=2025", 390, 844).locator("#bar").boundingBox().height;
        assertThat(browser.open("area=xzq-2011&year=2025&lang=en", 390, 844).locator("#bar").boundingBox().height).as("no third row").isLessThan(chinese + 20);
    }

    @Test
    void besideANarrowMapTheLegendIsClosed() {
        Page page = browser.open("area=xzq-2011&year=2025", 1024, 768);
        assertThat(page.locator("#legend ul").first()).isHidden();
    }

    /** Numbers on the signs of metro lines widen them; names of railways and expressways are more text; neither is a matter of scale. */
    @Test
    void linesAreNumberedAndNamedBeforeTheirStopsAreShown() {
        assertThat(pixelsAt(9.15, "metro")).as("M 1, not M").isGreaterThan(pixelsAt(9.05, "metro") + 150);
        assertThat(pixelsAt(9.45, "label")).as("names").isGreaterThan(pixelsAt(9.35, "label") + 30);
    }

    private long pixelsAt(double zoom, String colour) {
        return MapBrowser.pixels(browser.open("area=&year=2025&view=118.8,32.05," + zoom
                + "&hide=hubs,industrial-parks,zones,projects,administrative-units,metropolitan-areas,stops"), colour);
    }

    /** Three members make three pairs, which are within the hour or not. */
    @Test
    void everyPairOfMembersStandsInItsTableOnce() {
        Page page = browser.open("area=xzq-2011&year=2025&panel=assess&tab=connectivity");
        Locator pairs = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("成员对").setExact(true));
        assertThat(pairs.locator("tbody tr")).hasCount(3);
    }

    @Test
    void anEnglishReaderReadsEnglishNamesOfMembers() {
        Page page = browser.open("area=xzq-2011&year=2025&panel=assess&tab=extent&lang=en");
        assertThat(page.locator("#assess-answer tbody").first()).containsText("Xiamen");
    }

    @Test
    void kindsAreNamedInTheReadersLanguage() {
        Page page = browser.open("area=xzq-2011&year=2025&card=118.127,24.544&feature=hubs/xiamen-gaoqi-airport");
        assertThat(page.locator("#card")).containsText("机场");
        assertThat(page.locator("#card")).not().containsText("airport");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("要素")).click();
        assertThat(page.getByLabel("类型").locator("option:checked")).hasText("机场");
    }

    @Test
    void aReportHasTheLegendOfItsMap() {
        Page page = browser.open("area=xzq-2011&year=2025&panel=reach&at=118.0894,24.4798");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("报告")).click();
        assertThat(page.locator("dialog.report .key")).containsText("60 分钟内");
        assertThat(page.locator("dialog.report .key")).containsText("高速铁路");
    }

    /** Its map, its chart and its page are as in the light; what is under it stays dark. */
    @Test
    void aReportIsOnPaperInTheDarkToo() {
        List<BufferedImage> light = pictures(report("light"));
        Page page = report("dark");
        List<BufferedImage> dark = pictures(page);
        assertThat(light).as("the map and a chart").hasSize(2);
        for (int i = 0; i < light.size(); i++) {
            assertThat(difference(light.get(i), dark.get(i))).as("of picture " + i).isLessThan(0.002);
        }
        assertThat(page.locator("dialog.report")).hasCSS("background-color", "rgb(255, 255, 255)");
        page.locator("dialog.report").getByText("关闭").click();
        MapBrowser.settle(page);
        assertThat(page.locator("body")).not().hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(MapBrowser.pixels(page, "area")).as("pixels of the outline as it is in the dark").isGreaterThan(50);
    }

    private Page report(String theme) {
        Page page = browser.open("area=xzq-2011&year=2025&panel=assess&tab=gain&theme=" + theme);
        assertThat(page.locator("#assess-answer .chart canvas")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("报告")).click();
        assertThat(page.locator("dialog.report img")).hasCount(2);
        return page;
    }

    private static List<BufferedImage> pictures(Page report) {
        return report.locator("dialog.report img").all().stream().map(image -> image.getAttribute("src"))
                .map(src -> MapBrowser.picture(Base64.getDecoder().decode(src.substring(src.indexOf(',') + 1)))).toList();
    }

    /** The share of pixels that differ. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        long different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return (double) different / one.getWidth() / one.getHeight();
    }
}
