package org.tongcheng.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as bytes: plain WKB in the log, EWKB with SRID 4326 for the tables. Geometries read have SRID 0. */
final class Wkb {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SRID = 4326;
    private static final int SRID_FLAG = 0x20000000;
    private static final int SRID_BYTES = 4;
    private static final long POSITION_BYTES = 16;

    private Wkb() {}

    static byte[] plain(Geometry geometry) {
        return geometry == null ? null : new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    }

    /** {@code plain} with the SRID put in behind its type. */
    static byte[] withSrid(byte[] plain) {
        if (plain == null) {
            return null;
        }
        ByteBuffer from = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer to = ByteBuffer.allocate(plain.length + SRID_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        to.put(from.get()).putInt(from.getInt() | SRID_FLAG).putInt(SRID).put(from);
        return to.array();
    }

    static byte[] withSrid(Geometry geometry) {
        return withSrid(plain(geometry));
    }

    /** Roughly how many bytes a geometry takes; 0 for null. */
    static int size(Geometry geometry) {
        return geometry == null ? 0 : geometry.getNumPoints() * 2 * Double.BYTES;
    }

    /** Reads WKB or EWKB, two numbers a position; null gives null. */
    static Geometry read(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            Geometry geometry = geometry(ByteBuffer.wrap(bytes));
            if (geometry != null) {
                return geometry;
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException("a stored geometry of " + bytes.length + " bytes ends too early", e);
        }
        throw new IllegalStateException("a stored geometry of " + bytes.length + " bytes cannot be read");
    }

    /** A geometry with its header; null where its type is none of OGC's seven. Written by hand, since JTS's reader takes three times as long. */
    private static Geometry geometry(ByteBuffer in) {
        in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = in.getInt();
        if ((type & SRID_FLAG) != 0) {
            in.getInt();
        }
        return switch (type & ~SRID_FLAG) {
            case 1 -> point(in);
            case 2 -> FACTORY.createLineString(positions(in));
            case 3 -> polygon(in);
            case 4 -> FACTORY.createMultiPoint(parts(in, Point[]::new));
            case 5 -> FACTORY.createMultiLineString(parts(in, LineString[]::new));
            case 6 -> FACTORY.createMultiPolygon(parts(in, Polygon[]::new));
            case 7 -> FACTORY.createGeometryCollection(parts(in, Geometry[]::new));
            default -> null;
        };
    }

    /** A point that is not there has numbers that are none. */
    private static Point point(ByteBuffer in) {
        double x = in.getDouble();
        double y = in.getDouble();
        return Double.isNaN(x) ? FACTORY.createPoint() : FACTORY.createPoint(new Coordinate(x, y));
    }

    private static Polygon polygon(ByteBuffer in) {
        int rings = in.getInt();
        if (rings == 0) {
            return FACTORY.createPolygon();
        }
        LinearRing shell = FACTORY.createLinearRing(positions(in));
        LinearRing[] holes = new LinearRing[rings - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = FACTORY.createLinearRing(positions(in));
        }
        return FACTORY.createPolygon(shell, holes);
    }

    @SuppressWarnings("unchecked")
    private static <G extends Geometry> G[] parts(ByteBuffer in, IntFunction<G[]> array) {
        G[] parts = array.apply(in.getInt());
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (G) geometry(in);
        }
        return parts;
    }

    private static Coordinate[] positions(ByteBuffer in) {
        int count = in.getInt();
        if (in.remaining() < count * POSITION_BYTES) {
            throw new BufferUnderflowException();
        }
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            positions[i] = new Coordinate(in.getDouble(), in.getDouble());
        }
        return positions;
    }
}
