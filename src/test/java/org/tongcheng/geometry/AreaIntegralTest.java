package org.tongcheng.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Areas against GeographicLib (Karney 2013), whose edges are geodesics, on edges cut so finely that both mean the same. */
class AreaIntegralTest {

    private static final Geodesic GRS80 = new Geodesic(6378137, 1 / 298.257222101);

    /**
     * Agreement to 1e-9 for polygons with a hole, in two parts, north and south, from 10 km to 300 km across (below that the
     * digits of GeographicLib's own sums, which count from the equator, are fewer).
     */
    @Property(tries = 300)
    void agreesWithGeographicLibOnDensifiedEdges(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -170, max = 170) double lon,
            @ForAll @DoubleRange(min = -75, max = 75) double lat,
            @ForAll @DoubleRange(min = -1, max = 0.2) double logSize) {
        Random random = new Random(seed);
        double size = Math.pow(10, logSize);
        Polygon withHole = Globe.FACTORY.createPolygon(
                ring(random, lon, lat, size, 1), new LinearRing[] {ring(random, lon, lat, size, 0.3)});
        Polygon other = Globe.FACTORY.createPolygon(ring(random, lon + 3 * size, lat, size, 1));
        Geometry both = Globe.FACTORY.createMultiPolygon(new Polygon[] {withHole, other});
        double expected = geographicLib(withHole) + geographicLib(other);
        assertThat(Geodesy.areaSquareMetres(both)).isCloseTo(expected, within(expected * 1e-9));
    }

    /**
     * The areas of all units and areas of the catalogue as computed by GeographicLib on edges cut every 0.001°, square
     * kilometres to four decimals: {@code areas_check.csv}.
     */
    @Test
    void theCataloguesAreasAreTheIndependentOnes() throws IOException {
        Map<String, JsonNode> geometries = new HashMap<>();
        for (String collection : List.of("administrative-units", "metropolitan-areas")) {
            JsonNode file = new ObjectMapper().readTree(Files.readString(Path.of("data/catalog", collection + ".geojson")));
            file.get("features").forEach(f -> geometries.put(f.get("id").asString(), f.get("geometry")));
        }
        List<String> rows = rows();
        assertThat(rows).hasSize(221);
        for (String row : rows) {
            String[] cells = row.split(",");
            double expected = Double.parseDouble(cells[cells.length - 1]);
            double km2 = Geodesy.areaSquareMetres(geometry(geometries.get(cells[0]))) / 1e6;
            assertThat(km2).as(row).isCloseTo(expected, within(Math.max(1e-4, expected * 1e-6)));
        }
    }

    /** The error of cutting falls with the square of the pieces' length, so two cuts tell where it ends (Richardson). */
    private static double geographicLib(Polygon polygon) {
        double area = limit(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= limit(polygon.getInteriorRingN(i));
        }
        return area;
    }

    private static double limit(LineString ring) {
        return (4 * cut(ring, 128) - cut(ring, 64)) / 3;
    }

    private static double cut(LineString ring, int pieces) {
        PolygonArea area = new PolygonArea(GRS80, false);
        for (int i = 1; i < ring.getNumPoints(); i++) {
            Coordinate a = ring.getCoordinateN(i - 1);
            Coordinate b = ring.getCoordinateN(i);
            for (int piece = 0; piece < pieces; piece++) {
                double t = (double) piece / pieces;
                area.AddPoint(a.y + t * (b.y - a.y), a.x + t * (b.x - a.x));
            }
        }
        return Math.abs(area.Compute().area);
    }

    private static LinearRing ring(Random random, double lon, double lat, double size, double scale) {
        int n = 3 + random.nextInt(12);
        Coordinate[] positions = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double radius = size * scale * (0.5 + 0.5 * random.nextDouble());
            double angle = 2 * Math.PI * i / n;
            positions[i] = new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
        }
        positions[n] = positions[0];
        return Globe.FACTORY.createLinearRing(positions);
    }

    private static List<String> rows() throws IOException {
        try (InputStream csv = AreaIntegralTest.class.getResourceAsStream("areas_check.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        }
    }

    private static Geometry geometry(JsonNode json) {
        JsonNode coordinates = json.get("coordinates");
        GeometryAssembly assembly = GeometryAssembly.strict();
        if (json.get("type").asString().equals("Polygon")) {
            return assembly.polygon(rings(coordinates));
        }
        List<List<double[]>> polygons = new ArrayList<>();
        coordinates.forEach(polygon -> polygons.add(rings(polygon)));
        return assembly.multiPolygon(polygons);
    }

    private static List<double[]> rings(JsonNode polygon) {
        List<double[]> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
            double[] lonLat = new double[2 * ring.size()];
            for (int i = 0; i < ring.size(); i++) {
                lonLat[2 * i] = ring.get(i).get(0).asDouble();
                lonLat[2 * i + 1] = ring.get(i).get(1).asDouble();
            }
            rings.add(lonLat);
        }
        return rings;
    }
}
