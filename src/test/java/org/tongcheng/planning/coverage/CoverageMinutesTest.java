package org.tongcheng.planning.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Network;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * An even land near 33°N, 75 km by 44 km, on which everybody moves at 60 km/h: a kilometre takes a minute, along the triangular lattice up
 * to 2 / √3 = 1.155 of that. One hub of 100 m accuracy stands in the middle.
 */
class CoverageMinutesTest {

    private static final Geodesic EARTH = Geodesic.WGS84;
    private static final Records RECORDS = world().records();
    private static final LineNetworks NETWORKS = new LineNetworks(List.of(EvenLand.profile("drive")), EvenLand.of(RECORDS));
    private static final Coverage COVERAGE = new Coverage(NETWORKS, new IsochroneCache());

    @Test
    void parksAreYesNoOrUncertainByTheAccuraciesOfBothEnds() {
        Records records = world()
                .with(Collections.PARKS, "near", east(5), "accuracy_m", 100)
                .with(Collections.PARKS, "almost", east(9), "accuracy_m", 3000)
                .with(Collections.PARKS, "far", east(20), "accuracy_m", 100)
                .with(Collections.PARKS, "vague", east(5.5))
                .with(Collections.PARKS, "wide", "POLYGON ((108.35 33.0, 108.6 33.0, 108.6 33.05, 108.35 33.0))", "accuracy_m", 100)
                .records();

        CoverageAnswer answer = ask(records, "of", "industrial-parks", "minutes", "10");

        Map<String, Served> served = new LinkedHashMap<>();
        answer.features().forEach(f -> served.put(f.id().substring("industrial-parks/".length()), (Served) f.properties()));
        assertThat(served.get("near").covered()).isEqualTo("yes");
        assertThat(served.get("near").seconds()).isBetween(5 * 60, (int) (5 * 69.3));
        assertThat(served.get("near").nearest()).isEqualTo("hubs/middle");
        assertThat(served.get("near").metres()).isNull();
        assertThat(served.get("almost").covered()).isEqualTo("uncertain");
        assertThat(served.get("far").covered()).isEqualTo("no");
        assertThat(served.get("far").seconds()).isBetween(20 * 60, (int) (20 * 69.3));
        assertThat(served.get("vague").covered()).isEqualTo("uncertain");
        // its western corner, 0.05° or 4.7 km off
        assertThat(served.get("wide").seconds()).isBetween((int) (4.67 * 60), (int) (4.68 * 69.3));
        assertThat(answer.share().low()).isEqualTo(0.4);
        assertThat(answer.share().best()).isBetween(0.6, 0.8);
        assertThat(answer.share().high()).isEqualTo(0.8);
        assertThat(answer.header().profile()).isEqualTo("drive");
        assertThat(answer.header().definition().en()).contains("reached within 10 minutes from hubs");
    }

    /** The hub stands in the park, 4.7 km or more from its outline. */
    @Test
    void whatStandsInsideAThingServesItAtOnce() {
        Records records = world().with(Collections.PARKS, "around", box(108.25, 32.9, 108.6, 33.1), "accuracy_m", 100).records();
        Served served = (Served) ask(records, "of", "industrial-parks", "minutes", "3").features().get(0).properties();
        assertThat(served.seconds()).isZero();
        assertThat(served.covered()).isEqualTo("yes");
        assertThat(served.nearest()).isEqualTo("hubs/middle");
    }

    /** What ten minutes reach holds a hexagon whose corners stand ten kilometres off and lies in the circle; the hub's error is 15 s at the most. */
    @Test
    void landIsBetweenAHexagonAndACircle() {
        CoverageAnswer answer = ask(RECORDS, "of", "area", "minutes", "10");
        double best = answer.share().best() * answer.share().total();
        assertThat(best).isBetween(hexagon(10), Math.PI * 100);
        assertThat(answer.share().low() * answer.share().total()).isBetween(hexagon(9.75), best);
        assertThat(answer.share().high() * answer.share().total()).isBetween(best, Math.PI * 10.25 * 10.25);
        double left = ((CoverageAnswer.LeftOut) answer.features().get(0).properties()).areaKm2();
        assertThat(left).isCloseTo(answer.share().total() - best, within(0.01));
        assertThat(answer.features().get(0).geometry().intersects(TestRecords.geometry("POINT (108.3 33.0)"))).isFalse();
        CoverageAnswer people = ask(RECORDS, "of", "population", "minutes", "10");
        assertThat(people.share().best()).isCloseTo(answer.share().best(), within(1e-5));
        assertThat(people.share().low()).isZero();
        assertThat(people.share().high()).isEqualTo(1);
    }

    @Test
    void ofAServerWithoutAccuracyNothingIsSure() {
        Records records = world().with(Collections.HUBS, "vague", "POINT (108.1 33.0)")
                .with(Collections.PARKS, "p", "POINT (108.1 33.01)", "accuracy_m", 100).records();
        CoverageAnswer answer = ask(records, "of", "industrial-parks", "minutes", "10");
        assertThat(answer.share()).isEqualTo(new Share(0, 1, 1, 1, "features"));
        assertThat(((Served) answer.features().get(0).properties()).nearest()).isEqualTo("hubs/vague");
        CoverageAnswer area = ask(records, "of", "area", "minutes", "10");
        assertThat(area.share().low() * area.share().total()).isLessThan(Math.PI * 100);
        assertThat(area.share().best() * area.share().total()).isGreaterThan(1.9 * hexagon(10));
    }

    /** The slow twin searches from each hub alone. */
    @Test
    void secondsAreThoseFromTheSoonestHubSearchedAlone() {
        long seed = Seeds.first();
        System.out.println("CoverageMinutesTest seed " + seed);
        Random random = new Random(seed);
        TestRecords records = world();
        Network network = NETWORKS.join(EvenLand.profile("drive"), List.of(), AsOf.built(LocalDate.of(2020, 1, 1)), Changes.NONE);
        Map<String, TravelTimes> alone = new LinkedHashMap<>();
        alone.put("hubs/middle", from(network, 108.3, 33.0));
        for (int i = 0; i < 8; i++) {
            double lon = 107.95 + 0.7 * random.nextDouble();
            double lat = 32.85 + 0.3 * random.nextDouble();
            records.with(Collections.HUBS, "h" + i, "POINT (" + lon + " " + lat + ")", "accuracy_m", 100 + 500 * random.nextInt(5));
            alone.put("hubs/h" + i, from(network, lon, lat));
        }
        for (int i = 0; i < 30; i++) {
            records.with(Collections.PARKS, "p" + i, "POINT (" + (107.95 + 0.7 * random.nextDouble()) + " " + (32.85 + 0.3 * random.nextDouble()) + ")",
                    "accuracy_m", 100);
        }
        for (var feature : ask(records.records(), "of", "industrial-parks", "minutes", "15").features()) {
            Served served = (Served) feature.properties();
            var at = feature.geometry().getCoordinate();
            int least = alone.values().stream().mapToInt(times -> times.millisAt(at.x, at.y)).min().orElseThrow();
            assertThat(served.seconds()).as("seed " + seed + " " + served.feature()).isEqualTo(TravelTimes.seconds(least));
            assertThat(alone.get(served.nearest()).millisAt(at.x, at.y)).as("seed " + seed + " " + served.feature()).isEqualTo(least);
        }
    }

    private static TravelTimes from(Network network, double lon, double lat) {
        return Search.run(network, List.of(network.foothold(lon, lat)), Direction.FROM, Duration.ofHours(2));
    }

    /** Its area in km², by the distance of its corners in km, a hundredth nearer because the hub stands between nodes. */
    private static double hexagon(double corner) {
        return 1.5 * Math.sqrt(3) * corner * corner * 0.99 * 0.99;
    }

    private static TestRecords world() {
        return new TestRecords()
                .unit("1", box(107.9, 32.8, 108.7, 33.2), "level", "prefecture", "population_2020", 1_000_000L, "seat", List.of(108.3, 33.0))
                .area("all", null, List.of(member("1", "whole")))
                .with(Collections.HUBS, "middle", "POINT (108.3 33.0)", "accuracy_m", 100);
    }

    private static CoverageAnswer ask(Records records, String... words) {
        Map<String, List<String>> texts = new LinkedHashMap<>(Map.of("area", List.of("all"), "by", List.of("hubs")));
        for (int i = 0; i < words.length; i += 2) {
            texts.put(words[i], List.of(words[i + 1]));
        }
        return (CoverageAnswer) COVERAGE.answer(TestRecords.ask(COVERAGE, texts), records);
    }

    /** So many kilometres east of the hub. */
    private static String east(double kilometres) {
        var end = EARTH.Direct(33.0, 108.3, 90, kilometres * 1000);
        return "POINT (" + end.lon2 + " " + end.lat2 + ")";
    }
}
