package org.tongcheng.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawCommandTest {

    private static final DeskOpener NO_DESK = settings -> {
        throw new IllegalStateException("no question is asked here");
    };

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void anEmptyStoreGivesAnEmptyMap() throws Exception {
        Path file = folder.resolve("map.svg");
        assertThat(draw("--bbox", "117,24,119,26", "--as-of", "2020", "--title", "Nothing", "--to", file.toString())).isZero();
        assertThat(Files.readString(file)).startsWith("<svg ").contains("<title>Nothing</title>", "As of 2020-12-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--bbox | 117,24,119     | --bbox is '117,24,119'",
        "--bbox | 119,24,117,26  | --bbox is '119,24,117,26'",
        "--bbox | 117,24,x,26    | --bbox is '117,24,x,26'",
        "--bbox | NaN,24,119,26  | --bbox is 'NaN,24,119,26'",
        "--bbox | 100,24,119,24.1 | more than three times as long",
        "--as-of | 2020-13       | 2020-13",
        "--scenario | sometime   | sometime",
        "--to   | map.png        | --to is 'map.png'"})
    void aWrongOptionIsNamedAndNothingIsWritten(String option, String value, String message) throws Exception {
        String[] right = {"--bbox", "117,24,119,26", "--as-of", "2020", "--scenario", "built", "--to", folder.resolve("map.svg").toString()};
        for (int i = 0; i < right.length; i += 2) {
            right[i + 1] = right[i].equals(option) ? value : right[i + 1];
        }
        assertThat(draw(right)).isEqualTo(1);
        assertThat(err.toString()).contains(message);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".svg"))).isEmpty();
        }
    }

    private int draw(String... options) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> args = Stream.concat(Stream.of("draw", "--tongcheng.store.url=jdbc:h2:mem:" + UUID.randomUUID(),
                "--tongcheng.data=" + data), Stream.of(options)).toList();
        return Commands.run(args.toArray(String[]::new), NO_DESK, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true))
                .orElseThrow();
    }
}
