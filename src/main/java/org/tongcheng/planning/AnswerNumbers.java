package org.tongcheng.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they stand in answers. */
public final class AnswerNumbers {

    private AnswerNumbers() {}

    /** The nearest number with so many decimals. */
    public static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }

    /** Square metres as km² to the square metre. */
    public static double km2(double squareMetres) {
        return rounded(squareMetres / 1e6, 6);
    }

    /** In a sentence: without exponent and without zeros at the end. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
