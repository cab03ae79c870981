package org.tongcheng.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.TestProfiles;

/** A unit that is modelled, two corridors that are schematic and digitised, two documents of different years, and a clinic of the asker's. */
class CitationTest {

    private static final Records RECORDS = new TestRecords()
            .unit("1", TestRecords.box(0, 0, 1, 1), "method", "modelled", "source", "outlines of 2015", "document", "base")
            .with(Collections.CORRIDORS, "a", "LINESTRING (0 0, 1 1)", "mode", "expressway", "method", "schematic", "document", "d1", "source", "s")
            .with(Collections.CORRIDORS, "b", "LINESTRING (0 0, 1 1)", "mode", "expressway", "method", "digitised", "document", "d1", "source", "s")
            .with(Collections.DOCUMENTS, "d1", null, "title_zh", "规划", "title_en", "A plan", "date", "2021-12-13")
            .with(Collections.DOCUMENTS, "base", null, "title_zh", "现状", "title_en", "What exists", "date", "2009")
            .records();

    private record Plain(AnswerHeader header) implements Answer {
        @Override
        public Table table(Datum datum) {
            return new Table(List.of("x"), List.of(List.of(1), List.of(2)));
        }

        @Override
        public List<AnswerFeature> drawn() {
            return List.of();
        }
    }

    @Test
    void saysInBothLanguagesAllThatAReportNeeds() {
        Text citation = Citation.of(new Text("范围", "Extent"), "abc", answer(), RECORDS, TestProfiles.DRIVE);
        assertThat(citation.en()).startsWith("Extent. Result: 2 rows, see the table. Definition: What is counted. As of 2020-12-31, scenario built.")
                .contains("It rests on 4 features: 1 of administrative-units, 1 of clinics, 2 of corridors.")
                .contains("Documents: What exists (2009); A plan (2021-12-13).")
                .contains("Sources: s (2); outlines of 2015 (1).")
                .contains("Of the 3 features that say how they were drawn 33.3% are modelled, 33.3% schematic.")
                .contains("on the CGCS2000 ellipsoid")
                .contains("Streets: sketch (a lattice, 2020).")
                .contains("Profile: drive (streets at their own speeds, detour on a sketch 1; expressway speed where none is stated ")
                .doesNotContain("arterial")
                .contains("Assumed: a headway; those numbers where lines state none.").contains("Note: a warning.")
                .contains("Answer abc, digest of the features used " + answer().header().used().digest());
        assertThat(citation.zh()).startsWith("范围。结果：2行，见表。定义：所计者。截至2020-12-31，情景为已建成。")
                .contains("文件：《现状》（2009）；《规划》（2021-12-13）。").contains("33.3%为建模，33.3%为示意").contains("CGCS2000椭球面")
                .contains("须知：a warning。").contains("答案编号abc");
        assertThat(citation.zh() + citation.en()).doesNotContain("\n").doesNotContain("null");
    }

    @Test
    void whatHasNoStreetsProfileOrSourcesLeavesThemOut() {
        AnswerHeader header = new AnswerHeader(LocalDate.of(2020, 12, 31), "built", null, new Text("所计者。", "What is counted."),
                StreetsUsed.NONE, new Used.Gathering().used(false), List.of(), List.of());
        Text citation = Citation.of(Text.of("t"), "abc", new Plain(header), RECORDS, null);
        assertThat(citation.en()).contains("It rests on 0 features: none.").doesNotContain("Streets:").doesNotContain("Profile:")
                .doesNotContain("Sources:").doesNotContain("Assumed:").doesNotContain("Note:").doesNotContain("%");
    }

    @Test
    void theFeaturesUsedAreCountedWhetherTheyAreListedOrNot() {
        Used.Gathering gathering = new Used.Gathering().add("own", "a/b", 3).add("own", "c", 1);
        assertThat(gathering.used(false).features()).isNull();
        assertThat(gathering.used(true).features()).containsExactly("own/a/b@3", "own/c@1");
        List<FeatureRef> refs = new java.util.ArrayList<>();
        gathering.used(false).each(refs::add);
        assertThat(refs).containsExactly(new FeatureRef("own", "a/b"), new FeatureRef("own", "c"));
    }

    private static Answer answer() {
        Used used = new Used.Gathering().add(Collections.UNITS, "1", 1).add(Collections.CORRIDORS, "a", 2).add(Collections.CORRIDORS, "b", 1)
                .add("clinics", "x", 7).used(false);
        return new Plain(new AnswerHeader(LocalDate.of(2020, 12, 31), "built", "drive", new Text("所计者。", "What is counted."),
                new StreetsUsed("sketch", "a lattice", "2020", 9), used, List.of("a headway", "metro dwell = 35 s (2 lines): doors"), List.of("a warning")));
    }
}
