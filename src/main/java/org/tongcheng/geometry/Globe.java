package org.tongcheng.geometry;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What every class of this room needs to know about longitudes, latitudes and moving coordinates. */
final class Globe {

    /** Floating precision, SRID 0. */
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Globe() {}

    static boolean isLongitude(double lon) {
        return Math.abs(lon) <= 180;
    }

    static boolean isLatitude(double lat) {
        return Math.abs(lat) <= 90;
    }

    /** The value itself where finite, else the limit on its side (0 for NaN). */
    static double finite(double value, double limit) {
        if (Double.isNaN(value)) {
            return 0;
        }
        return Double.isInfinite(value) ? Math.copySign(limit, value) : value;
    }

    /** A copy of the geometry with every coordinate moved; the first two ordinates only. */
    static Geometry moved(Geometry geometry, UnaryOperator<Coordinate> move) {
        Geometry copy = geometry.copy();
        copy.apply(new Move(move));
        return copy;
    }

    private record Move(UnaryOperator<Coordinate> move) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            Coordinate to = move.apply(new Coordinate(sequence.getX(i), sequence.getY(i)));
            sequence.setOrdinate(i, 0, to.x);
            sequence.setOrdinate(i, 1, to.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
