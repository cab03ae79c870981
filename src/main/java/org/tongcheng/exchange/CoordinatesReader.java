package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.geometry.Validity;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one {@code coordinates} member, of whatever type: how deep the positions nest shows with the first number. One object a
 * member; throws {@link InvalidFeature} where the arrays are no positions or nest unevenly.
 */
final class CoordinatesReader {

    private static final int DEEPEST = 4;
    private static final int MOST_ORDINATES = 4;

    private final JsonParser parser;

    /** How deep positions nest: 1 for a point's, 4 for a multipolygon's; 0 while unknown. */
    private int leaf;
    private int depth = 1;

    private int ordinates;
    private double x;
    private double y;

    private double[] sequence = new double[16];
    private int used;
    private List<double[]> part = new ArrayList<>();
    private final List<List<double[]>> parts = new ArrayList<>();
    private boolean emptyPart;
    private long vertices;

    CoordinatesReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads from the opening bracket, which is the parser's current token, to its closing one. */
    CoordinatesReader read() {
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
                case START_ARRAY -> open();
                case END_ARRAY -> close();
                default -> throw at("numbers and arrays of numbers are allowed in coordinates");
            }
        }
        finish();
        return this;
    }

    int leaf() {
        return leaf;
    }

    RawGeometry geometry(String type) {
        return new RawGeometry(type, parts, List.of(), emptyPart, vertices);
    }

    private void number(double value) {
        if (leaf == 0) {
            leaf = depth;
        } else if (depth != leaf) {
            throw at("a position was expected, not a number");
        }
        ordinates++;
        if (ordinates == 1) {
            x = value;
        } else if (ordinates == 2) {
            y = value;
        } else if (ordinates > MOST_ORDINATES) {
            throw at("a position has 2 to " + MOST_ORDINATES + " numbers");
        }
    }

    private void open() {
        depth++;
        if (leaf > 0 && depth > leaf) {
            throw at("numbers were expected, not an array");
        }
        if (depth > DEEPEST) {
            throw at("coordinates nest " + DEEPEST + " deep at the most");
        }
    }

    private void close() {
        if (leaf == 0) {
            emptyPart |= depth > 1;
        } else if (depth == leaf) {
            position();
        } else if (depth == leaf - 1) {
            closeSequence();
        } else if (depth == leaf - 2) {
            closePart();
        }
        depth--;
    }

    private void position() {
        if (ordinates < 2) {
            throw at("a position has 2 to " + MOST_ORDINATES + " numbers");
        }
        ordinates = 0;
        vertices++;
        if (vertices > Validity.MAX_VERTICES) {
            return;
        }
        if (used == sequence.length) {
            sequence = Arrays.copyOf(sequence, 2 * used);
        }
        sequence[used++] = x;
        sequence[used++] = y;
    }

    private void closeSequence() {
        part.add(Arrays.copyOf(sequence, used));
        used = 0;
    }

    private void closePart() {
        parts.add(part);
        part = new ArrayList<>();
    }

    private void finish() {
        if (used > 0) {
            closeSequence();
        }
        if (!part.isEmpty()) {
            closePart();
        }
    }

    private InvalidFeature at(String reason) {
        return new InvalidFeature(parser.streamReadContext().pathAsPointer().toString(), reason);
    }
}
