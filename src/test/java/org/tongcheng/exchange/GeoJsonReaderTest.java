package org.tongcheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.InvalidProperties;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.Fault;
import org.tongcheng.geometry.InvalidGeometry;

class GeoJsonReaderTest {

    private static final CollectionDeclaration SITES = declaration("any");
    private static final CollectionDeclaration AREAS = declaration("MultiPolygon");

    private static CollectionDeclaration declaration(String kind) {
        return DeclarationJson.read(stream("""
                {"id": "sites", "geometry": "%s", "properties": {
                 "name": {"type": "string", "required": true}, "beds": {"type": "integer"}, "share": {"type": "number"},
                 "open": {"type": "boolean"}, "day": {"type": "date"}, "opened": {"type": "period"},
                 "level": {"type": "string", "enum": ["1", "2"]}, "tags": {"type": "array"}, "more": {"type": "object"}}}"""
                .formatted(kind)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                            | 1 |
            {"type":"Feature"                             | 1 | end
            {"type":"Feature","id":NaN}                   | 1 | NaN
            {"type":"Feature","type":"Feature"}           | 1 | type
            {"type":"Feature","geometry":null,"properties":{"name":"a"}} x | 1 | x
            {"type":"Feature","geometry":null,"properties":{"name":"a"}}{} | 1 | follows
            {"type":"Feature","id":}                      | 1 | }
            {"type":7,"id":'a'}                           | 1 | '
            {"type":"Feature","id":01}                    | 1 | zero
            """)
    void whatIsNoJsonIsMalformed(String json, long line, String named) {
        MalformedInput e = catchThrowableOfType(MalformedInput.class, () -> read(SITES, json == null ? "" : json));
        assertThat(e).as(json).isNotNull();
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isPositive();
        assertThat(e.getMessage()).contains(named == null ? "empty" : named);
    }

    @Test
    void badBytesAndBottomlessDepthAreMalformed() {
        byte[] latin = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"é\"}}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new GeoJsonReader(SITES, EntryOptions.LON_LAT).read(new ByteArrayInputStream(latin)))
                .isInstanceOf(MalformedInput.class).hasMessageContaining("line 1");
        String deep = "{\"type\":\"Feature\",\"properties\":{\"more\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> read(SITES, deep)).isInstanceOf(MalformedInput.class).hasMessageContaining("epth");
        String name = "\n\n  {\"type\": \"Feature\", !}";
        assertThat(catchThrowableOfType(MalformedInput.class, () -> read(SITES, name)).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                                       | ``
            7                                                                                        | ``
            {}                                                                                       | /type
            {"type":"FeatureCollection","features":[]}                                               | /type
            {"type":7,"geometry":null,"properties":{}}                                               | /type
            {"type":"Feature","properties":{}}                                                       | /geometry
            {"type":"Feature","geometry":7,"properties":{}}                                          | /geometry
            {"type":"Feature","geometry":null}                                                       | /properties
            {"type":"Feature","geometry":null,"properties":[]}                                       | /properties
            {"type":"Feature","id":true,"geometry":null,"properties":{}}                             | /id
            {"type":"Feature","geometry":{},"properties":{}}                                         | /geometry/type
            {"type":"Feature","geometry":{"type":"Circle"},"properties":{}}                          | /geometry/type
            {"type":"Feature","geometry":{"type":"Point"},"properties":{}}                           | /geometry/coordinates
            {"type":"Feature","geometry":{"type":"Point","coordinates":"a"},"properties":{}}         | /geometry/coordinates
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1]},"properties":{}}         | /geometry/coordinates
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1,"2"]},"properties":{}}     | /geometry/coordinates/1
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1,null]},"properties":{}}    | /geometry/coordinates/1
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2,3,4,5]},"properties":{}} | /geometry/coordinates/4
            {"type":"Feature","geometry":{"type":"Point","coordinates":[[1,2]]},"properties":{}}     | /geometry/coordinates
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],3]},"properties":{}}   | /geometry/coordinates/1
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[[3]]]},"properties":{}} | /geometry/coordinates/1/0
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],{}]},"properties":{}} | /geometry/coordinates/1
            {"type":"Feature","geometry":{"type":"GeometryCollection"},"properties":{}}              | /geometry/geometries
            {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[7]},"properties":{}} | /geometry/geometries/0
            """)
    void whatIsNoFeatureNamesTheMember(String json, String path) {
        InvalidFeature e = catchThrowableOfType(InvalidFeature.class, () -> read(SITES, json));
        assertThat(e).as(json).isNotNull();
        assertThat(e.path()).startsWith(path == null ? "" : path);
    }

    @Test
    void whatIsNoFeatureAtFirstAndNoJsonLaterIsNoJson() {
        assertThatThrownBy(() -> read(SITES, "{\"type\":\"Feature\",\"geometry\":7,\"properties\":{]}"))
                .isInstanceOf(MalformedInput.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Polygon      | [[[0,0],[2,2],[2,0],[0,2],[0,0]]]                          | self-intersection  | 1    | 1
            Polygon      | [[[0,0],[1,0],[1,1],[0,1]]]                                | unclosed-ring      | 0    | 1
            Polygon      | [[[5,5],[6,5],[5,5]]]                                      | too-few-points     | 5    | 5
            Polygon      | [[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]      | hole-outside-shell | 5    | 5
            Polygon      | []                                                         | empty              | NaN  | NaN
            Polygon      | [[[0,0],[1,0],[1,1],[0,0]],[]]                             | empty              | NaN  | NaN
            MultiPolygon | [[],[[[0,0],[1,0],[1,1],[0,0]]]]                           | empty              | NaN  | NaN
            Polygon      | [[[181,0],[1,0],[1,1],[181,0]]]                            | out-of-range       | 181  | 0
            Polygon      | [[[0,0],[1e999,0],[1,1],[0,0]]]                            | out-of-range       | 180  | 0
            Polygon      | [[[0,0],[1,0],[1,-91],[0,0]]]                              | out-of-range       | 1    | -91
            Point        | [118.5,24.5]                                               | wrong-kind         | 118.5 | 24.5
            LineString   | [[3,4],[5,6]]                                              | wrong-kind         | 3    | 4
            """)
    void geometryFaultsHaveCodeAndPlace(String type, String coordinates, String code, Double lon, Double lat) {
        Fault fault = catchThrowableOfType(InvalidGeometry.class, () -> read(AREAS, feature(type, coordinates))).fault();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.lon()).isEqualTo(lon);
        assertThat(fault.lat()).isEqualTo(lat);
    }

    @Test
    void moreVerticesThanTakenAreNotKept() {
        String ring = "[0,0],".repeat(200_001) + "[0,0]";
        Fault fault = catchThrowableOfType(
                InvalidGeometry.class, () -> read(AREAS, feature("Polygon", "[[" + ring + "]]"))).fault();
        assertThat(fault.code()).isEqualTo(Fault.TOO_MANY_VERTICES);
        assertThat(fault.reason()).contains("200002");
    }

    /** A bow tie of two triangles of equal size, an open ring, an empty hole. */
    @ParameterizedTest
    @ValueSource(strings = {"[[[0,0],[2,2],[2,0],[0,2],[0,0]]]", "[[[0,0],[1,0],[1,1],[0,1]]]", "[[[0,0],[1,0],[1,1],[0,0]],[]]"})
    void repairMendsAndTellsTheAreas(String coordinates) {
        EntryOptions repair = EntryOptions.ofRequest(true, Crs.CRS84, Datum.WGS84);
        GeoJsonReader.Read read = new GeoJsonReader(AREAS, repair).read(stream(feature("Polygon", coordinates)));
        assertThat(read.repaired()).isNotNull();
        assertThat(read.repaired().areaAfterKm2()).isPositive();
        assertThat(read.feature().geometry().isValid()).isTrue();
        String whole = feature("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]");
        assertThat(new GeoJsonReader(AREAS, repair).read(stream(whole)).repaired()).isNull();
    }

    @Test
    void windingIsFixedSilently() {
        Feature feature = read(AREAS, feature("Polygon", "[[[0,0],[0,1],[1,1],[0,0]]]")).feature();
        assertThat(feature.geometry().toText()).isEqualTo("POLYGON ((0 0, 1 1, 0 1, 0 0))");
    }

    @Test
    void positionsComeInTheOrderOfTheAuthority() {
        Crs latLon = Crs.findByCode("EPSG:4490").orElseThrow();
        String json = feature("Point", "[24.5,118.5]");
        Feature feature = new GeoJsonReader(SITES, EntryOptions.ofRequest(false, latLon, Datum.WGS84)).read(stream(json)).feature();
        assertThat(feature.geometry().getCoordinate().x).isEqualTo(118.5);
        // the zone's central meridian is 120°E: easting 500 km; the northing of 24°N is 2 655 435 m or so
        Crs zone = Crs.findByCode("EPSG:4549").orElseThrow();
        Feature projected = new GeoJsonReader(SITES, EntryOptions.ofRequest(false, zone, Datum.WGS84))
                .read(stream(feature("Point", "[2655435,500000]"))).feature();
        assertThat(projected.geometry().getCoordinate().x).isCloseTo(120, within(1e-9));
        assertThat(projected.geometry().getCoordinate().y).isCloseTo(24, within(0.01));
        Fault fault = catchThrowableOfType(InvalidGeometry.class, () -> new GeoJsonReader(
                SITES, EntryOptions.ofRequest(false, zone, Datum.WGS84)).read(stream(feature("Point", "[1e999,500000]")))).fault();
        assertThat(fault.code()).isEqualTo(Fault.OUT_OF_RANGE);
    }

    @Test
    void shiftedCoordinatesComeBackToWhereTheyAre() {
        EntryOptions gcj = EntryOptions.ofRequest(false, Crs.CRS84, Datum.GCJ_02);
        Feature feature = new GeoJsonReader(SITES, gcj).read(stream(feature("Point", "[118.1,24.5]"))).feature();
        double east = 118.1 - feature.geometry().getCoordinate().x;
        assertThat(east).as("GCJ-02 lies some 400 to 600 m east in Xiamen").isBetween(0.004, 0.006);
    }

    @Test
    void valuesGetTheDeclaredTypes() {
        Feature feature = read(SITES, """
                {"type":"Feature","id":12,"bbox":[1,2,3,4],"links":[{"rel":"self"}],"properties":{"name":"甲","beds":5.0,"share":1,
                 "open":true,"day":"2024-02-29","opened":2013,"level":"2","tags":["a",1,1.5,null],"more":{"b":[true]}},
                 "geometry":{"coordinates":[118,24,7],"type":"Point"}}""").feature();
        assertThat(feature.id()).isEqualTo("12");
        assertThat(feature.properties()).containsExactly(
                Map.entry("name", "甲"), Map.entry("beds", 5L), Map.entry("share", 1.0), Map.entry("open", true),
                Map.entry("day", "2024-02-29"), Map.entry("opened", "2013"), Map.entry("level", "2"),
                Map.entry("tags", Arrays.asList("a", 1L, 1.5, null)), Map.entry("more", Map.of("b", List.of(true))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                      | missing          | name
            {"name":null}                           | missing          | name
            {"name":7}                              | wrong-type       | name
            {"name":"a\\u0000b"}                    | wrong-type       | name
            {"name":"\\ud800"}                      | wrong-type       | name
            {"name":"a","colour":1}                 | unknown-property | colour
            {"name":"a","beds":1.5}                 | wrong-type       | beds
            {"name":"a","beds":"5"}                 | wrong-type       | beds
            {"name":"a","beds":1e30}                | wrong-type       | beds
            {"name":"a","share":1e999}              | wrong-type       | share
            {"name":"a","share":"0.5"}              | wrong-type       | share
            {"name":"a","open":1}                   | wrong-type       | open
            {"name":"a","day":"2023-02-29"}         | wrong-type       | day
            {"name":"a","day":"2023"}               | wrong-type       | day
            {"name":"a","opened":"2013-13"}         | wrong-type       | opened
            {"name":"a","opened":20131}             | wrong-type       | opened
            {"name":"a","level":"3"}                | not-allowed      | level
            {"name":"a","tags":"a"}                 | wrong-type       | tags
            {"name":"a","tags":[1e999]}             | wrong-type       | tags
            {"name":"a","more":[]}                  | wrong-type       | more
            """)
    void propertyFaultsHaveCodeAndName(String properties, String code, String property) {
        String json = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":" + properties + "}";
        List<PropertyFault> faults = catchThrowableOfType(InvalidProperties.class, () -> read(SITES, json)).faults();
        assertThat(faults).extracting(PropertyFault::code, PropertyFault::property)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(code, property));
        assertThat(faults.get(0).allowed()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", "a?b", "a%b", "#"})
    void idsAreSafeInAPath(String id) {
        String json = "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":null,\"properties\":{\"name\":\"a\"}}";
        assertThat(catchThrowableOfType(InvalidProperties.class, () -> read(SITES, json)).faults())
                .extracting(PropertyFault::code).containsExactly("bad-id");
        assertThat(read(SITES, json.replace("\"id\":\"" + id + "\"", "\"id\":\"厦门.1~a:b_c-d\"")).feature().id())
                .isEqualTo("厦门.1~a:b_c-d");
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        Feature feature = read(SITES, feature("MultiPolygon",
                "[[[[118.123456789,24.1],[119.30000000000004,24.1],[119,25],[118.123456789,24.1]]]]")).feature();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonWriter.exact(out).feature(feature, Map.of(), Map.of());
        Feature again = read(SITES, out.toString(UTF_8)).feature();
        assertThat(again.geometry().equalsExact(feature.geometry())).isTrue();
        assertThat(again.properties()).isEqualTo(feature.properties());
    }

    private static String feature(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates
                + "},\"properties\":{\"name\":\"a\"}}";
    }

    private static GeoJsonReader.Read read(CollectionDeclaration declaration, String json) {
        return new GeoJsonReader(declaration, EntryOptions.LON_LAT).read(stream(json));
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(UTF_8));
    }
}
