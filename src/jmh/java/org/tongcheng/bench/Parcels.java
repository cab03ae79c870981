package org.tongcheng.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;

/**
 * Parcels on a square grid of cells, one star-shaped polygon of ten vertices in each, that never touches its cell's edge: so a box
 * of so many cells holds exactly so many parcels. Parcel n is the same in every run.
 */
final class Parcels {

    static final String COLLECTION = "parcels";
    static final CollectionDeclaration DECLARATION = new CollectionDeclaration(COLLECTION, Text.of("Parcels"), null,
            GeometryKind.POLYGON, List.of(property("name", PropertyType.STRING), property("land_use", PropertyType.STRING),
                    property("floors", PropertyType.INTEGER), property("area_m2", PropertyType.NUMBER),
                    property("surveyed", PropertyType.DATE)), false);

    private static final double WEST = 113;
    private static final double SOUTH = 23;
    private static final double CELL_DEGREES = 0.001;
    private static final int VERTICES = 10;
    private static final List<String> USES = List.of("residential", "industrial", "commercial", "green", "public");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final int side;

    /** As many parcels as the largest square grid of at most {@code atMost} cells has. */
    Parcels(int atMost) {
        this.side = (int) Math.sqrt(atMost);
    }

    int count() {
        return side * side;
    }

    static String id(int n) {
        return String.format(Locale.ROOT, "p%07d", n);
    }

    /** Parcel {@code n}; {@code version} changes a property and nothing else. */
    Feature feature(int n, int version) {
        SplittableRandom random = new SplittableRandom(n);
        Polygon polygon = polygon(n, random);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", "Parcel " + n);
        properties.put("land_use", USES.get(random.nextInt(USES.size())));
        properties.put("floors", (long) version);
        properties.put("area_m2", random.nextInt(100, 100_000) / 10.0);
        properties.put("surveyed", String.format(Locale.ROOT, "20%02d-%02d-%02d", random.nextInt(25), random.nextInt(1, 13),
                random.nextInt(1, 29)));
        return new Feature(id(n), polygon, properties);
    }

    /** The same as GeoJSON. */
    String geoJson(int n, int version) {
        Feature feature = feature(n, version);
        StringBuilder json = new StringBuilder("{\"type\":\"Feature\",\"id\":\"").append(feature.id())
                .append("\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for (Coordinate c : feature.geometry().getCoordinates()) {
            json.append('[').append(c.x).append(',').append(c.y).append("],");
        }
        json.setLength(json.length() - 1);
        json.append("]]},\"properties\":{");
        feature.properties().forEach((name, value) -> json.append('"').append(name).append("\":")
                .append(value instanceof Number ? value.toString() : "\"" + value + "\"").append(','));
        json.setLength(json.length() - 1);
        return json.append("}}").toString();
    }

    /** The box of all cells. */
    Envelope ground() {
        return new Envelope(WEST, WEST + side * CELL_DEGREES, SOUTH, SOUTH + side * CELL_DEGREES);
    }

    /** A box at a random place that holds exactly {@code columns} × {@code rows} parcels. */
    Envelope box(int columns, int rows, SplittableRandom random) {
        double west = WEST + random.nextInt(side - columns + 1) * CELL_DEGREES;
        double south = SOUTH + random.nextInt(side - rows + 1) * CELL_DEGREES;
        return new Envelope(west, west + columns * CELL_DEGREES, south, south + rows * CELL_DEGREES);
    }

    private Polygon polygon(int n, SplittableRandom random) {
        double x = WEST + (n % side + 0.5) * CELL_DEGREES;
        double y = SOUTH + (n / side + 0.5) * CELL_DEGREES;
        Coordinate[] ring = new Coordinate[VERTICES + 1];
        for (int i = 0; i < VERTICES; i++) {
            double angle = (i + 0.8 * random.nextDouble()) * 2 * Math.PI / VERTICES;
            double radius = CELL_DEGREES * (0.25 + 0.2 * random.nextDouble());
            ring[i] = new Coordinate(rounded(x + radius * Math.cos(angle)), rounded(y + radius * Math.sin(angle)));
        }
        ring[VERTICES] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** To a hundred-millionth of a degree, a millimetre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e8) / 1e8;
    }

    private static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), true, false, null, null);
    }
}
