package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What cannot be asked is refused with a problem that names the culprit, never with a failure of the service. */
class MalformedQuestionsTest {

    /** Parameter and values that it never has; blanks part the values. */
    private static final String WRONG_VALUES = """
            asOf      20 201 20130 2013-13 2013-02-30 2013-1 2013-01-1 0000 -2013 2013/01 gestern 2013-01-01T00:00:00Z 1e3 ２０１３ 2013,x ,
            scenario  BUILT build built,planned all 1 null
            horizon   1899 2201 20.5 two 99999999999 -1 2030-01 NaN
            with      G9 G1,G9 G1,G1 G1, a/b
            without   G9 ,G1 nothing
            profile   fly DRIVE drive,transit 0
            minutes   0 -5 1441 1.5 15,,60 sixty 60,60 1e2 99999999999 Infinity 60min
            recorded  2020 2020-01-01 yesterday 2999-01-01T00:00:00Z 2020-01-01T00:00:00 2020-13-01T00:00:00Z 1577836800
            explain   yes FULL true 1
            datum     GCJ02 wgs84 EPSG:4326 4326
            feature   both metropolitan-areas metropolitan-areas/ /both metropolitan-areas/none no-such/both corridors/G1 ../etc 118,24
            f         xml geojson JSON png json,csv
            """;

    private static final String WRONG_REACH = """
            origin        118.5 118.5,24.5,3 181,24 118,91 nan,24 118,inf 118;24 24.5,118.5,x metropolitan-areas administrative-units/9 no/1 118,1e999 118.5,24.5,118.6,24.6
            direction     FROM up from,to 0
            combine       all UNION separate,union
            detail        rough 1 Smooth
            bands         yes 1 TRUE 0
            comparedWith  20 2013-13 before 2013,2014
            minutes       0 -5 1441 1.5 sixty
            profile       fly
            """;

    private static final String WRONG_COVERAGE = """
            area    none metropolitan-areas/ both,both administrative-units/1
            of      parks stops HUBS area,population all
            by      roads STOPS stops,hubs 1
            mode    rocket METRO metro,rocket metro,metro
            within  5 5miles -5km 0m 101km 1e3m 5,km km 5km,6km
            minutes 0 241 30,60 x 1.5 30
            """;

    private static final String WRONG_CONTINUITY = """
            area       none metropolitan-areas/ both,both administrative-units/1
            tolerance  1 1mile -1km 0m 21km 1e3m km 1km,2km
            mode       rail EXPRESSWAY metro expressway,expressway arterial,rail
            """;

    private static final String WRONG_DELINEATE = """
            core        none 1 administrative-units/none metropolitan-areas/both corridors/G1 118.5,24.5
            area        none metropolitan-areas/ both,both administrative-units/1
            minutes     0 181 30,60 x 1.5
            level       town COUNTY county,prefecture
            contiguous  yes 1 TRUE
            commuting   0 2 -0.1 10% x NaN
            flows       none corridors administrative-units a,b
            """;

    /** Parameters that there are not. */
    private static final List<String> UNKNOWN = List.of("asof", "ASOF", "crs", "bbox", "limit", "token", "add", "x", "", "features", "%00", "Minutes");

    private static final String LINE = "'type': 'LineString', 'coordinates': [[118.1, 24.1], [118.9, 24.9]]";

    /** Bodies, and the culprit of each. */
    private static final String[][] BODIES = {
        {"", "body"}, {"{", "body"}, {"[]", "body"}, {"7", "body"}, {"null", "body"}, {"\"extent\"", "body"},
        {"{} {}", "body"}, {"{\"asOf\": 2013, \"asOf\": 2014}", "body"}, {"{\"minutes\": NaN}", "body"}, {"{'asOf': 2013}", "body"},
        {"{\"minutes\": [60", "body"}, {"[".repeat(2000), "body"}, {"{\"minutes\": 1e400}", "minutes"},
        {"{\"minutes\": {}}", "minutes"}, {"{\"minutes\": []}", "minutes"}, {"{\"minutes\": [[60]]}", "minutes"},
        {"{\"minutes\": null}", "minutes"}, {"{\"minutes\": true}", "minutes"}, {"{\"minutes\": [60, null]}", "minutes"},
        {"{\"asOf\": 20130}", "asOf"}, {"{\"asOf\": [\"2013\", \"x\"]}", "asOf"}, {"{\"feature\": [118, 24]}", "feature"},
        {"{\"feature\": {\"type\": \"Point\"}}", "feature"}, {"{\"what\": 1}", "what"}, {"{\"f\": \"xml\"}", "f"}, {"{\"f\": [\"json\", \"csv\"]}", "f"},
        {"{\"add\": 5}", "add"}, {"{\"add\": \"x\"}", "add"}, {"{\"add\": null}", "add"}, {"{\"add\": [7]}", "add"},
        {"{\"add\": [{}]}", "add"}, {"{\"add\": [{\"type\": \"Feature\", \"id\": \"a\", \"geometry\": null, \"properties\": {}}]}", "add"},
        {corridor("'id': 'a b'", LINE, "'mode': 'metro'"), "add"},
        {corridor("'id': 'G1'", LINE, "'mode': 'metro'"), "add"},
        {corridor("'name': 'a'", LINE, "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'rocket'"), "add"},
        {corridor("'id': 'a'", LINE, "'speed_kmh': 100"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'speed_kmh': 0"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'speed_kmh': -80"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'speed_kmh': '80'"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'headway_min': 1e9"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'stops': [1]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'stops': [2, 1]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'stops': [1, 3]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'stops': [0, 2]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'stops': 2"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'run_min': [0]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'run_min': [10, 10]"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'run_min': ['10']"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'run_min': 10"), "add"},
        {corridor("'id': 'a'", LINE, "'mode': 'metro', 'colour': 'red'"), "add"},
        {corridor("'id': 'a'", "'type': 'Point', 'coordinates': [118, 24]", "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24]]", "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24], [118, 24]]", "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24], [518, 24]]", "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24], ['119', 24]]", "'mode': 'metro'"), "add"},
        {corridor("'id': 'a'", "'type': 'LineString', 'coordinates': [[118, 24], [119]]", "'mode': 'metro'"), "add"},
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestService service;

    @BeforeAll
    static void start() {
        service = new TestService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void wrongValuesAreNamed() {
        assertThat(refuse("/extent?", WRONG_VALUES)).isGreaterThan(100);
        assertThat(refuse("/reach?asOf=2020&", WRONG_REACH)).isGreaterThan(50);
        for (String line : WRONG_COVERAGE.strip().lines().toList()) {
            String given = "area=both&of=area&within=5km&".replaceAll(line.strip().split("\\s+")[0] + "=[^&]*&", "");
            assertThat(refuse("/coverage?" + given, line)).isGreaterThan(5);
        }
        assertThat(refuse("/gain?", "area none metropolitan-areas/ both,both administrative-units/1")).isGreaterThan(3);
        assertThat(refuse("/gain?area=both&", "orders 3 0 -2 x 20002 2,4")).isGreaterThan(5);
        assertThat(refuse("/gain?area=both&", "minutes 0 241 15,30 x")).isGreaterThan(3);
        assertThat(refuse("/gain?area=both&", "origin none 181,0 nowhere/1 administrative-units/none")).isGreaterThan(3);
        assertThat(refuse("/conflicts?", "area none metropolitan-areas/ both,both administrative-units/1 118.5,24.5")).isGreaterThan(5);
        assertThat(refuse("/locate?", "point none 118.5 north,24.5 181,24.5 administrative-units/none nowhere/1 118.5,91")).isGreaterThan(5);
        assertThat(refuse("/locate?point=118.5,24.5&", "collections none documents corridors hubs,stops")).isGreaterThan(3);
        assertThat(refuse("/around?point=118.5,24.5&", "within 5 none -5km 101km 5miles")).isGreaterThan(4);
        assertThat(refuse("/around?within=5km&", "point none 181,0 nowhere/1 administrative-units/none")).isGreaterThan(3);
        assertThat(refuse("/around?within=5km&", "feature none nowhere/1 administrative-units/none")).isGreaterThan(2);
        assertThat(refuse("/around?within=5km&point=118.5,24.5&", "collections none documents")).isGreaterThan(1);
        assertThat(refuse("/statistics?", "indicator none people name_zh no-such/population_2020 population,area /")).isGreaterThan(5);
        assertThat(refuse("/statistics?indicator=population&", "area none metropolitan-areas/ both,both\nyear 2019 20 twenty 2020-01 2020,2020"))
                .isGreaterThan(10);
        assertThat(refuse("/statistics/indicators?", "area both\nindicator population\nasOf x")).isGreaterThan(10);
        for (String line : WRONG_DELINEATE.strip().lines().toList()) {
            boolean core = line.strip().startsWith("core");
            assertThat(refuse("/delineate?" + (core ? "" : "core=administrative-units/1&"), line)).isGreaterThan(5);
        }
        assertThat(refuse("/claims?", WRONG_CONTINUITY.lines().limit(1).collect(Collectors.joining()))).isGreaterThan(5);
        assertThat(refuse("/continuity?", WRONG_CONTINUITY.lines().limit(1).collect(Collectors.joining()))).isGreaterThan(5);
        assertThat(refuse("/continuity?area=both&", WRONG_CONTINUITY.lines().skip(1).collect(Collectors.joining("\n")))).isGreaterThan(15);
        assertThat(refuse("/nearest?origin=118.5,24.5&", "of none documents hubs,stops")).isGreaterThan(2);
        assertThat(refuse("/nearest?of=corridors&", "origin none 181,0 nowhere/1")).isGreaterThan(2);
        assertThat(refuse("/nearest?of=corridors&origin=118.5,24.5&", "count 0 -1 none 1001")).isGreaterThan(3);
        assertThat(refuse("/nearest?of=corridors&origin=118.5,24.5&", "minutes 0 -1 none 241 30,60")).isGreaterThan(4);
        assertThat(refuse("/reach?origin=118.5,24.5&", WRONG_REACH.lines().skip(1).collect(Collectors.joining("\n")))).isGreaterThan(40);
    }

    private static int refuse(String address, String wrongValues) {
        int asked = 0;
        for (String line : wrongValues.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            List<String> values = new ArrayList<>(List.of(words).subList(1, words.length));
            values.addAll(List.of("", "'", "<b>", "\u0000", "a".repeat(300)));
            for (String value : values) {
                refused(service.get(address + words[0] + "=" + encoded(value)), words[0], words[0] + "=" + value);
                asked++;
            }
        }
        return asked;
    }

    @Test
    void whatIsGivenTwiceIsNamed() {
        for (String parameter : List.of("scenario=built", "profile=drive", "feature=metropolitan-areas/both", "datum=WGS84", "f=json",
                "horizon=2030", "explain=full")) {
            String name = parameter.substring(0, parameter.indexOf('='));
            refused(service.get("/extent?" + parameter + "&" + parameter), name, parameter + " twice");
        }
    }

    @Test
    void parametersThatThereAreNotAreNamed() {
        for (String name : UNKNOWN) {
            String shown = name.equals("%00") ? "\u0000" : name;
            refused(service.get("/extent?" + name + "=1"), shown, name);
        }
        refused(service.post("/extent?asOf=2013", "{}"), "asOf", "a parameter beside a body");
    }

    @Test
    void bodiesThatAreNoQuestionsAreRefused() {
        for (String[] body : BODIES) {
            refused(service.post("/extent", body[0]), body[1], body[0]);
        }
        for (String body : List.of("{}", "{\"origin\": []}", "{\"origin\": [118.5]}", "{\"origin\": [118.5, \"24.5\"]}", "{\"origin\": [[118.5, 24.5], [1, 2, 3]]}",
                "{\"origin\": null}", "{\"origin\": {\"lon\": 118.5}}", "{\"origin\": [999, 24.5]}", "{\"origin\": [[118.5, 24.5], [118.5, 24.5]]}")) {
            refused(service.post("/reach", body), "origin", body);
        }
        assertThat(service.send("POST", "/extent", "asOf=2013", "Content-Type", "application/x-www-form-urlencoded").statusCode())
                .isEqualTo(415);
        assertThat(service.send("PUT", "/extent", "{}", "Content-Type", "application/json").statusCode()).isEqualTo(405);
    }

    private static void refused(HttpResponse<String> response, String parameter, String shown) {
        assertThat(response.statusCode()).as(shown + " → " + response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).as(shown).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("parameter").asString("")).as(shown + " → " + response.body()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString("")).as(shown).isNotBlank();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A body with one corridor; members, geometry and properties in single quotes. */
    private static String corridor(String id, String geometry, String properties) {
        return ("{'add': [{'type': 'Feature', " + id + ", 'geometry': {" + geometry + "}, 'properties': {" + properties + "}}]}")
                .replace('\'', '"');
    }
}
