package org.tongcheng.planning.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Bundled;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.TimeMatrix;

/** On the bundled catalogue and its sketch, for every area. */
class ConnectivityCatalogueTest {

    private static final Connectivity CONNECTIVITY = new Connectivity(Bundled.NETWORKS);

    @Test
    void everyAreaIsConsistentWithTravelTimes() {
        for (Area area : Bundled.RECORDS.areas()) {
            ConnectivityAnswer.Body body = ask(area, "asOf", "2024");
            List<String> places = body.members().stream().map(m -> "administrative-units/" + m.id()).toList();
            int[][] seconds = Bundled.seconds(places, places, "2024", "commute");
            for (int i = 0; i < places.size(); i++) {
                for (int j = 0; j < places.size(); j++) {
                    Integer expected = seconds[i][j] == TimeMatrix.NONE ? null : Integer.valueOf(seconds[i][j]);
                    assertThat(body.seconds().get(i).get(j)).as(area.id() + " " + places.get(i) + " " + places.get(j)).isEqualTo(expected);
                }
            }
            assertThat(body.pairs()).as(area.id()).allMatch(p -> p.within()
                    == (p.seconds() != null && p.secondsBack() != null && Math.max(p.seconds(), p.secondsBack()) <= 3600));
            assertThat(body.pairs().stream().filter(p -> !p.within()).count()).as(area.id()).isEqualTo(body.leftOut().size());
            assertThat(body.losses().surely()).as(area.id()).isTrue();
            for (double share : List.of(body.coreSharePopulation(), body.pairShare(), body.pairSharePopulation())) {
                assertThat(share).as(area.id()).isBetween(0.0, 1.0);
            }
        }
    }

    /** More time and more corridors lower nothing. */
    @Test
    void sharesOnlyEverGrow() {
        for (String id : List.of("fuzhou-metro-2021", "xzq-2011", "guangfozhao")) {
            Area area = Bundled.RECORDS.findArea(id).orElseThrow();
            ConnectivityAnswer.Body last = null;
            for (String[] words : new String[][] {{"minutes", "30"}, {}, {"scenario", "vision"}, {"scenario", "vision", "minutes", "90"}}) {
                ConnectivityAnswer.Body body = ask(area, words);
                if (last != null) {
                    assertThat(body.coreSharePopulation()).as(id).isGreaterThanOrEqualTo(last.coreSharePopulation());
                    assertThat(body.pairShare()).as(id).isGreaterThanOrEqualTo(last.pairShare());
                    assertThat(body.pairSharePopulation()).as(id).isGreaterThanOrEqualTo(last.pairSharePopulation());
                }
                last = body;
            }
            assertThat(last.pairShare()).as(id).isPositive();
        }
    }

    /** Pingtan lies in Fuzhou and is counted there (census 2020, both cities' own figures). */
    @Test
    void fuzhouCountsPingtanOnce() {
        Area fuzhou = Bundled.RECORDS.findArea("fuzhou-metro-2021").orElseThrow();
        assertThat(ask(fuzhou, "asOf", "2024").population()).isEqualTo(13_989_913);
    }

    private static ConnectivityAnswer.Body ask(Area area, String... words) {
        Map<String, List<String>> texts = new LinkedHashMap<>(Map.of("area", List.of(area.id()), "asOf", List.of("2022")));
        for (int i = 0; i < words.length; i += 2) {
            texts.put(words[i], List.of(words[i + 1]));
        }
        return ((ConnectivityAnswer) CONNECTIVITY.answer(TestRecords.ask(CONNECTIVITY, texts), Bundled.RECORDS)).body();
    }
}
