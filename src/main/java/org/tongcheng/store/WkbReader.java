package org.tongcheng.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Reads geometries of {@link Wkb}; they have SRID 0. Threads: safe for many. */
final class WkbReader {

    /** For geometries that are computed with. */
    static final WkbReader POSITIONS = new WkbReader(new GeometryFactory());

    /** For those that somebody goes through once: a third of the memory, and slower to compute with. */
    static final WkbReader FLAT = new WkbReader(new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY));

    private static final long POSITION_BYTES = 16;

    private final GeometryFactory factory;

    private WkbReader(GeometryFactory factory) {
        this.factory = factory;
    }

    /** Reads WKB or EWKB, two numbers a position; null gives null. */
    Geometry read(byte[] bytes) {
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
    private Geometry geometry(ByteBuffer in) {
        in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = in.getInt();
        if ((type & Wkb.SRID_FLAG) != 0) {
            in.getInt();
        }
        return switch (type & ~Wkb.SRID_FLAG) {
            case 1 -> point(in);
            case 2 -> factory.createLineString(positions(in));
            case 3 -> polygon(in);
            case 4 -> factory.createMultiPoint(parts(in, Point[]::new));
            case 5 -> factory.createMultiLineString(parts(in, LineString[]::new));
            case 6 -> factory.createMultiPolygon(parts(in, Polygon[]::new));
            case 7 -> factory.createGeometryCollection(parts(in, Geometry[]::new));
            default -> null;
        };
    }

    /** A point that is not there has numbers that are none. */
    private Point point(ByteBuffer in) {
        double x = in.getDouble();
        double y = in.getDouble();
        return Double.isNaN(x) ? factory.createPoint() : factory.createPoint(new Coordinate(x, y));
    }

    private Polygon polygon(ByteBuffer in) {
        int rings = in.getInt();
        if (rings == 0) {
            return factory.createPolygon();
        }
        LinearRing shell = factory.createLinearRing(positions(in));
        LinearRing[] holes = new LinearRing[rings - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = factory.createLinearRing(positions(in));
        }
        return factory.createPolygon(shell, holes);
    }

    @SuppressWarnings("unchecked")
    private <G extends Geometry> G[] parts(ByteBuffer in, IntFunction<G[]> array) {
        G[] parts = array.apply(in.getInt());
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (G) geometry(in);
        }
        return parts;
    }

    private CoordinateSequence positions(ByteBuffer in) {
        int count = in.getInt();
        if (in.remaining() < count * POSITION_BYTES) {
            throw new BufferUnderflowException();
        }
        CoordinateSequence positions = factory.getCoordinateSequenceFactory().create(count, 2);
        for (int i = 0; i < count; i++) {
            positions.setOrdinate(i, CoordinateSequence.X, in.getDouble());
            positions.setOrdinate(i, CoordinateSequence.Y, in.getDouble());
        }
        return positions;
    }
}
