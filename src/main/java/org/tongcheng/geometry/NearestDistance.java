package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The shortest geodesic distance between two geometries that do not meet.
 *
 * <p>A plane that fits in the middle gives a pair of positions, whose geodesic distance is an upper bound. Then every pair of
 * pieces of edges (at most 0.1° long) that an index cannot rule out is looked at in a plane of its own; where that plane's
 * distance, less what a plane can be wrong by, is below the bound, the two feet are moved along their pieces until the geodesic
 * between them stands at right angles, and the bound is lowered.
 */
final class NearestDistance {

    private static final double PIECE_DEGREES = 0.1;
    private static final double EARTH_METRES = 6_335_439;
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * EARTH_METRES;
    private static final int MOST_STEPS = 30;

    private final STRtree index;
    private double best = Double.POSITIVE_INFINITY;

    private NearestDistance(STRtree index) {
        this.index = index;
    }

    /** In metres; 0 where they meet. */
    static double metres(Geometry a, Geometry b) {
        if (a.isEmpty() || b.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry has no distance");
        }
        double least = acrossNothing(a, b);
        Envelope west = a.getEnvelopeInternal();
        Envelope east = b.getEnvelopeInternal();
        if (east.getMaxX() - west.getMinX() > 180) {
            least = Math.min(least, acrossNothing(a, Globe.moved(b, c -> new Coordinate(c.x - 360, c.y))));
        }
        if (west.getMaxX() - east.getMinX() > 180) {
            least = Math.min(least, acrossNothing(a, Globe.moved(b, c -> new Coordinate(c.x + 360, c.y))));
        }
        return least;
    }

    /** As if the numbers of longitude went on for ever. */
    private static double acrossNothing(Geometry a, Geometry b) {
        if (a.intersects(b)) {
            return 0;
        }
        STRtree index = new STRtree();
        pieces(b).forEach(piece -> index.insert(new Envelope(piece.p0, piece.p1), piece));
        NearestDistance search = new NearestDistance(index);
        search.best = inOnePlane(a, b);
        pieces(a).forEach(search::lower);
        return search.best;
    }

    /** The geodesic distance of the two positions that are nearest in a plane with the scale of the middle latitude. */
    private static double inOnePlane(Geometry a, Geometry b) {
        double middle = (a.getEnvelopeInternal().centre().y + b.getEnvelopeInternal().centre().y) / 2;
        double scale = Math.cos(Math.toRadians(middle));
        Coordinate[] nearest = new IndexedFacetDistance(Globe.moved(a, c -> new Coordinate(c.x * scale, c.y)))
                .nearestPoints(Globe.moved(b, c -> new Coordinate(c.x * scale, c.y)));
        return Geodesy.distanceMetres(nearest[0].x / scale, nearest[0].y, nearest[1].x / scale, nearest[1].y);
    }

    private void lower(LineSegment piece) {
        Envelope near = new Envelope(piece.p0, piece.p1);
        double degrees = best / METRES_PER_DEGREE;
        double latitude = Math.max(Math.abs(near.getMinY()), Math.abs(near.getMaxY())) + degrees;
        near.expandBy(latitude < 89 ? degrees / Math.cos(Math.toRadians(latitude)) : 360, degrees);
        index.query(near, other -> lower(piece, (LineSegment) other));
    }

    private void lower(LineSegment a, LineSegment b) {
        double phi = Math.toRadians((a.p0.y + a.p1.y + b.p0.y + b.p1.y) / 4);
        double scale = Math.cos(phi);
        LineSegment planeA = scaled(a, scale);
        LineSegment planeB = scaled(b, scale);
        double metres = planeA.distance(planeB) * METRES_PER_DEGREE;
        double lengths = (planeA.getLength() + planeB.getLength()) * METRES_PER_DEGREE / EARTH_METRES;
        double far = Math.min(metres, best) / EARTH_METRES;
        double slack = (lengths + far * far) * (1 + 1 / (scale * scale));
        if (metres * (1 - slack) < best) {
            Coordinate[] feet = planeA.closestPoints(planeB);
            best = Math.min(best, settled(a, b, planeA.segmentFraction(feet[0]), planeB.segmentFraction(feet[1])));
        }
    }

    /** Moves the feet in turn by what the geodesic leans along their piece, until it leans no more. */
    private static double settled(LineSegment a, LineSegment b, double fractionA, double fractionB) {
        double s = orMiddle(fractionA);
        double t = orMiddle(fractionB);
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            Coordinate footA = a.pointAlong(s);
            Coordinate footB = b.pointAlong(t);
            GeodesicData line = Geodesy.GEODESIC.Inverse(footA.y, footA.x, footB.y, footB.x,
                    GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
            if (line.s12 > least - 1e-6) {
                return Math.min(least, line.s12);
            }
            least = line.s12;
            s = clamped(s + leaning(a, footA.y, line.azi1, line.s12));
            footA = a.pointAlong(s);
            line = Geodesy.GEODESIC.Inverse(footA.y, footA.x, footB.y, footB.x, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
            t = clamped(t - leaning(b, footB.y, line.azi2, line.s12));
        }
        return least;
    }

    /** The part of the piece's length by which a line of that azimuth (degrees) and length (metres) runs along it. */
    private static double leaning(LineSegment piece, double latitude, double azimuth, double metres) {
        double east = (piece.p1.x - piece.p0.x) * Math.cos(Math.toRadians(latitude)) * METRES_PER_DEGREE;
        double north = (piece.p1.y - piece.p0.y) * METRES_PER_DEGREE;
        double square = east * east + north * north;
        double along = Math.sin(Math.toRadians(azimuth)) * east + Math.cos(Math.toRadians(azimuth)) * north;
        return square == 0 ? 0 : metres * along / square;
    }

    private static double orMiddle(double fraction) {
        return Double.isNaN(fraction) ? 0.5 : fraction;
    }

    private static double clamped(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }

    private static LineSegment scaled(LineSegment piece, double scale) {
        return new LineSegment(piece.p0.x * scale, piece.p0.y, piece.p1.x * scale, piece.p1.y);
    }

    private static List<LineSegment> pieces(Geometry geometry) {
        List<LineSegment> pieces = new ArrayList<>();
        geometry.apply((GeometryComponentFilter) part -> {
            if (part instanceof Point point && !point.isEmpty()) {
                pieces.add(new LineSegment(point.getCoordinate(), point.getCoordinate()));
            } else if (part instanceof LineString line) {
                addPieces(line.getCoordinateSequence(), pieces);
            }
        });
        return pieces;
    }

    private static void addPieces(CoordinateSequence positions, List<LineSegment> pieces) {
        for (int i = 1; i < positions.size(); i++) {
            LineSegment edge = new LineSegment(positions.getCoordinateCopy(i - 1), positions.getCoordinateCopy(i));
            int parts = Math.max(1, (int) Math.ceil(edge.getLength() / PIECE_DEGREES));
            for (int part = 0; part < parts; part++) {
                pieces.add(new LineSegment(edge.pointAlong((double) part / parts), edge.pointAlong((part + 1.0) / parts)));
            }
        }
    }
}
