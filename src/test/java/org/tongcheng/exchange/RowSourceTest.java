package org.tongcheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Write;
import org.tongcheng.geometry.Crs;

class RowSourceTest {

    private static final String POINT =
            "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"n\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";

    @ParameterizedTest
    @ValueSource(strings = {
        "%1$s", "%1$s\n%1$s\n", "{\"type\":\"FeatureCollection\",\"features\":[%1$s,%1$s]}",
        "{\"features\":[%1$s],\"numberReturned\":1,\"type\":\"FeatureCollection\"}",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":[%1$s]}",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}},\"features\":[%1$s]}"
    })
    void featuresAreReadHoweverTheFileHoldsThem(String form) throws IOException {
        String file = form.formatted(POINT);
        List<SourceRow> rows = rows(new GeoJsonRows(stream(file), false));
        assertThat(rows).hasSize(file.split("\"Feature\"", -1).length - 1);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.feature().id()).isEqualTo("a");
            assertThat(row.feature().properties()).isEqualTo(Map.of("n", 1L));
            assertThat(row.feature().geometry().parts().get(0).get(0)).containsExactly(1, 2);
        });
    }

    @Test
    void aRowThatIsNoFeatureDoesNotStopTheOthers() throws IOException {
        List<SourceRow> rows = rows(new GeoJsonRows(stream("{\"type\":\"FeatureCollection\",\"features\":[" + POINT + ",7,[[1],2],"
                + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[[{\"a\":[1]}],2]},\"properties\":{}},{},"
                + POINT + "]}"), false));
        assertThat(rows).extracting(SourceRow::row).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows).extracting(SourceRow::code).containsExactly(
                null, "invalid-feature", "invalid-feature", "invalid-feature", "invalid-feature", null);
        assertThat(rows.get(3).reason()).contains("/features/3/geometry/coordinates");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                | a GeoJSON file is a FeatureCollection
            {"type":"FeatureCollection"}                                      | /features
            {"type":"Features","features":[]}                                 | /type
            {"type":"Point","coordinates":[1,2]}                              | /type
            {"crs":{"properties":{"name":"EPSG:4549"}},"features":[]}         | EPSG:4549
            """)
    void whatIsNoFileOfFeaturesSaysSo(String json, String message) {
        assertThatThrownBy(() -> rows(new GeoJsonRows(stream(json), false)))
                .isInstanceOf(InvalidFeature.class).hasMessageContaining(message);
    }

    @Test
    void aBrokenFileNamesTheLine() {
        assertThatThrownBy(() -> rows(new GeoJsonRows(stream("{\"type\":\"FeatureCollection\",\"features\":[\n" + POINT + ",\n{"), false)))
                .isInstanceOf(MalformedInput.class).hasMessageContaining("line 3");
        assertThatThrownBy(() -> rows(new GeoJsonRows(stream("{\"type\":\"FeatureCollection\",\"features\":[]}x"), false)))
                .isInstanceOf(MalformedInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,a\n1,2,3\n", "a,,b\n", ""})
    void aCsvHeaderNamesEveryColumnOnce(String csv) {
        assertThatThrownBy(() -> rows(new CsvRows(stream(csv), null))).isInstanceOf(MalformedInput.class);
    }

    @Test
    void csvInAnotherEncodingIsMalformed() {
        byte[] latin = "id,name\n1,é\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(new CsvRows(new ByteArrayInputStream(latin), null)))
                .isInstanceOf(MalformedInput.class).hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT(118.5 24)                                 | POINT (118.5 24)
            SRID=4490;point z (118.5 24 7)                  | POINT (118.5 24)
            MULTIPOINT((1 2),(3 4))                         | MULTIPOINT ((1 2), (3 4))
            MULTIPOINT(1 2, 3 4)                            | MULTIPOINT ((1 2), (3 4))
            LINESTRING(0 0,1e0 1)                           | LINESTRING (0 0, 1 1)
            MULTILINESTRING((0 0,1 1),(2 2,3 3))            | MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))
            POLYGON((0 0,9 0,9 9,0 0),(5 1,6 2,6 1,5 1))    | POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 2, 6 1, 5 1))
            MULTIPOLYGON(((0 0,1 0,1 1,0 0)))               | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))
            GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1)) | GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))
            """)
    void wellKnownTextIsRead(String text, String same) {
        GeometryEntry entry = new GeometryEntry(org.tongcheng.catalog.GeometryKind.ANY, EntryOptions.LON_LAT);
        assertThat(entry.admit(WktText.read(text)).geometry().toText()).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CIRCLE(1 2)", "POINT(1)", "POINT(1 2", "POINT(1 2) x", "POINT 1 2", "POLYGON((0 0,a 1))", "POINT(1 2;3)"})
    void whatIsNoWellKnownTextIsNoFeature(String text) {
        assertThatThrownBy(() -> WktText.read(text)).isInstanceOf(InvalidFeature.class);
    }

    @Test
    void projectionsAreToldByTheirText() {
        String zone = "PROJCS[\"CGCS2000_3_Degree_GK_CM_%1$dE\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%2$s],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",%1$d.0],PARAMETER[\"Scale_Factor\",1.0],UNIT[\"Meter\",1.0]]";
        assertThat(ShapefileProjection.find(zone.formatted(120, "500000.0")).map(Crs::code)).contains("EPSG:4549");
        assertThat(ShapefileProjection.find(zone.formatted(75, "500000.0")).map(Crs::code)).contains("EPSG:4534");
        assertThat(ShapefileProjection.find(zone.formatted(120, "40500000.0"))).as("zone number in the easting").isEmpty();
        assertThat(ShapefileProjection.find(ShapefileProjection.lonLat())).contains(Crs.CRS84);
        assertThat(ShapefileProjection.find("GEOGCS[\"GCS_Beijing_1954\",DATUM[\"D_Beijing_1954\"]]")).isEmpty();
    }

    @Test
    void aBatchLongerThanItsWindowIsMadeOnceInOrder() {
        int[] made = {0};
        WriteList list = new WriteList(10_000, () -> new Write.Put("c", new Feature("f" + made[0]++, null, Map.of())));
        for (int i = 0; i < 10_000; i++) {
            assertThat(id(list.get(i))).isEqualTo("f" + i);
            assertThat(id(list.get(Math.max(0, i - 1000)))).isEqualTo("f" + Math.max(0, i - 1000));
        }
        assertThat(made[0]).isEqualTo(10_000);
        assertThat(list.subList(9_000, 10_000)).hasSize(1000);
        assertThatThrownBy(() -> list.get(0)).isInstanceOf(IllegalStateException.class);
    }

    private static String id(Write write) {
        return ((Write.Put) write).feature().id();
    }

    private static List<SourceRow> rows(RowSource source) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (source) {
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
