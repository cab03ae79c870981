package org.tongcheng.planning.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * Two cells of a degree, 118–120°E, 24–25°N, with 1 and 2 million people, a line along the meridian 118.5°E with stops of 100 m
 * accuracy at 24.5 and 24.6°N since 2010, and parks east of the stop at 24.5°N.
 */
class CoverageTest {

    private static final Geodesic EARTH = Geodesic.WGS84;
    private static final double CELL_KM2 = 11_226.471672;

    private final Coverage coverage =
            new Coverage(new LineNetworks(List.of(EvenLand.profile("drive")), EvenLand.of(world().records())), new IsochroneCache());

    @Test
    void parksAreYesNoOrUncertainByTheAccuraciesOfBothEnds() {
        Records records = world()
                .with(Collections.PARKS, "near", point(4000), "accuracy_m", 300)
                .with(Collections.PARKS, "almost", point(4700), "accuracy_m", 300)
                .with(Collections.PARKS, "just", point(5300), "accuracy_m", 300)
                .with(Collections.PARKS, "far", point(5500), "accuracy_m", 300)
                .with(Collections.PARKS, "vague", point(1000))
                .with(Collections.PARKS, "abroad", "POINT (130 24.5)", "accuracy_m", 300)
                .with(Collections.PARKS, "nowhere", point(10), "accuracy_m", 300, "locatable", false)
                .records();

        CoverageAnswer answer = ask(records, "of", "industrial-parks", "within", "5km");

        Map<String, String> covered = new LinkedHashMap<>();
        answer.features().forEach(f -> covered.put(f.id().substring("industrial-parks/".length()), ((Served) f.properties()).covered()));
        assertThat(covered).containsExactly(Map.entry("far", "no"), Map.entry("almost", "uncertain"), Map.entry("just", "uncertain"),
                Map.entry("vague", "uncertain"), Map.entry("near", "yes"));
        assertThat(answer.share()).isEqualTo(new Share(0.2, 0.6, 0.8, 5, "features"));
        Served far = (Served) answer.features().get(0).properties();
        assertThat(far.metres()).isEqualTo(5500);
        assertThat(far.nearest()).isEqualTo("stops/s1");
        assertThat(answer.header().warnings()).anyMatch(w -> w.contains("industrial-parks/nowhere"));
    }

    /** Of one stop: circles of 4.9, 5 and 5.1 km; on the ellipsoid smaller than πr² by (r/R)²/12, which is nothing. */
    @Test
    void landIsCircles() {
        CoverageAnswer answer = ask(world().records(), "of", "area", "within", "5km", "asOf", "2012");
        double total = 2 * CELL_KM2;
        assertThat(answer.share().total()).isCloseTo(total, within(1e-5));
        assertThat(answer.share().low()).isCloseTo(2 * Math.PI * 4.9 * 4.9 / total, within(3e-6));
        assertThat(answer.share().best()).isCloseTo(2 * Math.PI * 25 / total, within(3e-6));
        assertThat(answer.share().high()).isCloseTo(2 * Math.PI * 5.1 * 5.1 / total, within(3e-6));
        double left = ((CoverageAnswer.LeftOut) answer.features().get(0).properties()).areaKm2();
        assertThat(left).isCloseTo(total - 2 * Math.PI * 25, within(0.05));
        assertThat(answer.features().get(0).geometry().intersects(TestRecords.geometry("POINT (118.5 24.5)"))).isFalse();
    }

    @Test
    void peopleLieWithinUnitsEvenly() {
        CoverageAnswer answer = ask(world().records(), "of", "population", "within", "5km");
        assertThat(answer.share().total()).isEqualTo(3_000_000);
        assertThat(answer.share().low()).isZero();
        assertThat(answer.share().best()).isCloseTo(1_000_000 * 2 * Math.PI * 25 / CELL_KM2 / 3e6, within(5e-6));
        assertThat(answer.share().high()).isCloseTo(1 / 3.0, within(1e-6));
    }

    /** Nine tenths of the first unit's people live at a stop, as a user's villages say; those of a grid with ten times as many are not asked. */
    @Test
    void peopleLieAsAGridSays() {
        TestRecords villages = world().declare(grid("villages"))
                .with("villages", "near", "POINT (118.5 24.5)", "population", 810_000)
                .with("villages", "far", "POINT (118.9 24.9)", "population", 90_000);
        CoverageAnswer answer = ask(villages.records(), "of", "population", "within", "5km");
        assertThat(answer.grids()).containsExactly("villages");
        assertThat(answer.share()).isEqualTo(new Share(0, 0.3, 0.333333, 3_000_000, "persons"));
        CoverageAnswer other = ask(world().declare(grid("world")).with("world", "all", box(118, 24, 119, 25), "population", 10_000_000).records(),
                "of", "population", "within", "5km");
        assertThat(other.grids()).isEmpty();
        assertThat(other.header().warnings()).anyMatch(w -> w.contains("1 in world (10000000, census 1000000)"));
    }

    private static CollectionDeclaration grid(String id) {
        return new CollectionDeclaration(id, Text.of(id), null, GeometryKind.ANY, List.of(new PropertyDeclaration("population",
                PropertyType.INTEGER, Text.of("population"), null, "1", List.of(), false, false, null, "sum")), false);
    }

    /** The seat of the second unit lies a degree of longitude east of the stop. */
    @Test
    void unitsCountFromTheirSeats() {
        double degree = EARTH.Inverse(24.5, 118.5, 24.5, 119.5).s12;
        CoverageAnswer answer = ask(world().records(), "of", "administrative-units", "within", "10km");
        assertThat(answer.share()).isEqualTo(new Share(0.5, 0.5, 0.5, 2, "features"));
        assertThat(((Served) answer.features().get(0).properties()).metres()).isEqualTo(Math.round(degree));
    }

    @Test
    void aLineServesAlongItsCourseAndOnlyWhereItExists() {
        Records records = world().with(Collections.PARKS, "p", "POINT (118.5 24.55)", "accuracy_m", 10).records();
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "200m").share().low()).isEqualTo(1);
        assertThat(ask(records, "of", "industrial-parks", "within", "200m").share().high()).isZero();
        CoverageAnswer before = ask(records, "of", "industrial-parks", "by", "corridors", "within", "200m", "asOf", "2009");
        assertThat(before.share().high()).isZero();
        assertThat(before.header().warnings()).contains("nothing that could serve is there at the date");
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "200m", "asOf", "2009", "with", "m1")
                .share().low()).isEqualTo(1);
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "200m", "mode", "metro").share().low()).isEqualTo(1);
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "200m", "mode", "bus").share().high()).isZero();
    }

    @Test
    void pipelinesServeOnlyWhereTheyAreNamed() {
        Records records = world().with(Collections.PARKS, "p", "POINT (119.5 24.5)", "accuracy_m", 10)
                .stored(Collections.CORRIDORS, List.of(line("oil", "pipeline", "LINESTRING (119.5 24.4, 119.5 24.6)"))).records();
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "1km").share().high()).isZero();
        assertThat(ask(records, "of", "industrial-parks", "by", "corridors", "within", "1km", "mode", "pipeline").share().low()).isEqualTo(1);
    }

    /** The slow twin measures every pair with GeographicLib. */
    @Test
    void agreesWithMeasuringEveryPair() {
        long seed = Seeds.first();
        System.out.println("CoverageTest seed " + seed);
        Random random = new Random(seed);
        List<Server> servers = new ArrayList<>();
        List<double[]> at = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double[] p = {118 + 2 * random.nextDouble(), 24 + random.nextDouble(), 50 + random.nextInt(3000)};
            at.add(p);
            servers.add(new Server("stops/" + i, TestRecords.geometry("POINT (" + p[0] + " " + p[1] + ")"), p[2]));
        }
        ServerTree tree = new ServerTree(servers);
        for (int i = 0; i < 300; i++) {
            double lon = 117 + 4 * random.nextDouble();
            double lat = 23 + 3 * random.nextDouble();
            double own = random.nextInt(2000);
            double least = Double.MAX_VALUE;
            boolean sure = false;
            boolean possible = false;
            for (double[] p : at) {
                double metres = EARTH.Inverse(lat, lon, p[1], p[0]).s12;
                least = Math.min(least, metres);
                sure |= metres + own + p[2] <= 5000;
                possible |= metres - own - p[2] <= 5000;
            }
            Served served = tree.judge(new Thing("t", null, TestRecords.geometry("POINT (" + lon + " " + lat + ")"), null, own, null), 5000);
            assertThat(served.covered()).as("seed " + seed + " thing " + i).isEqualTo(sure ? "yes" : possible ? "uncertain" : "no");
            assertThat((double) served.metres()).as("seed " + seed).isCloseTo(least, within(0.6));
        }
    }

    @Test
    void whatCannotBeAsked() {
        Records records = world().records();
        refused(records, "area", "area", "none", "of", "area", "within", "5km");
        refused(records, "within", "of", "area", "within", "500km");
        refused(records, "within", "of", "area", "within", "0m");
        refused(records, "within", "of", "area");
        refused(records, "minutes", "of", "area", "within", "5km", "minutes", "30");
        refused(records, "of", "within", "5km");
        refused(records, "mode", "of", "area", "by", "hubs", "mode", "metro", "within", "5km");
        refused(records, "by", "of", "hubs", "by", "hubs", "within", "5km");
        refused(records, "with", "of", "area", "with", "none", "within", "5km");
    }

    private void refused(Records records, String parameter, String... words) {
        assertThatThrownBy(() -> ask(records, words))
                .isInstanceOfSatisfying(BadParameter.class, e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    private CoverageAnswer ask(Records records, String... words) {
        Map<String, List<String>> texts = new LinkedHashMap<>(Map.of("area", List.of("both"), "asOf", List.of("2020")));
        for (int i = 0; i < words.length; i += 2) {
            texts.put(words[i], List.of(words[i + 1]));
        }
        return (CoverageAnswer) coverage.answer(TestRecords.ask(coverage, texts), records);
    }

    private static TestRecords world() {
        return new TestRecords()
                .unit("1", box(118, 24, 119, 25), "population_2020", 1_000_000L, "seat", List.of(118.5, 24.5), "seat_accuracy_m", 100)
                .unit("2", box(119, 24, 120, 25), "population_2020", 2_000_000L, "seat", List.of(119.5, 24.5), "seat_accuracy_m", 100)
                .area("both", null, List.of(member("1", "whole"), member("2", "whole")), "name_zh", "甲乙")
                .stored(Collections.CORRIDORS, List.of(line("m1", "metro", "LINESTRING (118.5 24.5, 118.5 24.6)")))
                .stored(Collections.STOPS, List.of(stop(1, 24.5), stop(2, 24.6)));
    }

    private static StoredFeature line(String id, String mode, String wkt) {
        LocalDate opened = LocalDate.of(2010, 12, 31);
        return new StoredFeature(new Feature(id, TestRecords.geometry(wkt), Map.of("mode", mode, "accuracy_m", 100)), 1,
                new Existence(false, opened, null, opened, false, null, Status.OPEN, null));
    }

    private static StoredFeature stop(int seq, double lat) {
        return new StoredFeature(new Feature("s" + seq, TestRecords.geometry("POINT (118.5 " + lat + ")"),
                Map.of("corridor_id", "m1", "seq", seq, "kind", "station", "accuracy_m", 100)), 1,
                new Existence(false, null, null, null, false, null, Status.UNKNOWN, null));
    }

    /** So many metres east of the stop at 24.5°N. */
    private static String point(double metres) {
        var end = EARTH.Direct(24.5, 118.5, 90, metres);
        return "POINT (" + end.lon2 + " " + end.lat2 + ")";
    }
}
