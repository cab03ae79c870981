package org.tongcheng.planning.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Segment;
import org.tongcheng.network.Streets;
import org.tongcheng.network.TinyWorld;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.Used;

/** Random streets and lines: the bounds leave out no track that costs more, tried against searching without every one there is. */
class LossesTest {

    private static final AsOf NOW = new AsOf(java.time.LocalDate.of(2020, 12, 31), Scenario.BUILT, null);

    @Test
    void noTrackCostsMoreThanTheOneFound() {
        long seed = Seeds.first();
        for (int round = 0; round < 60; round++) {
            String shown = "seed " + seed + " round " + round;
            Random random = new Random(seed + round);
            TinyWorld streets = streets(random);
            Records records = records(random);
            Network network = new LineNetworks(List.of(profile()), round % 2 == 0 ? streets : streets.ordered())
                    .join(profile(), records.corridors().corridors(), NOW, Changes.NONE);
            Seats seats = Seats.of(records.areas().get(0), records, network, NOW, new Used.Gathering(), new ArrayList<>());
            Links links = Links.of(network, seats, Pieces.HERE);
            Losses.Found found = new Losses(network, links, Duration.ofHours(1), Pieces.HERE).find();
            double[] worst = {0, 0};
            for (int track = 0; track < links.tracks().count(); track++) {
                double[] cost = cost(network, links, links.tracks().segments(track));
                if (cost[0] > worst[0] || cost[0] == worst[0] && cost[1] > worst[1]) {
                    worst = cost;
                }
            }
            assertThat(found.surely()).as(shown).isTrue();
            if (worst[0] + worst[1] > 0) {
                assertThat(found.tried().get(0).peopleCut()).as(shown).isCloseTo(worst[0], within(1e-6));
                assertThat(found.tried().get(0).personMinutes()).as(shown).isCloseTo(worst[1], within(1e-6));
            }
        }
    }

    private static double[] cost(Network network, Links links, List<Segment> track) {
        Links without = Links.of(network.without(track), links.seats(), Pieces.HERE);
        double[] cost = {0, 0};
        Journeys journeys = new Journeys(links.seats());
        journeys.each((i, j) -> {
            if (links.millis(i, j) != Streets.UNREACHED) {
                boolean cut = without.millis(i, j) == Streets.UNREACHED;
                assertThat(without.millis(i, j)).isGreaterThanOrEqualTo(links.millis(i, j));
                cost[0] += cut ? journeys.people(i, j) : 0;
                cost[1] += cut ? 0 : journeys.people(i, j) * (without.millis(i, j) - links.millis(i, j)) / 60_000.0;
            }
        });
        return cost;
    }

    /** Nine nodes a tenth of a degree apart; some streets are missing. */
    private static TinyWorld streets(Random random) {
        StringBuilder nodes = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            nodes.append(i == 0 ? "" : "; ").append("N").append(i).append(' ').append(i % 3 * 0.1).append(' ').append(i / 3 * 0.1);
            for (int other : new int[] {i % 3 < 2 ? i + 1 : -1, i < 6 ? i + 3 : -1}) {
                if (other >= 0 && random.nextInt(3) > 0) {
                    edges.append(edges.isEmpty() ? "" : "; ").append("N").append(i).append("-N").append(other).append(' ')
                            .append(1000 + random.nextInt(5000));
                }
            }
        }
        return new TinyWorld(nodes.toString(), edges.toString());
    }

    private static Records records(Random random) {
        TestRecords records = new TestRecords();
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            double lon = i % 3 * 0.1;
            double lat = i / 3 * 0.1;
            records.unit("" + i, TestRecords.box(lon - 0.05, lat - 0.05, lon + 0.05, lat + 0.05), "seat", List.of(lon, lat),
                    "population_2020", (long) random.nextInt(1_000_000));
            members.add(TestRecords.member("" + i, "whole"));
        }
        records.area("all", null, members, "core_adcodes", List.of("0"));
        List<StoredFeature> lines = new ArrayList<>();
        List<StoredFeature> stops = new ArrayList<>();
        for (int l = 0; l < 4; l++) {
            addLine(random, l, lines, stops);
        }
        return records.stored(Collections.CORRIDORS, lines).stored(Collections.STOPS, stops).records();
    }

    private static void addLine(Random random, int number, List<StoredFeature> lines, List<StoredFeature> stops) {
        List<Integer> nodes = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        java.util.Collections.shuffle(nodes, random);
        int count = 2 + random.nextInt(4);
        StringBuilder wkt = new StringBuilder("LINESTRING (");
        for (int s = 0; s < count; s++) {
            String at = nodes.get(s) % 3 * 0.1 + " " + nodes.get(s) / 3 * 0.1;
            wkt.append(s == 0 ? "" : ", ").append(at);
            stops.add(new StoredFeature(new Feature("l" + number + "-" + s, TestRecords.geometry("POINT (" + at + ")"),
                    Map.of("corridor_id", "l" + number, "seq", s + 1, "kind", "station")), 1, Existence.ALWAYS));
        }
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("mode", random.nextBoolean() ? "metro" : "expressway",
                "closed_ring", random.nextInt(4) == 0, "design_speed_kmh", 60 + random.nextInt(200)));
        if (number > 0 && random.nextInt(3) == 0) {
            properties.put("same_as", "l0");
        }
        lines.add(new StoredFeature(new Feature("l" + number, TestRecords.geometry(wkt + ")"), properties), 1, Existence.ALWAYS));
    }

    private static Profile profile() {
        Profile.Value one = new Profile.Value(1, "1", "even");
        Profile.Value minute = new Profile.Value(1, "min", "even");
        Profile.Value speed = new Profile.Value(5, "km/h", "even");
        Profile.Value dwell = new Profile.Value(30, "s", "even");
        Profile.ModeRules metro = new Profile.ModeRules(speed, one, one, minute, minute, dwell, minute, minute);
        Profile.ModeRules road = new Profile.ModeRules(speed, one, one, null, null, new Profile.Value(0, "s", "none"), minute, minute);
        return new Profile("all", Text.of("all"), Text.of("all"), new Profile.StreetRules(speed, one, Map.of()),
                Map.of(Mode.METRO, metro, Mode.EXPRESSWAY, road));
    }
}
