package org.tongcheng.geometry;

import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The shortest geodesic distance between two geometries that do not meet, by branch and bound over two trees of {@link Pieces}.
 *
 * <p>Two pieces are looked at by the distance of their chords through the earth, which is less than any way over it and orders
 * pairs nearly as the geodesics do. Where it could beat the best so far, the two feet are moved along their pieces until the
 * geodesic between them stands at right angles.
 */
final class NearestDistance {

    /** No normal section of the ellipsoid is flatter: the polar radius of curvature. */
    private static final double FLATTEST_METRES = 6_399_594;
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_000;
    private static final int MOST_STEPS = 30;
    private static final double SETTLED_METRES = 1e-6;

    private final Pieces a;
    private final Pieces b;
    private double best = Double.POSITIVE_INFINITY;

    /** A pair whose chord is longer cannot beat the best. */
    private double longestChord = Double.POSITIVE_INFINITY;

    private NearestDistance(Pieces a, Pieces b) {
        this.a = a;
        this.b = b;
    }

    /** In metres; 0 where they meet. */
    static double metres(Geometry a, Geometry b) {
        if (a.isEmpty() || b.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry has no distance");
        }
        if (a.intersects(b)) {
            return 0;
        }
        NearestDistance search = new NearestDistance(Pieces.of(a), Pieces.of(b));
        search.lower(search.a.root(), search.b.root());
        return search.best;
    }

    private void lower(Pieces.Node nodeA, Pieces.Node nodeB) {
        if (nodeA.distance(nodeB) > longestChord) {
            return;
        }
        if (nodeA.isLeaf() && nodeB.isLeaf()) {
            lowerByLeaves(nodeA, nodeB);
        } else if (nodeB.isLeaf() || !nodeA.isLeaf() && nodeA.size() >= nodeB.size()) {
            boolean leftFirst = nodeA.left().distance(nodeB) <= nodeA.right().distance(nodeB);
            lower(leftFirst ? nodeA.left() : nodeA.right(), nodeB);
            lower(leftFirst ? nodeA.right() : nodeA.left(), nodeB);
        } else {
            boolean leftFirst = nodeA.distance(nodeB.left()) <= nodeA.distance(nodeB.right());
            lower(nodeA, leftFirst ? nodeB.left() : nodeB.right());
            lower(nodeA, leftFirst ? nodeB.right() : nodeB.left());
        }
    }

    private void lowerByLeaves(Pieces.Node nodeA, Pieces.Node nodeB) {
        for (int i = nodeA.from(); i < nodeA.to(); i++) {
            for (int j = nodeB.from(); j < nodeB.to(); j++) {
                Chords chords = Chords.between(a, a.piece(i), b, b.piece(j));
                if (chords.metres() < longestChord) {
                    lower(settled(a.piece(i), b.piece(j), chords.fractionA(), chords.fractionB()));
                }
            }
        }
    }

    private void lower(double metres) {
        if (metres < best) {
            best = metres;
            double halfTurn = Math.min(Math.PI / 2, best / (2 * FLATTEST_METRES));
            longestChord = 2 * FLATTEST_METRES * Math.sin(halfTurn) + a.stray() + b.stray();
        }
    }

    /** Moves the feet in turn by what the geodesic leans along their piece, until it gets no shorter. */
    private double settled(int pieceA, int pieceB, double fractionA, double fractionB) {
        double s = fractionA;
        double t = fractionB;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            GeodesicData line = line(a.at(pieceA, s), b.at(pieceB, t));
            if (line.s12 > least - SETTLED_METRES) {
                return Math.min(least, line.s12);
            }
            least = line.s12;
            s = clamped(s + leaning(a, pieceA, s, line.azi1, line.s12));
            line = line(a.at(pieceA, s), b.at(pieceB, t));
            t = clamped(t - leaning(b, pieceB, t, line.azi2, line.s12));
        }
        return least;
    }

    private static GeodesicData line(Coordinate from, Coordinate to) {
        return Geodesy.GEODESIC.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    }

    /** The part of the piece's length by which a line of that azimuth (degrees) and length (metres) at the foot runs along it. */
    private static double leaning(Pieces pieces, int piece, double foot, double azimuth, double metres) {
        Coordinate from = pieces.at(piece, 0);
        Coordinate to = pieces.at(piece, 1);
        double east = (to.x - from.x) * Math.cos(Math.toRadians(pieces.at(piece, foot).y)) * METRES_PER_DEGREE;
        double north = (to.y - from.y) * METRES_PER_DEGREE;
        double square = east * east + north * north;
        double along = Math.sin(Math.toRadians(azimuth)) * east + Math.cos(Math.toRadians(azimuth)) * north;
        return square == 0 ? 0 : metres * along / square;
    }

    private static double clamped(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
