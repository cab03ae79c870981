package org.tongcheng.web.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The questions that are asked from the map: what a person clicks, and what is seen then. */
class MapQuestionsIT {

    private static final String XIAMEN = "118.0894,24.4798";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @Test
    void aClickShowsWhatOneHourReachesAndTheAddressReproducesIt() {
        Page page = browser.open("area=xzq-2011&panel=reach&year=2024");
        page.locator("#map").click(new Locator.ClickOptions().setPosition(420, 390));
        assertThat(page.locator("#reach-answer .figure")).hasCount(3);
        MapBrowser.settle(page);
        assertThat(page.locator("#legend")).containsText("60 分钟内");
        assertThat(MapBrowser.pixels(page, "mark")).as("the place that was clicked").isGreaterThan(50);
        String area = page.locator("#reach-answer .figure b").first().innerText();
        Page again = browser.open(query(page));
        assertThat(again.locator("#reach-answer .figure b").first()).hasText(area);
    }

    @Test
    void anEarlierYearStandsBesideTheLaterAndTheDifferenceIsThatOfTheReadme() {
        Page page = browser.open("area=xzq-2011&panel=reach&year=2024&vs=2009:built&at=" + XIAMEN);
        Locator difference = page.locator("#reach-answer tbody tr").nth(3).locator("td").nth(2);
        assertThat(difference).hasText("257");
        assertThat(page.locator(".side-name")).containsText("2009");
        Locator divider = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("左右拖动对比"));
        double before = divider.boundingBox().x;
        divider.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(divider.boundingBox().x).isLessThan(before);
    }

    @Test
    void aSearchedPlaceIsAskedAbout() {
        Page page = browser.open("area=xzq-2011&year=2024");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("搜索地名或拼音")).fill("gaoqi");
        page.locator("#found li").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("可达圈"))).isVisible();
        assertThat(page.locator("#reach-answer .figure")).hasCount(3);
    }

    @Test
    void aLineOfOnesOwnIsDrawnAndGains() {
        Page page = browser.open("area=xzq-2011&panel=draw&year=2024");
        page.getByText("在地图上绘制").click();
        Locator map = page.locator("#map");
        for (int[] at : List.of(new int[] {420, 400}, new int[] {470, 350}, new int[] {520, 310})) {
            map.click(new Locator.ClickOptions().setPosition(at[0], at[1]));
        }
        map.dblclick(new Locator.DblclickOptions().setPosition(560, 270));
        assertThat(page.getByText("停靠 4 / 4")).isVisible();
        page.getByLabel("速度").fill("160");
        page.getByLabel("速度").press("Tab");
        assertThat(page.locator("#line-answer .figure .delta").first()).containsText("+");
        assertThat(page.locator("#legend")).containsText("无此线的一小时圈");
        assertThat(page).hasURL(Pattern.compile("line=.*~metro~160~"));
    }

    @Test
    void theAreasMeasureStandsBesideWhatWasDeclaredAndRowsMarkTheMap() {
        Page page = browser.open("area=nanjing-metro-2021&panel=assess&tab=extent&year=2021");
        assertThat(page.locator("#assess-answer")).containsText("26,510");
        assertThat(page.locator("#assess-answer")).containsText("27,000");
        long before = MapBrowser.pixels(page, "mark");
        page.locator("#assess-answer tr.linked").first().click();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "mark")).as("the outline of the member").isGreaterThan(before + 200);
        assertThat(page.locator("#assess-answer canvas")).isVisible();
    }

    @Test
    void tablesAreTakenAwayAsCsvWithAMarkAndAsXlsx() throws IOException {
        Page page = browser.open("area=xzq-2011&panel=assess&tab=claims");
        Download csv = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true)).click());
        assertThat(csv.suggestedFilename()).endsWith(".csv");
        String text = Files.readString(csv.path(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF说法,").contains("近期目标(2012年)");
        Download xlsx = page.waitForDownload(() -> page.getByText("XLSX", new Page.GetByTextOptions().setExact(true)).click());
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(xlsx.path()))) {
            String sheet = "";
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sheet = entry.getName().equals("xl/worksheets/sheet1.xml") ? new String(zip.readAllBytes(), StandardCharsets.UTF_8) : sheet;
            }
            assertThat(sheet).contains("近期目标(2012年)");
        }
    }

    @Test
    void aReportShowsTheMapAndWhatTheAnswerRestsOn() {
        Page page = browser.open("area=xzq-2011&panel=assess&tab=continuity&year=2024");
        page.getByText("报告", new Page.GetByTextOptions().setExact(true)).click();
        Locator report = page.getByRole(AriaRole.DIALOG);
        assertThat(report.locator("h1")).containsText("厦漳泉大都市区");
        assertThat(report.locator(".definition")).isVisible();
        assertThat(report.locator("img").first()).isVisible();
        assertThat(report).containsText("answer_id");
        assertThat(report).containsText("示意图，不作为划界依据");
        Page again = browser.open(query(page));
        assertThat(again.getByRole(AriaRole.DIALOG).locator("h1")).containsText("厦漳泉大都市区");
    }

    @Test
    void aLongQuestionTellsHowFarItIsAndCanBeCancelled() {
        Page page = browser.open("area=xzq-2011&year=2025");
        page.route("**/gain?**", neverAnswered -> {});
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("评估")).click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("增益")).click();
        assertThat(page.locator("#assess-answer progress")).isVisible();
        page.locator("#assess-answer").getByText("取消").click();
        assertThat(page.locator("#assess-answer")).containsText("已取消");
        page.unroute("**/gain?**");
        page.locator("#assess-answer").getByText("重试").click();
        assertThat(page.locator("#assess-answer .figure")).hasCount(3);
    }

    @Test
    void aRefusalIsShownInTheServicesWords() {
        Page page = browser.open("area=xzq-2011&panel=reach&at=118.0894");
        assertThat(page.locator("#reach-answer [role=alert]")).containsText("origin");
        assertThat(browser.closePages()).as("the refusal that was meant").allMatch(text -> text.contains("400"));
    }

    private static String query(Page page) {
        return page.url().substring(page.url().indexOf('?') + 1);
    }
}
