package org.tongcheng.planning.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * Two units side by side at the equator, parted by the meridian 10°E, where a degree of longitude is
 * {@code π / 180 · 6 378 137 m} = 111 319.49 m; both outlines are known to within 100 m.
 */
class LocateTest {

    private static final double DEGREE = Math.PI / 180 * 6_378_137;

    private static final Records RECORDS = new TestRecords()
            .unit("100001", TestRecords.box(9, -1, 10, 1), "name_zh", "西县", "accuracy_m", 100, "method", "digitised")
            .unit("100002", TestRecords.box(10, -1, 11, 1), "name_zh", "东县", "accuracy_m", 100)
            .with(Collections.HUBS, "port", "POINT (10.5 0)", "name_zh", "港")
            .with("cells", "large", TestRecords.box(9.5, -0.5, 9.9, 0.5))
            .with("cells", "small", TestRecords.box(9.5, -0.1, 9.6, 0.1), "accuracy_m", 1)
            .records();

    private static LocateAnswer ask(String... points) {
        Locate locate = new Locate();
        return (LocateAnswer) locate.answer(TestRecords.ask(locate, Map.of("point", List.of(points))), RECORDS);
    }

    private static List<String> holding(LocateAnswer answer, int place) {
        return answer.places().get(place).heldBy().stream().map(h -> h.feature() + " " + h.holds()).toList();
    }

    @Test
    void theUnitThatHoldsAPlaceIsNamedWithItsDistanceToTheBorder() {
        LocateAnswer answer = ask("9.99,0.2");
        assertThat(holding(answer, 0)).containsExactly("administrative-units/100001 yes");
        Holding holding = answer.places().get(0).heldBy().get(0);
        assertThat((double) holding.metresToBorder()).isCloseTo(0.01 * DEGREE, within(1.0));
        assertThat(holding.name().zh()).isEqualTo("西县");
        assertThat(holding.method()).isEqualTo("digitised");
    }

    /** 0.0005° are 55.7 m: nearer to the border than either outline is accurate, so that it may be the other's. */
    @Test
    void nearABorderBothUnitsMayHoldIt() {
        LocateAnswer answer = ask("9.9995,0");
        assertThat(holding(answer, 0)).containsExactly("administrative-units/100001 uncertain", "administrative-units/100002 uncertain");
        assertThat(answer.places().get(0).heldBy()).extracting(Holding::metresToBorder).containsExactly(56L, -56L);
        assertThat(holding(ask("9.999,0"), 0)).as("111 m").containsExactly("administrative-units/100001 yes");
    }

    @Test
    void usersAreasHoldPlacesTooTheSurestAndThenTheSmallestFirst() {
        assertThat(holding(ask("9.55,0"), 0))
                .containsExactly("administrative-units/100001 yes", "cells/small yes", "cells/large uncertain");
    }

    @Test
    void aFeatureIsLookedForByThePointThatStandsForIt() {
        LocateAnswer answer = ask("hubs/port", "20,20", "9.99,0.2");
        assertThat(holding(answer, 0)).containsExactly("administrative-units/100002 yes");
        assertThat(holding(answer, 1)).isEmpty();
        assertThat(answer.table(Datum.WGS84).rows()).hasSize(3);
        assertThat(answer.table(Datum.WGS84).rows().get(1)).containsSequence("no");
        assertThat(answer.drawn()).hasSize(2);
    }

    @Test
    void collectionsWithoutAreasAreRefused() {
        Locate locate = new Locate();
        assertThatThrownBy(() -> locate.answer(
                TestRecords.ask(locate, Map.of("point", List.of("9,0"), "collections", List.of("nowhere"))), RECORDS))
                .isInstanceOf(BadParameter.class).hasMessageContaining("nowhere");
    }
}
