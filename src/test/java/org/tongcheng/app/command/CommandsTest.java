package org.tongcheng.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

class CommandsTest {

    /** A square, a bow tie and a ring left open. */
    private static final String PLOTS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"a1","名称":"甲","opened":2013,"beds":3,"share":1,"tags":["x","y;z"],"status":"new"},
             "geometry":{"type":"Polygon","coordinates":[[[118,24],[119,24],[119,25],[118,25],[118,24]]]}},
            {"type":"Feature","properties":{"code":"a2","名称":"乙","opened":null,"beds":4,"share":0.5,"tags":[],"status":null},
             "geometry":{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}},
            {"type":"Feature","properties":{"code":"a3","名称":"丙","opened":"2014-05","beds":5,"share":2.5,"tags":["q"],"status":"old"},
             "geometry":{"type":"MultiPolygon","coordinates":[[[[5,5],[6,5],[6,6]]]]}}]}
            """;

    private static final DeskOpener NO_DESK = settings -> {
        throw new IllegalStateException("no question is asked here");
    };

    @TempDir
    private Path folder;

    private String url;
    private String out;
    private String err;

    @BeforeEach
    void name() throws IOException {
        url = "jdbc:h2:mem:" + UUID.randomUUID();
        Files.createDirectories(folder.resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--server.port=0", "--tongcheng.data=x", "serve import"})
    void whatIsNoCommandStartsTheService(String args) {
        assertThat(Commands.run(args.isEmpty() ? new String[0] : args.split(" "), NO_DESK)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void helpIsPrinted() {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("import", "export");
        assertThat(run("import", "--help")).isZero();
        assertThat(out).contains("--skip-invalid", "--dry-run", "--tongcheng.store.url");
    }

    @Test
    void oneBadRowRefusesTheFileAndNamesItsPlace() throws IOException {
        Path file = file("plots.geojson", PLOTS);
        assertThat(run("import", file.toString(), "--collection", "plots", "--create", "--id", "code")).isEqualTo(1);
        assertThat(out).contains("read      3", "accepted  1", "rejected  2", "row 2 (a2): self-intersection at 1.0, 1.0",
                "row 3 (a3): unclosed-ring at 6.0, 6.0", "nothing is stored");
        try (FeatureStore store = store()) {
            assertThat(store.findCollection("plots")).isEmpty();
        }
    }

    @Test
    void badRowsAreSkippedWhereAskedFor() throws IOException {
        Path file = file("plots.geojson", PLOTS);
        assertThat(run("import", file.toString(), "--collection", "plots", "--create", "--id", "code", "--skip-invalid", "--dry-run"))
                .isZero();
        assertThat(out).contains("dry run", "nothing is stored");
        assertThat(run("import", file.toString(), "--collection", "plots", "--create", "--id", "code", "--skip-invalid")).isZero();
        assertThat(out).contains("accepted  1", "skipped   2", "rejected  0", "column 'status' is called 'status_'", "\nstored");
        try (FeatureStore store = store()) {
            assertThat(store.getCollection("plots").geometry()).isEqualTo(GeometryKind.MULTI_POLYGON);
            assertThat(store.getCollection("plots").properties())
                    .extracting(PropertyDeclaration::name, PropertyDeclaration::type).containsExactly(
                            org.assertj.core.groups.Tuple.tuple("code", PropertyType.STRING),
                            org.assertj.core.groups.Tuple.tuple("名称", PropertyType.STRING),
                            org.assertj.core.groups.Tuple.tuple("opened", PropertyType.PERIOD),
                            org.assertj.core.groups.Tuple.tuple("beds", PropertyType.INTEGER),
                            org.assertj.core.groups.Tuple.tuple("share", PropertyType.NUMBER),
                            org.assertj.core.groups.Tuple.tuple("tags", PropertyType.ARRAY),
                            org.assertj.core.groups.Tuple.tuple("status_", PropertyType.STRING));
            assertThat(store.get("plots", "a1").feature().properties()).containsAllEntriesOf(Map.of(
                    "名称", "甲", "opened", "2013", "beds", 3L, "share", 1.0, "tags", List.of("x", "y;z"), "status_", "new"));
        }
    }

    /** The bow tie's two triangles have 1 square degree each at the equator: 12 309 km² apiece, 24 618 together, on the ellipsoid. */
    @Test
    void repairListsTheAreas() throws IOException {
        Path file = file("plots.geojson", PLOTS);
        assertThat(run("import", file.toString(), "--collection", "plots", "--create", "--id", "code", "--repair")).isZero();
        assertThat(out).contains("accepted  3", "repaired  2", "row 2 (a2): area before ", "row 3 (a3)");
        assertThat(out).containsPattern("row 2 \\(a2\\): area before [\\d.]+ km2, after 246\\d\\d\\.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plots.geojson | import %s --collection plots                          | there is no collection 'plots'
            plots.geojson | import %s --collection hubs --create                  | already a collection 'hubs'
            plots.geojson | import %s --collection P --create --skip-invalid      | 'P' is not a small letter
            plots.geojson | import %s --collection plots --create --id nr         | no column 'nr'
            plots.geojson | import %s --collection plots --create --crs EPSG:9999 | 'EPSG:9999' is none of
            plots.geojson | import %s.txt --collection plots --create             | there is no file
            plots.txt     | import %s --collection plots --create                 | does not end in
            plots.csv     | import %s --collection plots --create                 | not CSV
            plots.zip     | import %s --collection plots --create                 | no zipped Shapefile
            plots.geojson | import %s                                             | --collection
            plots.geojson | import %s --collection plots --colour                 | --colour
            plots.geojson | export plots --to %s                                  | there is no collection 'plots'
            """)
    void aMistakeIsOneLineThatNamesTheCulprit(String name, String args, String message) throws IOException {
        Path file = file(name, PLOTS);
        assertThat(run(args.formatted(file).split(" +"))).isEqualTo(1);
        assertThat(err).contains(message).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plots.geojson", "plots.geojsonl", "plots.csv", "plots.zip"})
    void whatIsExportedImportsTheSame(String name) throws IOException {
        Path file = file("in.geojson", PLOTS.replace("[2,2],[2,0],[0,2]", "[2,0],[2,2],[0,2]").replace("[6,6]]]]", "[6,6],[5,5]]]]"));
        assertThat(run("import", file.toString(), "--collection", "plots", "--create", "--id", "code")).as(out + err).isZero();
        Path exported = folder.resolve(name);
        assertThat(run("export", "plots", "--to", exported.toString())).as(err).isZero();
        assertThat(out).contains("3 features of 'plots'");
        assertThat(run("import", exported.toString(), "--collection", "again", "--create", "--id", "code")).as(out + err).isZero();
        try (FeatureStore store = store()) {
            for (String id : List.of("a1", "a2", "a3")) {
                Feature before = store.get("plots", id).feature();
                Feature after = store.get("again", id).feature();
                assertThat(after.geometry().equalsTopo(before.geometry())).isTrue();
                assertThat(after.value("名称")).isEqualTo(before.value("名称"));
                assertThat(after.value("beds")).isEqualTo(before.value("beds"));
                assertThat(after.value("share")).isEqualTo(before.value("share"));
            }
        }
    }

    @Test
    void csvRowsWithoutIdsAreNumberedAndCodesStayText() throws IOException {
        Path file = file("sites.csv", "\uFEFFname,code,lon,lat\n\"a \"\"b\"\", c\",007,118.1,24.5\n\"d\ne\",12,,\n");
        assertThat(run("import", file.toString(), "--collection", "sites", "--create")).as(out + err).isZero();
        assertThat(out).contains("2 rows have no id of their own");
        try (FeatureStore store = store()) {
            List<Feature> features = new ArrayList<>();
            store.read("sites", Query.ALL, Page.first(10), feature -> features.add(feature.feature()));
            assertThat(features).extracting(Feature::id).containsExactly("row-1", "row-2");
            assertThat(features).extracting(feature -> feature.value("name")).containsExactly("a \"b\", c", "d\ne");
            assertThat(features).extracting(feature -> feature.value("code")).containsExactly("007", "12");
            assertThat(features.get(0).geometry().toText()).isEqualTo("POINT (118.1 24.5)");
            assertThat(features.get(1).geometry()).isNull();
        }
    }

    @Test
    void csvFaultsNameRowAndCode() throws IOException {
        file("data/collections/sites.json", "{\"id\":\"sites\",\"geometry\":\"any\",\"properties\":{\"beds\":{\"type\":\"integer\"},"
                + "\"area\":{\"type\":\"string\",\"references\":\"sites\"}}}");
        Path file = file("sites.csv", """
                id,beds,area,wkt
                a,1,e,POINT(118 24)
                a,2,,POINT(118 24)
                b,many,,POINT(118 24)
                c,3,,POINT(118)
                d,4,,"POLYGON((0 0,1 0,1 1,0 1))"
                e,5,zz,
                f,6,,,7
                """);
        assertThat(run("import", file.toString(), "--collection", "sites")).isEqualTo(1);
        assertThat(out).contains("read      7", "rejected  7", "row 2 (a): duplicate-id", "row 3 (b): wrong-type at beds", "row 4: invalid-feature",
                "row 5 (d): unclosed-ring at 0.0, 1.0", "row 6 (e): unknown-reference at area", "row 7: invalid-feature",
                "row 1 (a): unknown-reference at area");
    }

    @Test
    void gcj02IsMovedBack() throws IOException {
        Path file = file("p.csv", "id,lon,lat\na,118.1,24.5\n");
        assertThat(run("import", file.toString(), "--collection", "pts", "--create", "--crs", "GCJ-02")).as(out + err).isZero();
        try (FeatureStore store = store()) {
            assertThat(store.get("pts", "a").feature().geometry().getCoordinate().x).isBetween(118.094, 118.096);
        }
    }

    /** A Shapefile whose text is GBK and says so, as Chinese offices send it. */
    @Test
    void gbkShapefilesAreRead() throws IOException {
        Path file = file("in.geojson", "{\"type\":\"Feature\",\"id\":\"p\",\"properties\":{\"name\":\"AAAABBBB\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.1,24.5]}}");
        run("import", file.toString(), "--collection", "one", "--create");
        Path exported = folder.resolve("one.zip");
        assertThat(run("export", "one", "--to", exported.toString())).as(err).isZero();
        Path gbk = folder.resolve("gbk.zip");
        byte[] chinese = "厦门同城".getBytes(Charset.forName("GBK"));
        try (ZipFile zip = new ZipFile(exported.toFile()); ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(gbk))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("dbf")) {
                    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
                    System.arraycopy(chinese, 0, bytes, text.indexOf("AAAABBBB"), 8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().endsWith("cpg") ? "936".getBytes() : bytes);
            }
        }
        assertThat(run("import", gbk.toString(), "--collection", "gbk", "--create", "--id", "id")).as(out + err).isZero();
        try (FeatureStore store = store()) {
            assertThat(store.get("gbk", "p").feature().value("name")).isEqualTo("厦门同城");
        }
    }

    private FeatureStore store() {
        return Stores.open(StoreSettings.of(url));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        if (!all.contains("--help")) {
            all.add("--tongcheng.store.url=" + url);
            all.add("--tongcheng.data=" + folder.resolve("data"));
        }
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int status = Commands.run(all.toArray(String[]::new), NO_DESK, new PrintWriter(outText), new PrintWriter(errText)).orElseThrow();
        out = outText.toString();
        err = errText.toString();
        return status;
    }
}
