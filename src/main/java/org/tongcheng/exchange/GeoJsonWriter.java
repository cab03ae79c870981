package org.tongcheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;

/**
 * Writes GeoJSON (RFC 7946) straight into bytes: one feature, or a collection feature by feature, each on a line of its own.
 * Coordinates are exact by default, read again they are the same doubles. One thread; the stream is flushed at the end and
 * never closed. Failures of the stream are {@link UncheckedIOException}, so that a store can feed it.
 *
 * <pre>{@code
 * GeoJsonWriter writer = GeoJsonWriter.exact(out);
 * writer.startCollection(Map.of("numberMatched", 2L));
 * store.read("hubs", Query.ALL, Page.first(10), feature -> writer.next(feature, Map.of(), Map.of()));
 * writer.endCollection(Map.of("numberReturned", 2L));
 * }</pre>
 */
public final class GeoJsonWriter {

    /** Decimals that say: as many as the number has. */
    public static final int EXACT = -1;

    private final JsonBytes json;
    private final UnaryOperator<Geometry> outOfLonLat;
    private final int decimals;
    private boolean first = true;

    /**
     * @param outOfLonLat what brings longitude and latitude into the system asked for, such as {@code crs::fromLonLat}
     * @param decimals    0 to 9 to round coordinates to, or {@link #EXACT}
     */
    public GeoJsonWriter(OutputStream out, UnaryOperator<Geometry> outOfLonLat, int decimals) {
        if (decimals < EXACT || decimals > 9) {
            throw new IllegalArgumentException(decimals + " decimals; EXACT or 0 to 9 are allowed");
        }
        this.json = new JsonBytes(out);
        this.outOfLonLat = outOfLonLat;
        this.decimals = decimals;
    }

    /** Longitude and latitude as they are. */
    public static GeoJsonWriter exact(OutputStream out) {
        return new GeoJsonWriter(out, UnaryOperator.identity(), EXACT);
    }

    /** @param members written before the features; values as {@link #feature} takes them */
    public void startCollection(Map<String, ?> members) {
        run(() -> {
            json.ascii("{\"type\":\"FeatureCollection\"");
            members(members);
            json.ascii(",\"features\":[");
            first = true;
        });
    }

    /** The next feature of the collection; the maps as for {@link #feature}. */
    public void next(StoredFeature feature, Map<String, ?> moreProperties, Map<String, ?> members) {
        run(() -> {
            json.ascii(first ? "\n" : ",\n");
            first = false;
            write(feature.feature(), moreProperties, members);
        });
    }

    /** @param members written after the features */
    public void endCollection(Map<String, ?> members) {
        run(() -> {
            json.ascii(first ? "]" : "\n]");
            members(members);
            json.ascii("}\n");
            json.flush();
        });
    }

    /**
     * One feature alone, and the end of the text.
     *
     * @param moreProperties derived ones, written after the feature's own; values are strings, booleans, longs, integers,
     *                       doubles, lists, maps with string keys, or null
     * @param members        foreign members such as {@code links}
     */
    public void feature(Feature feature, Map<String, ?> moreProperties, Map<String, ?> members) {
        run(() -> {
            write(feature, moreProperties, members);
            json.ascii('\n');
            json.flush();
        });
    }

    /** Gives everything written so far to the stream. */
    public void flush() {
        run(json::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Feature feature, Map<String, ?> moreProperties, Map<String, ?> members) throws IOException {
        json.ascii("{\"type\":\"Feature\"");
        if (feature.id() != null) {
            json.ascii(",\"id\":");
            json.string(feature.id());
        }
        json.ascii(",\"geometry\":");
        if (feature.geometry() == null) {
            json.ascii("null");
        } else {
            geometry(outOfLonLat.apply(feature.geometry()));
        }
        json.ascii(",\"properties\":{");
        boolean firstProperty = properties(feature.properties(), true);
        properties(moreProperties, firstProperty);
        json.ascii('}');
        members(members);
        json.ascii('}');
    }

    private boolean properties(Map<String, ?> properties, boolean firstProperty) throws IOException {
        boolean none = firstProperty;
        for (Map.Entry<String, ?> property : properties.entrySet()) {
            if (!none) {
                json.ascii(',');
            }
            none = false;
            json.name(property.getKey());
            json.value(property.getValue());
        }
        return none;
    }

    private void members(Map<String, ?> members) throws IOException {
        for (Map.Entry<String, ?> member : members.entrySet()) {
            json.ascii(',');
            json.name(member.getKey());
            json.value(member.getValue());
        }
    }

    private void geometry(Geometry geometry) throws IOException {
        json.ascii("{\"type\":\"");
        String type = geometry.getGeometryType();
        json.ascii(type.equals("LinearRing") ? "LineString" : type);
        if (type.equals(RawGeometry.COLLECTION)) {
            json.ascii("\",\"geometries\":[");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (i > 0) {
                    json.ascii(',');
                }
                geometry(geometry.getGeometryN(i));
            }
            json.ascii("]}");
            return;
        }
        json.ascii("\",\"coordinates\":");
        coordinates(geometry);
        json.ascii('}');
    }

    private void coordinates(Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                json.ascii("[]");
            } else {
                position(point.getX(), point.getY());
            }
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            rings(polygon);
        } else {
            json.ascii('[');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (i > 0) {
                    json.ascii(',');
                }
                coordinates(geometry.getGeometryN(i));
            }
            json.ascii(']');
        }
    }

    private void rings(Polygon polygon) throws IOException {
        json.ascii('[');
        if (!polygon.isEmpty()) {
            positions(polygon.getExteriorRing().getCoordinateSequence());
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            json.ascii(',');
            positions(polygon.getInteriorRingN(i).getCoordinateSequence());
        }
        json.ascii(']');
    }

    private void positions(CoordinateSequence sequence) throws IOException {
        json.ascii('[');
        int size = sequence.size();
        if (sequence instanceof PackedCoordinateSequence.Double packed) {
            double[] numbers = packed.getRawCoordinates();
            int dimension = packed.getDimension();
            for (int i = 0, at = 0; i < size; i++, at += dimension) {
                if (i > 0) {
                    json.ascii(',');
                }
                position(numbers[at], numbers[at + 1]);
            }
        } else {
            for (int i = 0; i < size; i++) {
                if (i > 0) {
                    json.ascii(',');
                }
                position(sequence.getX(i), sequence.getY(i));
            }
        }
        json.ascii(']');
    }

    private void position(double x, double y) throws IOException {
        if (decimals == EXACT) {
            json.position(x, y);
            return;
        }
        json.ascii('[');
        json.rounded(x, decimals);
        json.ascii(',');
        json.rounded(y, decimals);
        json.ascii(']');
    }
}
