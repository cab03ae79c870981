package org.tongcheng.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.h2.value.Value;
import org.h2.value.ValueGeometry;
import org.h2.value.ValueNull;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Functions that H2 calls by name; public because H2 must reach them. They take H2's own values, so that the box that H2 keeps
 * with a geometry can decide and most geometries need not be decoded, and so that an area is prepared once and not for each row.
 */
public final class H2gisFunctions {

    private static final ThreadLocal<Area> LAST = new ThreadLocal<>();

    /** WKB's numbers of point and multi-point. */
    private static final Set<Integer> POINTS = Set.of(1, 4);

    private H2gisFunctions() {}

    /** An area as it was last asked about by this thread. */
    private record Area(byte[] wkb, PreparedGeometry prepared, boolean rectangle) {

        boolean holdsBox(Envelope box) {
            return rectangle && prepared.getGeometry().getEnvelopeInternal().covers(box);
        }
    }

    /**
     * Whether a geometry intersects an area.
     *
     * @param geometry of a table
     * @param area     WKB
     */
    public static boolean meets(Value geometry, Value area) {
        if (geometry == ValueNull.INSTANCE) {
            return false;
        }
        Area prepared = area(area);
        return prepared.holdsBox(box(geometry)) || prepared.prepared().intersects(WkbReader.POSITIONS.read(geometry.getBytesNoCopy()));
    }

    /** Whether a geometry is covered by an area; of a collection of geometries, whether each part is. */
    public static boolean covered(Value geometry, Value area) {
        if (geometry == ValueNull.INSTANCE) {
            return false;
        }
        Area prepared = area(area);
        return prepared.holdsBox(box(geometry)) || covers(prepared.prepared(), WkbReader.POSITIONS.read(geometry.getBytesNoCopy()));
    }

    /**
     * Whether a JSON array has one of some elements.
     *
     * @param array    JSON text, or null
     * @param elements JSON texts of scalars, one a line (JSON escapes line ends inside strings)
     */
    public static boolean holds(String array, String elements) {
        if (array == null) {
            return false;
        }
        List<?> wanted = elements.lines().map(Json::value).toList();
        return Json.value(array) instanceof List<?> list && list.stream().anyMatch(wanted::contains);
    }

    /** The greater side of a geometry's box in degrees; null for points and for no geometry. */
    public static Double span(Value geometry) {
        if (geometry == ValueNull.INSTANCE || POINTS.contains(((ValueGeometry) geometry).getGeometryType())) {
            return null;
        }
        Envelope box = box(geometry);
        return Math.max(box.getWidth(), box.getHeight());
    }

    /**
     * A side of a geometry's box in degrees; null where there is none.
     *
     * @param side 0 and 1 for the least and greatest longitude, 2 and 3 for latitude
     */
    public static Double side(Value geometry, int side) {
        double[] box = geometry == ValueNull.INSTANCE ? null : ((ValueGeometry) geometry).getEnvelopeNoCopy();
        return box == null ? null : (Double) box[side];
    }

    private static boolean covers(PreparedGeometry area, Geometry geometry) {
        if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return area.covers(geometry);
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!covers(area, geometry.getGeometryN(i))) {
                return false;
            }
        }
        return true;
    }

    private static Area area(Value value) {
        byte[] wkb = value.getBytesNoCopy();
        Area last = LAST.get();
        if (last == null || last.wkb() != wkb && !Arrays.equals(last.wkb(), wkb)) {
            Geometry geometry = WkbReader.POSITIONS.read(wkb);
            last = new Area(wkb, PreparedGeometryFactory.prepare(geometry), geometry.isRectangle());
            LAST.set(last);
        }
        return last;
    }

    /** H2 keeps minimum and maximum longitude, then latitude. */
    private static Envelope box(Value geometry) {
        double[] box = ((ValueGeometry) geometry).getEnvelopeNoCopy();
        return box == null ? new Envelope() : new Envelope(box[0], box[1], box[2], box[3]);
    }
}
