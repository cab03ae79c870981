package org.tongcheng.web.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.extent.Extent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AnswerDeskTest {

    /** The cell 118–119°E, 24–25°N; the one east of it is as large. */
    private static final double CELL_KM2 = 11_226.471672;

    private final ObjectMapper json = new ObjectMapper();
    private TestDesk world;

    @BeforeEach
    void open() {
        world = new TestDesk(w -> List.of(new Extent()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theHeaderStandsFirstAndTheBodyIsFlat() {
        JsonNode answer = tree(ask("feature", "metropolitan-areas/both", "asOf", "2013"));
        assertThat(answer.propertyNames()).startsWith("answer_id", "question", "datum", "as_of", "scenario", "profile",
                "definition", "streets", "used", "assumed", "warnings", "feature", "name", "area_km2", "error_km2");
        assertThat(answer.get("as_of").asString()).isEqualTo("2013-12-31");
        assertThat(answer.get("definition").get("zh").asString()).contains("甲乙");
        assertThat(answer.get("used").get("count").intValue()).isEqualTo(3);
        assertThat(answer.get("bbox").toString()).isEqualTo("[118.0,24.0,120.0,25.0]");
    }

    @Test
    void theSameQuestionHasTheSameBytesHoweverItIsWritten() {
        byte[] first = ask("feature", "metropolitan-areas/both", "asOf", "2013", "minutes", "60,15").json();
        byte[] second = ask("minutes", "15,60", "asOf", "2013-12-31", "feature", "metropolitan-areas/both", "scenario", "built").json();
        assertThat(second).isEqualTo(first);
        assertThat(anotherProcess().ask(world.desk.findQuestion("extent").orElseThrow(), Map.of("asOf", List.of("2013"),
                "minutes", List.of("15,60"), "feature", List.of("metropolitan-areas/both")), List.of()).get(0).json()).isEqualTo(first);
    }

    @Test
    void anAnswerIsGivenAgainAfterTheRecordsChanged() {
        Given before = ask("feature", "metropolitan-areas/both", "asOf", "2013");
        world.put(Collections.UNITS, "2", TestRecords.box(119, 24, 119.5, 25), Map.of("name_zh", "乙", "accuracy_m", 100.0, "method", "modelled"));
        Given after = ask("feature", "metropolitan-areas/both", "asOf", "2013");
        assertThat(before.citation().en()).as("asked for after the write").doesNotContain("are modelled");
        assertThat(after.citation().en()).contains("are modelled");
        assertThat(tree(after).get("area_km2").doubleValue()).isCloseTo(1.5 * CELL_KM2, Offset.offset(2e-6));
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(anotherProcess().again(before.id()).orElseThrow().json()).isEqualTo(before.json());
        assertThat(anotherProcess().again(after.id()).orElseThrow().json()).isEqualTo(after.json());
        assertThat(world.desk.again("0".repeat(32))).isEmpty();
    }

    @Test
    void recordedReadsTheRecordsAsTheyStoodThen() {
        double first = tree(ask("feature", "metropolitan-areas/both")).get("area_km2").doubleValue();
        Instant moment = Instant.now();
        world.put(Collections.UNITS, "1", TestRecords.box(118.5, 24, 119, 25), Map.of("name_zh", "甲", "accuracy_m", 100.0));
        assertThat(tree(ask("feature", "metropolitan-areas/both", "recorded", moment.toString())).get("area_km2").doubleValue())
                .isEqualTo(first);
        assertThat(tree(ask("feature", "metropolitan-areas/both")).get("area_km2").doubleValue())
                .isCloseTo(1.5 * CELL_KM2, Offset.offset(2e-6));
        assertThat(tree(ask("feature", "administrative-units/1", "recorded", moment.toString())).get("area_km2").doubleValue())
                .isCloseTo(CELL_KM2, Offset.offset(1e-6));
    }

    @Test
    void recordedBeforeAnythingWasWrittenFindsNothing() {
        assertThatThrownBy(() -> ask("feature", "metropolitan-areas/both", "recorded", "2000-01-01T00:00:00Z"))
                .isInstanceOf(BadParameter.class).hasMessageContaining("'both'");
    }

    @Test
    void anUnchangedCollectionIsNotReadAgainWhenAnotherChanges() {
        var unit = world.features.at(null).features(Collections.UNITS).get(0);
        world.put(Collections.CORRIDORS, "G2", "LINESTRING (118 24, 119 25)", Map.of("mode", "expressway"));
        assertThat(world.features.at(null).features(Collections.UNITS).get(0)).isSameAs(unit);
        assertThat(world.features.at(null).features(Collections.CORRIDORS)).hasSize(2);
    }

    @Test
    void explainListsTheRevisionsUsed() {
        JsonNode used = tree(ask("feature", "metropolitan-areas/both", "explain", "full")).get("used");
        assertThat(used.get("features").toString())
                .isEqualTo("[\"administrative-units/1@1\",\"administrative-units/2@1\",\"metropolitan-areas/both@1\"]");
    }

    @Test
    void datumMovesTheGeometryThatGoesOut() {
        JsonNode box = tree(ask("feature", "administrative-units/1", "datum", "GCJ-02")).get("bbox");
        // the published shift is some hundreds of metres: thousandths of a degree
        assertThat(box.get(0).doubleValue()).isNotEqualTo(118.0).isCloseTo(118.0, Offset.offset(0.01));
        assertThat(tree(ask("feature", "administrative-units/1", "datum", "GCJ-02")).get("area_km2").doubleValue())
                .isCloseTo(CELL_KM2, Offset.offset(1e-6));
    }

    @Test
    void severalDatesAreSeveralAnswers() throws Exception {
        List<Given> given = world.desk.ask(world.desk.findQuestion("extent").orElseThrow(),
                Map.of("asOf", List.of("2012", "2020")), List.of());
        JsonNode answers = json.readTree(world.desk.bytes(given).json()).get("answers");
        assertThat(answers.get(0).get("as_of").asString()).isEqualTo("2012-12-31");
        assertThat(answers.get(1).get("as_of").asString()).isEqualTo("2020-12-31");
        assertThat(AnswerCsv.write(given)).startsWith("as_of,feature,").contains("2012-12-31,metropolitan-areas/both,", "2020-12-31,");
    }

    @Test
    void corridorsThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> ask("with", "G1,G9")).isInstanceOf(BadParameter.class).hasMessageContaining("'G9'");
        assertThat(ask("without", "G1").json()).isNotEmpty();
    }

    /** A desk with nothing in memory, over the same store. */
    private AnswerDesk anotherProcess() {
        return new AnswerDesk(world.store, new PlanningFeatures(world.store),
                new QuestionReader(() -> List.of("drive", "transit"), java.time.Clock.systemUTC()), List.of(new Extent()), new Workers(1, 1), List::of);
    }

    private Given ask(String... namesAndValues) {
        Map<String, List<String>> texts = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return world.desk.ask(world.desk.findQuestion("extent").orElseThrow(), texts, List.of()).get(0);
    }

    private JsonNode tree(Given given) {
        return json.readTree(new String(given.json(), UTF_8));
    }
}
