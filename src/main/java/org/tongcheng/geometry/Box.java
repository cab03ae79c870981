package org.tongcheng.geometry;

import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of the globe between two meridians and two parallels, in degrees, edges included; it runs across the antimeridian
 * where west is greater than east. No width or no height is allowed: that is a line or a point.
 */
public record Box(double west, double south, double east, double north) {

    /** A straight edge in a projection is cut into pieces of a kilometre, which stray less than 2 cm from the true curve. */
    private static final double PIECE_METRES = 1000;

    /** Of one edge: what is cut becomes part of a query. */
    private static final int MOST_PIECES = 2000;

    /** A box that must surely contain a projected one is made larger by 1 m or more. */
    private static final double MARGIN_DEGREES = 2e-5;

    /** Throws {@link IllegalArgumentException} that says which number is wrong. */
    public Box {
        requireWithin("west", west, 180);
        requireWithin("east", east, 180);
        requireWithin("south", south, 90);
        requireWithin("north", north, 90);
        requireAscending("south", south, "north", north);
    }

    /** From west, south, east, north, or the same with heights (west, south, lowest, east, north, highest), which are ignored. */
    public static Box of(double... numbers) {
        double[] n = withoutHeights(numbers);
        return new Box(n[0], n[1], n[2], n[3]);
    }

    /**
     * A box that surely contains the one given in a system's own axis order: lower corner, then upper corner, 4 numbers or 6
     * with heights. Throws {@link IllegalArgumentException} that says which number is wrong, {@link OutsideDomain} where the box
     * reaches beyond the system.
     */
    public static Box of(Crs crs, double... numbers) {
        if (crs.keepsBoxes()) {
            return betweenCorners(crs, numbers);
        }
        Envelope all = area(crs, numbers).getEnvelopeInternal();
        all.expandBy(MARGIN_DEGREES);
        return new Box(Math.max(-180, all.getMinX()), Math.max(-90, all.getMinY()),
                Math.min(180, all.getMaxX()), Math.min(90, all.getMaxY()));
    }

    /**
     * What {@link #of(Crs, double...)} takes, as polygons in longitude, latitude; they follow its edges within 2 cm where none
     * is longer than 2000 km.
     */
    public static List<Geometry> areas(Crs crs, double... numbers) {
        return crs.keepsBoxes() ? betweenCorners(crs, numbers).polygons() : List.of(area(crs, numbers));
    }

    public boolean crossesAntimeridian() {
        return west > east;
    }

    /** One polygon, or two where the box runs across the antimeridian; a line or a point where it has no width or height. */
    public List<Geometry> polygons() {
        return crossesAntimeridian()
                ? List.of(polygon(west, 180), polygon(-180, east)) : List.of(polygon(west, east));
    }

    /** The rectangle with its edges cut into pieces of that length in its own units, longer ones if these were too many. */
    static Geometry cut(Geometry rectangle, double piece) {
        if (rectangle.getLength() == 0) {
            return rectangle;
        }
        Envelope extent = rectangle.getEnvelopeInternal();
        Densifier densifier = new Densifier(rectangle);
        densifier.setDistanceTolerance(Math.max(piece, Math.max(extent.getWidth(), extent.getHeight()) / MOST_PIECES));
        densifier.setValidate(false);
        return densifier.getResultGeometry();
    }

    private Geometry polygon(double from, double to) {
        return Globe.FACTORY.toGeometry(new Envelope(new Coordinate(from, south), new Coordinate(to, north)));
    }

    private static Box betweenCorners(Crs crs, double[] numbers) {
        double[] n = withoutHeights(numbers);
        if (!crs.inDegrees()) {
            requireCorners(n);
        }
        Coordinate low = crs.toLonLat(new Coordinate(n[0], n[1]));
        Coordinate high = crs.toLonLat(new Coordinate(n[2], n[3]));
        return new Box(low.x, low.y, high.x, high.y);
    }

    /** The true outline of a box whose edges are neither meridians nor parallels. */
    private static Geometry area(Crs crs, double[] numbers) {
        double[] n = withoutHeights(numbers);
        requireCorners(n);
        return crs.toLonLat(cut(Globe.FACTORY.toGeometry(new Envelope(n[0], n[2], n[1], n[3])), PIECE_METRES));
    }

    private static void requireCorners(double[] n) {
        for (double number : n) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a box has finite numbers, not " + number);
            }
        }
        requireAscending("first number of the lower corner", n[0], "upper corner's", n[2]);
        requireAscending("second number of the lower corner", n[1], "upper corner's", n[3]);
    }

    private static double[] withoutHeights(double[] n) {
        return switch (n.length) {
            case 4 -> n;
            case 6 -> new double[] {n[0], n[1], n[3], n[4]};
            default -> throw new IllegalArgumentException("a box has 4 numbers, or 6 with heights, not " + n.length);
        };
    }

    private static void requireWithin(String side, double degrees, double limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException(
                    side + " of a box must lie within -" + (int) limit + " … " + (int) limit + ", not " + degrees);
        }
    }

    private static void requireAscending(String lower, double low, String upper, double high) {
        if (low > high) {
            throw new IllegalArgumentException(
                    "the " + lower + " of a box, " + low + ", is greater than the " + upper + ", " + high);
        }
    }
}
