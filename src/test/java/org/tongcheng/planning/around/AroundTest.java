package org.tongcheng.planning.around;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** On the equator, where 0.01° of longitude are {@code π / 18 000 · 6 378 137 m} = 1113.1949 m. */
class AroundTest {

    private static final Records RECORDS = new TestRecords()
            .unit("100001", TestRecords.box(9, -1, 10, 1), "name_zh", "西县", "accuracy_m", 50)
            .unit("100002", TestRecords.box(10, -1, 11, 1), "name_zh", "东县", "accuracy_m", 50)
            .with(Collections.HUBS, "near", "POINT (10.01 0)", "accuracy_m", 100, "method", "surveyed")
            .with(Collections.HUBS, "edge", "POINT (9.97 0)", "accuracy_m", 1500)
            .with(Collections.HUBS, "far", "POINT (10.5 0)", "accuracy_m", 100)
            .with(Collections.HUBS, "somewhere", "POINT (10.001 0)", "locatable", false)
            .with("hospitals", "unmeasured", "POINT (10.02 0)")
            .records();

    private static AroundAnswer ask(String... given) {
        Map<String, List<String>> texts = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], List.of(given[i + 1].split("\\|")));
        }
        Around around = new Around();
        return (AroundAnswer) around.answer(TestRecords.ask(around, texts), RECORDS);
    }

    private static List<String> lines(AroundAnswer answer) {
        return answer.features().stream().map(f -> (Near) f.properties())
                .map(n -> n.feature() + " " + n.within() + " " + n.metres()).toList();
    }

    /** From 9.999°: the border is 111 m off, so that both units are near; 0.011° are 1224.5 m, 0.021° 2337.7 m, 0.029° 3228.3 m. */
    @Test
    void whatLiesOnBothSidesOfABorderNearestFirst() {
        assertThat(lines(ask("point", "9.999,0", "within", "2500m"))).containsExactly(
                "administrative-units/100001 yes 0",
                "administrative-units/100002 yes 111",
                "hubs/near yes 1225",
                "hospitals/unmeasured uncertain 2338",
                "hubs/edge uncertain 3228");
    }

    @Test
    void aFeatureCountsWithAllItsGeometryAndItsOwnAccuracy() {
        AroundAnswer answer = ask("feature", "administrative-units/100001", "within", "1200m", "collections", "hubs|administrative-units");
        assertThat(lines(answer)).containsExactly(
                "administrative-units/100002 yes 0", "hubs/edge uncertain 0", "hubs/near uncertain 1113");
        assertThat(((Near) answer.features().get(2).properties()).accuracyM()).isEqualTo(150);
        assertThat(answer.touched()).isEqualTo(2);
        assertThat(answer.name().zh()).isEqualTo("西县");
    }

    @Test
    void eitherAPointOrAFeatureMustBeGiven() {
        assertThatThrownBy(() -> ask("within", "1km")).isInstanceOf(BadParameter.class).hasMessageContaining("neither");
        assertThatThrownBy(() -> ask("within", "1km", "point", "9,0", "feature", "hubs/near")).isInstanceOf(BadParameter.class)
                .hasMessageContaining("both");
        assertThatThrownBy(() -> ask("within", "1km", "feature", "hubs/somewhere")).isInstanceOf(BadParameter.class)
                .hasMessageContaining("no known place");
    }
}
