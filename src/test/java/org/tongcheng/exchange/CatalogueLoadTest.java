package org.tongcheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Query;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

class CatalogueLoadTest {

    @TempDir
    private Path data;

    private FeatureStore store;

    @BeforeEach
    void open() {
        store = Stores.open(StoreSettings.of("jdbc:h2:mem:" + UUID.randomUUID()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Counts stand in the catalogue's own README. */
    @Test
    void theDefaultCatalogueLoadsWithoutAFindingOnce() throws IOException {
        CatalogueReport report = CatalogueLoad.load(Path.of("data"), store);
        assertThat(report.findings()).isEmpty();
        assertThat(report.loaded()).isTrue();
        assertThat(report.features()).isEqualTo(203 + 18 + 581 + 5087 + 64 + 103 + 112 + 173 + 9 + 15 + 127);
        assertThat(store.count("stops", Query.ALL)).isEqualTo(5087);
        assertThat(store.get("claims", "cl-prd-highway-2014").feature().value("from_adcodes")).isEqualTo(List.of(
                "440100", "440300", "440400", "440600", "440700", "441200", "441300", "441900", "442000"));
        assertThat(store.get("corridors", "xiamen-metro-phase1").feature().value("opened")).isEqualTo("2017");
        CatalogueReport again = CatalogueLoad.load(Path.of("data"), store);
        assertThat(again.loaded()).isFalse();
        assertThat(again.findings()).isEmpty();
    }

    @Test
    void everyKindOfBreakageIsNamedByFileRowAndCode() throws IOException {
        write("catalog/documents.csv", """
                id,title_zh,date,part_of
                d1,甲,2011-02-30,
                d2,乙,2011-02-28,d9
                d2,丙,,
                """);
        write("catalog/administrative-units.geojson", collection(
                unit("320100", "320100", "[0.5,0.5]", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"),
                unit("320200", "32020", "[9,9]", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"),
                unit("320300", "320300", "[1]", "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"),
                "{\"type\":\"Feature\",\"id\":\"320400\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[1]}}",
                "{\"type\":\"Feature\",\"properties\":{\"adcode\":\"320500\",\"name_zh\":\"x\",\"level\":\"town\"},\"geometry\":null}"));
        write("catalog/metropolitan-areas.geojson", collection(
                "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"name_zh\":\"a\",\"members\":[{\"adcode\":\"999999\","
                        + "\"contained_in\":\"320200\"}]},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[1,0],[1,1],[0,0]]]}}"));
        write("catalog/corridors.geojson", collection(
                "{\"type\":\"Feature\",\"id\":\"c\",\"properties\":{\"name_zh\":\"c\",\"mode\":\"metro\",\"closed_ring\":true,"
                        + "\"opened\":2013,\"closed\":2012},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}}"));
        write("catalog/stops.geojson", collection(stop("s1", "c", 1, "[0,0]"), stop("s2", "c", 1, "[0,0]"),
                stop("s3", "c", 2, "[1,0]"), stop("s4", "c", 3, "[1,1]"), stop("s5", "nowhere", 1, "[1,1]")));
        write("catalog/projects.geojson", collection("{\"type\":\"Feature\",\"id\":\"p/1\",\"properties\":{\"name_zh\":\"p\","
                + "\"project_type\":\"corridor\",\"feature_refs\":[\"gone\"],\"colour\":1,\"target_year\":\"soon\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[181,0]}}"));
        write("catalog/harbours.csv", "id\n1\n");
        write("catalog/hubs.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
        write("collections/bad.json", "{\"id\":\"bad\",\"geometry\":\"Blob\",\"properties\":{}}");
        write("collections/stops.json", "{\"id\":\"stops\",\"geometry\":\"Point\",\"properties\":{}}");

        CatalogueReport report = CatalogueLoad.load(data, store);

        assertThat(report.loaded()).isFalse();
        assertThat(report.findings()).extracting(f -> f.file() + " " + f.row() + " " + f.code() + " " + f.place())
                .containsExactlyInAnyOrder(
                        "bad.json 0 invalid-declaration null",
                        "stops.json 0 invalid-declaration null",
                        "documents.csv 1 wrong-type date",
                        "documents.csv 2 unknown-reference part_of",
                        "documents.csv 3 duplicate-id id",
                        "administrative-units.geojson 2 bad-adcode adcode",
                        "administrative-units.geojson 2 bad-adcode adcode",
                        "administrative-units.geojson 2 seat-outside-unit seat",
                        "administrative-units.geojson 3 self-intersection 1.0, 1.0",
                        "administrative-units.geojson 3 bad-seat seat",
                        "administrative-units.geojson 4 invalid-feature null",
                        "administrative-units.geojson 5 no-geometry geometry",
                        "administrative-units.geojson 5 not-allowed level",
                        "administrative-units.geojson 5 missing-id id",
                        "metropolitan-areas.geojson 1 unknown-member members",
                        "metropolitan-areas.geojson 1 unknown-member members",
                        "corridors.geojson 1 ring-not-closed closed_ring",
                        "corridors.geojson 1 closed-before-opened closed",
                        "stops.geojson 2 duplicate-stop seq",
                        "stops.geojson 3 stop-not-on-vertex geometry",
                        "stops.geojson 4 stop-not-on-vertex seq",
                        "stops.geojson 5 unknown-reference corridor_id",
                        "projects.geojson 1 out-of-range 181.0, 0.0",
                        "projects.geojson 1 bad-id id",
                        "projects.geojson 1 unknown-property colour",
                        "projects.geojson 1 wrong-type target_year",
                        "projects.geojson 1 unknown-feature feature_refs",
                        "harbours.csv 0 unknown-file null",
                        "hubs.geojson 0 malformed null");
        assertThat(store.collections()).allSatisfy(c -> assertThat(store.count(c.id(), Query.ALL)).isZero());
    }

    @Test
    void declaresTheUsersCollections() throws IOException {
        write("collections/hospitals.json",
                "{\"id\":\"hospitals\",\"geometry\":\"Point\",\"properties\":{\"beds\":{\"type\":\"integer\"}}}");
        write("catalog/hospitals.csv", "id,beds,lon,lat\nh1,12,118.5,24.5\n");
        CatalogueReport report = CatalogueLoad.load(data, store);
        assertThat(report.findings()).isEmpty();
        assertThat(store.get("hospitals", "h1").feature().value("beds")).isEqualTo(12L);
        assertThat(store.get("hospitals", "h1").feature().geometry().toText()).isEqualTo("POINT (118.5 24.5)");
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    private static String unit(String id, String adcode, String seat, String rings) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"properties\":{\"adcode\":\"" + adcode
                + "\",\"name_zh\":\"x\",\"level\":\"county\",\"seat\":" + seat + ",\"seat_accuracy_m\":100},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings + "}}";
    }

    private static String stop(String id, String corridor, int seq, String position) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"properties\":{\"corridor_id\":\"" + corridor + "\",\"seq\":" + seq
                + ",\"name_zh\":\"x\",\"kind\":\"station\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":" + position + "}}";
    }
}
