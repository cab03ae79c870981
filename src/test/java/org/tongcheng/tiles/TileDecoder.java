package org.tongcheng.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads Mapbox Vector Tiles as their specification 2.1 says, byte by byte and with no library, and is strict: what the
 * specification forbids is an {@link AssertionError}.
 */
public final class TileDecoder {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** @param geometry in units from the north-west corner, y downward */
    public record Feature(Geometry geometry, Map<String, Object> attributes) {

        public String id() {
            return (String) attributes.get("id");
        }
    }

    public record Layer(String name, int extent, List<Feature> features) {}

    private final ByteBuffer in;

    private TileDecoder(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Layers by name. */
    public static Map<String, Layer> decode(byte[] tile) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        TileDecoder decoder = new TileDecoder(ByteBuffer.wrap(tile));
        while (decoder.in.hasRemaining()) {
            require(decoder.varint() == (3 << 3 | 2), "a tile holds layers alone");
            Layer layer = decoder.message().layer();
            require(layers.put(layer.name(), layer) == null, "two layers called " + layer.name());
        }
        return layers;
    }

    private Layer layer() {
        String name = null;
        long version = 0;
        int extent = 4096;
        List<TileDecoder> features = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        while (in.hasRemaining()) {
            switch ((int) varint() >> 3) {
                case 1 -> name = text();
                case 2 -> features.add(message());
                case 3 -> keys.add(text());
                case 4 -> values.add(message().value());
                case 5 -> extent = (int) varint();
                case 15 -> version = varint();
                default -> throw new AssertionError("an unknown field in a layer");
            }
        }
        require(version == 2, "version " + version);
        require(keys.stream().distinct().count() == keys.size(), "a key twice");
        require(values.stream().distinct().count() == values.size(), "a value twice");
        require(!features.isEmpty(), "a layer without features");
        return new Layer(name, extent, features.stream().map(feature -> feature.feature(keys, values)).toList());
    }

    private Object value() {
        return switch ((int) varint() >> 3) {
            case 1 -> text();
            case 2 -> in.getFloat();
            case 3 -> in.getDouble();
            case 4, 5 -> varint();
            case 6 -> {
                long zigzag = varint();
                yield zigzag >>> 1 ^ -(zigzag & 1);
            }
            case 7 -> varint() != 0;
            default -> throw new AssertionError("an unknown value");
        };
    }

    private Feature feature(List<String> keys, List<Object> values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        int type = 0;
        TileDecoder geometry = null;
        while (in.hasRemaining()) {
            switch ((int) varint() >> 3) {
                case 1 -> varint();
                case 2 -> {
                    TileDecoder tags = message();
                    while (tags.in.hasRemaining()) {
                        String key = keys.get((int) tags.varint());
                        require(attributes.put(key, values.get((int) tags.varint())) == null, "two values of " + key);
                    }
                }
                case 3 -> type = (int) varint();
                case 4 -> geometry = message();
                default -> throw new AssertionError("an unknown field in a feature");
            }
        }
        List<List<Coordinate>> paths = geometry.paths(type);
        return new Feature(switch (type) {
            case 1 -> FACTORY.buildGeometry(paths.get(0).stream().map(FACTORY::createPoint).toList());
            case 2 -> FACTORY.buildGeometry(paths.stream().map(TileDecoder::line).toList());
            case 3 -> FACTORY.buildGeometry(polygons(paths));
            default -> throw new AssertionError("geometry of type " + type);
        }, attributes);
    }

    /** Points in one path; else one path for each MoveTo. */
    private List<List<Coordinate>> paths(int type) {
        List<List<Coordinate>> paths = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (in.hasRemaining()) {
            int command = (int) varint();
            int count = command >> 3;
            if ((command & 7) == 7) {
                require(type == 3 && count == 1, "ClosePath where nothing is to be closed");
                continue;
            }
            require((command & 7) == 1 || (command & 7) == 2, "command " + (command & 7));
            require(count > 0, "a command for nothing");
            if ((command & 7) == 1) {
                require(type == 1 ? paths.isEmpty() : count == 1, "MoveTo of " + count);
                paths.add(new ArrayList<>());
            }
            for (int i = 0; i < count; i++) {
                int dx = zigzag();
                int dy = zigzag();
                require((command & 7) == 1 || dx != 0 || dy != 0, "a step to the same place");
                x += dx;
                y += dy;
                paths.get(paths.size() - 1).add(new Coordinate(x, y));
            }
        }
        return paths;
    }

    private static LineString line(List<Coordinate> path) {
        return FACTORY.createLineString(path.toArray(Coordinate[]::new));
    }

    /** A ring of positive area by the surveyor's formula begins a polygon, one of negative area is a hole of it. */
    private static List<Polygon> polygons(List<List<Coordinate>> paths) {
        List<Polygon> polygons = new ArrayList<>();
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (List<Coordinate> path : paths) {
            path.add(path.get(0).copy());
            LinearRing ring = FACTORY.createLinearRing(path.toArray(Coordinate[]::new));
            double area = surveyor(path);
            require(area != 0, "a ring without area");
            require(area > 0 || shell != null, "a hole before its polygon");
            if (area > 0) {
                if (shell != null) {
                    polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
                }
                shell = ring;
                holes.clear();
            } else {
                holes.add(ring);
            }
        }
        polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        return polygons;
    }

    private static double surveyor(List<Coordinate> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            sum += ring.get(i - 1).x * ring.get(i).y - ring.get(i).x * ring.get(i - 1).y;
        }
        return sum;
    }

    private int zigzag() {
        int value = (int) varint();
        return value >>> 1 ^ -(value & 1);
    }

    private TileDecoder message() {
        int length = (int) varint();
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new TileDecoder(part);
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(message().in).toString();
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
