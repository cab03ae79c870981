package org.tongcheng.planning.gain;

/**
 * What is counted, as whole numbers, so that sums are exact in any order. An array of {@link #MEASURES} numbers is a worth.
 */
final class Worth {

    /** Thousandths of a person newly within the minutes. */
    static final int PEOPLE = 0;
    /** Square metres newly within the minutes. */
    static final int LAND = 1;
    /** Units whose seat is newly within the minutes. */
    static final int UNITS = 2;
    /** Milliseconds saved on each pair of seats times its share of the people, in {@link #WEIGHTS}. */
    static final int SAVED = 3;
    /** Pairs of seats newly within the minutes. */
    static final int PAIRS = 4;

    static final int MEASURES = 5;

    /** The weights of all pairs sum up to this, but for rounding. */
    static final int WEIGHTS = 1_000_000;

    private static final double[] ONE = {1000, 1e6, 1, 60_000.0 * WEIGHTS, 1};

    private Worth() {}

    static void add(long[] to, long[] more) {
        for (int m = 0; m < MEASURES; m++) {
            to[m] += more[m];
        }
    }

    static long[] difference(long[] a, long[] b) {
        long[] difference = new long[MEASURES];
        for (int m = 0; m < MEASURES; m++) {
            difference[m] = a[m] - b[m];
        }
        return difference;
    }

    /** In persons, km², units, minutes and pairs, divided by a number. */
    static Measures measures(long[] worth, double divisor) {
        double[] values = new double[MEASURES];
        for (int m = 0; m < MEASURES; m++) {
            values[m] = worth[m] / divisor;
        }
        return measures(values);
    }

    /** Of values in the units of a worth. */
    static Measures measures(double[] values) {
        return new Measures(values[PEOPLE] / ONE[PEOPLE], values[LAND] / ONE[LAND], values[UNITS] / ONE[UNITS],
                values[SAVED] / ONE[SAVED], values[PAIRS] / ONE[PAIRS]);
    }
}
