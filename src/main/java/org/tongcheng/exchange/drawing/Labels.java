package org.tongcheng.exchange.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Puts texts on the sheet so that none covers another, a mark or the margin. What comes first has the first choice; a text that
 * finds no place is left out.
 */
final class Labels {

    /** Width of a letter in parts of the font's size: Chinese characters are square, others about half as wide. */
    private static final double WIDE = 1.0;
    private static final double NARROW = 0.58;
    private static final char FIRST_WIDE = '\u2e80';
    private static final double MARGIN = 3;

    private final Envelope sheet;
    private final List<Envelope> taken = new ArrayList<>();

    Labels(double width, double height) {
        this.sheet = new Envelope(MARGIN, width - MARGIN, MARGIN, height - MARGIN);
    }

    /** A text's place: its middle, and the box that it fills, in dots. */
    record Place(double x, double y, Envelope box) {}

    /** Keeps the ground around a mark free. */
    void keepFree(double x, double y, double radius) {
        taken.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
    }

    /** A place in the middle of an area, or as near to it as there is room within some lines; null where there is none. */
    Place placeOn(double x, double y, String text, double size) {
        double[] steps = {0, 1.3, -1.3, 2.6, -2.6};
        for (double up : steps) {
            for (double aside : new double[] {0, 2, -2}) {
                Place place = at(x + aside * size, y + up * size, text, size);
                if (isFree(place)) {
                    return take(place);
                }
            }
        }
        return null;
    }

    /** A place beside a mark: right, left, above, below, then the corners; null where there is none. */
    Place placeBeside(double x, double y, double radius, String text, double size) {
        double half = width(text, size) / 2 + radius + 2;
        double up = size * 0.6 + radius + 1;
        double[][] offsets = {{half, 0}, {-half, 0}, {0, -up}, {0, up}, {half, -up}, {half, up}, {-half, -up}, {-half, up}};
        for (double[] offset : offsets) {
            Place place = at(x + offset[0], y + offset[1], text, size);
            if (isFree(place)) {
                return take(place);
            }
        }
        return null;
    }

    static double width(String text, double size) {
        return size * text.chars().mapToDouble(c -> c >= FIRST_WIDE ? WIDE : NARROW).sum();
    }

    private static Place at(double x, double y, String text, double size) {
        double half = width(text, size) / 2;
        return new Place(x, y, new Envelope(x - half, x + half, y - size * 0.6, y + size * 0.6));
    }

    private boolean isFree(Place place) {
        return sheet.contains(place.box()) && taken.stream().noneMatch(place.box()::intersects);
    }

    private Place take(Place place) {
        taken.add(place.box());
        return place;
    }
}
