package org.tongcheng.planning.siting;

/**
 * What a rule demands of what is measured.
 *
 * @param relation at-least or at-most
 * @param value    the figure
 * @param unit     m, s or 1
 */
record Limit(String relation, double value, String unit) {

    static Limit atLeast(double value, String unit) {
        return new Limit("at-least", value, unit);
    }

    static Limit atMost(double value, String unit) {
        return new Limit("at-most", value, unit);
    }
}
