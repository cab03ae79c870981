package org.tongcheng.planning.coverage;

import org.tongcheng.planning.AnswerNumbers;

/**
 * The part that is served.
 *
 * @param low   surely
 * @param best  as measured
 * @param high  possibly
 * @param total the whole that the shares are of
 * @param unit  of the total: features, km² or persons
 */
record Share(double low, double best, double high, double total, String unit) {

    /** Of parts of a whole, in six decimals; all 0 where the whole is nothing. */
    static Share of(double low, double best, double high, double total, String unit) {
        return new Share(part(low, total), part(best, total), part(high, total), AnswerNumbers.rounded(total, 6), unit);
    }

    private static double part(double part, double total) {
        return total == 0 ? 0 : AnswerNumbers.rounded(Math.max(0, Math.min(1, part / total)), 6);
    }
}
