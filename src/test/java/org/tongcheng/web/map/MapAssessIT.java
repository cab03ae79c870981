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
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question about an area: its figures, chart and tables, rows that lead to the map, what is taken away, and the report. */
class MapAssessIT {

    private static final String BOM = "\uFEFF";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "extent, nanjing-metro-2021, 测算面积, 成员",
        "connectivity, xzq-2011, 核心一小时内的人口, 成员",
        "gain, xzq-2011, 全部建成新增人口, 通道",
        "continuity, xzq-2011, 越界道路, 边界",
        "claims, nanjing-metro-2021, 不支持, 说法核对"})
    void aPanelShowsChartsTablesAndRowsOnTheMapAndCanBeTakenAway(String tab, String area, String figure, String caption) throws IOException {
        Page page = browser.open("area=" + area + "&panel=assess&year=2024&tab=" + tab);
        Locator answer = page.locator("#assess-answer");
        assertThat(answer.locator(".figures")).containsText(figure);
        assertThat(answer.locator(".chart canvas").first()).isVisible();
        long before = MapBrowser.pixels(page, "mark");
        answer.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(caption)).last().locator("tr.linked").first().click();
        MapBrowser.settle(page);
        assertThat(MapBrowser.pixels(page, "mark")).as("what the row stands for").isGreaterThan(before + 60);
        takenAway(page);
        report(page);
    }

    private static void takenAway(Page page) throws IOException {
        String csv = Files.readString(taken(page, "CSV"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith(BOM).contains("\r\n");
        try (ZipFile zip = new ZipFile(taken(page, "XLSX").toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            String first = csv.lines().skip(1).findFirst().orElseThrow();
            for (String value : first.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                assertThat(sheet).contains(value.replaceAll("^\"|\"$", "").replace("\"\"", "&quot;").replace(">", "&gt;"));
            }
        }
        for (String picture : List.of("地图 PNG", "PNG")) {
            assertThat(ImageIO.read(taken(page, picture).toFile()).getWidth()).as(picture).isGreaterThan(300);
        }
    }

    private static Path taken(Page page, String what) {
        Download download = page.waitForDownload(
                () -> page.locator("#assess-answer .actions").getByText(what, new Locator.GetByTextOptions().setExact(true)).click());
        return download.path();
    }

    /** Definition, sources, method, error and warnings stand in the report as on the screen, opened; on paper nothing else stands. */
    private static void report(Page page) {
        page.getByText("报告", new Page.GetByTextOptions().setExact(true)).click();
        Locator report = page.getByRole(AriaRole.DIALOG);
        assertThat(report.locator(".definition")).not().isEmpty();
        assertThat(report.locator("img").first()).isVisible();
        assertThat(report.locator("table").first()).isVisible();
        assertThat(report).containsText("answer_id");
        assertThat(report).containsText("来源 · 方法");
        assertThat(report).containsText("误差");
        assertThat(report.locator(".figures")).isVisible();
        assertThat(report.locator(".citation")).containsText("椭球面");
        assertThat(report.locator("details")).not().hasCount(0);
        assertThat(report.locator("details:not([open])")).hasCount(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("#bar")).isHidden();
        assertThat(report.locator("h1")).isVisible();
        assertThat(report.getByText("打印")).isHidden();
    }
}
