package org.tongcheng.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.extent.Extent;
import org.tongcheng.planning.siting.Siting;
import org.tongcheng.planning.siting.SitingRules;
import org.tongcheng.planning.times.Times;
import org.tongcheng.web.planning.AnswerDesk;
import org.tongcheng.web.planning.SiteJson;
import org.tongcheng.web.planning.TestDesk;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AskCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestDesk world;
    private List<String> settings;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        world = new TestDesk(w -> List.of(new Extent(), siting(), new Times(evenly())));
    }

    /** A tenth of a degree on which everybody moves at 60 km/h. */
    private static LineNetworks evenly() {
        return new LineNetworks(List.of(EvenLand.profile("drive")),
                EvenLand.of(new TestRecords().unit("1", TestRecords.box(118, 24, 118.1, 24.1), "level", "prefecture").records()));
    }

    private static Siting siting() {
        try {
            SitingRules rules = SitingRules.read(Path.of("data/rules"), List.of("drive"));
            return new Siting(rules, evenly(), SiteJson.form(rules.kinds().keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void writesTheBytesThatTheServiceGives() {
        byte[] served = world.desk().ask(new Extent(), Map.of("feature", List.of("metropolitan-areas/both"), "asOf", List.of("2013")),
                List.of()).get(0).json();
        assertThat(ask("extent", "--feature", "metropolitan-areas/both", "--asOf=2013", "--tongcheng.store.url=jdbc:h2:mem:x")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(new String(served, UTF_8) + System.lineSeparator());
        assertThat(settings).containsExactly("--tongcheng.store.url=jdbc:h2:mem:x");
    }

    @Test
    void writesATableWhereTheFileIsOne() throws IOException {
        Path file = folder.resolve("areas.csv");
        assertThat(ask("extent", "--to", file.toString(), "--asOf", "2013")).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().startsWith("feature,name_zh,");
        assertThat(out.size()).isZero();
    }

    @Test
    void takesAValueThatIsJsonFromAFile() throws IOException {
        Path site = folder.resolve("site.geojson");
        Files.writeString(site, "{\"type\": \"Feature\", \"id\": \"a\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [118.5, 24.5]},"
                + " \"properties\": {\"kind\": \"school\"}}");
        Path table = folder.resolve("checks.csv");
        assertThat(ask("siting", "--site", site.toString(), "--asOf", "2026-06", "--to", table.toString())).isZero();
        assertThat(Files.readAllLines(table).get(1)).startsWith("a,a,a,school,insufficient-data,no-building-on-permanent-basic-farmland,unknown,");
        assertThat(ask("siting", "--site", folder.resolve("none.geojson").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no file", "none.geojson");
        assertThat(ask("siting", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--site", "a file with a GeoJSON Feature");
    }

    /** 0.04° east at 24.05°N are 4066 m, at 60 km/h 244 s, on a triangular lattice at most 2/√3 of it. */
    @Test
    void travelTimesAreWrittenAsTheyAreComputed() throws IOException {
        Path table = folder.resolve("times.csv");
        String[] question = {"travel-times", "--origins", "118.02,24.05", "--origins", "130,40", "--destinations", "118.06,24.05",
            "--destinations", "118.02,24.05", "--asOf", "2013"};
        assertThat(ask(question)).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toByteArray());
        int seconds = answer.get("seconds").get(0).get(0).asInt();
        assertThat(seconds).isBetween(244, 282);
        assertThat(answer.get("seconds").get(0).get(1).asInt()).isZero();
        assertThat(answer.get("seconds").get(1).get(0).isNull()).as("no street is near 130,40").isTrue();
        assertThat(answer.get("destinations").size()).isEqualTo(2);
        assertThat(answer.get("answer_id").asString()).hasSize(32);
        assertThat(ask(Stream.concat(Arrays.stream(question), Stream.of("--to", table.toString())).toArray(String[]::new))).isZero();
        assertThat(Files.readAllLines(table)).containsExactly("origin,destination,seconds", "\"118.02,24.05\",\"118.06,24.05\"," + seconds,
                "\"118.02,24.05\",\"118.02,24.05\",0", "\"130,40\",\"118.06,24.05\",", "\"130,40\",\"118.02,24.05\",");
        assertThat(ask("travel-times", "--origins", "118.02,24.05")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("parameter 'destinations': is missing");
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        assertThat(ask("extent", "--feature", "metropolitan-areas/none")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("'feature'", "'none'").hasLineCount(1);
        assertThat(ask("extents")).isEqualTo(1);
        assertThat(ask()).isEqualTo(1);
        assertThat(ask("extent", "--colour", "red")).isEqualTo(1);
        assertThat(ask("extent", "--asOf")).isEqualTo(1);
        assertThat(ask("extent", "surplus")).isEqualTo(1);
        assertThat(ask("extent", "--f", "png")).isEqualTo(1);
        assertThat(ask("extent", "--add", folder.resolve("none.geojson").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("'extents'", "'colour'", "'asOf'", "'surplus'", "'png'", "none.geojson");
    }

    @Test
    void explainsItsParameters() {
        assertThat(ask("extent", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--feature", "--asOf", "collection/id");
    }

    private int ask(String... arguments) {
        AskCommand command = new AskCommand(
                given -> {
                    settings = given;
                    return new DeskOpener.OpenDesk() {
                        @Override
                        public AnswerDesk desk() {
                            return world.desk();
                        }

                        @Override
                        public void close() {}
                    };
                },
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new CommandLine(command).execute(arguments);
    }
}
