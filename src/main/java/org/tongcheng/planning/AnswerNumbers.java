package org.tongcheng.planning;

import java.math.BigDecimal;

/** Numbers as they stand in sentences. */
public final class AnswerNumbers {

    private AnswerNumbers() {}

    /** Without exponent and without zeros at the end. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
