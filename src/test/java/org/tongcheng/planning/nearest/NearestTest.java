package org.tongcheng.planning.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * An even land near 33°N on which everybody moves at 60 km/h, so that a kilometre along the lattice takes a minute; 0.1° of longitude
 * are 9.35 km there, and the way along a triangular lattice is up to 2 / √3 = 1.155 of that.
 */
class NearestTest {

    private static final Records RECORDS = new TestRecords()
            .unit("100001", TestRecords.box(107.7, 32.8, 108.3, 33.2), "level", "prefecture", "population_2020", 30_000)
            .with(Collections.HUBS, "east", "POINT (108.1 33.0)", "name_zh", "东站", "accuracy_m", 100)
            .with(Collections.HUBS, "west", "POINT (107.8 33.0)", "name_zh", "西站")
            .with(Collections.HUBS, "overseas", "POINT (109.5 33.0)")
            .with(Collections.HUBS, "somewhere", "POINT (108.01 33.0)", "locatable", false)
            .with("hospitals", "between", "MULTIPOINT ((108.25 33.0), (108.05 33.0))")
            .records();

    private static final Nearest NEAREST = new Nearest(new LineNetworks(List.of(EvenLand.profile("drive")), EvenLand.of(RECORDS)));

    private static NearestAnswer ask(Map<String, List<String>> texts) {
        Asked asked = new QuestionReader(() -> List.of("drive"), TestRecords.clock()).read(NEAREST, texts, List.of()).get(0);
        return (NearestAnswer) NEAREST.answer(asked, RECORDS);
    }

    private static Reached reached(NearestAnswer answer, int feature) {
        return (Reached) answer.features().get(feature).properties();
    }

    @Test
    void theSoonestReachedFirstAndWhatIsOutOfReachNotAtAll() {
        NearestAnswer answer = ask(Map.of("origin", List.of("108.0,33.0"), "of", List.of("hubs")));
        assertThat(answer.features()).extracting(f -> f.id()).containsExactly("hubs/east", "hubs/west");
        assertThat(reached(answer, 0).seconds()).isBetween((int) (9.35 * 60), (int) (9.35 * 60 * 1.16));
        assertThat(reached(answer, 1).seconds()).isBetween((int) (18.7 * 60), (int) (18.7 * 60 * 1.16));
        assertThat(reached(answer, 0).rank()).isEqualTo(1);
        assertThat(reached(answer, 0).corridors()).isEmpty();
        assertThat(answer.within()).isEqualTo(2);
    }

    @Test
    void countAndMinutesBoundIt() {
        assertThat(ask(Map.of("origin", List.of("108.0,33.0"), "of", List.of("hubs"), "count", List.of("1"))).features()).hasSize(1);
        assertThat(ask(Map.of("origin", List.of("108.0,33.0"), "of", List.of("hubs"), "minutes", List.of("12"))).within()).isEqualTo(1);
        assertThat(ask(Map.of("origin", List.of("108.0,33.0"), "of", List.of("hubs"), "minutes", List.of("9"))).within()).isZero();
    }

    @Test
    void ofAThingWithSeveralPointsTheSoonestCounts() {
        NearestAnswer answer = ask(Map.of("origin", List.of("hubs/east"), "of", List.of("hospitals")));
        assertThat(reached(answer, 0).at().x).isEqualTo(108.05);
        assertThat(reached(answer, 0).seconds()).isBetween((int) (4.67 * 60), (int) (4.67 * 60 * 1.16));
    }

    /** A bridge at 240 km/h from the origin to beside the hub, of three vertices: entered at the first, left at the last. */
    @Test
    void whatIsRiddenIsToldWithTheStopsWhereOneBoardsAndLeaves() {
        LineString line = (LineString) TestRecords.geometry("LINESTRING (108.0 33.0, 108.05 33.0, 108.1 33.0)");
        OwnCorridor bridge = new OwnCorridor("mine", "bridge", line, List.of(), 240.0, null);
        Asked asked = new QuestionReader(() -> List.of("drive"), TestRecords.clock())
                .read(NEAREST, Map.of("origin", List.of("108.0,33.0"), "of", List.of("hubs")), List.of(bridge)).get(0);
        NearestAnswer answer = (NearestAnswer) NEAREST.answer(asked, RECORDS);
        Reached east = reached(answer, 0);
        assertThat(east.seconds()).isBetween((int) (9.35 * 15), (int) (9.35 * 15) + 60);
        assertThat(east.corridors()).containsExactly("mine");
        assertThat(east.rides()).containsExactly(new Ridden("mine", "mine-1", null, "mine-3", null));
        assertThat(reached(answer, 1).rides()).isEmpty();
        assertThat(answer.table(Datum.WGS84).rows().get(0)).contains("mine-1>mine-3");
    }
}
