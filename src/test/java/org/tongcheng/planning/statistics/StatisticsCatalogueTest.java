package org.tongcheng.planning.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** The bundled areas against the figures that their own records keep, which were added up elsewhere. */
class StatisticsCatalogueTest {

    private static final Records RECORDS = TestRecords.bundled();

    @Test
    void thePeopleOfEveryAreaAreThoseOfItsRecord() {
        Statistics statistics = new Statistics();
        AreasAnswer answer = (AreasAnswer) statistics.answer(
                TestRecords.ask(statistics, Map.of("indicator", List.of("population"), "asOf", List.of("2021"))), RECORDS);
        assertThat(answer.areas()).hasSize(18);
        for (Figure figure : answer.areas()) {
            Object kept = RECORDS.find(FeatureRef.of(figure.area())).orElseThrow().feature().value("population_2020");
            assertThat(figure.value().longValue()).as(figure.area()).isEqualTo(((Number) kept).longValue());
            assertThat(figure.bound()).as(figure.area())
                    .isEqualTo(figure.area().equals(Collections.AREAS + "/wuhan-metro-2021") ? Figure.UPPER : Figure.NONE);
        }
    }

    /** 8 291 268 of Fuzhou hold Pingtan's 385 981; with the other members of the plan they are 13 989 913. */
    @Test
    void pingtanIsCountedOnceInFuzhou() {
        Statistics statistics = new Statistics();
        StatisticsAnswer answer = (StatisticsAnswer) statistics.answer(TestRecords.ask(statistics,
                Map.of("area", List.of("fuzhou-metro-2021"), "indicator", List.of("population"), "year", List.of("2020"))), RECORDS);
        assertThat(answer.body().value()).isEqualTo(13_989_913L);
        assertThat(answer.body().countedOnce()).extracting(Figure.CountedOnce::adcode).containsExactly("350128");
    }
}
