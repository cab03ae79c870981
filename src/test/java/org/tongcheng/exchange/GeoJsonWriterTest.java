package org.tongcheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Crs;

class GeoJsonWriterTest {

    @ParameterizedTest
    @CsvSource({
        "118.0779, 118.0779", "0, 0", "-0.0, 0", "10030, 10030", "-5, -5", "0.1, 0.1", "118.123456789, 118.123456789",
        "118.1234567891, 118.1234567891", "0.000001, 0.000001", "0.30000000000000004, 0.30000000000000004", "1e15, 1000000000000000",
        "123456789012.5, 123456789012.5", "1e20, 100000000000000000000", "100, 100", "99.999999999, 99.999999999", "-0.5, -0.5",
        "0.010203, 0.010203", "1000.001, 1000.001", "7.000000001, 7.000000001"
    })
    void writesNumbersAsAPersonWould(double value, String text) throws IOException {
        assertThat(number(value)).isEqualTo(text);
    }

    /** Java's own parser is the judge: what is written reads as the same double. */
    @Test
    void everyNumberReadsAsItself() throws IOException {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextDouble() * 360 - 180;
                case 1 -> new BigDecimal(random.nextDouble() * 360 - 180).setScale(i % 12, RoundingMode.HALF_EVEN).doubleValue();
                case 2 -> Double.longBitsToDouble(random.nextLong());
                default -> random.nextLong() / 1000.0;
            };
            if (Double.isFinite(value)) {
                String text = number(value);
                assertThat(Double.parseDouble(text)).as("seed %d, %s", seed, value).isEqualTo(value == 0 ? 0.0 : value);
                assertThat(text).as("seed %d", seed).matches("-?(0|[1-9]\\d*)(\\.\\d+)?(E-?\\d+)?");
            }
        }
    }

    /** Arithmetic without doubles is the judge. */
    @Test
    void roundsAsDecimalArithmeticDoes() throws IOException {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            int decimals = random.nextInt(10);
            BigDecimal written = new BigDecimal(rounded(value, decimals));
            BigDecimal off = written.subtract(new BigDecimal(value)).abs();
            // half a unit of the last decimal, and the error of one multiplication
            BigDecimal allowed = BigDecimal.ONE.movePointLeft(decimals).divide(BigDecimal.valueOf(2))
                    .add(new BigDecimal(Math.ulp(value)));
            assertThat(off).as("seed %d, %s to %d decimals: %s", seed, value, decimals, written).isLessThanOrEqualTo(allowed);
            assertThat(written.scale()).isLessThanOrEqualTo(decimals);
        }
    }

    @Test
    void writesAFeatureWithAllItHas() throws ParseException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name_zh", "厦门\"岛\"\n𠮷");
        properties.put("beds", 12L);
        properties.put("share", 0.25);
        properties.put("open", true);
        properties.put("note", null);
        properties.put("seat", List.of(118.5, 24L));
        properties.put("more", Map.of("a", List.of()));
        Feature feature = new Feature("a", new WKTReader().read("POLYGON((0 0,1 0,1 1,0 0),(0.5 0.1,0.6 0.1,0.6 0.2,0.5 0.1))"), properties);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonWriter.exact(out).feature(feature, Map.of("status", "open"), Map.of("links", List.of(Map.of("rel", "self"))));
        assertThat(out.toString(UTF_8)).isEqualTo("{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[0,0],[1,0],[1,1],[0,0]],[[0.5,0.1],[0.6,0.1],[0.6,0.2],[0.5,0.1]]]},\"properties\":{\"name_zh\":"
                + "\"厦门\\\"岛\\\"\\n𠮷\",\"beds\":12,\"share\":0.25,\"open\":true,\"note\":null,\"seat\":[118.5,24],\"more\":{\"a\":[]},"
                + "\"status\":\"open\"},\"links\":[{\"rel\":\"self\"}]}\n");
    }

    @Test
    void membersStandBeforeAndAfterTheFeatures() throws ParseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonWriter writer = GeoJsonWriter.exact(out);
        writer.startCollection(Map.of("numberMatched", 7L));
        for (String wkt : new String[] {"POINT(1 2)", "MULTIPOINT((1 2),(3 4))", "MULTILINESTRING((0 0,1 1),(2 2,3 3))",
            "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))"}) {
            writer.next(new StoredFeature(new Feature("f", new WKTReader().read(wkt), Map.of()), 1, Existence.ALWAYS),
                    Map.of(), Map.of());
        }
        writer.endCollection(Map.of("numberReturned", 4L));
        assertThat(out.toString(UTF_8).lines()).containsExactly(
                "{\"type\":\"FeatureCollection\",\"numberMatched\":7,\"features\":[",
                "{\"type\":\"Feature\",\"id\":\"f\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{}},",
                "{\"type\":\"Feature\",\"id\":\"f\",\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]},\"properties\":{}},",
                "{\"type\":\"Feature\",\"id\":\"f\",\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[1,1]],[[2,2],[3,3]]]},"
                        + "\"properties\":{}},",
                "{\"type\":\"Feature\",\"id\":\"f\",\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\","
                        + "\"coordinates\":[1,2]},{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}]},\"properties\":{}}",
                "],\"numberReturned\":4}");
    }

    @Test
    void writesInTheSystemAskedFor() throws ParseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Crs crs = Crs.findByCode("EPSG:4490").orElseThrow();
        UnaryOperator<org.locationtech.jts.geom.Geometry> latLon = crs::fromLonLat;
        new GeoJsonWriter(out, latLon, crs.decimals()).feature(
                new Feature("p", new WKTReader().read("POINT(118.5 24.25)"), Map.of()), Map.of(), Map.of());
        assertThat(out.toString(UTF_8)).contains("\"coordinates\":[24.25,118.5]");
    }

    /** A string longer than the buffer and names that fill it come out whole. */
    @Test
    void theBufferIsEmptiedInTime() throws IOException {
        String text = "同城𠮷a\"".repeat(40_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonWriter.exact(out).feature(new Feature(null, null, Map.of("名".repeat(60), text)), Map.of(), Map.of());
        assertThat(out.toString(UTF_8)).isEqualTo("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"" + "名".repeat(60) + "\":\""
                + text.replace("\"", "\\\"") + "\"}}\n");
    }

    private static String number(double value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(out);
        json.number(value);
        json.flush();
        return out.toString(UTF_8);
    }

    private static String rounded(double value, int decimals) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(out);
        json.rounded(value, decimals);
        json.flush();
        return out.toString(UTF_8);
    }
}
