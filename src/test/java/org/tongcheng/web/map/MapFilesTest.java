package org.tongcheng.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The map's files: what is served, how small, and that none grows beyond what one reads at a sitting. */
class MapFilesTest {

    private static final Path SOURCE = Path.of("src/main/resources/static/map");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'([./a-z0-9-]+\\.js)'");

    private final MapFiles files = MapFiles.read();

    @Test
    void thePageNamesItsFilesUnderTheRevisionAndEachIsServed() {
        MapFiles.File page = files.page("assets/" + files.revision());
        Matcher named = Pattern.compile("(?:href|src)=\"assets/" + files.revision() + "/([^\"]+)\"").matcher(text(page.bytes()));
        int count = 0;
        while (named.find()) {
            assertThat(files.find(named.group(1))).as(named.group(1)).isPresent();
            count++;
        }
        assertThat(count).isGreaterThan(10);
        assertThat(text(page.bytes())).doesNotContain("{assets}");
    }

    @Test
    void everyImportIsAFileAndNoFileIsLongerThan200Lines() throws IOException {
        try (Stream<Path> scripts = Files.walk(SOURCE)) {
            for (Path script : scripts.filter(f -> f.toString().matches(".*\\.(js|css|html)")).toList()) {
                List<String> lines = Files.readAllLines(script);
                assertThat(lines).as(script.toString()).hasSizeLessThanOrEqualTo(200);
                Matcher imported = IMPORT.matcher(String.join("\n", lines));
                while (imported.find()) {
                    String name = SOURCE.relativize(script.resolveSibling(imported.group(1)).normalize()).toString();
                    assertThat(files.find(name)).as(script + " imports " + name).isPresent();
                }
            }
        }
    }

    @Test
    void theCompressedFormIsTheSameFile() throws IOException {
        MapFiles.File library = files.find("lib/ol.js").orElseThrow();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(library.gzip())).readAllBytes()).isEqualTo(library.bytes());
        assertThat(library.gzip().length).isLessThan(library.bytes().length / 3);
    }

    @Test
    void aBaseMapIsCheckedAndItsHostAloneIsAdded() {
        assertThat(baseMap("none", "").imageSources()).isEmpty();
        assertThat(baseMap("xyz", "https://tiles.example.org/{z}/{x}/{y}.png").imageSources()).containsExactly("https://tiles.example.org");
        assertThat(baseMap("xyz", "https://t{0-7}.example.org/{z}/{x}/{y}.png").imageSources()).containsExactly("https://*.example.org");
        assertThat(baseMap("xyz", "https://tiles.example.org/{z}/{x}/{y}.png").documentSources()).isEmpty();
        assertThatThrownBy(() -> baseMap("xyz", "")).hasMessageContaining("tongcheng.map.base-map.url");
        assertThatThrownBy(() -> baseMap("picture", "")).hasMessageContaining("none, xyz, wmts or tianditu");
        assertThatThrownBy(() -> baseMap("xyz", "https://a;script-src *").imageSources()).hasMessageContaining("base-map.url");
    }

    private static MapSettings.BaseMap baseMap(String kind, String url) {
        return new MapSettings.BaseMap(kind, url, "", "", "", "", "WGS84");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
