package org.tongcheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README's examples, run from top to bottom against the packaged service on a store of this test's own.
 *
 * <p>A block {@code csv FILE} or {@code json FILE} is a file; in a block {@code sh}, {@code curl} asks the service and
 * {@code java -jar target/tongcheng.jar} runs a command; a block {@code json} or {@code text} right after it is what the last comes to,
 * where {@code "…"} stands for what the page leaves out. Lines that start the service or Maven are what got us here.
 */
class ReadmeIT {

    private static final String COMMAND = "java -jar target/tongcheng.jar ";
    private static final String PICTURE = "fujian.svg";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void everyExampleGivesWhatTheReadmeShows() throws Exception {
        List<MarkdownBlock> blocks = MarkdownBlock.read(Path.of("README.md"));
        int asked = 0;
        int run = 0;
        try (PackagedService service = PackagedService.start(folder)) {
            for (int i = 0; i < blocks.size(); i++) {
                MarkdownBlock block = blocks.get(i);
                if (!block.file().isEmpty()) {
                    Files.writeString(folder.resolve(block.file()), block.text());
                }
                MarkdownBlock shown = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
                List<String> commands = block.commands();
                for (String line : commands) {
                    MarkdownBlock result = line.equals(commands.get(commands.size() - 1)) ? shown : null;
                    if (line.startsWith("curl ")) {
                        ask(service, line, result);
                        asked++;
                    } else if (line.startsWith(COMMAND) && !line.startsWith(COMMAND + "--")) {
                        run(service, line, result);
                        run++;
                    }
                }
            }
        }
        assertThat(asked).as("curl examples").isGreaterThanOrEqualTo(5);
        assertThat(run).as("commands").isPositive();
        assertThat(folder.resolve(PICTURE)).hasSameTextualContentAs(Path.of("src/docs/map", PICTURE));
    }

    private static void ask(PackagedService service, String line, MarkdownBlock shown) throws IOException, InterruptedException {
        HttpResponse<String> answer = CurlLine.parse(line).send(service.url());
        assertThat(answer.statusCode()).as(line + "\n" + answer.body()).isLessThan(400);
        if (shown != null && shown.language().equals("json") && shown.file().isEmpty()) {
            assertThat(ShownJson.differences(JSON.readTree(shown.text()), JSON.readTree(answer.body())))
                    .as(line + "\n" + answer.body())
                    .isEmpty();
        }
    }

    private void run(PackagedService service, String line, MarkdownBlock shown) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(PackagedService.java(), "-Xmx512m", "-jar", PackagedService.jar().toString()));
        words.addAll(CurlLine.words(line.substring(COMMAND.length())));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(service.settings());
        Process process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended && process.exitValue() == 0).as(line + "\n" + printed).isTrue();
        if (shown != null && shown.language().equals("text")) {
            for (String expected : shown.text().strip().split("\n")) {
                assertThat(printed).as(line).contains(expected.strip());
            }
        }
    }
}
