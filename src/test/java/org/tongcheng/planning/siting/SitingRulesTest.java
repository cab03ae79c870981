package org.tongcheng.planning.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.rules.BrokenRule;
import org.tongcheng.planning.rules.FeatureChoice;
import org.tongcheng.planning.rules.RuleNode;

class SitingRulesTest {

    private static final Path BUNDLED = Path.of("data/rules");
    private static final List<String> PROFILES = List.of("drive", "transit");

    @Test
    void everyBundledLayerAndTraitIsUsedAndEveryRuleSaysWhereItComesFrom() throws IOException {
        SitingRules rules = SitingRules.read(BUNDLED, PROFILES);
        Set<String> used = rules.rules().stream().map(r -> r.test().layer().id()).collect(Collectors.toSet());
        assertThat(used).containsAll(rules.layers().keySet());
        Set<String> traits = rules.rules().stream().flatMap(r -> Stream.concat(r.traits().stream(), r.except().stream())).collect(Collectors.toSet());
        rules.kinds().values().forEach(kind -> assertThat(traits).as(kind.id()).containsAll(kind.traits()));
        assertThat(rules.rules()).allSatisfy(rule -> {
            assertThat(rule.basis().zh()).as(rule.id()).isNotBlank();
            assertThat(rule.clauseRead() && !rule.basis().zh().contains("条")).as(rule.id() + " read a clause that it does not name").isFalse();
        });
        assertThat(rules.rules()).extracting(r -> r.test().type()).contains(
                "outside", "inside", "distance", "share", "minutes", "host-unit", "across-border", "straddles");
    }

    /** A layer into which nobody could load anything would never come alive. */
    @Test
    void everyLayersCollectionIsDeclaredOrSaidToBeTheUsers() throws IOException {
        Set<String> users = Set.of("schools", "hospitals");
        for (Layer layer : SitingRules.read(BUNDLED, PROFILES).layers().values()) {
            for (FeatureChoice choice : layer.from()) {
                assertThat(Collections.ALL.contains(choice.collection()) || users.contains(choice.collection())
                        || Files.exists(Path.of("data/collections", choice.collection() + ".json"))).as(layer.id() + ": " + choice.collection()).isTrue();
            }
        }
    }

    @Test
    void theValuesLookedForAreThoseOfTheCatalogue() throws IOException {
        Records bundled = TestRecords.bundled();
        for (Layer layer : SitingRules.read(BUNDLED, PROFILES).layers().values()) {
            for (FeatureChoice choice : layer.from()) {
                for (String value : choice.property() != null && bundled.hasCollection(choice.collection()) ? choice.any() : List.<String>of()) {
                    assertThat(bundled.features(choice.collection())).as(layer.id() + ": " + value)
                            .anyMatch(f -> FeatureChoice.holds(f.feature(), choice.property(), List.of(value)));
                }
            }
        }
    }

    @Test
    void aRuleIsForItsTraitsFromItsDay() throws IOException {
        SitingRules rules = SitingRules.read(BUNDLED, PROFILES);
        SitingRule yangtze = rules.rules().stream().filter(r -> r.id().equals("no-chemicals-within-1km-of-yangtze")).findFirst().orElseThrow();
        LocalDate since = LocalDate.of(2021, 3, 1);
        assertThat(yangtze.isFor(rules.kinds().get("chemical-park"), since)).isTrue();
        assertThat(yangtze.isFor(rules.kinds().get("chemical-park"), since.minusDays(1))).isFalse();
        assertThat(yangtze.isFor(rules.kinds().get("school"), since)).isFalse();
        assertThat(yangtze.test()).isEqualTo(new Distance(rules.layers().get("yangtze-banks"), 1000, true));
    }

    @Test
    void aBrokenFileIsToldByItsLine() throws IOException {
        String good = Files.readString(BUNDLED.resolve("siting.yml"));
        broken(good, "for: [chemical]", "for: [chemistry]", "names the trait 'chemistry', which no kind has");
        broken(good, "layer: yangtze-banks, at_least_m: 1000", "layer: yangtze-bank, at_least_m: 1000", "'layer' is 'yangtze-bank'; it must be one of");
        broken(good, "at_least_m: 1000}", "at_least_m: -1}", "'at_least_m' is -1; it must lie within 1 … 100000");
        broken(good, "at_least_m: 3000}", "at_least_m: 3000, at_most_m: 5}", "'at_most_m' stands beside 'at_least_m'");
        broken(good, "type: outside, layer: ecological-redline", "type: beside, layer: ecological-redline", "'type' is 'beside'");
        broken(good, "profile: drive, direction: to", "profile: fly, direction: to", "'profile' is 'fly'; it must be one of drive, transit");
        broken(good, "at_most_min: 5", "at_most_min: 5.5", "'at_most_min' is 5.5; it must be whole");
        broken(good, "at_most: 0.1}", "at_most: 10}", "'at_most' is 10; it must lie within 0 … 1");
        broken(good, "since: 2021-03-01", "since: 2021-3", "'since' is '2021-3'; it must be a day");
        broken(good, "    clause: read\n", "    clause: maybe\n", "'clause' is 'maybe'");
        broken(good, "id: key-project-on-permanent-basic-farmland", "id: no-building-on-permanent-basic-farmland", "as another rule's is");
        broken(good, "complete: false", "complete: no", "'complete' is 'no'");
        broken(good, "near_m: 10000", "near_m: 0", "'near_m' is 0");
        broken(good, "property: grade, any: [first]", "any: [first]", "'property' is missing");
        broken(good, "test: {type: host-unit}", "test: {type: host-unit, level: county}", "'level' means nothing here");
        broken(good, "rests_on: law", "rest_on: law", "'rest_on' means nothing here");
    }

    @Test
    void rulesOfOnesOwnStandBesideInFilesOfTheirOwn(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> SitingRules.read(folder, PROFILES)).isInstanceOf(NoSuchFileException.class).hasMessageContaining("siting.yml");
        Files.copy(BUNDLED.resolve("siting.yml"), folder.resolve("siting.yml"));
        Files.writeString(folder.resolve("siting-own.yml"), """
                layers:
                  - {id: wells, title: {zh: 井, en: Wells}, from: [{collection: wells}], near_m: 1000}
                rules:
                  - {id: own, for: [building], test: {type: distance, layer: wells, at_least_m: 30}, otherwise: fail,
                     rests_on: practice, reason: {zh: 因, en: Reason}, basis: {zh: 实践, en: Practice}, clause: none}
                """);
        SitingRules rules = SitingRules.read(folder, PROFILES);
        assertThat(rules.rules()).extracting(SitingRule::id).contains("own", "no-building-on-permanent-basic-farmland");
        Files.writeString(folder.resolve("siting-own.yml"), "rules:\n  - {id: own}\n");
        assertThatThrownBy(() -> SitingRules.read(folder, PROFILES)).isInstanceOf(BrokenRule.class)
                .hasMessageContaining("siting-own.yml:2: 'otherwise' is missing");
    }

    /** @param at words that stand once or whose first place counts */
    private static void broken(String good, String at, String instead, String reason) {
        assertThat(good).contains(at);
        int place = good.indexOf(at);
        String text = good.substring(0, place) + instead + good.substring(place + at.length());
        long line = good.substring(0, place).lines().count() + (good.charAt(place - 1) == '\n' ? 1 : 0);
        assertThatThrownBy(() -> SitingRules.of(List.of(RuleNode.read("s.yml", new StringReader(text))), PROFILES)).as(instead)
                .isInstanceOf(BrokenRule.class).hasMessageContaining(reason).hasMessageStartingWith("s.yml:" + line + ": ");
    }
}
