package org.tongcheng.planning.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Feature;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.rules.BrokenRule;
import org.tongcheng.planning.rules.RuleNode;

class ConflictRulesTest {

    private static final Path BUNDLED = Path.of("data/rules/conflicts.yml");

    @Test
    void everyBundledKindHasARuleAndTwoOrdinaryParksHaveNone() throws IOException {
        ConflictRules rules = ConflictRules.read(BUNDLED);
        assertThat(rules.kinds().keySet()).allMatch(
                kind -> rules.rules().stream().anyMatch(r -> r.first().equals(kind) || r.second().equals(kind)));
        assertThat(rules.rules()).noneMatch(r -> r.first().equals("park") && r.second().equals("park"));
        assertThat(rules.rules()).allSatisfy(r -> {
            assertThat(r.basis().zh()).isNotBlank();
            assertThat(r.distance().valueM() == 0 || r.distance().restsOn().equals("practice")).as(r.id()).isTrue();
        });
    }

    /** Every value that a kind of park looks for is written in the catalogue; a misspelt one would never match. */
    @Test
    void theIndustriesNamedAreThoseOfTheCatalogue() throws IOException {
        Records bundled = TestRecords.bundled();
        for (SiteKind kind : ConflictRules.read(BUNDLED).kinds().values()) {
            if (bundled.hasCollection(kind.collection())) {
                for (String value : kind.any()) {
                    SiteKind alone = new SiteKind(kind.id(), kind.title(), kind.collection(), kind.property(), java.util.List.of(value));
                    assertThat(bundled.features(kind.collection())).as(value).anyMatch(f -> alone.holds(f.feature()));
                }
            }
        }
    }

    @Test
    void aKindIsToldByAListOrAWord() throws IOException {
        SiteKind chemical = ConflictRules.read(BUNDLED).kinds().get("chemical-park");
        assertThat(chemical.holds(feature(java.util.List.of("textiles", "chemicals")))).isTrue();
        assertThat(chemical.holds(feature("chemicals"))).isTrue();
        assertThat(chemical.holds(feature(java.util.List.of("textiles")))).isFalse();
        assertThat(chemical.holds(feature(null))).isFalse();
    }

    @Test
    void aBrokenFileIsToldByItsLine() throws IOException {
        String good = Files.readString(BUNDLED);
        broken(good.replaceFirst("collection: zones", "collection: hospitals"), "'collection' is 'hospitals'", "collection: hospitals");
        broken(good.replaceFirst("second: water-source", "second: water"), "'second' is 'water'", "second: water}");
        broken(good.replaceFirst("value: 1000", "value: -5"), "'value' is -5; it must lie within 0 … 100000", "value: -5");
        broken(good.replaceFirst("unit: m\n", "unit: km\n"), "'unit' is 'km'", "unit: km");
        broken(good.replaceFirst("rests_on: law", "rests_on: hearsay"), "'rests_on' is 'hearsay'", "rests_on: hearsay");
        broken(good.replaceFirst("id: polluting-park\n", "id: chemical-park\n"), "as another kind's is", "id: chemical-park", 2);
        broken(good.replaceFirst("title: \\{zh: 化工园区, ", "title: {"), "'zh' is missing", "title: {en: Chemical park}");
        broken(good.replaceFirst("property: level", "propperty: level"), "'propperty' means nothing here", "propperty");
    }

    private static void broken(String text, String reason, String at) {
        broken(text, reason, at, 1);
    }

    /** @param at words on the line at fault: their so-manieth line counts */
    private static void broken(String text, String reason, String at, int which) {
        java.util.List<String> lines = text.lines().toList();
        int line = 0;
        for (int found = 0; found < which; line++) {
            found += lines.get(line).contains(at) ? 1 : 0;
        }
        assertThatThrownBy(() -> ConflictRules.of(RuleNode.read("c.yml", new StringReader(text))))
                .isInstanceOf(BrokenRule.class).hasMessageContaining(reason).hasMessageStartingWith("c.yml:" + line + ": ");
    }

    private static Feature feature(Object industries) {
        return new Feature("p", null, java.util.Collections.singletonMap("industries", industries));
    }
}
