package org.tongcheng.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Nothing serious hinders people who do not see or point: axe on every panel, light and dark, at a desk and on a phone. */
class MapAccessIT {

    private static final String FOUND = """
            async () => (await axe.run()).violations.filter(v => ['serious', 'critical'].includes(v.impact))
                .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; '))""";
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    @ParameterizedTest
    @ValueSource(strings = {
        "area=xzq-2011&lang=en&scenario=vision",
        "area=xzq-2011&year=2024&view=118.128,24.544,12&card=118.128,24.544&feature=hubs/xiamen-gaoqi-airport",
        "area=xzq-2011&panel=reach&vs=2009:built&at=118.0894,24.4798",
        "area=xzq-2011&panel=siting&site=118.1,24.5;118.3,24.5;118.3,24.7~chemical-plant",
        "area=xzq-2011&panel=draw&line=118.05,24.5;118.2,24.6;118.4,24.7~metro~160~6~",
        "area=nanjing-metro-2021&panel=assess&tab=extent",
        "area=xzq-2011&panel=assess&tab=connectivity",
        "area=xzq-2011&panel=assess&tab=gain",
        "area=xzq-2011&panel=assess&tab=continuity",
        "area=nanjing-metro-2021&panel=assess&tab=claims",
        "area=xzq-2011&panel=assess&tab=extent&report=1",
        "area=xzq-2011&panel=edit&feature=hubs/xiamen-gaoqi-airport"})
    void everyPanelInBothLightsAndSizes(String query) throws IOException {
        String axe = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/META-INF/resources/webjars/axe-core/*/axe.min.js")[0].getContentAsString(StandardCharsets.UTF_8);
        Page page = browser.open(query);
        page.evaluate(axe + "; 0");
        for (int[] size : List.of(new int[] {MapBrowser.WIDTH, MapBrowser.HEIGHT}, new int[] {PHONE_WIDTH, PHONE_HEIGHT})) {
            page.setViewportSize(size[0], size[1]);
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                MapBrowser.settle(page);
                assertThat((List<?>) page.evaluate(FOUND)).as(query + " " + light + " " + size[0]).isEmpty();
            }
        }
    }
}
