package org.tongcheng.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as bytes: plain WKB in the log, EWKB with SRID 4326 for the tables. Geometries read have SRID 0. */
final class Wkb {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SRID = 4326;
    private static final int SRID_FLAG = 0x20000000;
    private static final int HEADER = 5;
    private static final int SRID_BYTES = 4;

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

    /** Reads WKB or EWKB; null gives null. */
    static Geometry read(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return new WKBReader(FACTORY).read(withoutSrid(bytes));
        } catch (ParseException e) {
            throw new IllegalStateException("a stored geometry of " + bytes.length + " bytes cannot be read", e);
        }
    }

    /** JTS would give every part the SRID that stands in the bytes. */
    private static byte[] withoutSrid(byte[] bytes) {
        ByteOrder order = bytes[0] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer from = ByteBuffer.wrap(bytes).order(order);
        int type = from.getInt(1);
        if ((type & SRID_FLAG) == 0) {
            return bytes;
        }
        byte[] plain = new byte[bytes.length - SRID_BYTES];
        ByteBuffer.wrap(plain).order(order).put(bytes[0]).putInt(type & ~SRID_FLAG);
        System.arraycopy(bytes, HEADER + SRID_BYTES, plain, HEADER, plain.length - HEADER);
        return plain;
    }
}
