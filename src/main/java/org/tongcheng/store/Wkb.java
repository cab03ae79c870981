package org.tongcheng.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as bytes: plain WKB in the log, EWKB with SRID 4326 for the tables. {@link WkbReader} reads them. */
final class Wkb {

    private static final int SRID = 4326;
    static final int SRID_FLAG = 0x20000000;
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
}
