package org.tongcheng.geometry;

/**
 * The shortest line in space between the chords of two {@link Pieces}.
 *
 * @param metres    its length
 * @param fractionA where it begins, from 0 to 1 along the first chord
 * @param fractionB where it ends, from 0 to 1 along the second
 */
record Chords(double metres, double fractionA, double fractionB) {

    /** Ericson, Real-Time Collision Detection (2005), section 5.1.9. */
    static Chords between(Pieces piecesA, int pieceA, Pieces piecesB, int pieceB) {
        double aa = 0;
        double bb = 0;
        double ab = 0;
        double ar = 0;
        double br = 0;
        for (int axis = 0; axis < 3; axis++) {
            double a = piecesA.metres(pieceA, axis + 3) - piecesA.metres(pieceA, axis);
            double b = piecesB.metres(pieceB, axis + 3) - piecesB.metres(pieceB, axis);
            double r = piecesA.metres(pieceA, axis) - piecesB.metres(pieceB, axis);
            aa += a * a;
            bb += b * b;
            ab += a * b;
            ar += a * r;
            br += b * r;
        }
        double parallel = aa * bb - ab * ab;
        double s = parallel > 0 ? clamped((ab * br - ar * bb) / parallel) : 0;
        double t = bb > 0 ? clamped((ab * s + br) / bb) : 0;
        s = aa > 0 ? clamped((ab * t - ar) / aa) : 0;
        return new Chords(length(piecesA, pieceA, s, piecesB, pieceB, t), s, t);
    }

    private static double length(Pieces piecesA, int pieceA, double s, Pieces piecesB, int pieceB, double t) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            double a = (1 - s) * piecesA.metres(pieceA, axis) + s * piecesA.metres(pieceA, axis + 3);
            double b = (1 - t) * piecesB.metres(pieceB, axis) + t * piecesB.metres(pieceB, axis + 3);
            square += (a - b) * (a - b);
        }
        return Math.sqrt(square);
    }

    private static double clamped(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
