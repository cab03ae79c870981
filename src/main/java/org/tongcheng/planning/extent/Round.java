package org.tongcheng.planning.extent;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds figures to the digits that answers show. */
final class Round {

    private Round() {}

    /** Square metres as km² to the square metre. */
    static double km2(double squareMetres) {
        return to(squareMetres / 1e6, 6);
    }

    /** The nearest number with so many decimals. */
    static double to(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }
}
