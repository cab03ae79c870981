package org.tongcheng.planning.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * On the bundled catalogue, whose parks and zones are points known to within kilometres or discs of a stated area. Reckoned by hand
 * from its files: of the parks and zones that a rule wants apart but one pair may stand too near, a wind base and a scenic area that
 * are both Urumqi's own.
 */
class ConflictsCatalogueTest {

    private static Conflicts conflicts;

    @BeforeAll
    static void read() throws IOException {
        conflicts = new Conflicts(ConflictRules.read(Path.of("data/rules/conflicts.yml")));
    }

    @Test
    void noTwoNeighboursStandTooNear() {
        Records records = TestRecords.bundled();
        for (Area area : records.areas()) {
            assertThat(ask(records, area.id()).features()).as(area.id()).isEmpty();
        }
    }

    /** The reach of 广佛 that Guangzhou and Foshan share is known to within 10 km: the park is too near or it is not. */
    @Test
    void aNewParkBesideASharedRiverMayBeOne() {
        Records bundled = TestRecords.bundled();
        TestRecords more = new TestRecords();
        for (String collection : List.of(Collections.UNITS, Collections.AREAS, Collections.ZONES)) {
            more.stored(collection, bundled.features(collection));
        }
        Records records = more.with(Collections.PARKS, "dali-chemical", "POINT (113.2 23.1)", "industries", List.of("chemicals"),
                "host_unit_adcode", "440600", "accuracy_m", 50).records();
        List<Conflict> found = ask(records, "guangfozhao").features().stream().map(f -> (Conflict) f.properties())
                .filter(c -> c.rule().equals("chemical-park-by-water-source")).toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).second().feature()).isEqualTo("zones/guangfo-cross-border-reach");
        assertThat(found.get(0).certainty()).isEqualTo("uncertain");
        assertThat(found.get(0).border()).containsExactly("440600", "440100");
        assertThat(found.get(0).accuracyM()).isEqualTo(10_050);
        // 0.01° along the parallel 23.1°N: a·cos φ / √(1 − e² sin² φ) · 0.01° = 1024.4 m
        assertThat(found.get(0).distanceM()).isEqualTo(1024);
    }

    private static ConflictsAnswer ask(Records records, String area) {
        return (ConflictsAnswer) conflicts.answer(
                TestRecords.ask(conflicts, Map.of("area", List.of(area), "asOf", List.of("2024"))), records);
    }
}
