package org.tongcheng.planning.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** The bundled areas' people against the figures that their own records keep. */
class CoverageCatalogueTest {

    /** Outlines put together from units share every border with them but for the last digits, which hold nobody. */
    @Test
    void thePeopleOfAnAreaAreThoseOfItsRecordToTheLastOne() {
        Records records = TestRecords.bundled();
        Coverage coverage = new Coverage(new LineNetworks(List.of(EvenLand.profile("drive")), EvenLand.of(records)), new IsochroneCache());
        for (String area : List.of("hangzhou-metro-2021", "fuzhou-metro-2021", "urumqi-2013")) {
            Object kept = records.find(new FeatureRef(Collections.AREAS, area)).orElseThrow().feature().value("population_2020");
            CoverageAnswer answer = (CoverageAnswer) coverage.answer(TestRecords.ask(coverage, Map.of("area", List.of(area),
                    "of", List.of("population"), "within", List.of("5km"))), records);
            assertThat(answer.share().total()).as(area).isEqualTo(((Number) kept).doubleValue());
        }
    }
}
